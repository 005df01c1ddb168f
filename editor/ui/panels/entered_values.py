"""What has been typed into the fill sheet and not yet filled; it outlives the sheet's rows.

Separate from the panel, as it is pure: the blanks of the new analysis are laid beside
those of the old one, and a value goes with its blank also when others have gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from editor.blanks.blank import Blank
from editor.blanks.slots import Slot, context_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

NEAR = 6  # characters either side that tell a blank from its neighbours


class BlankTrait(NamedTuple):
    """By what a blank is known again."""

    slot: str
    around: tuple[str, str, str]


@dataclass(slots=True)
class EnteredValue:
    """The state of one blank's row: its own value, and whether it is ticked."""

    value: str = ""
    ticked: bool = True


class EnteredValues:
    """Values by slot, and those of single blanks."""

    def __init__(self) -> None:
        self.slots: dict[str, str] = {}
        self.limits: dict[str, int] = {}  # how many places of a slot are shown
        self._used: dict[str, tuple[str, ...]] = {}
        self._traits: list[BlankTrait] = []
        self._spans: list[Span] = []
        self._values: dict[Span, EnteredValue] = {}

    def take(self, manuscript: Manuscript, blanks: Sequence[Blank]) -> None:
        """The blanks of a new analysis; what was typed goes over to them."""
        traits = [BlankTrait(b.slot, context_of(manuscript, b, NEAR)) for b in blanks]
        spans = [b.span for b in blanks]
        kept: dict[Span, EnteredValue] = {}
        if any(e != EnteredValue() for e in self._values.values()):
            for old, new in self._pairs(traits):
                if (value := self._values.get(self._spans[old])) is not None:
                    kept[spans[new]] = value
        self._traits, self._spans, self._values = traits, spans, kept
        there = {b.slot for b in blanks}
        self.slots = {slot: value for slot, value in self.slots.items() if slot in there}

    def of(self, blank: Blank) -> EnteredValue:
        """The value of a blank of the latest analysis."""
        return self._values.setdefault(blank.span, EnteredValue())

    def known(self, slot: Slot) -> tuple[str, ...]:
        """What was typed for a slot, or filled into it before, the latest first."""
        typed = [self.slots.get(slot.key, ""), *(self.of(b).value for b in slot.blanks)]
        used = self._used.get(slot.key, ()) if slot.of_people or not slot.alone else ()
        return tuple(value for one in (*typed, *used) if (value := one.strip()))

    def fill(self, blanks: Sequence[Blank], value: str) -> None:
        """These have been filled."""
        for slot in {blank.slot for blank in blanks}:
            self._used[slot] = (value, *(v for v in self._used.get(slot, ()) if v != value))
        for blank in blanks:
            self._values.pop(blank.span, None)
            self.slots.pop(blank.slot, None)

    def _pairs(self, traits: Sequence[BlankTrait]) -> list[tuple[int, int]]:
        pairs: list[tuple[int, int]] = []
        matcher = SequenceMatcher(None, self._traits, traits, False)
        for tag, a1, a2, b1, b2 in matcher.get_opcodes():
            alike = a2 - a1 == b2 - b1 and tag == "replace"
            if tag == "equal":
                pairs += zip(range(a1, a2), range(b1, b2), strict=True)
            elif alike:  # words near the blank have changed
                both = zip(range(a1, a2), range(b1, b2), strict=True)
                pairs += [(a, b) for a, b in both if self._traits[a].slot == traits[b].slot]
            elif tag == "replace":
                pairs += self._by_slot(range(a1, a2), range(b1, b2), traits)
        return pairs

    def _by_slot(
        self, old: range, new: range, traits: Sequence[BlankTrait]
    ) -> list[tuple[int, int]]:
        """Where some of a run have gone: the same mark with the same word on one side."""
        pairs: list[tuple[int, int]] = []
        free = list(new)
        for a in old:
            for b in free:
                if _akin(self._traits[a], traits[b]):
                    pairs.append((a, b))
                    free = [n for n in free if n > b]
                    break
        return pairs


def _akin(one: BlankTrait, other: BlankTrait) -> bool:
    same_side = one.around[0] == other.around[0] or one.around[2] == other.around[2]
    return one.slot == other.slot and one.around[1] == other.around[1] and same_side
