"""A paragraph's place in the lists of a docx: only what says the number changes its bytes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from editor.files.docx_patch.list_patch import in_one_place
from editor.files.docx_patch.paragraph_patch import ByteSplice
from editor.files.opened import Opened
from editor.files.recovery.journal import Journal
from editor.files.rekey import rekey
from editor.manuscript.edits import Replace, Splice, apply_all
from editor.manuscript.lists import UNLISTED
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.relabelling import label_edits
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    InsertSection,
    MergeSections,
    StructureCommand,
)
from tests.files.docx.test_open_docx import R, num, numbered, style, styled
from tests.files.made import docx, opened, p, part, saved

OFFICE = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>{}'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>{}'
    '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
)
PLAIN = OFFICE.format("", "") + num(1, 0)
LINKED = OFFICE.format('<w:pStyle w:val="1"/>', '<w:pStyle w:val="2"/>') + num(1, 0)
MARK = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
STYLES = (
    style("a", "Normal", default="1")
    + style("1", "heading 1", MARK.format(0))
    + style("2", "heading 2", MARK.format(1))
    + style("b", "正文首行")
)
BODY = (
    numbered("甲事", 0) + p("甲文很长。") + numbered("乙事", 0) + p("乙文。")
    + numbered("丙事", 0) + p("丙文。")
)  # fmt: skip
BY_STYLE = (
    styled("1", "甲事") + styled("b", "甲文。") + styled("2", "乙事") + p("乙文。")
    + styled("1", "丙事") + p("丙文。")
)  # fmt: skip


def ordered(file: Opened, title: str, make: object) -> Manuscript:
    m = file.manuscript
    section = next(s for s in outline_of(m).walk() if s.title == title)
    order: StructureCommand = make(section)  # type: ignore[operator]
    return apply_command(m, outline_of(m), order).after


def kept(file: Opened, text: Manuscript, folder: Path) -> tuple[str, Opened]:
    """What is in the main part after saving, and the file opened again, which is alike."""
    data, notes = saved(file, list(text.paragraphs), folder)
    again = opened(data)
    assert notes == ()
    shown = [(q.text, q.label, q.style) for q in again.manuscript.paragraphs]
    assert shown == [(q.text, q.label, q.style) for q in text.paragraphs]
    return part(data), again


def heads(m: Manuscript) -> str:
    return " ".join(q.label + q.text for q in m.paragraphs if q.label)


def test_a_level_changes_one_number_in_the_file(tmp_path: Path) -> None:
    file = opened(docx(BODY, numbering=PLAIN))
    text = ordered(file, "乙事", lambda s: ChangeLevel((s,), 1))
    assert heads(text) == "一、甲事 （一）乙事 二、丙事"
    now, again = kept(file, text, tmp_path)
    one, two = numbered("乙事", 0), numbered("乙事", 1)
    assert now == part(docx(BODY, numbering=PLAIN)).replace(one, two)
    back, _ = kept(again, ordered(again, "乙事", lambda s: ChangeLevel((s,), -1)), tmp_path)
    assert back == part(docx(BODY, numbering=PLAIN))


def test_a_style_that_brings_the_number_is_changed_for_the_next_one(tmp_path: Path) -> None:
    file = opened(docx(BY_STYLE, styles=STYLES, numbering=LINKED))
    assert heads(file.manuscript) == "一、甲事 （一）乙事 二、丙事"
    text = ordered(file, "乙事", lambda s: ChangeLevel((s,), -1))
    now, _ = kept(file, text, tmp_path)
    assert heads(text) == "一、甲事 二、乙事 三、丙事"
    assert now == part(docx(BY_STYLE)).replace(styled("2", "乙事"), styled("1", "乙事"))


def test_a_style_without_a_neighbour_leaves_the_level_to_the_paragraph(tmp_path: Path) -> None:
    styles = style("T", "条", MARK.format(0))
    body = styled("T", "甲事", "<w:keepNext/><w:jc/>") + p("文") + styled("T", "乙事") + p("文")
    file = opened(docx(body, styles=styles, numbering=PLAIN))
    now, _ = kept(file, ordered(file, "乙事", lambda s: ChangeLevel((s,), 1)), tmp_path)
    said = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    assert now == part(docx(body)).replace(styled("T", "乙事"), styled("T", "乙事", said))


def test_a_heading_style_goes_along_where_the_list_names_none(tmp_path: Path) -> None:
    mark = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = styled("1", "甲事", mark.format(0)) + p("文") + styled("1", "乙事", mark.format(0))
    styles = style("1", "heading 1") + style("2", "heading 2") + style("x", "另", "")
    file = opened(docx(body + p("文"), styles=styles, numbering=PLAIN))
    now, _ = kept(file, ordered(file, "乙事", lambda s: ChangeLevel((s,), 1)), tmp_path)
    fresh = styled("2", "乙事", mark.format(1))
    assert now == part(docx(body + p("文"))).replace(styled("1", "乙事", mark.format(0)), fresh)


def test_a_level_said_by_the_paragraph_itself_is_said_anew(tmp_path: Path) -> None:
    styles = style("1", "heading 1") + style("2", "heading 2")
    said = numbered("乙事", 0).replace("</w:pPr>", '<w:outlineLvl w:val="0"/></w:pPr>')
    file = opened(docx(numbered("甲事", 0) + p("文") + said, styles=styles, numbering=PLAIN))
    now, _ = kept(file, ordered(file, "乙事", lambda s: ChangeLevel((s,), 1)), tmp_path)
    fresh = said.replace('ilvl w:val="0"', 'ilvl w:val="1"')
    assert fresh.replace('outlineLvl w:val="0"', 'outlineLvl w:val="1"') in now


@pytest.mark.parametrize(("body", "styles", "numbering"), [
    (BODY, STYLES, PLAIN), (BY_STYLE, STYLES, LINKED),
])  # fmt: skip
def test_a_joined_section_loses_its_number_and_nothing_else(
    tmp_path: Path, body: str, styles: str, numbering: str
) -> None:
    file = opened(docx(body, styles=styles, numbering=numbering))
    text = ordered(file, "甲事", lambda s: MergeSections(s))
    now, _ = kept(file, text, tmp_path)
    gone = re.compile("<w:pPr>.*?</w:pPr>")
    assert gone.sub("", now) == gone.sub("", part(docx(body)))
    assert now.count("<w:numPr>") <= body.count("<w:numPr>")


def test_a_number_is_refused_where_even_plain_text_is_numbered(tmp_path: Path) -> None:
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="a">{MARK.format(0)}</w:style>'
    file = opened(docx(p("甲") + p("乙"), styles=styles, numbering=PLAIN))
    text = file.manuscript
    bare = replace(text.paragraphs[1], listed=UNLISTED, label="")
    now, _ = kept(file, apply_all(text, (Splice(1, 2, (bare,)),)), tmp_path)
    assert '<w:numId w:val="0"/>' in now and now.count("<w:numPr>") == 1


def test_new_paragraphs_are_numbered_as_they_are_shown(tmp_path: Path) -> None:
    file = opened(docx(BODY, numbering=PLAIN))
    text = ordered(file, "乙事", lambda s: InsertSection(s, DropPosition.AFTER, "新事"))
    assert heads(text) == "一、甲事 二、乙事 三、新事 四、丙事"
    kept(file, text, tmp_path)
    enter = Replace(Position(0, 1), Position(0, 1), "\n")  # as Enter does in a heading
    parted = apply_all(file.manuscript, (enter,))
    parted = apply_all(parted, label_edits(parted))
    assert heads(parted) == "一、甲 二、乙事 三、丙事"
    kept(file, parted, tmp_path)


def test_a_prefix_an_empty_mark_and_a_missing_level_are_written_well(tmp_path: Path) -> None:
    odd = f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{R.format("乙事")}</w:p>'
    file = opened(docx(numbered("甲事", 0) + p("文。") + odd + p("文。"), numbering=PLAIN))
    text = ordered(file, "乙事", lambda s: ChangeLevel((s,), 1))
    now, _ = kept(file, text, tmp_path)
    assert '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>' in now
    assert heads(text) == "一、甲事 （一）乙事"


def test_a_paragraph_that_does_not_say_its_place_keeps_the_files(tmp_path: Path) -> None:
    file = opened(docx(BODY, numbering=PLAIN))
    old = [Paragraph(q.text + "x", q.key, q.label, q.style) for q in file.manuscript.paragraphs]
    data, _ = saved(file, old, tmp_path)
    assert [q.label for q in opened(data).manuscript.paragraphs] == [
        "一、",
        "",
        "二、",
        "",
        "三、",
        "",
    ]


def test_a_changed_level_comes_back_after_a_crash(tmp_path: Path) -> None:
    file = opened(docx(BODY, numbering=PLAIN))
    text = ordered(file, "乙事", lambda s: ChangeLevel((s,), 1))
    journal = Journal(tmp_path)
    journal.write("x", text, None)
    found = rekey(file, journal.pending()[0].manuscript)
    assert found.paragraphs == text.paragraphs and heads(found) == heads(text)


@pytest.mark.parametrize("end", [4, 12])
def test_a_style_and_a_number_put_in_together_share_one_set_of_properties(end: int):
    style_put = ByteSplice(4, end, b'<w:pPr><w:pStyle w:val="1"/></w:pPr>')
    number_put = ByteSplice(4, end, b"<w:pPr><w:numPr/></w:pPr>")
    (one,) = in_one_place([style_put, number_put], "w:")
    assert one.data == b'<w:pPr><w:pStyle w:val="1"/><w:numPr/></w:pPr>'
