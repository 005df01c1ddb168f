"""Runs a program over a text, all ways at once (Pike's machine): no way is tried twice.

One match costs at most text times program, whatever is repeated in what. What can still be
long, many matches each looking far ahead, is bounded by `Effort`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from editor.manuscript.search.pattern_tree import EdgeKind, Letters
from editor.manuscript.search.program import Do, MachineStep
from editor.manuscript.search.query import GivenUpError, TooLongError

Places = tuple[int, ...]
"""Start and end of the whole and of each group, -1 for a group that took no part."""
_ASK: Final = 4_096  # steps between two questions whether to stop
_SKIPPED: Final = 16  # letters that are passed over in the time of a step


class Effort:
    """How many steps a search may take (about a million a second), and whether it is wanted."""

    def __init__(self, most: int, stopped: Callable[[], bool] = lambda: False) -> None:
        self._left, self._stopped, self._ask = most, stopped, 0

    def spend(self, steps: int) -> None:
        """Count steps. Raises TooLongError or GivenUpError."""
        self._left -= steps
        self._ask += steps
        if self._left < 0:
            raise TooLongError
        if self._ask >= _ASK:
            self._ask = 0
            if self._stopped():
                raise GivenUpError


class Machine:
    """One program over one text; ``groups`` is how many the program has."""

    def __init__(
        self, program: Sequence[MachineStep], groups: int, text: str, effort: Effort
    ) -> None:
        self._program, self._text, self._effort = program, text, effort
        self._none: Places = (-1,) * (2 * groups + 2)
        self._first, self._open = _beginnings(program)

    def matches(self, start: int, end: int) -> Iterator[Places]:
        """All places in ``[start, end)`` of the text that have letters, not overlapping.

        Raises TooLongError or GivenUpError.
        """
        at = start
        while at <= end:
            found = self._match(at, end)
            if found is None:
                return
            if found[1] > found[0]:
                yield found
                at = found[1]
            else:
                at = found[1] + 1

    def _match(self, at: int, end: int) -> Places | None:
        """The first match from a place on, of several there the one that is preferred."""
        now, been = dict[int, Places](), set[int]()
        best: Places | None = None
        while True:
            if best is None:
                if not now and (at := self._next(at, end)) > end:
                    return None
                been = been if now else set[int]()
                self._add(now, been, at, (0, (at, *self._none[1:])))
            then, fresh = dict[int, Places](), set[int]()
            best = self._step(now, then, fresh, at if at < end else -1) or best
            if best is not None and best[1] < 0:
                best = (best[0], at, *best[2:])
            if at >= end or (not then and best is not None):
                return best
            now, been, at = then, fresh, at + 1

    def _step(
        self, now: dict[int, Places], then: dict[int, Places], been: set[int], at: int
    ) -> Places | None:
        """Take the letter at a place (-1: none) on all ways; the one that ends here, if any."""
        self._effort.spend(len(now) + 1)
        letter = self._text[at] if at >= 0 else ""
        for number, places in now.items():
            step = self._program[number]
            if step.letters is None:
                return places  # what comes behind it is less preferred
            if letter and step.letters[letter]:
                self._add(then, been, at + 1, (number + 1, places))
        return None

    def _add(
        self, to: dict[int, Places], been: set[int], at: int, begin: tuple[int, Places]
    ) -> None:
        """All letters and ends that can be reached from a step, the preferred first."""
        waiting, before = [begin], len(been)
        while waiting:
            number, places = waiting.pop()
            if number in been:
                continue
            been.add(number)
            step = self._program[number]
            if step.do is Do.JUMP:
                waiting.append((step.to, places))
            elif step.do is Do.EITHER:
                waiting += [(step.other, places), (step.to, places)]
            elif step.do is Do.SAVE:
                waiting.append((number + 1, (*places[: step.to], at, *places[step.to + 1 :])))
            elif step.edge is None:
                to[number] = places
            elif _is_edge(step.edge, self._text, at):
                waiting.append((number + 1, places))
        self._effort.spend(len(been) - before)

    def _next(self, at: int, end: int) -> int:
        """The next place where a match can begin; behind ``end`` where there is none."""
        if self._open:
            return at
        first, text, begun = self._first, self._text, at
        while at < end and not first[text[at]]:
            at += 1
        self._effort.spend((at - begun) // _SKIPPED)
        return at if at < end else end + 1


def _beginnings(program: Sequence[MachineStep]) -> tuple[Letters, bool]:
    """The letters a match can begin with, and whether it can begin without any."""
    found: list[Letters] = []
    waiting, been, free = [0], set[int](), False
    while waiting:
        number = waiting.pop()
        if number in been:
            continue
        been.add(number)
        step = program[number]
        if step.do is Do.DONE:
            free = True
        elif step.letters is not None:
            found.append(step.letters)
        elif step.do is Do.EITHER:
            waiting += [step.to, step.other]
        else:
            waiting.append(step.to if step.do is Do.JUMP else number + 1)
    return Letters(lambda letter: any(some[letter] for some in found)), free


def _is_edge(kind: EdgeKind, text: str, at: int) -> bool:
    if kind is EdgeKind.LINE_START:
        return at == 0 or text[at - 1] == "\n"
    if kind is EdgeKind.LINE_END:
        return at == len(text) or text[at] == "\n"
    before = at > 0 and text[at - 1].isalnum()
    behind = at < len(text) and text[at].isalnum()
    return (before != behind) == (kind is EdgeKind.WORD)
