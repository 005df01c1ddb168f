"""What a style id means: the role of its paragraphs and the numbering it carries."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from editor.files.docx.xml_tree import attribute, child, local_name, value_of
from editor.manuscript.whole_number import whole_number

# Built-in names as Word, WPS and their users write them: 'heading 1', '标题 1', '标题1'.
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])(?:\s*(?:字符|char))?", re.IGNORECASE)
_TITLES = {"title", "标题"}
# Styles do not nest deeper than this unless they run in a circle.
_DEEPEST = 50


class ResolvedStyle(NamedTuple):
    """Role ('title', 'heading1' … or '') and numbering: list id ('' none) and level."""

    role: str = ""
    list_id: str = ""
    level: int = 0


class Styles:
    """The paragraph styles of one document, resolved through what they are based on."""

    def __init__(self, root: Any = None) -> None:
        self.root = root
        self._elements: dict[str, Any] = {}
        self._default = ""
        self._known: dict[str, ResolvedStyle] = {}
        self._characters: dict[str, Any] = {}
        self._tables: dict[str, Any] = {}
        self._defaults: Any = None
        for style in () if root is None else root:
            if local_name(style.tag) == "docDefaults":
                self._defaults = child(style, "rPrDefault")
            if local_name(style.tag) != "style":
                continue
            name = attribute(style, "styleId") or ""
            kind = attribute(style, "type")
            if kind == "character":
                self._characters.setdefault(name, style)
            elif kind == "table":
                self._tables.setdefault(name, style)
            elif kind in ("paragraph", None):
                self._elements.setdefault(name, style)
                if attribute(style, "default") in ("1", "true", "on"):
                    self._default = name

    def resolved(self, style_id: str | None) -> ResolvedStyle:
        """What a paragraph of that style is; an unknown or missing id is the default's."""
        name = style_id if style_id and style_id in self._elements else self._default
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def character(self, style_id: str | None) -> list[Any]:
        """The w:rPr of a character style and of what it is based on, the base first."""
        return _properties(self._characters, style_id or "", "rPr")[::-1]

    def table(self, style_id: str | None, name: str) -> list[Any]:
        """The w:tblPr or w:rPr (``name``) of a table style and its bases, its own first."""
        return _properties(self._tables, style_id or "", name)

    def defaults(self) -> Any:
        """The w:rPr that every run has before any style, or None."""
        return None if self._defaults is None else child(self._defaults, "rPr")

    def properties(self, style_id: str | None, kind: str) -> list[Any]:
        """The w:pPr or w:rPr (``kind``) of a paragraph style and its bases, the nearest first."""
        name = style_id if style_id and style_id in self._elements else self._default
        found = [child(style, kind) for style in self._chain(name)]
        return [one for one in found if one is not None]

    def numbered(self) -> dict[tuple[str, int], str]:
        """The style that numbers its paragraphs by itself, by list and level; the first of each."""
        found: dict[tuple[str, int], str] = {}
        for name, style in self._elements.items():
            properties = child(style, "pPr")
            if properties is not None and child(properties, "numPr") is not None:
                resolved = self.resolved(name)
                if resolved.list_id:
                    found.setdefault((resolved.list_id, resolved.level), name)
        return found

    def headings(self) -> dict[str, str]:
        """The built-in heading styles of the document by their roles ('heading1' …)."""
        found: dict[str, str] = {}
        for name, style in self._elements.items():
            role = _role_of_name(value_of(style, "name") or "")
            if role.startswith("heading") and self.resolved(name).role == role:
                found.setdefault(role, name)
        return found

    def _resolved(self, name: str) -> ResolvedStyle:
        role, list_id, level = "", "", -1
        outline = ""
        for style in self._chain(name):
            role = role or _role_of_name(value_of(style, "name") or "")
            properties = child(style, "pPr")
            if properties is None:
                continue
            outline = outline or (value_of(properties, "outlineLvl") or "")
            numbered = child(properties, "numPr")
            if numbered is not None:
                list_id = list_id or (value_of(numbered, "numId") or "")
                if level < 0:
                    level = _number(value_of(numbered, "ilvl"), -1)
        role = role_of_outline(outline) or role if outline else role
        return ResolvedStyle(role, "" if list_id == "0" else list_id, max(level, 0))

    def _chain(self, name: str) -> list[Any]:
        found: list[Any] = []
        while name in self._elements and len(found) < _DEEPEST:
            style = self._elements[name]
            found.append(style)
            name = value_of(style, "basedOn") or ""
        return found


def _properties(styles: dict[str, Any], style_id: str, name: str) -> list[Any]:
    found: list[Any] = []
    seen = set[str]()
    while style_id in styles and style_id not in seen:
        seen.add(style_id)
        properties = child(styles[style_id], name)
        if properties is not None:
            found.append(properties)
        style_id = value_of(styles[style_id], "basedOn") or ""
    return found


def role_of_outline(level: str | None) -> str:
    """'heading1' for outline level '0' …; '' for 9, which is body text."""
    number = _number(level, 9)
    return f"heading{number + 1}" if 0 <= number < 9 else ""


def _role_of_name(name: str) -> str:
    name = name.strip()
    if name.lower() in _TITLES:
        return "title"
    found = _HEADING.fullmatch(name)
    return f"heading{found[1]}" if found else ""


def _number(text: str | None, default: int) -> int:
    return whole_number(text, default)
