"""Automatic numbers made visible: the label Word draws before a paragraph.

Follows ECMA-376 Part 1, 17.9: levels count per list, a deeper level starts again under a
new number of a shallower one (unless w:lvlRestart says otherwise), a list (w:num) may
start a level anew, lists of one abstract definition go on counting together.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from editor.files.number_format import write_number
from editor.files.xml_tree import attribute, child, local_name, value_of

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


class _Level(NamedTuple):
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = -1  # -1: after any shallower level; 0: never; n: after level n or above
    legal: bool = False
    style: str = ""


class _List(NamedTuple):
    counter: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of one document, counting as its paragraphs go by."""

    def __init__(self, root: Any = None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

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

    def label(self, list_id: str, level: int) -> str:
        """Count one paragraph of that list and level; its label, '' for bullets.

        Call it for every numbered paragraph in the order of the text.
        """
        found = self._lists.get(list_id)
        if found is None or not 0 <= level < _LEVELS:
            return ""
        self._step(list_id, found, level)
        one = found.levels.get(level, _Level())
        if one.form == "bullet":
            return ""
        counts = self._counts[found.counter]

        def written(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = found.levels.get(at, _Level())
            number = counts[at] if counts[at] is not None else other.start
            form = "decimal" if one.legal and other.form != "none" else other.form
            return write_number(number or 0, form)

        return _PLACE.sub(written, one.text)

    def _step(self, list_id: str, found: _List, level: int) -> None:
        counts = self._counts.setdefault(found.counter, [None] * _LEVELS)
        start = found.starts.get(level)
        if start is not None and (list_id, level) not in self._begun:
            counts[level] = start
        elif counts[level] is None:
            counts[level] = found.levels.get(level, _Level()).start
        else:
            counts[level] = (counts[level] or 0) + 1
        self._begun.add((list_id, level))
        for shallower in range(level):
            if counts[shallower] is None:
                counts[shallower] = found.levels.get(shallower, _Level()).start
        for deeper in range(level + 1, _LEVELS):
            restart = found.levels.get(deeper, _Level()).restart
            if restart < 0 or (restart > 0 and level < restart):
                counts[deeper] = None

    def _read(self, root: Any) -> None:
        abstract: dict[str, dict[int, _Level]] = {}
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
        abstract: dict[str, dict[int, _Level]],
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
        self._lists[list_id] = _List(name, levels, starts)


def _levels(element: Any) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for one in element:
        if local_name(one.tag) == "lvl":
            found[_int(attribute(one, "ilvl"), 0)] = _level(one)
    return found


def _level(element: Any) -> _Level:
    legal = child(element, "isLgl")
    return _Level(
        start=_int(value_of(element, "start"), 0),
        form=_form(element),
        text=value_of(element, "lvlText") or "",
        restart=_int(value_of(element, "lvlRestart"), -1),
        legal=legal is not None and attribute(legal, "val") not in ("0", "false", "off"),
        style=value_of(element, "pStyle") or "",
    )


def _form(element: Any) -> str:
    # Formats newer than 2007 stand in an AlternateContent beside a plain fallback.
    for one in element:
        if local_name(one.tag) == "AlternateContent":
            for branch in one:
                if form := value_of(branch, "numFmt"):
                    return form
    return value_of(element, "numFmt") or "decimal"


def _int(text: str | None, default: int) -> int:
    try:
        return int(text) if text else default
    except ValueError:
        return default
