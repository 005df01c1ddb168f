"""A pattern's tree made into steps, as Thompson did (CACM 1968): each repetition a way back."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

from editor.manuscript.search.pattern import (
    Choice,
    Edge,
    EdgeKind,
    Group,
    Letters,
    Node,
    One,
    Repeat,
    Row,
)
from editor.manuscript.search.query import PatternError

MOST_STEPS: Final = 3_000  # a program that is longer was written to be slow


class Do(IntEnum):
    """What a step does."""

    LETTER = 0
    EDGE = 1
    SAVE = 2
    JUMP = 3
    EITHER = 4  # first ``to``, then ``other``
    DONE = 5


class Step(NamedTuple):
    """One step; which fields count depends on ``do``."""

    do: Do
    letters: Letters | None = None
    edge: EdgeKind | None = None
    to: int = 0
    other: int = 0


def program_of(tree: Node) -> tuple[Step, ...]:
    """The steps of a pattern. Raises PatternError where they are too many."""
    maker = _Maker()
    maker.make(tree)
    maker.add(Step(Do.DONE))
    return tuple(maker.steps)


class _Maker:
    def __init__(self) -> None:
        self.steps: list[Step] = []

    def add(self, step: Step) -> int:
        if len(self.steps) >= MOST_STEPS:
            raise PatternError("要找的内容太长，或者重复的次数写得太大。")
        self.steps.append(step)
        return len(self.steps) - 1

    def make(self, node: Node) -> None:
        match node:
            case One(letters):
                self.add(Step(Do.LETTER, letters=letters))
            case Edge(kind):
                self.add(Step(Do.EDGE, edge=kind))
            case Row(parts):
                for part in parts:
                    self.make(part)
            case Group(number, part):
                self.add(Step(Do.SAVE, to=2 * number))
                self.make(part)
                self.add(Step(Do.SAVE, to=2 * number + 1))
            case Choice(options):
                self._choice(options)
            case Repeat():
                self._repeat(node)

    def _choice(self, options: tuple[Node, ...]) -> None:
        ends: list[int] = []
        for option in options[:-1]:
            fork = self.add(Step(Do.EITHER))
            self.make(option)
            ends.append(self.add(Step(Do.JUMP)))
            self.steps[fork] = Step(Do.EITHER, to=fork + 1, other=len(self.steps))
        self.make(options[-1])
        for end in ends:
            self.steps[end] = Step(Do.JUMP, to=len(self.steps))

    def _repeat(self, node: Repeat) -> None:
        for _ in range(node.least):
            self.make(node.part)
        if node.most is None:
            fork = self.add(Step(Do.EITHER))
            self.make(node.part)
            self.add(Step(Do.JUMP, to=fork))
            self._fork([fork], node.greedy)
            return
        forks: list[int] = []
        for _ in range(node.most - node.least):
            forks.append(self.add(Step(Do.EITHER)))
            self.make(node.part)
        self._fork(forks, node.greedy)

    def _fork(self, forks: list[int], greedy: bool) -> None:
        """From each of these either into the part behind it or on to here."""
        here = len(self.steps)
        for fork in forks:
            into, on = fork + 1, here
            first, then = (into, on) if greedy else (on, into)
            self.steps[fork] = Step(Do.EITHER, to=first, other=then)
