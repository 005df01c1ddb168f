"""What rounds of replacements made of a text, told in places of the text as it was first.

Separate from `fixing`, whose rounds each count in the text that the one before it left: two
that meet are one change here, and what came back to its first words is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript, Offsets
from editor.manuscript.paragraph import Position


class Change(NamedTuple):
    """One stretch of the first text and what stands there now; ``rules`` say why."""

    start: Position
    end: Position
    before: str
    after: str
    rules: tuple[str, ...]


class RuledEdit(NamedTuple):
    """A replacement and the rule that asked for it."""

    edit: Replace
    rule: str


class _Changed(NamedTuple):
    """A changed stretch: flat offsets in the first text, and in the present one."""

    first: int
    last: int
    start: int
    end: int
    rules: tuple[str, ...]


class _Pending(NamedTuple):
    """A row, or an edit of the present text (``size`` is that of its words), by its place now."""

    start: int
    end: int
    size: int
    rules: tuple[str, ...]
    row: _Changed | None = None


class TextChanges:
    """The changes of a text so far; ``add`` takes the edits of a round."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._first = manuscript
        self._rows: list[_Changed] = []

    def add(self, manuscript: Manuscript, edits: Iterable[RuledEdit]) -> None:
        """Edits found side by side in the present text, none overlapping another."""
        flat = Offsets(manuscript).flat
        pieces = [_Pending(r.start, r.end, r.end - r.start, r.rules, r) for r in self._rows]
        for edit, rule in edits:
            start, end = flat(edit.start), flat(edit.end)
            pieces.append(_Pending(start, end, len(edit.text), (rule,)))
        rows: list[_Changed] = []
        known = moved = 0  # how far the text as it was, and the text to come, is from the present
        for group in _groups(sorted(pieces, key=lambda p: (p.start, p.end, p.row is None))):
            olds = [p.row for p in group if p.row]
            start, end = group[0].start, max(p.end for p in group)
            first = start - known
            known += sum(r.end - r.start - (r.last - r.first) for r in olds)
            grown = sum(p.size - (p.end - p.start) for p in group)
            rules = tuple(dict.fromkeys(rule for p in group for rule in p.rules))
            rows.append(_Changed(first, end - known, start + moved, end + moved + grown, rules))
            moved += grown
        self._rows = rows

    def told(self, manuscript: Manuscript) -> tuple[Change, ...]:
        """Every change up to ``manuscript``, the present text, in the order of the first."""
        old, new = self._first.text, manuscript.text
        place = Offsets(self._first).place
        found = [
            Change(place(r.first), place(r.last), old[r.first : r.last], now, r.rules)
            for r in self._rows
            for now in [new[r.start : r.end]]
        ]
        return tuple(c for c in found if c.before != c.after)


def _groups(pieces: Sequence[_Pending]) -> Iterator[list[_Pending]]:
    """Pieces that overlap, together."""
    group: list[_Pending] = []
    until = 0
    for piece in pieces:
        if group and piece.start >= until:
            yield group
            group = []
        until = max(until, piece.end) if group else piece.end
        group.append(piece)
    if group:
        yield group
