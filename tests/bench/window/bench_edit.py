"""Find, replace all, paste and undo in 100,000 characters, against a bare editor.

Run: python -m tests.bench.window.bench_edit [characters]. Each is timed by the interface
thread's clock until the event loop has nothing more to do at once; what follows in pauses and
workers is in the block, which is told until all is quiet. Aims: 3 times the bare editor, as the
outline commands have it; no event served later than 100 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.bench.measure import Figure, block, ratio, report, seconds, size_of
from tests.bench.program import Program, bare_editor, put_caret, worked
from tests.bench.prose import speech

AIM = 3.0
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
    floor = seconds(lambda: acted(program, lambda: replace_all(bare)))
    yield from told(program, f"replace all, {count} hits", floor, lambda: program.press("全部替换"))
    floor = seconds(lambda: acted(program, bare.undo))
    yield from told(program, "undo of it", floor, lambda: program.choose("撤销"))


def pasted(program: Program, bare: Any, text: str) -> Iterator[Figure]:
    """A piece of another speech pasted into the middle, and taken back."""
    program.app.clipboard().setText(text)
    program.page.setFocus()
    program.caret(0.5)
    put_caret(bare, 0.5)
    program.settle()
    floor = seconds(lambda: acted(program, bare.paste))
    yield from told(program, f"paste {len(text):,}", floor, lambda: program.choose("粘贴"))
    floor = seconds(lambda: acted(program, bare.undo))
    yield from told(program, "undo of it", floor, lambda: program.choose("撤销"))


def told(program: Program, what: str, floor: float, act: Callable[[], object]) -> Iterator[Figure]:
    """An act against its floor, and the longest block until all is quiet."""
    before = program.page.toPlainText()
    spent = program.spend(act)
    longest = max(spent.block, program.settle())
    assert program.page.toPlainText() != before, f"{what}: nothing happened"
    yield ratio(what, spent.thread, ("bare editor", floor), AIM)
    yield block(f"block, {what}", longest)


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
