"""A new docx to go on writing in: opened again it is the same text, and all of it is ours."""

import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from editor.editions.roles import page_paragraphs
from editor.files.authorship import Authorship
from editor.files.docx.open_docx import open_docx
from editor.files.docx_new.new_docx import new_docx
from editor.files.open import open_document
from editor.files.save import SaveOptions, new_document, save
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph
from tests.samples.markup import Sample
from tests.samples.shelf import all_samples

DOCUMENT = "word/document.xml"
NINE = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
STYLES = st.sampled_from(["", "", "title", "heading1", "heading4", "heading9"])
WORDS = st.text('一、讲话。“”—— \u3000\t\u2028\u2011\u00ad𠮷<&>"a1\ue000', max_size=12)
SPEECH = (
    "在云川市大会上的讲话\n（2026年5月12日）\n同志们：\n今天开会。\n一、统一思想\n"
    "（一）学理论。要读原文。\n二、抓好落实\n要行动。"
)


def made(m: Manuscript, by: Authorship | None = None) -> bytes:
    return new_docx(m, outline_of(m), by or Authorship())


def again(data: bytes) -> Manuscript:
    return open_docx(Path("新.docx"), data, None).manuscript


def member(data: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


def properties(path: Path) -> Any:
    return docx.Document(str(path)).core_properties


@given(st.lists(st.builds(Paragraph, WORDS, style=STYLES), min_size=1, max_size=8))
def test_every_character_and_every_style_comes_back(paragraphs: list[Paragraph]) -> None:
    found = again(made(Manuscript(0, tuple(paragraphs))))
    assert [p.text for p in found.paragraphs] == [p.text for p in paragraphs]
    pairs = zip(found.paragraphs, paragraphs, strict=True)
    assert all(new.style == old.style for new, old in pairs if old.style)


@pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.name)
def test_every_paragraph_is_on_the_page_again_what_it_was(sample: Sample) -> None:
    m = manuscript_of(sample.text)
    found = again(made(m))
    assert page_paragraphs(found, outline_of(found)) == page_paragraphs(m, outline_of(m))


def test_titles_and_headings_have_words_own_styles() -> None:
    m = manuscript_of(SPEECH)
    assert [p.style for p in again(made(m)).paragraphs] == [
        "title", "", "", "", "heading1", "", "heading1", "",
    ]  # fmt: skip
    document: Any = docx.Document(io.BytesIO(made(m)))
    names = [p.style.name for p in document.paragraphs]
    assert names[:4] == ["Title", "讲话署名", "讲话称谓", "讲话正文"]


def test_a_heading_run_into_its_text_has_its_face_for_its_words_only() -> None:
    body = member(made(manuscript_of(SPEECH)), DOCUMENT)
    heading, rest = body.index("（一）学理论"), body.index("要读原文")
    assert "楷体" in body[heading - 250 : heading] and "楷体" not in body[heading:rest]


def test_a_paragraph_with_typed_spaces_is_indented_by_them_alone() -> None:
    body = member(made(manuscript_of("\u3000\u3000大家好。\n大家好。")), DOCUMENT)
    assert re.findall('w:firstLine="(.*?)"', body) == ["0"]


def test_22_lines_of_28_characters_stand_on_the_sheet_of_the_standard() -> None:
    made_one: Any = docx.Document(io.BytesIO(made(manuscript_of(SPEECH))))
    section, style = made_one.sections[0], made_one.styles["讲话正文"]
    sides = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round(side.mm) for side in sides] == [37, 35, 28, 26]
    tighter = style.element.rPr.find(qn("w:spacing")).get(qn("w:val"))
    advance, width = 20 * style.font.size.pt + int(tighter), (210 - 28 - 26) * 1440 / 25.4
    assert advance * 28 <= width < advance * 29
    assert 'w:type="lines" w:linePitch="579"' in member(made(manuscript_of("甲")), DOCUMENT)


def test_an_automatic_number_stands_there_in_words() -> None:
    m = Manuscript(0, (Paragraph("统一思想", 1, "一、", "heading1", listed="3/0"),))
    assert again(made(m)).paragraphs[0].text == "一、统一思想"


def test_nothing_in_it_comes_from_somebody_elses_template() -> None:
    data = made(manuscript_of(SPEECH))
    with ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        words = "".join(package.read(name).decode("utf-8") for name in names)
    assert not [name for name in names if "theme" in name or "thumbnail" in name]
    assert "python" not in words and "2013" not in words and "en-US" not in words
    assert "pBdr" not in words and 'Theme="' not in words
    assert member(data, "word/styles.xml").count("<w:style ") < 20
    assert '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"' in member(data, "word/styles.xml")


def test_the_author_is_the_one_of_the_settings_and_the_dates_are_true(tmp_path: Path) -> None:
    m, path = manuscript_of("甲"), tmp_path / "新.docx"
    options = SaveOptions(by=Authorship("林致远", NINE))
    first = save(new_document(m, "docx"), m, path, options)
    found = properties(path)
    assert (found.author, found.last_modified_by) == ("林致远", "林致远")
    assert found.created == found.modified == NINE
    later = NINE + timedelta(hours=2)
    save(first.opened, manuscript_of("乙"), path, SaveOptions(by=Authorship("林致远", later)))
    assert (properties(path).created, properties(path).modified) == (NINE, later)


def test_without_an_author_nobody_is_named() -> None:
    core = member(made(manuscript_of(SPEECH), Authorship(" ", NINE)), "docProps/core.xml")
    assert "creator" not in core and "lastModifiedBy" not in core and "dc:title" not in core


def test_it_is_saved_and_goes_on_under_its_name(tmp_path: Path) -> None:
    m, path = manuscript_of("甲\u2028乙"), tmp_path / "新.docx"
    done = save(new_document(m, "docx"), m, path)
    assert open_document(path).manuscript.text == m.text and open_document(path).notes == ()
    assert save(done.opened, manuscript_of("改")).opened.path == path
