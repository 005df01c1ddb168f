"""Automatic numbering read from its part: the lists that number the paragraphs.

How they count is `manuscript.lists`'s (ECMA-376 Part 1, 17.9).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from editor.files.docx.styles_part import Styles
from editor.files.docx.xml_tree import attribute, child, local_name, value_of
from editor.manuscript.lists import ListCounter, ListLevel, Lists, NumberList, listed_at
from editor.manuscript.whole_number import whole_number


class Numbering:
    """The lists of one document, counting as its paragraphs go by."""

    def __init__(self, root: Any = None, styles: Styles | None = None) -> None:
        self._lists: dict[str, NumberList] = {}
        if root is not None:
            self._read(root)
        if styles is not None:
            self._link(styles)
        headings = styles.headings() if styles is not None and self._lists else {}
        self.lists = Lists(MappingProxyType(self._lists), MappingProxyType(headings))
        self._count = ListCounter(self.lists)

    def __bool__(self) -> bool:
        return bool(self._lists)

    def level_of_style(self, list_id: str, style_id: str | None, level: int) -> int:
        """The level that names the style (w:lvl/w:pStyle), else the level given."""
        found = self._lists.get(list_id)
        if found and style_id:
            for number, one in found.levels.items():
                if one.style == style_id:
                    return number
        return level

    def listed(self, list_id: str, level: int) -> str:
        """The place in a list as a paragraph has it; '' for a list that is not there."""
        return listed_at(list_id, level) if list_id in self._lists else ""

    def label(self, listed: str) -> str:
        """Count one paragraph; its label. In the order of the text, for every numbered one."""
        return self._count.label(listed)

    def _link(self, styles: Styles) -> None:
        """Give levels the styles that bring their paragraphs there, and all levels the roles."""
        numbered = styles.numbered()
        for list_id, found in self._lists.items():
            levels: dict[int, ListLevel] = {}
            named = {one.style for one in found.levels.values()}
            for number, one in found.levels.items():
                other = numbered.get((list_id, number), "")
                style = one.style or ("" if other in named else other)
                role = styles.resolved(style).role if style else ""
                levels[number] = one._replace(style=style, role=role)
            self._lists[list_id] = found._replace(levels=MappingProxyType(levels))

    def _read(self, root: Any) -> None:
        abstract: dict[str, dict[int, ListLevel]] = {}
        linked: dict[str, str] = {}
        owners: dict[str, str] = {}
        for element in root:
            if local_name(element.tag) != "abstractNum":
                continue
            name = attribute(element, "abstractNumId") or ""
            abstract[name] = _levels(element)
            if style := value_of(element, "styleLink"):
                owners[style] = name
            if style := value_of(element, "numStyleLink"):
                linked[name] = style
        for name, style in linked.items():
            abstract[name] = abstract.get(owners.get(style, ""), abstract[name])
        for element in root:
            if local_name(element.tag) == "num":
                self._add(element, abstract, linked, owners)

    def _add(
        self,
        element: Any,
        abstract: dict[str, dict[int, ListLevel]],
        linked: dict[str, str],
        owners: dict[str, str],
    ) -> None:
        name = value_of(element, "abstractNumId") or ""
        name = owners.get(linked.get(name, ""), name)
        levels = dict(abstract.get(name, {}))
        starts: dict[int, int] = {}
        for override in element:
            if local_name(override.tag) != "lvlOverride":
                continue
            at = _int(attribute(override, "ilvl"), -1)
            whole = child(override, "lvl")
            if whole is not None:
                levels[at] = _level(whole)
            begin = value_of(override, "startOverride")
            if begin is not None:
                starts[at] = _int(begin, 1)
        list_id = attribute(element, "numId") or ""
        self._lists[list_id] = NumberList(name, levels, starts)


def _levels(element: Any) -> dict[int, ListLevel]:
    found: dict[int, ListLevel] = {}
    for one in element:
        if local_name(one.tag) == "lvl":
            found[_int(attribute(one, "ilvl"), 0)] = _level(one)
    return found


def _level(element: Any) -> ListLevel:
    # Nine levels a list, dozens of lists a file: one look at each child.
    found: dict[str, Any] = {}
    for one in element:
        found.setdefault(local_name(one.tag), one)

    def value(name: str) -> str:
        return (attribute(found[name], "val") or "") if name in found else ""

    newer = found.get("AlternateContent")
    return ListLevel(
        start=_int(value("start"), 0),
        form=("" if newer is None else _form(newer)) or value("numFmt") or "decimal",
        text=value("lvlText"),
        restart=_int(value("lvlRestart"), -1),
        legal="isLgl" in found and value("isLgl") not in ("0", "false", "off"),
        style=value("pStyle"),
    )


def _form(alternate: Any) -> str:
    # Formats newer than 2007 stand in an AlternateContent beside a plain fallback.
    return next((form for branch in alternate if (form := value_of(branch, "numFmt"))), "")


def _int(text: str | None, default: int) -> int:
    return whole_number(text, default)
