"""Random keys on the page of every docx of a folder: the document, the file and undo agree.

Run: python -m tests.bench.trials.keys_storm FOLDER [--steps 60] [--seed 1] [--sample N]. Keys,
clipboard, drags, undo and redo on the page and on a second place of it. After every step Qt's
document reads as the manuscript; what is saved and read again has the same words; undo of all
gives the first text with its marks, and a save then the first bytes.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from editor.files.open import open_document
from editor.files.opened import DocxSource, Opened
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class KeysStorm:
    """One file worked on; ``chance`` chooses."""

    def __init__(self, opened: Opened, chance: random.Random) -> None:
        from editor.ui.document.controller import DocumentController
        from editor.ui.outline_views.split_page import SplitPage
        from editor.ui.page.page_view import PageView
        from tests.ui.page.pages import CountingAnalyzer

        self._opened, self._chance = opened, chance
        self._view = self._page = PageView()
        self._controller = DocumentController(self._page, CountingAnalyzer())
        self._controller.load(opened.manuscript)
        self._second = SplitPage(self._controller, self._page)
        self._steps: tuple[Callable[[], object], ...] = (
            lambda: self._key("Key_A", "字"), lambda: self._key("Key_Return", "\r"),
            lambda: self._key("Key_Backspace"), lambda: self._key("Key_Delete"),
            self._carry, self._drag, self._controller.undo, self._controller.redo,
        )  # fmt: skip

    def run(self, steps: int) -> str:
        """What was wrong, or ''."""
        for number in range(steps):
            self._choose()
            self._chance.choice(self._steps)()
            if wrong := self._out_of_step():
                return f"step {number}: {wrong}"
        return self._not_saved() or self._not_undone()

    def close(self) -> None:
        """Let the widgets go."""
        self._second.leave()
        self._controller.close()
        for view in (self._second, self._page):
            view.deleteLater()

    def _choose(self) -> None:
        """A view, and a caret or a selection in it."""
        from PySide6.QtGui import QTextCursor

        self._view = self._chance.choice((self._page, self._second))
        self._controller.activate(self._view)
        start = self._place()
        end = self._place(start.paragraph + self._chance.choice((0, 1, 2)))
        cursor = self._view.textCursor()
        cursor.setPosition(self._view.tracked.flat(start))
        if self._chance.random() < 0.5:
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(self._view.tracked.flat(end), keep)
        self._view.setTextCursor(cursor)

    def _place(self, number: int = -1) -> Position:
        rows = self._controller.manuscript().paragraphs
        number = min(number, len(rows) - 1) if number >= 0 else self._chance.randrange(len(rows))
        size = len(rows[number].text)
        borders = [end for mark in rows[number].marks for end in (mark.start, mark.end)]
        inside = self._chance.randint(0, size)
        return Position(number, self._chance.choice((0, size, inside, *borders[:20])))

    def _key(self, name: str, text: str = "") -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        plain = Qt.KeyboardModifier.NoModifier
        self._view.keyPressEvent(
            QKeyEvent(QEvent.Type.KeyPress, getattr(Qt.Key, name), plain, text)
        )

    def _carry(self) -> None:
        """Cut or copy, and paste elsewhere."""
        mime = self._view.createMimeDataFromSelection()
        if self._chance.random() < 0.6:
            self._view.remove()
        cursor = self._view.textCursor()
        cursor.setPosition(self._view.tracked.flat(self._place()))
        self._view.setTextCursor(cursor)
        self._view.insertFromMimeData(mime)

    def _drag(self) -> None:
        from editor.ui.page.page_drops import move_selection

        move_selection(self._view, self._place())

    def _out_of_step(self) -> str:
        from editor.ui.document.tracked_document import read_document

        rows, tracked = self._controller.manuscript().paragraphs, self._page.tracked
        if rows != read_document(tracked.document, tracked.table):
            return "the document does not read as the manuscript"
        if rows != self._second.tracked.manuscript().paragraphs:
            return "the second place is another text"
        inside = all(0 <= m.start < m.end <= len(p.text) for p in rows for m in p.marks)
        return "" if inside else "a mark outside its paragraph"

    def _not_saved(self) -> str:
        now = self._controller.manuscript()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"out{(self._opened.path or Path('a.docx')).suffix}"
            try:
                notes = save(self._opened, now, path).notes
            except Trouble as trouble:
                return trouble.what
            again = open_document(path).manuscript
        told = any("留在原处" in note for note in notes)
        return "" if told or _words(now) == _words(again) else "words are lost in saving"

    def _not_undone(self) -> str:
        while self._controller.can_undo():
            self._controller.undo()
        now, source = self._controller.manuscript(), self._opened.source
        if now.paragraphs != self._opened.manuscript.paragraphs:
            return "undo of all gives another text"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "out.docx"
            save(self._opened, now, path)
            same = isinstance(source, DocxSource) and path.read_bytes() == source.data
        return "" if same else "undo of all and a save give other bytes"


def _words(manuscript: Manuscript) -> tuple[list[str], list[str]]:
    """The words of the paragraphs in order, those of text boxes sorted: they follow their box."""

    def boxed(paragraph: Paragraph) -> bool:
        return "文本框" in paragraph.frame

    rows = [p for p in manuscript.paragraphs if p.text]
    return [p.text for p in rows if not boxed(p)], sorted(p.text for p in rows if boxed(p))


def main() -> int:
    """Work on all files; 1 where anything was wrong."""
    from PySide6.QtWidgets import QApplication

    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=0)
    args = parser.parse_args()
    app = QApplication.instance() or QApplication(["storm"])
    files = sorted(args.folder.rglob("*.docx"))
    if args.sample:
        files = random.Random(args.seed).sample(files, args.sample)
    wrong = [f"{file.name}: {said}" for file in files if (said := _tried(file, args))]
    print(*wrong, f"{len(files)} files, {len(wrong)} wrong", sep="\n")
    del app
    return int(bool(wrong))


def _tried(file: Path, args: argparse.Namespace) -> str:
    try:
        opened = open_document(file)
    except Trouble:
        return ""
    if not isinstance(opened.source, DocxSource):
        return ""
    storm = KeysStorm(opened, random.Random(f"{args.seed}{file.name}"))
    try:
        return storm.run(args.steps)
    finally:
        storm.close()


if __name__ == "__main__":
    sys.exit(main())
