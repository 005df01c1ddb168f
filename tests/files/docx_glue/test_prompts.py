"""A control that is filled no longer says that it shows its prompt."""

from pathlib import Path

import pytest

from editor.manuscript.edits import Replace, apply
from editor.manuscript.marks import PLACEHOLDER
from editor.manuscript.paragraph import Position
from tests.files.made import docx, opened, part, saved

FLAG = "<w:showingPlcHdr/>"
PROMPT = (
    '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>单击此处输入姓名。</w:t></w:r>'
)
BEFORE = "<w:r><w:t>请</w:t></w:r>"


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtPr>{FLAG}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


INLINE = f"<w:p>{BEFORE}{control(PROMPT)}</w:p>"
AROUND = control(f"<w:p>{PROMPT}</w:p>") + "<w:p/>"


@pytest.mark.parametrize("body", [INLINE, AROUND])
def test_a_filled_control_loses_its_flag_and_keeps_its_place(body: str, tmp_path: Path) -> None:
    file = opened(docx(body))
    (prompt,) = [m for m in file.manuscript.paragraphs[0].marks if m.kind == PLACEHOLDER]
    assert prompt.value == "单击此处输入姓名。"
    edit = Replace(Position(0, prompt.start), Position(0, prompt.end), "周启明")
    after = apply(file.manuscript, edit)
    text = part(saved(file, list(after.paragraphs), tmp_path)[0])
    assert FLAG not in text
    assert "周启明</w:t>" in text.split("<w:sdtContent>")[1].split("</w:sdtContent>")[0]


@pytest.mark.parametrize("body", [INLINE, AROUND])
def test_a_filled_control_does_not_look_like_a_prompt(body: str, tmp_path: Path) -> None:
    file = opened(docx(body))
    (prompt,) = [m for m in file.manuscript.paragraphs[0].marks if m.kind == PLACEHOLDER]
    edit = Replace(Position(0, prompt.start), Position(0, prompt.end), "周启明")
    after = apply(file.manuscript, edit)
    assert "PlaceholderText" not in part(saved(file, list(after.paragraphs), tmp_path)[0])


def test_a_control_filled_and_cut_off_from_the_words_before_it_is_filled(tmp_path: Path) -> None:
    file = opened(docx(INLINE))
    fill = Replace(Position(0, 1), Position(0, 10), "周启明")
    enter = Replace(Position(0, 1), Position(0, 1), "\n")
    after = apply(apply(file.manuscript, fill), enter)
    data, notes = saved(file, list(after.paragraphs), tmp_path)
    assert FLAG not in part(data) and "PlaceholderText" not in part(data)
    assert notes == ()


@pytest.mark.parametrize("body", [INLINE, AROUND])
def test_a_control_that_is_not_filled_keeps_its_flag(body: str, tmp_path: Path) -> None:
    file = opened(docx(body + "<w:p><w:r><w:t>别处</w:t></w:r></w:p>"))
    last = len(file.manuscript.paragraphs) - 1
    after = apply(file.manuscript, Replace(Position(last, 0), Position(last, 0), "改"))
    assert FLAG in part(saved(file, list(after.paragraphs), tmp_path)[0])
