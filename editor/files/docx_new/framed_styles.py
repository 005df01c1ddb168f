"""Styles of what a final carries besides the speech: cells, boxes, notes, headers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from editor.editions.styles import SIZES, Edition, Role
from editor.files.docx_new.new_styles import run_look, twips


class FramedStyle(NamedTuple):
    """A paragraph style: id, name, size in half points, whether sizes of the source count.

    Cells and boxes were drawn for the size of their words: it stays, up to the body's.
    """

    id: str
    name: str
    size: int
    own_sizes: bool


_CELL = FramedStyle("SpeechCell", "讲话表格文字", round(SIZES["小四"] * 2), True)
_NOTE = FramedStyle("FootnoteText", "footnote text", round(SIZES["小四"] * 2), False)
_MARGIN = FramedStyle("SpeechMargin", "讲话页眉页脚", round(SIZES["五号"] * 2), True)
FRAMED_STYLES: Mapping[str, FramedStyle] = MappingProxyType(
    {"cell": _CELL, "box": _CELL, "note": _NOTE, "margin": _MARGIN}
)


def framed_styles_xml(edition: Edition) -> str:
    """The styles, to be added to those of the edition."""
    face = edition.styles[Role.FRAME].face
    made = "".join(
        f'<w:style w:type="paragraph"{_custom(style)} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:pPr>'
        f'<w:snapToGrid w:val="0"/><w:spacing w:line="{_line(style)}" w:lineRule="auto"/></w:pPr>'
        f"<w:rPr>{run_look(face, style.size / 2)}</w:rPr></w:style>"
        for style in (_CELL, _NOTE, _MARGIN)
    )
    numbers = "".join(
        f'<w:style w:type="character" w:styleId="{name}Reference">'
        f'<w:name w:val="{name.lower()} reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        for name in ("Footnote", "Endnote")
    )
    return made + numbers


def _custom(style: FramedStyle) -> str:
    return "" if style.name.isascii() else ' w:customStyle="1"'


def _line(style: FramedStyle) -> int:
    return twips(12)  # single: 240 twentieths, counted in 240ths of a line
