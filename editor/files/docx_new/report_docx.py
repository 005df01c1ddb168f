"""A report (the 校核单) as a docx with real tables: heads repeat, rows stay whole.

Packed like the final: written part by part, its faces named throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.editions.report import Report, ReportBlock, ReportCell, ReportColumn, ReportTable
from editor.editions.report_style import CELL_PAD, CELL_PITCH, CELL_SIZE, REPORT
from editor.editions.styles import HEI, Edition, Face
from editor.files.authorship import Authorship
from editor.files.docx_new.new_package import RELATIONSHIPS, NewParts, clean, package
from editor.files.docx_new.new_styles import W, fonts, mm_twips, styles_xml, twips
from editor.files.docx_new.section_parts import section_xml
from editor.files.docx_parts.xml_escape import escape

_BREAKS = re.compile("[\n\u2028]")
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def write_report_docx(report: Report, edition: Edition = REPORT) -> bytes:
    """The bytes of the docx."""
    blocks = "".join(map(_block, report.blocks))
    body = _paragraph("Title", report.title) + blocks
    document = (
        f'<w:document xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}"><w:body>{body}'
        f"{section_xml(edition, draft=False)}</w:body></w:document>"
    )
    parts = NewParts(document, styles_xml(edition, 0), clean(report.title), Authorship())
    return package(parts, edition, draft=False)


def _block(block: ReportBlock) -> str:
    made = [_paragraph("Heading1", block.heading)] if block.heading else []
    made += [_paragraph("SpeechBody", line) for line in block.lines]
    if block.table:
        # Two tables without a paragraph between them would become one.
        made += [_table(block.table), _paragraph("SpeechBody", "")]
    return "".join(made)


def _paragraph(style: str, text: str) -> str:
    run = f"<w:r>{_words(text)}</w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _table(table: ReportTable) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _BORDERS
    )
    widths = [mm_twips(column.width) for column in table.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    pad = twips(CELL_PAD)
    head = tuple(ReportCell(c.title, ((0, len(c.title)),)) for c in table.columns)
    rows = [_row(head, table.columns, head=True)]
    rows += [_row(row, table.columns) for row in table.rows]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:top w:w="{pad}" w:type="dxa"/><w:left w:w="{pad}" w:type="dxa"/>'
        f'<w:bottom w:w="{pad}" w:type="dxa"/><w:right w:w="{pad}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: Sequence[ReportCell], columns: Sequence[ReportColumn], *, head: bool = False
) -> str:
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{mm_twips(column.width)}" w:type="dxa"/></w:tcPr>'
        f"{_cell(cell, centred=head or column.centred)}</w:tc>"
        for cell, column in zip(cells, columns, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def _cell(cell: ReportCell, *, centred: bool) -> str:
    align = "center" if centred else "left"
    runs = "".join(_run(text, HEI if strong else None) for text, strong in _pieces(cell))
    return (
        '<w:p><w:pPr><w:pStyle w:val="SpeechFrame"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="{twips(CELL_PITCH)}" w:lineRule="exact"/>'
        f'<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'
    )


def _pieces(cell: ReportCell) -> Iterator[tuple[str, bool]]:
    done = 0
    for start, end in cell.strong:
        yield cell.text[done:start], False
        yield cell.text[start:end], True
        done = end
    yield cell.text[done:], False


def _run(text: str, face: Face | None) -> str:
    if not text:
        return ""
    half = round(CELL_SIZE * 2)
    look = fonts(face) if face else '<w:rFonts w:hint="eastAsia"/>'
    size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    return f"<w:r><w:rPr>{look}{size}</w:rPr>{_words(text)}</w:r>"


def _words(text: str) -> str:
    lines = _BREAKS.split(clean(text))
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
