"""A pattern's tree made into steps, as Thompson did (CACM 1968): each repetition a way back."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

from editor.manuscript.search.pattern_tree import (
    Edge,
    EdgeKind,
    Either,
    Group,
    InTurn,
    Letters,
    Node,
    One,
    Repeat,
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


class MachineStep(NamedTuple):
    """One step; which fields count depends on ``do``."""

    do: Do
    letters: Letters | None = None
    edge: EdgeKind | None = None
    to: int = 0
    other: int = 0


def program_of(tree: Node) -> tuple[MachineStep, ...]:
    """The steps of a pattern. Raises PatternError where they are too many."""
    maker = _ProgramMaker()
    maker.make(tree)
    maker.add(MachineStep(Do.DONE))
    return tuple(maker.steps)


class _ProgramMaker:
    def __init__(self) -> None:
        self.steps: list[MachineStep] = []

    def add(self, step: MachineStep) -> int:
        if len(self.steps) >= MOST_STEPS:
            raise PatternError("要找的内容太长，或者重复的次数写得太大。")
        self.steps.append(step)
        return len(self.steps) - 1

    def make(self, node: Node) -> None:
        match node:
            case One(letters):
                self.add(MachineStep(Do.LETTER, letters=letters))
            case Edge(kind):
                self.add(MachineStep(Do.EDGE, edge=kind))
            case InTurn(parts):
                for part in parts:
                    self.make(part)
            case Group(number, part):
                self.add(MachineStep(Do.SAVE, to=2 * number))
                self.make(part)
                self.add(MachineStep(Do.SAVE, to=2 * number + 1))
            case Either(options):
                self._choice(options)
            case Repeat():
                self._repeat(node)

    def _choice(self, options: tuple[Node, ...]) -> None:
        ends: list[int] = []
        for option in options[:-1]:
            fork = self.add(MachineStep(Do.EITHER))
            self.make(option)
            ends.append(self.add(MachineStep(Do.JUMP)))
            self.steps[fork] = MachineStep(Do.EITHER, to=fork + 1, other=len(self.steps))
        self.make(options[-1])
        for end in ends:
            self.steps[end] = MachineStep(Do.JUMP, to=len(self.steps))

    def _repeat(self, node: Repeat) -> None:
        for _ in range(node.least):
            self.make(node.part)
        if node.most is None:
            fork = self.add(MachineStep(Do.EITHER))
            self.make(node.part)
            self.add(MachineStep(Do.JUMP, to=fork))
            self._fork([fork], node.greedy)
            return
        forks: list[int] = []
        for _ in range(node.most - node.least):
            forks.append(self.add(MachineStep(Do.EITHER)))
            self.make(node.part)
        self._fork(forks, node.greedy)

    def _fork(self, forks: list[int], greedy: bool) -> None:
        """From each of these either into the part behind it or on to here."""
        here = len(self.steps)
        for fork in forks:
            into, on = fork + 1, here
            first, then = (into, on) if greedy else (on, into)
            self.steps[fork] = MachineStep(Do.EITHER, to=first, other=then)
