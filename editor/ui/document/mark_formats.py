"""Marks in the document: each set of marks a number, the number a property of letters.

The property says nothing to Qt, so nothing is painted by it; Qt carries it through undo. A
letter without marks has no format at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextFormat

from editor.manuscript.marks import Mark, Marks, merged
from editor.ui.document.utf16 import offset_of, unit_of

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
        for start, end, number in _marked_units(block):
            if number:
                first, last = offset_of(text, start), offset_of(text, end)
                found += [Mark(first, last, kind, value) for kind, value in self._looks[number]]
        return merged(found) if found else ()

    def write(self, cursor: QTextCursor, block: QTextBlock, marks: Marks) -> None:
        """Give the letters of a block these marks, where they have others."""
        if not marks and len(self._looks) == 1:
            return
        text = block.text()
        there = _marked_units(block)
        at = block.position()
        for start, end, number in self._wanted(text, marks):
            if any(n != number for a, b, n in there if a < end and start < b):
                cursor.setPosition(at + start)
                cursor.setPosition(at + end, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(self._formats[number])

    def _wanted(self, text: str, marks: Marks) -> Iterator[_MarkedUnits]:
        ends = sorted({0, len(text), *[m.start for m in marks], *[m.end for m in marks]})
        open_at: dict[int, list[Mark]] = {}
        for mark in marks:
            open_at.setdefault(mark.start, []).append(mark)
        lying: list[Mark] = []
        unit = 0
        for start, end in pairwise(ends):
            lying = [m for m in lying if m.end > start] + open_at.get(start, [])
            last = unit + unit_of(text[start:end], end - start)
            yield _MarkedUnits(unit, last, self._number(lying))
            unit = last

    def _number(self, marks: list[Mark]) -> int:
        look = frozenset([(m.kind, m.value) for m in marks])
        known = self._numbers.setdefault(look, len(self._looks))
        if known == len(self._looks):
            self._looks.append(look)
            made = QTextCharFormat()
            made.setProperty(_PROPERTY, known)
            self._formats.append(made)
        return known


def _marked_units(block: QTextBlock) -> list[_MarkedUnits]:
    return [
        _MarkedUnits(one.start, one.start + one.length, one.format.intProperty(_PROPERTY))
        for one in block.textFormats()
    ]
