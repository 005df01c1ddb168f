"""Find, replace all, paste and undo in 100,000 characters, against a bare editor.

Run: python -m tests.bench.window.bench_edit [characters]. Each is timed by the interface
thread's clock until the event loop has nothing more to do at once; what follows in pauses and
workers is in the block, which is told until all is quiet. Aims: 3 times the bare editor, as the
outline commands have it; no event served later than 100 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.measure import Figure, block, middle, ratio, report, seconds, size_of
from tests.bench.program import Program, bare_editor, put_caret, worked
from tests.bench.prose import speech

AIM = 3.0
ROUNDS = 5
WORD, OTHER = "抓紧抓实", "抓实抓细"
SOUGHT = ("安全生产", "青石县", "困难职工", "，", "的")


def bench(words: list[str]) -> Iterator[Figure]:
    """Two figures an act."""
    size = size_of(words, 100_000)

    def script(program: Program, folder: Path) -> Iterator[Figure]:
        text = speech(size)
        path = folder / "speech.txt"
        path.write_text(text, "utf-8")
        bare = bare_editor(text)
        bare.resize(760, 600)
        bare.show()
        program.open(path)
        program.settle()
        yield from found(program)
        yield from replaced(program, bare, text.count(WORD))
        for characters in (1_000, 20_000):
            yield from pasted(program, bare, speech(characters, 9))

    yield from worked(script)


def found(program: Program) -> Iterator[Figure]:
    """The words sought are typed key by key into the find bar."""
    from tests.bench.keys import keystroke

    program.choose("查找")
    program.settle()
    line = program.field("查找的内容")
    longest = 0.0
    for words in SOUGHT:
        line.clear()
        program.settle()
        for char in words:
            longest = max(longest, keystroke(line, char), program.settle())
    yield block("block while finding, a key at a time", longest)


def replaced(program: Program, bare: Any, count: int) -> Iterator[Figure]:
    """All hits replaced, and taken back."""
    program.choose("替换")
    program.field("查找的内容").setText(WORD)
    program.field("替换成的内容").setText(OTHER)
    program.settle()
    acts = Acts(lambda: replace_all(bare), bare.undo, lambda: program.press("全部替换"))
    yield from told(program, f"replace all, {count} hits", acts)


def pasted(program: Program, bare: Any, text: str) -> Iterator[Figure]:
    """A piece of another speech pasted into the middle, and taken back."""
    program.app.clipboard().setText(text)
    program.page.setFocus()
    program.caret(0.5)
    put_caret(bare, 0.5)
    program.settle()
    acts = Acts(bare.paste, bare.undo, lambda: program.choose("粘贴"))
    yield from told(program, f"paste {len(text):,}", acts)


class Acts(NamedTuple):
    """The same act in the bare editor, its undo there, and the act in the window."""

    bare: Callable[[], object]
    bare_undo: Callable[[], object]
    ours: Callable[[], object]


def told(program: Program, what: str, acts: Acts) -> Iterator[Figure]:
    """An act and its undo against their floors, and the longest block until all is quiet.

    Medians of some rounds, the contenders in turns.
    """
    do: list[tuple[float, ...]] = []
    undo: list[tuple[float, ...]] = []
    for _ in range(ROUNDS):
        before = program.page.toPlainText()
        do.append(one_round(program, acts.bare, acts.ours))
        assert program.page.toPlainText() != before, f"{what}: nothing happened"
        undo.append(one_round(program, acts.bare_undo, lambda: program.choose("撤销")))
        assert program.page.toPlainText() == before, f"{what}: not taken back"
    for name, rounds in ((what, do), (f"undo of {what}", undo)):
        floor, ours, longest = (middle(list(times)) for times in zip(*rounds, strict=True))
        yield ratio(name, ours, ("bare editor", floor), AIM)
        yield block(f"block, {name}", longest)


def one_round(
    program: Program, bare: Callable[[], object], ours: Callable[[], object]
) -> tuple[float, ...]:
    """This thread's seconds of the bare editor and of the window, and the longest block."""
    floor = seconds(lambda: acted(program, bare))
    spent = program.spend(ours)
    return floor, spent.thread, max(spent.block, program.settle())


def acted(program: Program, act: Callable[[], object]) -> None:
    """An act in the bare editor and its painting."""
    act()
    for _ in range(4):
        program.app.processEvents()


def replace_all(bare: Any) -> None:
    """All hits in a bare editor, in one undo step."""
    from PySide6.QtGui import QTextCursor

    document = bare.document()
    all_of_it = QTextCursor(document)
    all_of_it.beginEditBlock()
    cursor = document.find(WORD)
    while not cursor.isNull():
        cursor.insertText(OTHER)
        cursor = document.find(WORD, cursor)
    all_of_it.endEditBlock()


if __name__ == "__main__":
    report(bench)
