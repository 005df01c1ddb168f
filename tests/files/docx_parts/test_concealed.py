"""A table's style hides its words as their own properties do, in the census and every output."""

import pytest

from editor.editions.carried import NOTHING_CARRIED
from editor.files.docx_carried.carried_text import carried_text
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.marks import HIDDEN
from tests.files.docx_final.rich_file import final
from tests.files.docx_final.rich_file import rich as with_parts
from tests.files.made import docx, opened, p, part
from tests.files.word_objects import par, run

STYLES = (
    '<w:style w:type="table" w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="T"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="table" w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="N"/>'
)


def table(style: str, cell: str) -> str:
    look = f'<w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"


def kinds(body: str) -> list[ObjectKind]:
    found = opened(docx(body + p("末"), styles=STYLES)).objects
    return [one.kind for one in found if one.kind is not ObjectKind.TABLE]


@pytest.mark.parametrize(
    ("style", "cell", "told"),
    [
        ("T", p("不印"), [ObjectKind.HIDDEN]),
        ("S", p("划掉"), [ObjectKind.STRUCK]),
        ("N", p("照印"), []),
        ("T", par(run("照印", "<w:vanish w:val='0'/>")), []),
        ("T", table("N", p("里面的表照印")) + "<w:p/>", []),
    ],
)
def test_the_census_tells_what_a_tables_style_hides(
    style: str, cell: str, told: list[ObjectKind]
) -> None:
    assert kinds(table(style, cell)) == told


def test_what_a_tables_style_hides_is_in_no_final() -> None:
    data = with_parts(p("前") + table("T", p("不印")) + table("N", p("照印")), styles=STYLES)
    made = part(final(data).data)
    assert "照印" in made and "不印" not in made


def test_pages_leave_it_out_and_checks_still_read_it() -> None:
    file = opened(docx(p("前") + table("T", p("不印")), styles=STYLES))
    found = carried_text(file, file.manuscript)
    assert found != NOTHING_CARRIED and file.manuscript.paragraphs[1].text == "不印"
    assert [mark.kind for mark in found.paragraphs[1].spans] == [HIDDEN]


def test_what_a_tables_style_strikes_stays_struck() -> None:
    made = part(final(with_parts(p("前") + table("S", p("划掉")), styles=STYLES)).data)
    assert "<w:strike/>" in made.partition("划掉")[0].rpartition("<w:r>")[2]
