"""Marks in the document: each set of marks a number, the number a property of letters.

The property says nothing to Qt, so nothing is painted by it; Qt carries it through undo. A
letter without marks has no format at all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextFormat

from editor.manuscript.marks import Mark, Marks, stretches
from editor.ui.document.utf16 import units

_PROPERTY = QTextFormat.Property.UserProperty.value + 20  # behind those of blocks
_Look = frozenset[tuple[str, str]]


class _MarkedUnits(NamedTuple):
    """Letters ``[start, end)`` of a block (UTF-16 units) with one set of marks."""

    start: int
    end: int
    number: int


class MarkTable:
    """The sets of marks of one document by number; 0 is the empty one."""

    def __init__(self) -> None:
        self._looks: list[_Look] = [frozenset()]
        self._numbers: dict[_Look, int] = {frozenset(): 0}
        self._formats = [QTextCharFormat()]

    def read(self, block: QTextBlock, text: str) -> Marks:
        """The marks on the letters of a block, whose text is given."""
        if len(self._looks) == 1:
            return ()  # no letter has any
        found: list[Mark] = []
        lying: dict[tuple[str, str], int] = {}  # what lies on the letters, and since where
        stretches = _marked_units(block)
        for start, _, number in stretches:
            look = self._looks[number]
            if lying.keys() != look:
                found += [Mark(lying.pop(one), start, *one) for one in lying.keys() - look]
                for one in look:
                    lying.setdefault(one, start)
        found += [Mark(start, stretches[-1].end, *one) for one, start in lying.items()]
        if found and units(text) > len(text):
            found = _in_code_points(found, text)
        return tuple(sorted(found))

    def format_at(self, cursor: QTextCursor) -> QTextCharFormat:
        """What letters typed there would carry."""
        return self._formats[cursor.charFormat().intProperty(_PROPERTY)]

    def write(self, cursor: QTextCursor, block: QTextBlock, marks: Marks) -> None:
        """Give the letters of a block these marks, where they have others."""
        if not marks and len(self._looks) == 1:
            return
        wanted = _others(list(self._wanted(block.text(), marks)), _marked_units(block))
        self._give(cursor, block.position(), wanted)

    def write_anew(self, cursor: QTextCursor, position: int, text: str, marks: Marks) -> None:
        """Give the letters of a block that has none these marks."""
        self._give(cursor, position, [one for one in self._wanted(text, marks) if one[2]])

    def _give(self, cursor: QTextCursor, position: int, wanted: Iterable[_MarkedUnits]) -> None:
        for start, end, number in wanted:
            cursor.setPosition(position + start)
            cursor.setPosition(position + end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(self._formats[number])

    def _wanted(self, text: str, marks: Marks) -> Iterator[_MarkedUnits]:
        wide = units(text) > len(text)
        unit = 0
        for start, end, look in stretches(marks, len(text)):
            last = unit + units(text[start:end]) if wide else end
            yield _MarkedUnits(unit, last, self._number(look))
            unit = last

    def _number(self, look: _Look) -> int:
        known = self._numbers.setdefault(look, len(self._looks))
        if known == len(self._looks):
            self._looks.append(look)
            made = QTextCharFormat()
            made.setProperty(_PROPERTY, known)
            self._formats.append(made)
        return known


def _in_code_points(marks: list[Mark], text: str) -> list[Mark]:
    places = list(accumulate([units(char) for char in text], initial=0))
    return [
        Mark(bisect_left(places, start), bisect_left(places, end), kind, value)
        for start, end, kind, value in marks
    ]


def _others(wanted: list[_MarkedUnits], there: list[_MarkedUnits]) -> Iterator[_MarkedUnits]:
    """Those of the wanted stretches that are not so yet; both cover the same letters."""
    at = 0
    for one in wanted:
        while at < len(there) and there[at].end <= one.start:
            at += 1
        same = True
        while at < len(there) and there[at].start < one.end:
            same = same and there[at].number == one.number
            if there[at].end > one.end:
                break
            at += 1
        if not same:
            yield one


def _marked_units(block: QTextBlock) -> list[_MarkedUnits]:
    return [
        _MarkedUnits(one.start, one.start + one.length, one.format.intProperty(_PROPERTY))
        for one in block.textFormats()
    ]
