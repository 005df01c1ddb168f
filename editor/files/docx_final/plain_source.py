"""Whether a Word file says nothing beside the words that a final would carry.

Most speeches are such files: they need no tree, and their finals are made as those of texts.
"""

from __future__ import annotations

import re

from editor.files.current_docx import CurrentDocx
from editor.files.docx.package import Package
from editor.files.docx.styles_part import Styles
from editor.files.docx.xml_tree import TRANSITIONAL, attribute, local_name, parse_xml
from editor.files.docx_final.emphasis import KEPT
from editor.files.trouble import Trouble

# Face, size, colour, distances: a final has its own. What is not named here may be carried.
_SILENT = (
    "document", "body", "p", "pPr", "r", "rPr", "t", "rFonts", "sz", "szCs", "bCs", "iCs", "lang",
    "kern", "spacing", "ind", "color", "proofErr", "bookmarkStart", "bookmarkEnd", "sectPr", "pgSz",
    "pgMar", "cols", "docGrid", "pStyle", "widowControl", "snapToGrid", "lastRenderedPageBreak",
    "keepNext", "keepLines", "outlineLvl", "noProof", "w", "adjustRightInd", "autoSpaceDE",
    "autoSpaceDN", "wordWrap", "overflowPunct", "contextualSpacing", "shd", "numPr", "ilvl",
    "numId", "headerReference", "footerReference", "titlePg", "pgNumType",
)  # fmt: skip
_SAYS = re.compile(
    rf'<(?![/?]|w:(?:{"|".join(_SILENT)})[\s/>]|w:jc w:val="(?:both|left)"/>)'.encode()
)
_STYLE = re.compile(rb'<w:pStyle w:val="([^"]*)"')
_HEAD = f'xmlns:w="{TRANSITIONAL}"'.encode()
_LAYOUT = ("pageBreakBefore", "tabs", "pBdr")


def says_nothing_more(current: CurrentDocx) -> bool:
    """Whether the words of the manuscript are all there is to carry."""
    package = Package(current.data)
    data = package.read(current.part)
    if _HEAD not in data[:8192] or data.count(b"<w:sectPr") > 1 or b"landscape" in data:
        return False
    if _SAYS.search(data):
        return False
    styles = _styles(package, current.part)
    names = {found.decode("utf-8", "replace") for found in _STYLE.findall(data)}
    return styles is not None and all(_silent(styles, name) for name in (None, *names))


def _styles(package: Package, part: str) -> Styles | None:
    member = package.related(part, "/styles")
    try:
        return Styles(parse_xml(package.read(member), member) if member else None)
    except (Trouble, KeyError):
        return None


def _silent(styles: Styles, name: str | None) -> bool:
    """Whether a paragraph style sets nothing that is carried."""
    for properties in styles.properties(name, "rPr"):
        if any(local_name(one.tag) in KEPT and local_name(one.tag) != "sz" for one in properties):
            return False
    for properties in styles.properties(name, "pPr"):
        for one in properties:
            found = local_name(one.tag)
            aside = found == "jc" and attribute(one, "val") not in ("both", "left", "start")
            if found in _LAYOUT or aside:
                return False
    return True
