"""A docx for a text that never was one: it looks as the page showed it.

The final edition with its exact page is `final_docx`; this is a file to go on writing in,
so every character stays as it was typed.
"""

from __future__ import annotations

import io
from typing import Any

from editor.editions.roles import PageParagraph, faces_of, page_paragraphs
from editor.editions.styles import OFFICIAL, Role
from editor.files.docx.text_runs import SOFT_BREAK
from editor.files.docx_patch.paragraph_patch import storable
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph

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
    parts = {part.paragraph: part for part in page_paragraphs(manuscript, outline_of(manuscript))}
    for index, paragraph in enumerate(manuscript.paragraphs):
        part = parts.get(index, PageParagraph(index, Role.BODY))
        style = paragraph.style or _style_of(part)
        added = document.add_paragraph(style=_style_name(style))
        flush = paragraph.text.startswith(_SPACES) or part.role is Role.SALUTATION
        _set_lines(added, part.role, style, indented=flush)
        _add_words(added, paragraph, () if style else _faces(part, paragraph))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _style_of(part: PageParagraph) -> str:
    """The style of a paragraph that is a title or a heading and nothing else."""
    if part.role is Role.TITLE:
        return "title"
    return f"heading{min(9, part.headings[0].level)}" if part.role is Role.HEADING else ""


def _faces(part: PageParagraph, paragraph: Paragraph) -> tuple[tuple[int, int, str], ...]:
    """Stretches of the text whose face is not the body's: headings run into it, a date line."""
    body = OFFICIAL.styles[Role.BODY].face
    found = faces_of(part, OFFICIAL, len(paragraph.text))
    return tuple((start, end, face.official) for start, end, face in found if face != body)


def _add_words(added: Any, paragraph: Paragraph, faces: tuple[tuple[int, int, str], ...]) -> None:
    _add_run(added, paragraph.label, "")
    done = 0
    for start, end, face in (*faces, (len(paragraph.text), len(paragraph.text), "")):
        _add_run(added, paragraph.text[done:start], "")
        _add_run(added, paragraph.text[start:end], face)
        done = end


def _add_run(added: Any, text: str, face: str) -> None:
    for number, line in enumerate(storable(text).split(SOFT_BREAK)):
        if number:
            added.add_run().add_break()
        if line:
            run = added.add_run(line)
            if face:
                _set_face(run._element.get_or_add_rPr().get_or_add_rFonts(), face)


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


def _set_face(fonts: Any, face: str) -> None:
    from docx.oxml.ns import qn

    fonts.attrib.clear()  # theme attributes would win over the names
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), face)


def _set_style(style: Any, face: str, size: int, *, bold: bool) -> None:
    from docx.shared import Pt, RGBColor

    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    _set_face(style.element.get_or_add_rPr().get_or_add_rFonts(), face)


def _set_lines(paragraph: Any, role: Role, style: str, *, indented: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    look = paragraph.paragraph_format
    look.space_before = look.space_after = Pt(0)
    look.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    look.line_spacing = Pt(_PITCH)
    if style == "title":
        look.line_spacing = Pt(_TITLE * 1.6)
    if style == "title" or role in (Role.SUBTITLE, Role.BYLINE):
        look.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif not indented:  # typed spaces in front would come on top
        look.first_line_indent = Pt(2 * _BODY)
