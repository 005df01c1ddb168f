"""What has been filled while one works in the fill sheet: it stays at its place there.

Pure. A place is found again in the next text by its paragraph and by what changed in it; where
other words stand there now (the fill was taken back), it is no filled place any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from editor.blanks.blank import Blank
from editor.blanks.fill import fill
from editor.blanks.slots import Slot
from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span
from editor.ui.document.text_shift import shift_between


@dataclass(frozen=True, slots=True)
class FilledPlace:
    """A blank's words: ``span`` in a paragraph that has this ``key`` and ``text``."""

    slot: Slot
    span: Span
    key: int
    text: str

    @property
    def value(self) -> str:
        """What was filled in."""
        return self.text[self.span.start : self.span.end]


class SheetRow(NamedTuple):
    """A slot with its open blanks and, among them, what was filled; in the order of the text."""

    slot: Slot
    entries: tuple[Blank | FilledPlace, ...]

    @property
    def filled(self) -> int:
        """How many places of it have been filled."""
        return len(self.entries) - len(self.slot.blanks)

    def key_of(self, blank: Blank) -> str:
        """The key of the input for a blank of it."""
        return f"{self.slot.key}#{self.entries.index(blank)}" if self.slot.alone else self.slot.key


class FilledPlaces:
    """The places filled since the sheet was opened."""

    def __init__(self) -> None:
        self._places: list[FilledPlace] = []

    def any(self) -> bool:
        """Whether something has been filled."""
        return bool(self._places)

    def note(
        self, slot: Slot, blanks: Sequence[Blank], value: str, before: Manuscript
    ) -> tuple[Replace, ...]:
        """The edits that fill blanks of a slot, last first; where their words will stand is noted.

        Call `follow` with the text after them.
        """
        pairs = sorted((fill((b,), value)[0] for b in blanks), key=lambda e: (e.start, e.end))
        moved: dict[int, int] = {}
        made: list[FilledPlace] = []
        for edit in pairs:
            number, start = edit.start
            start += moved.get(number, 0)
            moved[number] = (
                moved.get(number, 0) + len(edit.text) - edit.end.offset + edit.start.offset
            )
            one = before.paragraphs[number]
            made.append(FilledPlace(slot, Span(number, start, start + len(edit.text)), one.key, ""))
        texts = {n: _after(before.paragraphs[n].text, n, pairs) for n in moved}
        self._places = [_carried(place, pairs, texts) for place in self._places]
        self._places += [replace(place, text=texts[place.span.paragraph]) for place in made]
        return fill(blanks, value)

    def follow(self, manuscript: Manuscript) -> tuple[FilledPlace, ...]:
        """Find the places again in another state of the text; those that are there."""
        keys = {p.key: n for n, p in enumerate(manuscript.paragraphs) if p.key}
        found = [_found(place, manuscript, keys) for place in self._places]
        self._places = [place for place in found if place is not None]
        return tuple(self._places)

    def rows(self, slots: Sequence[Slot]) -> tuple[SheetRow, ...]:
        """The rows of the sheet: each slot where its first place stands, filled or not."""
        every: dict[str, list[FilledPlace]] = {}
        for place in self._places:
            every.setdefault(place.slot.key, []).append(place)
        there = {slot.key for slot in slots}
        done = [replace(some[0].slot, blanks=()) for k, some in every.items() if k not in there]
        rows = [
            SheetRow(slot, tuple(sorted((*slot.blanks, *every.get(slot.key, ())), key=_place)))
            for slot in (*slots, *done)
        ]
        return tuple(sorted(rows, key=lambda row: (not row.slot.sure, row.entries[0].span)))


def _place(entry: Blank | FilledPlace) -> Span:
    return entry.span


def _after(text: str, number: int, edits: Sequence[Replace]) -> str:
    """A paragraph after the edits that are in it, given first to last."""
    for edit in reversed(edits):
        if edit.start.paragraph == number:
            text = text[: edit.start.offset] + edit.text + text[edit.end.offset :]
    return text


def _carried(place: FilledPlace, edits: Sequence[Replace], texts: dict[int, str]) -> FilledPlace:
    """A place filled before, moved by edits that fill others."""
    number, start, end = place.span
    if number not in texts:
        return place
    ahead = [e for e in edits if e.start.paragraph == number and e.end.offset <= start]
    delta = sum(len(e.text) - e.end.offset + e.start.offset for e in ahead)
    return replace(place, span=Span(number, start + delta, end + delta), text=texts[number])


def _found(place: FilledPlace, manuscript: Manuscript, keys: dict[int, int]) -> FilledPlace | None:
    number, start, end = place.span
    number = keys.get(place.key, number)
    if number >= len(manuscript.paragraphs):
        return None
    text = manuscript.paragraphs[number].text
    if text != place.text:
        start, end = shift_between(place.text, text).through(start, end)
    if text[start:end] != place.value or not place.value:
        return None
    return replace(place, span=Span(number, start, end), text=text)
