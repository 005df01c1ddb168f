"""Headers and footers come along where they are wished, and only there."""

import re
from pathlib import Path

import pytest

from editor.editions.styles import OFFICIAL
from editor.files.current_docx import current_docx
from editor.files.docx.open_docx import open_docx
from editor.files.docx_new.final_docx import FinalOptions, write_final_docx
from editor.manuscript.outline.reader import OutlineReader
from tests.bench.trials.final_carries import faults, parts_of
from tests.files.made import p
from tests.files.word_objects import R, docx_with_header, field, par, rewritten, run

HEADER = par('<w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr>', run("内部资料"))
FOOTER = par(run("第"), field("PAGE", "3"), run("页"))


def final(data: bytes, *, margins: bool, draft: bool = False) -> dict[str, str]:
    """The parts of a final as text; it has no fault."""
    opened = open_docx(Path("稿.docx"), data, None)
    m = opened.manuscript
    options = FinalOptions(draft, (), current_docx(opened, m), margins)
    made = write_final_docx(m, OutlineReader().read(m), OFFICIAL, options)
    assert not faults(made.data) and not made.left
    return {name: part.decode("utf-8", "replace") for name, part in parts_of(made.data).items()}


def shown(parts: dict[str, str], kind: str, pages: str) -> str:
    """The part that the last section refers to, '' for none."""
    document, rels = parts["word/document.xml"], parts["word/_rels/document.xml.rels"]
    said = re.findall(f'<w:{kind}Reference w:type="{pages}" r:id="([^"]+)"', document)
    target = re.search(f'Id="{said[-1]}"[^>]*Target="([^"]+)"', rels) if said else None
    return parts[f"word/{target[1]}"] if target else ""


def test_without_the_wish_there_is_the_page_number_of_the_edition_alone() -> None:
    parts = final(docx_with_header(default=HEADER, footer=FOOTER), margins=False)
    assert not any("内部资料" in part for part in parts.values())
    assert "— " in shown(parts, "footer", "default")


@pytest.mark.parametrize("pages", ["default", "even"])
def test_with_it_the_files_own_stand_on_odd_and_even_pages_and_go_on_counting(pages: str) -> None:
    parts = final(docx_with_header(default=HEADER, footer=FOOTER), margins=True)
    header, footer = (shown(parts, kind, pages) for kind in ("header", "footer"))
    assert "内部资料" in header and "<w:pBdr>" in header
    assert re.findall("<w:instrText[^>]*>([^<]+)", footer) == ["PAGE"] and "—" not in footer


def test_a_first_page_keeps_its_header() -> None:
    parts = final(docx_with_header(first=p("首页用"), default=HEADER), margins=True)
    assert "<w:titlePg/>" in parts["word/document.xml"]
    assert "首页用" in shown(parts, "header", "first")


def test_a_file_with_a_header_alone_gets_the_page_number_of_the_edition() -> None:
    parts = final(docx_with_header(default=HEADER), margins=True)
    assert "— " in shown(parts, "footer", "default") and "— " in shown(parts, "footer", "even")


@pytest.mark.parametrize("pages", ["first", "default", "even"])
def test_a_draft_says_so_above_every_page(pages: str) -> None:
    parts = final(docx_with_header(default=HEADER, footer=FOOTER), margins=True, draft=True)
    assert "草稿" in shown(parts, "header", pages)


def test_each_section_has_its_own() -> None:
    data = docx_with_header(default=HEADER, first=p("后半用"))
    own = f'<w:sectPr><w:headerReference {R} w:type="default" r:id="first"/></w:sectPr></w:body>'
    parts = final(rewritten(data, lambda x: x.replace("<w:sectPr/></w:body>", own)), margins=True)
    first, last = parts["word/document.xml"].split("</w:sectPr>")[:2]
    assert "后半用" in shown({**parts, "word/document.xml": last}, "header", "default")
    assert "内部资料" in shown({**parts, "word/document.xml": first}, "header", "default")
