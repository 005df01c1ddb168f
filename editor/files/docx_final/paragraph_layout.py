"""Where the lines of a source's paragraph stand: what a final keeps of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from editor.files.docx.styles_part import Styles
from editor.files.docx.xml_tree import attribute, child, local_name, value_of
from editor.files.docx_final.word_xml import word_xml
from editor.manuscript.whole_number import whole_number

_OFF = ("0", "false", "off")
_JC = {"start": "left", "end": "right"}


class ParagraphLayout(NamedTuple):
    """Alignment as in w:jc ('' unsaid), its right indent in twips, tab stops, a page break.

    ``border`` are its lines, as under a red head; ``frame`` counts in headers and footers only.
    """

    align: str = ""
    right: int = 0
    tabs: str = ""
    new_page: bool = False
    frame: str = ""
    border: str = ""


def layout_of(paragraph: Any, styles: Styles) -> ParagraphLayout:
    """The layout of a w:p, its own properties first, then its style's."""
    own = child(paragraph, "pPr")
    style = None if own is None else value_of(own, "pStyle")
    rows = styles.properties(style, "pPr")
    rows = rows if own is None else [own, *rows]
    if not rows:
        return ParagraphLayout()
    jc = _first(rows, lambda one: value_of(one, "jc"))
    new_page = _first(rows, _breaks)
    tabs = _first(rows, lambda one: child(one, "tabs"))
    align = _JC.get(jc or "", jc or "")
    right = _right(rows) if align == "right" else 0
    frame, border = (_first(rows, lambda one, n=n: child(one, n)) for n in ("framePr", "pBdr"))
    border = None if border is None or not _draws(border) else border
    tabs, frame, border = ("" if one is None else word_xml(one) for one in (tabs, frame, border))
    return ParagraphLayout(align, right, tabs, bool(new_page), frame, border)


def section_of(paragraph: Any) -> Any:
    """The w:sectPr that a paragraph ends a section with, or None."""
    own = child(paragraph, "pPr")
    return None if own is None else child(own, "sectPr")


def _first(rows: list[Any], ask: Callable[[Any], Any]) -> Any:
    return next((said for one in rows if (said := ask(one)) is not None), None)


def _draws(borders: Any) -> bool:
    return any(attribute(one, "val") not in ("nil", "none", None) for one in borders)


def _breaks(properties: Any) -> bool | None:
    found = child(properties, "pageBreakBefore")
    return None if found is None else attribute(found, "val") not in _OFF


def _right(rows: list[Any]) -> int:
    for one in rows:
        for indent in one:
            if local_name(indent.tag) == "ind":
                said = attribute(indent, "right") or attribute(indent, "end")
                return max(0, whole_number(said))
    return 0
