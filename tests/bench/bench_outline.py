"""Outline commands at 100,000 characters and 500 nodes, from the key to the painted tree.

Run: python -m tests.bench.bench_outline [characters]. The floor, in the same run and in
turns: the same words cut and put elsewhere by a bare QTextCursor in a bare QTextEdit, and
its repaint. This thread's clock. Aim: each command at most 3 times the floor.

What a command leaves for when the hand rests (findings, counts) is not in its time, as it is
not in that of a keystroke; it is told as `rest`, and so is the keystroke that follows the
command at once (`key`, in brackets the same in the bare editor after the floor).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from statistics import median
from time import thread_time
from typing import Any, NamedTuple

from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    DeleteSections,
    DuplicateSection,
    InsertSection,
    MergeSections,
    MoveSections,
    RenameSection,
    ShiftSections,
    SplitSection,
    StructureCommand,
)
from tests.bench.measure import Figure, ratio, report, size_of
from tests.bench.program import an_application, bare_editor, page_and_tree

AIM = 3.0
ROUNDS = 15
NODES = 500
THINGS = (
    "任务", "岗位", "重点", "作风", "制度", "监督", "项目", "产业", "民生", "环境", "安全", "教育",
    "文化", "改革", "创新", "服务", "基层", "群众", "企业", "投资", "消费", "农业", "乡村", "交通",
)  # fmt: skip
DOINGS = ("压实", "抓好", "推进", "落实", "完善", "强化", "提升", "优化", "守住", "办好", "夯实")
TURNS = 4  # of the event loop


def speech(characters: int, nodes: int = NODES) -> Manuscript:
    """An invented speech: ``nodes`` headings of two levels over so many characters.

    No paragraph comes twice: one that does is a finding, and no speech is nothing but these.
    """
    from editor.manuscript.numbering import write_numeral

    lines = ["在云川市工作会议上的讲话", "同志们：", "下面，我讲几点意见。"]
    size = max(20, characters // nodes - 14)
    words = Random(4)
    for number in range(nodes // 5):
        lines += [f"{write_numeral(number + 1)}、第{number}件大事", body(size, words)]
        for part in range(4):
            lines += [f"（{'一二三四'[part]}）办好第{number}之{part}件", body(size, words)]
    return manuscript_of("\n".join(lines))


def body(size: int, words: Random) -> str:
    """A paragraph of so many characters, of sentences that are made up."""
    text = ""
    while len(text) < size:
        one, two, three, four = words.sample(THINGS, 4)
        verb, other = words.sample(DOINGS, 2)
        text += f"要{verb}{one}，{other}{two}、{three}，让{four}的目标全年见到实效。"
    return text[: size - 1].rstrip("，、。") + "。"


def sections(outline: Outline, level: int) -> list[Section]:
    """The numbered sections of a level."""
    return [s for s in outline.walk() if s.kind is SectionKind.SECTION and s.level == level]


def orders(outline: Outline) -> dict[str, StructureCommand]:
    """One order of each kind, in the middle of the text."""
    big, small = sections(outline, 1), sections(outline, 2)
    one, low = big[len(big) // 2], small[len(small) // 2]
    return {
        "shift": ShiftSections((one,), 1),
        "shift three": ShiftSections(tuple(big[10:13]), 1),
        "put far": MoveSections((low,), big[3], DropPosition.INSIDE),
        "demote": ChangeLevel((low,), 1),
        "promote": ChangeLevel((low,), -1),
        "duplicate": DuplicateSection(low),
        "merge": MergeSections(low),
        "split": SplitSection(Position(low.start.paragraph + 1, 40)),
        "delete": DeleteSections((low,)),
        "rename": RenameSection(low, "换个标题"),
        "insert": InsertSection(low, DropPosition.AFTER),
    }


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of this thread for something and all that then has to be done at once.

    Several turns of the event loop, because what a paint asks for comes in the next one.
    """
    from PySide6.QtWidgets import QApplication

    began = thread_time()
    act()
    for _ in range(TURNS):
        QApplication.processEvents()
    return (thread_time() - began) * 1000


class Times(NamedTuple):
    """Medians in milliseconds: the command, its floor, what follows, and the undo."""

    ours: float
    floor: float
    key: float
    bare_key: float
    rest: float
    undo: float


class Bench:
    """Our window's parts and a bare editor with the same words, side by side."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.controller, self.panel = page_and_tree(manuscript.text)
        self.bare: Any = bare_editor(manuscript.text)
        self.bare.resize(700, 800)
        self.bare.show()
        self.outline = self.panel.editor.read()[1]
        big = sections(self.outline, 1)
        self.one = big[len(big) // 2]

    def floor(self) -> None:
        """The same section cut and put behind the next by a bare cursor, and painted."""
        from PySide6.QtGui import QTextCursor

        document = self.bare.document()
        first, last = self.one.start.paragraph, self.one.end.paragraph
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setPosition(document.findBlockByNumber(first).position())
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(document.findBlockByNumber(last).position(), keep)
        words = cursor.selection()
        cursor.removeSelectedText()
        cursor.setPosition(document.findBlockByNumber(last).position())
        cursor.insertFragment(words)
        cursor.endEditBlock()
        self.bare.setTextCursor(cursor)
        self.bare.ensureCursorVisible()

    def _undo(self) -> None:
        self.controller.undo()
        self.controller.show_structure()

    def measure(self, order: StructureCommand) -> Times:
        """The order and its floor in turns; half the rounds with a key right behind it."""
        from tests.bench.keys import keystroke

        rounds: list[list[float]] = [[] for _ in Times._fields]
        ours, floor, key, bare_key, rest, undo = rounds
        for number in range(2 * ROUNDS):
            floor.append(timed(self.floor))
            if number % 2:
                bare_key.append(keystroke(self.bare, "好") * 1000)
                self.bare.undo()
            self.bare.undo()
            self.controller.go_to(self.one.start)
            timed(lambda: None)
            before = self.controller.view.document().availableUndoSteps()
            ours.append(timed(lambda: self.panel.apply_to_chosen(lambda _: order)))
            if number % 2:
                key.append(keystroke(self.controller.view, "好") * 1000)
            else:
                rest.append(timed(self.controller.refresh))
                undo.append(timed(self._undo))
            while self.controller.view.document().availableUndoSteps() > before:
                self.controller.undo()
            timed(self.controller.refresh)
        return Times(*map(median, rounds))


def bench(words: list[str]) -> Iterator[Figure]:
    """A figure a command."""
    app = an_application()
    made = Bench(speech(size_of(words, 100_000)))
    for name, order in orders(made.outline).items():
        took = made.measure(order)
        told = (
            f"key {took.key:.1f} ms ({took.bare_key:.1f}), rest {took.rest:.1f}, "
            f"undo {took.undo:.1f}"
        )
        floor = "bare cursor", took.floor / 1000
        yield ratio(name, took.ours / 1000, floor, AIM, told)
    made.controller.close()
    del app


if __name__ == "__main__":
    report(bench)
