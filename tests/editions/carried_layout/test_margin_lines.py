"""Headers and footers of the file in the margins, on wish only."""

from editor.editions.compose import compose
from editor.editions.composed_pages import Pages
from editor.editions.styles import OFFICIAL, PT_PER_MM
from editor.editions.text_measure import FixedMeasure
from editor.files.docx_carried.carried_text import carried_text
from editor.manuscript.outline.sections import Outline
from tests.files.made import KIND, W, docx, opened, relations
from tests.files.rich import para

TOP, FOOT = 37 * PT_PER_MM, 262 * PT_PER_MM
PARTS = {"r0": ("header", "header1.xml"), "r1": ("footer", "footer1.xml")}
BOX = (
    "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>"
    "</mc:AlternateContent>"
)


def field(code: str, shown: str) -> str:
    """A field with what it showed when the file was saved."""
    ends = [
        f'<w:r><w:fldChar w:fldCharType="{end}"/></w:r>' for end in ("begin", "separate", "end")
    ]
    told = f"<w:r><w:instrText> {code} </w:instrText></w:r>"
    return f"{ends[0]}{told}{ends[1]}<w:r><w:t>{shown}</w:t></w:r>{ends[2]}"


def paged(header: str, footer: str, *, body: str = "", wished: bool = True) -> Pages:
    references = "".join(
        f'<w:{kind}Reference w:type="default" xmlns:r="{KIND}" r:id="{name}"/>'
        for name, (kind, _) in PARTS.items()
    )
    whole = (body or para("国" * 1300)) + para(
        "末", properties=f"<w:sectPr>{references}</w:sectPr>"
    )
    space = f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    more: dict[str, bytes | str] = {
        "word/header1.xml": f"<w:hdr {space}>{header}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {space}>{footer}</w:ftr>",
        "word/_rels/document.xml.rels": relations(header="header1.xml", footer="footer1.xml"),
    }
    file = opened(docx(whole, **more))
    shown = carried_text(file, file.manuscript)
    return compose(
        file.manuscript, Outline(), OFFICIAL, FixedMeasure(), carried=shown, margins=wished
    )


def margins(pages: Pages) -> list[tuple[str, str]]:
    """The words above and below the type area of each page."""
    return [
        (
            "".join(n.text for n in page.lines if n.y < TOP),
            "".join(n.text for n in page.lines if n.y > FOOT),
        )
        for page in pages.pages
    ]


NUMBERS = para("第", field("PAGE", "7"), "页共", field("NUMPAGES \\* MERGEFORMAT", "9"), "页")


def test_words_stand_in_the_margins_with_the_numbers_of_these_pages() -> None:
    pages = paged(para("内部资料"), NUMBERS)
    assert margins(pages) == [("内部资料", f"第{n}页共3页") for n in (1, 2, 3)]
    assert not any(page.folio.text for page in pages.pages)


def test_nothing_of_it_is_shown_unless_it_is_wished() -> None:
    pages = paged(para("内部资料"), NUMBERS, wished=False)
    assert margins(pages) == [("", "")] * 3
    assert [page.folio.text for page in pages.pages] == ["— 1 —", "— 2 —", "— 3 —"]


def test_a_header_alone_leaves_the_page_number_of_the_edition() -> None:
    pages = paged(para("内部资料"), "")
    assert margins(pages)[0] == ("内部资料", "") and pages.pages[0].folio.text == "— 1 —"


def test_a_page_number_in_a_text_box_is_there_once() -> None:
    boxed = f"<w:r>{BOX.format(f'<w:pict><w:txbxContent>{NUMBERS}</w:txbxContent></w:pict>')}</w:r>"
    assert margins(paged("", para(boxed)))[1] == ("", "第2页共3页")


def test_the_text_itself_stands_as_it_stands_without_them() -> None:
    with_margins, without = paged(para("甲"), NUMBERS), paged(para("甲"), NUMBERS, wished=False)
    for shown, plain in zip(with_margins.pages, without.pages, strict=True):
        assert [n for n in shown.lines if TOP < n.y < FOOT] == list(plain.lines)


def test_however_many_lines_a_header_has_they_stand_on_the_sheet() -> None:
    page = paged(para("甲") * 30, para("乙") * 30).pages[0]
    ys = [line.y for line in page.lines if line.y < TOP or line.y > FOOT]
    assert len(ys) == 60 and min(ys) > 5 * PT_PER_MM and max(ys) < 292 * PT_PER_MM
