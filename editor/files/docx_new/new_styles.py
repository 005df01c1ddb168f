"""The styles of a docx made anew, written from an edition's values.

Every face is named for ascii, hAnsi, eastAsia and cs and no theme is referred to, or
word processors set “ ” … — and digits in a Latin face.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import NamedTuple

from editor.editions.styles import PT_PER_MM, Align, Edition, Face, Role, RoleStyle
from editor.files.docx_parts.xml_escape import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEADING_LEVELS = 9  # Word's own

# Style ids and names: the built-in ones where Word has one, so that its panes know them.
STYLE_IDS = {
    Role.TITLE: ("Title", "Title"),
    Role.SUBTITLE: ("Subtitle", "Subtitle"),
    Role.BYLINE: ("SpeechByline", "讲话署名"),
    Role.SALUTATION: ("SpeechSalutation", "讲话称谓"),
    Role.BODY: ("SpeechBody", "讲话正文"),
    Role.FRAME: ("SpeechFrame", "讲话附文"),
}


def twips(pt: float) -> int:
    """Twentieths of a point."""
    return round(pt * 20)


def mm_twips(mm: float) -> int:
    """Twips of a length in millimetres."""
    return twips(mm * PT_PER_MM)


def line_twips(edition: Edition) -> int:
    """The exact line pitch: rounded down, or the last line would not fit the page."""
    return int(edition.pitch * 20)


def fonts(face: Face) -> str:
    """The rFonts element of a face; the hint keeps quotes and dashes Chinese."""
    name = quoteattr(face.official)
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>'
    )


def run_look(face: Face, size: float, tighter: int = 0) -> str:
    """The contents of rPr for a face at a size in pt, its characters closer by twips."""
    half = round(size * 2)
    spacing = f'<w:spacing w:val="-{tighter}"/>' if tighter else ""
    return f'{fonts(face)}{spacing}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def heading_style_id(level: int) -> str:
    """The style of a heading; level 1 is Word's 标题 1."""
    return f"Heading{min(level, HEADING_LEVELS)}"


class _Grid(NamedTuple):
    """An edition, and whether its sections give each character a cell."""

    edition: Edition
    cells: bool

    def tighter(self, style: RoleStyle) -> int:
        """By how many twips characters come closer, so that a line holds its number."""
        if self.cells or not style.gridded:
            return 0
        return max(0, ceil((style.size - self.edition.cell) * 20))


def styles_xml(edition: Edition, deeper: int, *, cells: bool = True, more: str = "") -> str:
    """All of styles.xml, ``more`` of them last.

    Headings of the edition begin at Word's level ``1 + deeper``.
    Without ``cells`` (`section_xml`) type is set closer to have its number on a line.
    """
    body = edition.styles[Role.BODY]
    grid = _Grid(edition, cells)
    made = [_normal(edition, body)]
    for role, (style_id, name) in STYLE_IDS.items():
        level = 0 if role is Role.TITLE and deeper else None
        made.append(_style(style_id, name, edition.styles[role], grid, level))
    heading = edition.styles[Role.HEADING]
    for level in range(1, HEADING_LEVELS + 1):
        face = edition.heading_face(max(1, level - deeper))
        look = replace(heading, face=face)
        made.append(_style(f"Heading{level}", f"heading {level}", look, grid, level - 1))
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f"{run_look(body.face, body.size)}"
        '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>{''.join(made)}{more}</w:styles>"
    )


def _normal(edition: Edition, body: RoleStyle) -> str:
    widow = int(edition.widow_control)
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:qFormat/><w:pPr><w:widowControl w:val="{widow}"/><w:overflowPunct w:val="0"/>'
        # Space between Chinese and digits would push characters off the grid.
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{line_twips(edition)}" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr>{run_look(body.face, body.size)}</w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )


def _style(style_id: str, name: str, style: RoleStyle, grid: _Grid, level: int | None) -> str:
    parts = ["<w:keepNext/>"] if style.keep_next else []
    if not style.gridded:
        parts.append('<w:snapToGrid w:val="0"/>')
    if style.indent:
        indent = twips(style.indent * grid.edition.cell)
        chars = style.indent * 100
        parts.append(f'<w:ind w:firstLineChars="{chars}" w:firstLine="{indent}"/>')
    if style.align is Align.CENTRE:
        parts.append('<w:jc w:val="center"/>')
    if level is not None:
        parts.append(f'<w:outlineLvl w:val="{level}"/>')
    own = "" if name.isascii() else ' w:customStyle="1"'
    following = "" if style_id == "SpeechBody" else '<w:next w:val="SpeechBody"/>'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style_id}"><w:name w:val="{escape(name)}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{"".join(parts)}</w:pPr>'
        f"<w:rPr>{run_look(style.face, style.size, grid.tighter(style))}</w:rPr></w:style>"
    )
