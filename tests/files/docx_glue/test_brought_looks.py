"""Words that come with looks from elsewhere are in the file with them, in an old one and a new."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.files.open import open_document
from editor.files.save import new_document, save
from editor.manuscript.edits import Replace, apply
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import (
    BOLD,
    COLOUR,
    DOTTED,
    FACE,
    HIGHLIGHT,
    ITALIC,
    LINK,
    LOWERED,
    RAISED,
    RUBY,
    SIZE,
    STRIKE,
    UNDERLINE,
    Mark,
    Marks,
    loose,
    merged,
)  # fmt: skip
from editor.manuscript.paragraph import Paragraph, Position
from tests.files.made import docx, opened, p, part, saved

WORDS = "甲乙丙丁戊"
LOOKS = (
    (BOLD, ""), (ITALIC, ""), (UNDERLINE, "double"), (STRIKE, ""), (DOTTED, ""), (RAISED, ""),
    (LOWERED, ""), (FACE, "楷体"), (SIZE, "28"), (COLOUR, "C00000"), (HIGHLIGHT, "yellow"),
    (RUBY, "yǐ <b>"), (LINK, "https://example.org/?a=1&b=<甲>"),
)  # fmt: skip


def of_old_file(marks: Marks, folder: Path) -> Marks:
    file = opened(docx(p("原有的话")))
    rows = [*file.manuscript.paragraphs, Paragraph(WORDS, marks=marks)]
    (folder / "旧.docx").write_bytes(saved(file, rows, folder)[0])
    return _told(folder / "旧.docx")


def of_new_file(marks: Marks, folder: Path) -> Marks:
    made = new_document(Manuscript(0, (Paragraph("头"), Paragraph(WORDS, marks=marks))), "docx")
    save(made, made.manuscript, folder / "新.docx")
    return _told(folder / "新.docx")


def _told(path: Path) -> Marks:
    last = open_document(path).manuscript.paragraphs[-1]
    assert last.text == WORDS
    return loose(last.marks)


@pytest.mark.parametrize("way", [of_old_file, of_new_file])
@pytest.mark.parametrize("look", LOOKS)
def test_a_brought_look_is_read_back(way, look: tuple[str, str], tmp_path: Path) -> None:
    marks = (Mark(1, 3, *look),)
    assert way(marks, tmp_path) == marks


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5), st.sampled_from(LOOKS[:11]))))
def test_looks_over_each_other_are_read_back(tmp_path_factory, rows: list) -> None:
    one_each = {look[0]: Mark(a, max(a + 1, b), *look) for a, b, look in rows}
    if RAISED in one_each:
        one_each.pop(LOWERED, None)
    marks = merged(one_each.values())
    folder = tmp_path_factory.mktemp("looks")
    assert of_old_file(marks, folder) == of_new_file(marks, folder) == marks


@pytest.mark.parametrize("way", [of_old_file, of_new_file])
def test_what_xml_cannot_hold_harms_no_file(way, tmp_path: Path) -> None:
    odd = [Mark(n, n + 1, kind, "\x01\"'<\ufffe") for n, kind in enumerate((RUBY, FACE, COLOUR))]
    way((*odd, Mark(4, 5, LINK, 'https://a"\x02b')), tmp_path)


def test_links_beside_each_other_to_one_address_are_one(tmp_path: Path) -> None:
    link = (LINK, "https://example.org/")
    marks = merged([Mark(0, 5, *link), Mark(1, 3, BOLD)])
    assert of_old_file(marks, tmp_path) == marks
    data = (tmp_path / "旧.docx").read_bytes()
    assert opened(data).manuscript.paragraphs[-1].text == WORDS


def test_words_that_only_look_otherwise_are_saved_so(tmp_path: Path) -> None:
    file = opened(docx(p(WORDS)))
    marks = (Mark(0, 2, BOLD), Mark(2, 5, "run", "1"))
    data, _ = saved(file, [Paragraph(WORDS, 1, marks=marks)], tmp_path)
    assert loose(opened(data).manuscript.paragraphs[0].marks) == (Mark(0, 2, BOLD),)


def test_plain_words_that_come_among_others_with_looks_do_not_take_the_look_beside_them(
    tmp_path: Path,
) -> None:
    bold = '<w:p><w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>粗体字</w:t></w:r></w:p>'
    file = opened(docx(bold))
    (row,) = file.manuscript.paragraphs
    brought = Replace(Position(0, 3), Position(0, 3), "斜平", marks=(Mark(0, 1, ITALIC),))
    after = apply(Manuscript(0, (row,)), brought)
    text = part(saved(file, list(after.paragraphs), tmp_path)[0])
    plain = next(run for run in text.split("<w:r>") if ">平<" in run)
    assert "<w:b/>" not in plain and 'w:sz w:val="32"' in plain
