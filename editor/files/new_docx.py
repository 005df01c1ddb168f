"""A docx for a text that never was one: plain, in the faces of an office text.

The final edition with its exact page is `final_docx`; this is a file to go on writing in.
"""

from __future__ import annotations

import io
from typing import Any

from editor.files.paragraph_patch import storable
from editor.files.pieces import SOFT_BREAK
from editor.manuscript.manuscript import Manuscript

# GB/T 9704-2012 5.2: margins in mm (top, bottom, left, right), 3号 = 16 pt, 2号 = 22 pt.
_MARGINS = (37, 35, 28, 26)
_BODY, _TITLE = 16, 22
_FACES = {"title": "方正小标宋简体", "heading1": "黑体", "heading2": "楷体"}
_SPACES = (" ", "\u3000", "\t")
_PITCH = 28.95  # pt: 22 lines on 225 mm


def new_docx(manuscript: Manuscript) -> bytes:
    """The bytes of a new docx with the text."""
    from docx import Document

    document: Any = Document()
    _set_page(document)
    _set_style(document.styles["Normal"], "仿宋", _BODY, bold=False)
    for role in ("title", *(f"heading{n}" for n in range(1, 10))):
        size = _TITLE if role == "title" else _BODY
        _set_style(document.styles[_style_name(role)], _FACES.get(role, "仿宋"), size, bold=False)
    for paragraph in manuscript.paragraphs:
        added = document.add_paragraph(style=_style_name(paragraph.style))
        _set_lines(added, paragraph.style, indented=paragraph.text.startswith(_SPACES))
        text = storable(paragraph.label + paragraph.text)
        for number, line in enumerate(text.split(SOFT_BREAK)):
            if number:
                added.add_run().add_break()
            added.add_run(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _style_name(role: str) -> str:
    if role == "title":
        return "Title"
    return f"Heading {role[-1]}" if role.startswith("heading") else "Normal"


def _set_page(document: Any) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        Mm(one) for one in _MARGINS
    )


def _set_style(style: Any, face: str, size: int, *, bold: bool) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # theme attributes would win over the names
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), face)


def _set_lines(paragraph: Any, role: str, *, indented: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    look = paragraph.paragraph_format
    look.space_before = look.space_after = Pt(0)
    look.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    look.line_spacing = Pt(_PITCH)
    if role == "title":
        look.line_spacing = Pt(_TITLE * 1.6)
        look.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif not indented:  # typed spaces in front would come on top
        look.first_line_indent = Pt(2 * _BODY)
