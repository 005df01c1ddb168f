"""The final docx, read back from its XML and by python-docx."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from editor.blanks.blank import Blank, BlankKind
from editor.editions.styles import OFFICIAL
from editor.files.docx_new.final_docx import FinalOptions, write_final_docx
from editor.files.text_file import final_text
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.sections import Outline, SectionKind
from editor.manuscript.paragraph import Paragraph, Position, Span
from tests.editions.speech import RUN_IN, TITLE, section, speech

NAMED = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}"))


def values(root: Any, path: str, *names: str) -> list[str]:
    found = root.find(f".//{qn(path)}")
    return [found.get(qn(name)) for name in names]


def paragraphs(data: bytes) -> list[Any]:
    return list(part(data, "document.xml").iter(qn("w:p")))


def text_of(paragraph: Any) -> str:
    return "".join(t.text for t in paragraph.iter(qn("w:t")))


def runs(paragraph: Any) -> Iterator[tuple[str, str | None]]:
    for run in paragraph.iter(qn("w:r")):
        fonts = run.find(f".//{qn('w:rFonts')}")
        yield text_of(run), fonts.get(qn("w:eastAsia"))


@pytest.fixture
def final() -> bytes:
    return write_final_docx(*speech(), OFFICIAL).data


def test_the_sheet_is_a4_with_the_margins_of_the_standard(final: bytes) -> None:
    root = part(final, "document.xml")
    assert values(root, "w:pgSz", "w:w", "w:h") == ["11906", "16838"]
    margins = values(root, "w:pgMar", "w:top", "w:bottom", "w:left", "w:right")
    assert margins == ["2098", "1984", "1587", "1474"]


def test_the_grid_holds_22_lines_of_28_characters(final: bytes) -> None:
    root = part(final, "document.xml")
    kind, pitch, space = values(root, "w:docGrid", "w:type", "w:linePitch", "w:charSpace")
    assert kind == "linesAndChars"
    assert int(pitch) * 22 <= 16838 - 2098 - 1984 < int(pitch) * 23
    cell = (16 + int(space) / 4096) * 20
    assert cell * 28 <= 11906 - 1587 - 1474 < cell * 29


def test_the_line_pitch_is_exact(final: bytes) -> None:
    found = values(part(final, "styles.xml"), "w:spacing", "w:line", "w:lineRule")
    assert found == ["579", "exact"]


@pytest.mark.parametrize("name", ["styles.xml", "document.xml", "footer1.xml"])
def test_no_face_comes_from_a_theme(final: bytes, name: str) -> None:
    for fonts in part(final, name).iter(qn("w:rFonts")):
        assert not any("heme" in key for key in fonts.keys())  # noqa: SIM118 (lxml)
        assert fonts.get(qn("w:hint")) == "eastAsia"
        assert len({fonts.get(qn(key)) for key in NAMED}) == 1


def test_every_style_names_its_face_for_every_script(final: bytes) -> None:
    root = part(final, "styles.xml")
    faces = {
        style.get(qn("w:styleId")): [style.find(f".//{qn('w:rFonts')}").get(qn(k)) for k in NAMED]
        for style in root.iter(qn("w:style"))
        if style.get(qn("w:type")) == "paragraph"
    }
    assert faces["Title"] == ["方正小标宋简体"] * 4
    assert faces["SpeechByline"] == ["楷体_GB2312"] * 4
    assert faces["SpeechBody"] == ["仿宋_GB2312"] * 4
    assert faces["Heading1"] == ["黑体"] * 4


def test_a_heading_run_into_its_body_has_its_face_for_its_words_only(final: bytes) -> None:
    assert list(runs(paragraphs(final)[6])) == [
        ("（一）围绕中心设项目。", "楷体_GB2312"),
        (RUN_IN.partition("。")[2], None),
    ]


def test_the_paragraphs_carry_styles_by_their_roles(final: bytes) -> None:
    names = [p.style.name for p in docx.Document(io.BytesIO(final)).paragraphs]
    assert names[:4] == ["Title", "讲话署名", "讲话署名", "讲话称谓"]
    assert names[4:] == ["讲话正文", "Heading 1", "讲话正文", "讲话正文"]


def test_the_navigation_pane_gets_the_levels_of_the_tree(final: bytes) -> None:
    run_in = paragraphs(final)[6].find(f".//{qn('w:outlineLvl')}")
    assert run_in.get(qn("w:val")) == "1"
    styles = part(final, "styles.xml").iter(qn("w:style"))
    heading = next(s for s in styles if s.get(qn("w:styleId")) == "Heading1")
    assert heading.find(f".//{qn('w:outlineLvl')}").get(qn("w:val")) == "0"


def test_with_two_speeches_the_titles_are_the_first_level_and_the_second_a_new_page() -> None:
    m = manuscript_of("讲话一\n一、抓实\n讲话二\n正文。")
    at = [Position(i, 0) for i in range(4)]
    one = section(SectionKind.SECTION, 1, at[1], at[2], at[2])
    outline = Outline(
        (
            section(SectionKind.TITLE, 0, at[0], at[1], at[2], (one,)),
            section(SectionKind.TITLE, 0, at[2], at[3], m.end),
        )
    )
    data = write_final_docx(m, outline, OFFICIAL).data
    assert [p.style.name for p in docx.Document(io.BytesIO(data)).paragraphs][1] == "Heading 2"
    breaks = [p.find(f".//{qn('w:pageBreakBefore')}") is not None for p in paragraphs(data)]
    assert breaks == [False, False, True, False]


def test_body_paragraphs_are_indented_by_two_characters_and_the_salutation_is_not(
    final: bytes,
) -> None:
    styles = {s.get(qn("w:styleId")): s for s in part(final, "styles.xml").iter(qn("w:style"))}
    assert values(styles["SpeechBody"], "w:ind", "w:firstLineChars") == ["200"]
    assert styles["SpeechSalutation"].find(f".//{qn('w:ind')}") is None


def test_page_numbers_are_fields_right_on_odd_and_left_on_even_pages(final: bytes) -> None:
    for name, side, indent in (
        ("footer1.xml", "right", "w:rightChars"),
        ("footer2.xml", "left", "w:leftChars"),
    ):
        footer = part(final, name)
        assert footer.find(f".//{qn('w:instrText')}").text.strip() == "PAGE"
        assert text_of(footer).startswith("— ") and text_of(footer).endswith(" —")
        assert values(footer, "w:jc", "w:val") == [side]
        assert values(footer, "w:ind", indent) == ["100"]
    assert part(final, "settings.xml").find(qn("w:evenAndOddHeaders")) is not None


def test_the_page_number_stands_7_mm_below_the_type_area(final: bytes) -> None:
    (footer,) = values(part(final, "document.xml"), "w:pgMar", "w:footer")
    middle = int(footer) / 20 + 10  # pt from the foot of the sheet; the line is 20 pt
    assert 297 - middle / 72 * 25.4 == pytest.approx(297 - 35 + 7, abs=0.05)


def test_widow_control_is_off_and_headings_stay_with_what_follows(final: bytes) -> None:
    root = part(final, "styles.xml")
    assert values(root, "w:widowControl", "w:val") == ["0"]
    heading = next(s for s in root.iter(qn("w:style")) if s.get(qn("w:styleId")) == "Heading1")
    assert heading.find(f".//{qn('w:keepNext')}") is not None


def test_a_machine_without_the_official_face_is_told_of_its_kin(final: bytes) -> None:
    entries = part(final, "fontTable.xml").iter(qn("w:font"))
    names = {f.get(qn("w:name")): values(f, "w:altName", "w:val")[0] for f in entries}
    assert "仿宋" in names["仿宋_GB2312"].split(",")


def test_a_long_title_is_broken_by_meaning() -> None:
    title = "在全县安全生产暨防汛抗旱工作会议上的讲话提纲初稿"
    first = paragraphs(write_final_docx(*speech(title=title), OFFICIAL).data)[0]
    assert [text_of(run) for run in first.iter(qn("w:r"))] == [
        "在全县安全生产暨",
        "",
        "防汛抗旱工作会议上的讲话提纲初稿",
    ]


def blanks_of(m: Manuscript) -> list[Blank]:
    at = m.paragraphs[6].text.index("X")
    return [Blank(Span(6, at, at + 1), BlankKind.X, "X")]


def test_a_draft_says_so_on_odd_and_even_pages_and_its_blanks_are_highlighted() -> None:
    m, outline = speech("（一）请X工会抓实。请大家放心。")
    data = write_final_docx(m, outline, OFFICIAL, FinalOptions(True, blanks_of(m))).data
    for name in ("header1.xml", "header2.xml"):
        header = part(data, name)
        assert text_of(header) == "【草稿】"
        assert header.find(".//{urn:schemas-microsoft-com:vml}textpath[@string]") is not None
    marked = [r for p in paragraphs(data) for r in p.iter(qn("w:highlight"))]
    assert [text_of(mark.getparent().getparent()) for mark in marked] == ["X"]


def test_a_final_has_neither_header_nor_highlight() -> None:
    m, outline = speech("（一）请X工会抓实。")
    data = write_final_docx(m, outline, OFFICIAL, FinalOptions(blanks=blanks_of(m))).data
    assert "header1.xml" not in str(zipfile.ZipFile(io.BytesIO(data)).namelist())
    assert part(data, "document.xml").find(f".//{qn('w:highlight')}") is None


def test_an_automatic_number_is_written_out() -> None:
    m = Manuscript(0, (Paragraph("抓实竞赛", label="一、"), Paragraph("")))
    assert text_of(paragraphs(write_final_docx(m, Outline(), OFFICIAL).data)[0]) == "一、抓实竞赛"


def test_it_opens_with_its_title_in_the_properties(final: bytes) -> None:
    opened = docx.Document(io.BytesIO(final))
    assert opened.core_properties.title == TITLE and opened.core_properties.author == ""


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), min_size=1, max_size=5))
@settings(max_examples=50)
def test_any_text_gives_a_docx_that_opens_with_all_its_words(lines: list[str]) -> None:
    m = manuscript_of("\n".join(line.replace("\n", "") for line in lines))
    opened = docx.Document(io.BytesIO(write_final_docx(m, Outline(), OFFICIAL).data))
    wanted = "".join(c for c in m.text if c.isprintable() and not c.isspace())
    got = "".join(p.text for p in opened.paragraphs)
    assert "".join(c for c in got if c.isprintable() and not c.isspace()) == wanted


def test_the_text_of_the_final_has_its_automatic_numbers_and_ends_with_a_line_feed() -> None:
    m = Manuscript(
        0, (Paragraph("抓实\u2028竞赛 ", label="一、"), Paragraph("正文。"), Paragraph(""))
    )
    assert final_text(m) == "一、抓实\n竞赛\n正文。\n"
