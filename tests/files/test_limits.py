"""What would hold the window for seconds is refused at opening, and never fails at saving."""

from pathlib import Path

import pytest

from editor.files import limits
from editor.files.docx.open_docx import read_source
from editor.files.docx.xml_tree import DEEPEST
from editor.files.limits import (
    LONGEST_PARAGRAPH,
    MOST_CHARACTERS,
    MOST_PARAGRAPHS,
    MOST_TAGS,
    refuse_crowded_part,
)
from editor.files.open import open_document
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.edits import Replace, apply
from editor.manuscript.paragraph import Position
from tests.files.made import docx, p

RUN = "<w:r><w:t>甲</w:t></w:r>"
# What goes around what: before, behind, inside, and how many elements one turn of it is.
NESTED = {
    "insertions": ("<w:p>{}</w:p>", '<w:ins w:id="1">', "</w:ins>", RUN, 1),
    "links": ("<w:p>{}</w:p>", "<w:hyperlink>", "</w:hyperlink>", RUN, 1),
    "runs": ("<w:p>{}</w:p>", "<w:r>", "</w:r>", "<w:t>甲</w:t>", 1),
    "properties": (f"<w:p>{{}}{RUN}</w:p>", "<w:rPr>", "</w:rPr>", "", 1),
    "paragraphs": ("{}", "<w:p>", "</w:p>", RUN, 1),
    "controls": ("{}", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", p("甲"), 2),
    "tables": ("{}", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", p("甲"), 3),
    "alternatives": (
        "<w:p><w:r>{}</w:r></w:p>",
        '<mc:AlternateContent><mc:Choice Requires="wps">',
        "</mc:Choice></mc:AlternateContent>",
        "<w:t>甲</w:t>",
        2,
    ),
}


def nested(kind: str, elements: int) -> bytes:
    around, before, behind, inside, one = NESTED[kind]
    times = elements // one
    return docx(around.format(before * times + inside + behind * times))


@pytest.mark.parametrize("kind", NESTED)
@pytest.mark.parametrize("elements", [DEEPEST + 3, 2_000, 300_000])
def test_what_is_nested_too_deep_is_refused_by_name(
    tmp_path: Path, kind: str, elements: int
) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(nested(kind, elements))
    with pytest.raises(Trouble, match=r"[层段]以上"):
        open_document(path)


@pytest.mark.parametrize("kind", NESTED)
def test_what_opens_however_deep_can_be_changed_and_saved(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(nested(kind, DEEPEST - 9))
    opened = open_document(path)
    end = opened.manuscript.end
    changed = apply(opened.manuscript, Replace(end, end, "乙"))
    save(opened, changed, path)
    assert open_document(path).manuscript.text == changed.text


def test_a_million_empty_paragraphs_are_refused_by_their_number(tmp_path: Path) -> None:
    for name, data in (
        ("稿.docx", docx("<w:p/>" * 1_000_000)),
        ("空.docx", docx("<w:p></w:p>" * (MOST_PARAGRAPHS + 1))),
        ("稿.txt", b"\n" * 1_000_000),
        ("段.txt", "字".encode() * (LONGEST_PARAGRAPH + 1)),
        ("段.docx", docx(p("字" * (LONGEST_PARAGRAPH + 1)))),
        ("长.txt", "字".encode() * (MOST_CHARACTERS * 2)),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(Trouble, match=r"万[段字]以上"):
            open_document(path)


def test_a_body_in_a_million_crumbs_is_refused_before_it_is_a_tree() -> None:
    body = RUN.replace("甲", "甲乙丙丁").encode() * (MOST_TAGS // 4)
    refuse_crowded_part(body)
    with pytest.raises(Trouble, match="万个以上"):
        refuse_crowded_part(body + b"<w:p/>")


def test_a_text_that_outgrows_the_limit_while_it_is_open_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = 300  # as many as the program takes would be a minute's work
    monkeypatch.setattr(limits, "MOST_PARAGRAPHS", most)
    path = tmp_path / "稿.docx"
    path.write_bytes(docx(p("甲") + "<w:p/>" * (most - 1)))
    opened = open_document(path)
    start = Position(0, 0)
    changed = apply(opened.manuscript, Replace(start, start, "乙\n丙\n"))
    save(opened, changed, path)
    assert len(read_source(path.read_bytes()).shown) == most + 2
    path.write_bytes(docx("<w:p></w:p>" * (most + 1)))
    with pytest.raises(Trouble, match="空段落"):  # the limit was there all the while
        open_document(path)
