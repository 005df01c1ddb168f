"""Header, footers, section and settings of a docx made anew."""

from __future__ import annotations

from typing import NamedTuple

from editor.editions.styles import HEI, PT_PER_MM, Edition, Face, PaperSheet, Role
from editor.files.docx_new.new_styles import W, line_twips, mm_twips, run_look, twips
from editor.files.docx_parts.xml_escape import escape, quoteattr

_MARGIN_LINE = 20.0  # pt, the exact height of the one line in header and footer
_DRAFT = "草稿"
_HEADER_RISE = 10.0  # mm from the type area up to the middle of the header's line


def footer_xml(edition: Edition, *, even: bool) -> str:
    """A footer with the page number: odd pages right, even left, one character in."""
    folio = edition.folio
    inset, chars = twips(folio.inset * folio.size), folio.inset * 100
    side, end = ("left", "left") if even else ("right", "right")
    look = f"<w:rPr>{run_look(folio.face, folio.size)}</w:rPr>"
    before, field, behind = folio.form.partition("{}")
    runs = "".join(
        f"<w:r>{look}{content}</w:r>"
        for content in (
            _text(before),
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            _text("2" if even else "1"),
            '<w:fldChar w:fldCharType="end"/>',
            _text(behind),
        )
        if field
    )
    indent = f'<w:ind w:{side}Chars="{chars}" w:{side}="{inset}"/><w:jc w:val="{end}"/>'
    return f'<w:ftr xmlns:w="{W}">{_margin_line(indent, runs)}</w:ftr>'


def header_xml(number: int) -> str:
    """The header of a draft."""
    return (
        f'<w:hdr xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        f"{draft_line(number)}</w:hdr>"
    )


def draft_line(number: int) -> str:
    """The line that says 草稿 above the text and, pale, across the page."""
    look = f"<w:rPr>{run_look(HEI, 16)}</w:rPr>"
    words = f"<w:r>{look}{_text(f'【{_DRAFT}】')}</w:r>"
    return _margin_line('<w:jc w:val="center"/>', words + _watermark(number))


class SectionPage(NamedTuple):
    """What a section has of its own, each '' where it is as usual.

    ``turned``: paper lying across; ``notes``: how notes are numbered; ``references`` to headers
    and footers; ``numbers``: how pages are numbered; ``first``: a first page unlike the others;
    ``flows``: begins on the page where the one before ends.
    """

    turned: bool = False
    notes: str = ""
    references: str = ""
    numbers: str = ""
    first: str = ""
    flows: bool = False


def section_xml(
    edition: Edition, *, draft: bool, cells: bool = True, page: SectionPage | None = None
) -> str:
    """The section: sheet, margins and the grid of lines and characters.

    Without ``cells`` of lines alone: LibreOffice gives a character that is wider than its cell
    two cells, so half as many stand on a line.
    """
    grid = "linesAndChars" if cells else "lines"
    space = f' w:charSpace="{char_space(edition)}"' if cells else ""
    page = page or SectionPage()
    sheet, across = edition.sheet, ""
    if page.turned:  # the sheet turned to the left: what was its head is now its right side
        sheet, across = _turned(sheet), ' w:orient="landscape"'
    half = _MARGIN_LINE / 2 / PT_PER_MM
    footer = mm_twips(sheet.bottom - edition.folio.below - half)
    header = mm_twips(sheet.top - _HEADER_RISE - half)
    flows = '<w:type w:val="continuous"/>' if page.flows else ""
    return (
        f"<w:sectPr>{page.references or _references(draft)}{page.notes}{flows}"
        f'<w:pgSz w:w="{mm_twips(sheet.width)}" '
        f'w:h="{mm_twips(sheet.height)}"{across}/><w:pgMar w:top="{mm_twips(sheet.top)}" '
        f'w:right="{mm_twips(sheet.right)}" w:bottom="{mm_twips(sheet.bottom)}" '
        f'w:left="{mm_twips(sheet.left)}" w:header="{header}" w:footer="{footer}" w:gutter="0"/>'
        f'{page.numbers}<w:cols w:space="425"/>{page.first}<w:docGrid w:type="{grid}" '
        f'w:linePitch="{line_twips(edition)}"{space}/></w:sectPr>'
    )


def _references(draft: bool) -> str:
    return "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="{kind}-{pages}"/>'
        for kind in (["footer", "header"] if draft else ["footer"])
        for pages in ("default", "even")
    )


def _turned(sheet: PaperSheet) -> PaperSheet:
    return PaperSheet(sheet.height, sheet.width, sheet.left, sheet.right, sheet.bottom, sheet.top)


def char_space(edition: Edition) -> int:
    """The grid's addition to the body's type size, in 1/4096 pt; negative is tighter."""
    size = edition.styles[Role.BODY].size
    # Rounded towards tighter, or the last character of a full line goes to the next.
    return int((edition.cell - size) * 4096) - 1


def settings_xml() -> str:
    """Settings as a Chinese Word writes them; odd and even pages differ."""
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
        "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>"
        "<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>"
        "<w:adjustLineHeightInTable/><w:useFELayout/>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/></w:settings>'
    )


def font_table_xml(faces: list[Face]) -> str:
    """The fonts with other names of the same face, for machines that lack the first."""
    entries = "".join(
        f"<w:font w:name={quoteattr(face.official)}>"
        f'<w:altName w:val={quoteattr(",".join(face.kin))}/><w:charset w:val="86"/></w:font>'
        for face in faces
    )
    return f'<w:fonts xmlns:w="{W}">{entries}</w:fonts>'


def _margin_line(layout: str, runs: str) -> str:
    height = twips(_MARGIN_LINE)
    return (
        '<w:p><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="{height}" w:lineRule="exact"/>{layout}</w:pPr>{runs}</w:p>'
    )


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def _watermark(number: int) -> str:
    """Word's own kind of watermark, which WPS shows too."""
    style = (
        "position:absolute;margin-left:0;margin-top:0;width:300pt;height:150pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    face = f"font-family:&quot;{HEI.official}&quot;;font-size:1pt"
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>'
        f'</v:shapetype><v:shape id="PowerPlusWaterMarkObject{number}" '
        f'o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" style="{style}" o:allowincell="f" '
        f'fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="{face}" string="{_DRAFT}"/></v:shape></w:pict></w:r>'
    )
