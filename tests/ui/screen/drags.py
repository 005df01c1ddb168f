"""One hand in one window on an X screen: its moves as timed steps, and what was seen.

The steps are timers, since Qt runs an event loop of its own while something is dragged.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from editor.manuscript.paragraph import Position
from editor.settings.store import Settings
from editor.ui.launch import complete, make_application, make_window
from editor.ui.message_bar import MessageBar
from editor.ui.page.page_view import PageView
from editor.ui.shell.window import Window
from editor.ui.tree.outline_model import OutlineModel
from tests.ui.screen.hand import Hand

PAUSE_MS = 60  # between two moves of the hand
REST_MS = 800  # until all is read and painted
Step = tuple[int, Callable[[], object]]


class Drags:
    """The window, the hand, and what was seen at each moment."""

    def __init__(self, window: Window, page: PageView) -> None:
        self.window, self.page, self.hand = window, page, Hand()
        self.seen: dict[str, list[str]] = {}
        self._steps: list[Step] = []

    def take(self, *steps: Step) -> None:
        """These steps, one after the other; then the program ends."""
        self._steps = [*steps, (0, self._end)]
        self.go_on()

    def go_on(self) -> None:
        """Take the next step when its time has come."""
        pause, step = self._steps.pop(0)

        def take() -> None:
            if self._steps:
                self.go_on()
            step()

        QTimer.singleShot(pause, take)

    def drag(self, start: Callable[[], QPoint], end: Callable[[], QPoint]) -> list[Step]:
        """Press, move and let go; the places are asked for when the hand is there."""
        steps: list[Step] = [
            (PAUSE_MS, lambda: self._move(start())),
            (PAUSE_MS, lambda: self.hand.button(down=True)),
        ]
        for part in range(1, 10):
            share = min(part, 8) / 8
            steps.append((PAUSE_MS, lambda n=share: self._move(start() + (end() - start()) * n)))
        return [*steps, (4 * PAUSE_MS, lambda: self.hand.button(down=False))]

    def go(self, to: QPoint) -> None:
        """The pointer to a place of the screen."""
        self._move(to)

    def undo(self) -> list[Step]:
        """Ctrl+Z in the page."""
        return [(PAUSE_MS, self.page.setFocus), (PAUSE_MS, lambda: self.hand.control_and("z"))]

    def look(self, moment: str) -> Step:
        """Note the text, the rows of the tree and what the message bar says."""
        return REST_MS, lambda: self._look(moment)

    def row(self, words: str, part: float) -> QPoint:
        """On the screen, in the row of a paragraph: ``part`` 0 its top, 1 its foot."""
        tree, model = self.window.tree, self.window.tree.model()
        assert isinstance(model, OutlineModel)
        box = tree.visualRect(model.at(Position(self._number(words), 0)))
        spot = QPoint(box.center().x(), round(box.top() + part * (box.height() - 1)))
        return tree.viewport().mapToGlobal(spot)

    def letter(self, words: str, offset: int) -> QPoint:
        """On the screen, before a letter of the paragraph that begins so."""
        cursor, page = self.page.textCursor(), self.page
        cursor.setPosition(page.tracked.flat(Position(self._number(words), offset)))
        return page.viewport().mapToGlobal(page.cursorRect(cursor).center())

    def _number(self, words: str) -> int:
        texts = self.page.tracked.manuscript().paragraphs
        return next(n for n, p in enumerate(texts) if p.text.startswith(words))

    def _end(self) -> None:
        self.page.document().setModified(False)  # else closing asks, and nobody answers
        QApplication.quit()

    def _move(self, to: QPoint) -> None:
        self.hand.move(to.x(), to.y())

    def _look(self, moment: str) -> None:
        self.seen[f"text {moment}"] = self.page.tracked.manuscript().text.split("\n")
        self.seen[f"rows {moment}"] = self._rows(QModelIndex())
        bar = self.window.findChild(MessageBar)
        self.seen[f"said {moment}"] = [bar.words() if bar else ""]

    def _rows(self, parent: QModelIndex) -> list[str]:
        model = self.window.tree.model()
        found: list[str] = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found += [str(index.data()), *self._rows(index)]
        return found


def run_drags(folder: Path, steps: Callable[[Drags], list[Step]]) -> None:
    """Open the speech of the folder, take the steps, and print what was seen as JSON."""
    app = make_application()
    window = make_window(app, Settings(folder / "home"))
    window.show()
    complete(window, str(folder / "稿.txt"))
    app.processEvents()
    page = window.findChild(PageView)
    assert isinstance(page, PageView)
    drags = Drags(window, page)
    QTimer.singleShot(REST_MS, lambda: drags.take(*steps(drags)))
    app.exec()
    sys.stdout.write(json.dumps(drags.seen, ensure_ascii=True))
    window.close()
