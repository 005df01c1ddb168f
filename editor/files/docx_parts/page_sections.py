"""The sections of a main part: where they begin, their paper, and which headers they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from editor.files.docx.xml_tree import attribute, child, local_name, parse_xml, word_tags
from editor.files.docx_parts.text_parts import WordParts
from editor.files.trouble import Trouble
from editor.manuscript.whole_number import whole_number

_RELATIONS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_QUALIFIED: Final = {"first": "首页", "even": "偶数页"}
_SECTION: Final = re.compile(rb"<w:sectPr[\s>].*?</w:sectPr>|<w:p(?=[\s>/])", re.DOTALL)
_HEAD: Final = re.compile(rb"<w:document\s[^>]*>")
_OFF: Final = ("0", "false", "off", "none")


class PageSection(NamedTuple):
    """One section: the number (from 1) of its first w:p, its w:sectPr, its page in twips."""

    first: int
    element: Any
    size: tuple[int, int]

    @property
    def title_page(self) -> bool:
        """Whether its first page has a header of its own."""
        return switched_on(self.element, "titlePg")

    @property
    def columns(self) -> int:
        """In how many columns its text stands."""
        columns = child(self.element, "cols")
        return max(1, whole_number(None if columns is None else attribute(columns, "num"), 1))

    @property
    def bordered(self) -> bool:
        """Whether lines are drawn around its pages."""
        borders = child(self.element, "pgBorders")
        rows = () if borders is None else borders
        return any(attribute(one, "val") not in ("none", "nil", None) for one in rows)


class PartUse(NamedTuple):
    """How a header or footer is used: its name, the w:p from which on, and whether it shows."""

    name: str
    first: int
    shown: bool


def switched_on(parent: Any, name: str) -> bool:
    """Whether a toggle element is there and not off."""
    found = child(parent, name)
    return found is not None and attribute(found, "val") not in _OFF


def page_sections(parts: WordParts) -> list[PageSection]:
    """The sections in order."""
    found: list[PageSection] = []
    first = 1
    for number, element in _properties(parts):
        found.append(PageSection(first, element, _size(element)))
        first = number + 1
    return found


def _properties(parts: WordParts) -> Iterator[tuple[int, Any]]:
    """Each w:sectPr with the number of paragraphs that have begun."""
    if not parts.parsed:
        yield from _quick_properties(parts.data)
        return
    number = 0
    for element in parts.main.iter(*word_tags("p", "sectPr")):
        if local_name(element.tag) == "p":
            number += 1
        elif local_name(element.getparent().tag) in ("pPr", "body"):
            yield number, element


def _quick_properties(data: bytes) -> Iterator[tuple[int, Any]]:
    """The same of a main part that was read without a tree: its prefix is w, its text UTF-8."""
    head = _HEAD.search(data)
    number = 0
    for found in _SECTION.finditer(data):
        if found[0] == b"<w:p":
            number += 1
        elif head:
            try:
                yield number, parse_xml(head[0] + found[0] + b"</w:document>", "sectPr")[0]
            except Trouble:
                continue


def _size(element: Any) -> tuple[int, int]:
    page = child(element, "pgSz")
    sides = [attribute(page, side) or "" for side in ("w", "h")] if page is not None else []
    width, height = (max(0, whole_number(s)) for s in sides or ("", ""))
    return width, height


def part_uses(parts: WordParts) -> dict[str, PartUse]:
    """How the headers and footers are used, by their members; one without a use has none."""
    settings = parts.of("settings")
    evens = any(switched_on(part.root, "evenAndOddHeaders") for part in settings)
    sections = page_sections(parts)
    found: dict[str, PartUse] = {}
    for number, section in enumerate(sections, 1):
        for element in section.element:
            name = local_name(element.tag)
            if name not in ("headerReference", "footerReference"):
                continue
            member = parts.targets.get(_relation(element))
            page = attribute(element, "type") or "default"
            shown = {"first": section.title_page, "even": evens}.get(page, True)
            if member and (member not in found or (shown and not found[member].shown)):
                word = _QUALIFIED.get(page, "") + ("页眉" if name[0] == "h" else "页脚")
                later = f"（第 {number} 节）" if number > 1 else ""
                idle = "" if shown else "（没有启用）"
                found[member] = PartUse(f"{word}{later}{idle}", section.first, shown)
    return found


def _relation(element: Any) -> str:
    return next((str(v) for s in _RELATIONS if (v := element.get(f"{{{s}}}id"))), "")
