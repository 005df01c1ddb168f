"""The changes of a cleaned buffer as items of a receipt that do not overlap.

Broken lines are joined and endless ones divided here, when all that goes for sure is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editor.intake.breaks import indents
from editor.intake.breaks.line_joins import LineJoin, blank_lines, find_joins
from editor.intake.breaks.line_splits import split_lines
from editor.intake.line_buffer import LineBuffer, LineChange
from editor.intake.line_shapes import SPACES
from editor.intake.receipt import ReceiptItem
from editor.manuscript.paragraph import Position

_BLANK_WHY = "多余的空行"


def receipt_items(buffer: LineBuffer) -> tuple[ReceiptItem, ...]:
    """What the recognisers found, with joins, breaks and blank lines, in the order of the text."""
    joins = find_joins(buffer)
    for join in joins:  # a sentence that goes on over a line speaks for it
        for number in (join.first, join.second):
            if buffer.is_doubted(number):
                del buffer.doubts[number]
    blanks = blank_lines(buffer, joins)
    split_lines(buffer, joins)
    return _ReceiptItems(buffer, joins, blanks).made()


class _ReceiptItems:
    """Turns the changes of a buffer into items that do not overlap."""

    def __init__(self, buffer: LineBuffer, joins: tuple[LineJoin, ...], blanks: list[int]) -> None:
        self._buffer = buffer
        self._joins = joins
        self._blanks = set(blanks)

    def made(self) -> tuple[ReceiptItem, ...]:
        """All items in the order of the text."""
        last = len(self._buffer.lines)
        while last > 0 and self._leaves(last - 1):
            last -= 1
        items: list[ReceiptItem] = []
        for number in sorted({*self._buffer.changes, *self._blanks}):
            if not self._leaves(number):
                items += [self._inline(change) for change in self._buffer.changes[number]]
            elif number < max(last, 1) and len(self._buffer.lines) > 1 and last > 0:
                items.append(self._line(number, Position(number, 0), Position(number + 1, 0)))
            elif number > 0:
                items.append(self._line(number, self._tail(number - 1), self._tail(number)))
            elif self._buffer.lines[0]:
                items.append(self._line(0, Position(0, 0), self._tail(0)))
        for join in self._joins:
            items += self._joined(join)
        joined = {join.second for join in self._joins}
        for number, size in indents.indents(self._buffer, joined):
            place = Position(number, 0), Position(number, size)
            items.append(self._item(place, "indent", "", indents.WHY))
        items += self._doubtful(last)
        return tuple(sorted(items, key=lambda item: (item.start, item.end)))

    def _doubtful(self, last: int) -> Iterator[ReceiptItem]:
        """What is asked about, where nothing sure stands; ``last``: behind the last kept line."""
        buffer = self._buffer
        tail = last
        while tail > 0 and (buffer.is_doubted(tail - 1) or buffer.is_empty(tail - 1)):
            tail -= 1
        for number in sorted(buffer.doubts):
            if self._leaves(number) or not buffer.lines[number].strip():
                continue
            if buffer.is_doubted(number) and number not in buffer.changes:
                start, end = Position(number, 0), self._tail(number)
                above = self._over_blanks(number, -1)
                if number < tail:
                    apart = above < number - 1 or above < 0
                    end = Position(self._over_blanks(number, 1) if apart else number + 1, 0)
                elif above >= 0 and not self._leaves(above):
                    start = self._tail(above)
                [doubt, *_] = buffer.doubts[number]
                yield self._item((start, end), doubt.kind, "", doubt.why, sure=False)
                continue
            for doubt in self._pieces(number):
                yield self._inline(doubt)

    def _over_blanks(self, number: int, step: int) -> int:
        """The next line from here that is not a blank one that stays."""
        other = number + step
        while 0 <= other < len(self._buffer.lines) - 1 and self._is_spare(other):
            other += step
        return other

    def _is_spare(self, number: int) -> bool:
        blank = not self._buffer.lines[number].strip() and not self._buffer.guarded[number]
        return blank and not self._leaves(number)

    def _pieces(self, number: int) -> Iterator[LineChange]:
        """The parts of a line's doubts that touch no sure change, no join and no other doubt."""
        line = self._buffer.lines[number]
        at, end = 0, len(line)
        if any(join.second == number for join in self._joins):
            at = len(line) - len(line.lstrip(SPACES))
        if any(join.first == number for join in self._joins):
            end = len(line.rstrip(SPACES))
        sure = self._buffer.changes.get(number, [])
        for doubt in sorted(self._buffer.doubts[number], key=lambda d: (d.start, -d.end)):
            cuts = [c for c in sure if doubt.start < c.end and c.start < doubt.end]
            for cut in (*cuts, None):
                start, stop = max(at, doubt.start), min(end, doubt.end, cut.start if cut else end)
                if line[start:stop].strip():
                    yield replace(doubt, start=start, end=stop)
                at = max(at, cut.end if cut else stop)

    def _leaves(self, number: int) -> bool:
        return self._buffer.is_removed(number) or number in self._blanks

    def _tail(self, number: int) -> Position:
        return Position(number, len(self._buffer.lines[number]))

    def _text(self, start: Position, end: Position) -> str:
        lines = self._buffer.raw
        if start.paragraph == end.paragraph:
            return lines[start.paragraph][start.offset : end.offset]
        middle = lines[start.paragraph + 1 : end.paragraph]
        head = lines[start.paragraph][start.offset :]
        return "\n".join([head, *middle, lines[end.paragraph][: end.offset]])

    def _item(
        self,
        place: tuple[Position, Position],
        kind: str,
        after: str,
        why: str,
        *,
        sure: bool = True,
    ) -> ReceiptItem:
        return ReceiptItem(kind, *place, self._text(*place), after, why, sure)

    def _inline(self, change: LineChange) -> ReceiptItem:
        start, end = Position(change.line, change.start), Position(change.line, change.end)
        return self._item((start, end), change.kind, change.after, change.why, sure=change.sure)

    def _line(self, number: int, start: Position, end: Position) -> ReceiptItem:
        changes = self._buffer.changes.get(number)
        if not changes or number in self._blanks:
            return self._item((start, end), "blank-line", "", _BLANK_WHY)
        change = max(changes, key=lambda m: m.end - m.start)
        return self._item((start, end), change.kind, "", change.why)

    def _joined(self, join: LineJoin) -> list[ReceiptItem]:
        """The break itself, and the indent of the line that goes on."""
        lines, changes = self._buffer.lines, self._buffer.changes
        first, second = lines[join.first], lines[join.second]
        start = len(first) if join.first in changes else len(first.rstrip(SPACES))
        indent = 0 if join.second in changes else len(second) - len(second.lstrip(SPACES))
        head = self._buffer.kept_text(join.first).rstrip()[-1:]
        tail = self._buffer.kept_text(join.second).lstrip()[:1]
        # A space between two Latin words stays one; where there was none, none is put in.
        spaced = first[-1:] in SPACES or (second[:1] == " " and second[1:2] not in SPACES)
        space = " " if spaced and (head + tail).isascii() and (head + tail).isalpha() else ""
        here = Position(join.first, start)
        if join.second == join.first + 1:
            end = Position(join.second, indent)
            return [self._item((here, end), "line-join", space, join.why)]
        behind = Position(join.first + 1, 0)
        items = [self._item((here, behind), "line-join", space, join.why)]
        if indent:
            end = Position(join.second, indent)
            place = Position(join.second, 0), end
            items.append(self._item(place, "line-join", "", join.why))
        return items
