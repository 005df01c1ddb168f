"""Drag a heading of the outline with the mouse, then Ctrl+Z; run on an X screen of its own.

``python -m tests.ui.screen.drag_a_heading FOLDER`` prints text and rows of each moment as JSON.
The steps are timers, since Qt runs an event loop of its own while something is dragged.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from editor.manuscript.paragraph import Position
from editor.settings.store import Settings
from editor.ui.launch import complete, make_application, make_window
from editor.ui.page.page_view import PageView
from editor.ui.shell.window import Window
from editor.ui.tree.outline_model import OutlineModel
from tests.ui.screen.hand import Hand

DRAGGED, TARGET = "一、甲事", "三、丙事"
PAUSE_MS = 60  # between two moves of the hand
REST_MS = 800  # until all is read and painted


class Drag:
    """The moves of one hand in one window, and what was seen."""

    def __init__(self, window: Window, page: PageView, hand: Hand) -> None:
        self._window, self._page, self._hand = window, page, hand
        self.seen: dict[str, list[str]] = {}
        start, end = self._place(DRAGGED, 0.5), self._place(TARGET, 0.95)
        way = [start + (end - start) * n / 8 for n in range(1, 9)]
        self._steps = [
            (REST_MS, lambda: self.look("before")),
            (PAUSE_MS, lambda: hand.move(start.x(), start.y())),
            (PAUSE_MS, lambda: hand.button(down=True)),
            *[(PAUSE_MS, lambda at=at: hand.move(at.x(), at.y())) for at in (*way, end)],
            (4 * PAUSE_MS, lambda: hand.button(down=False)),
            (REST_MS, lambda: self.look("after")),
            (PAUSE_MS, page.setFocus),
            (PAUSE_MS, lambda: hand.control_and("z")),
            (REST_MS, lambda: self.look("undone")),
            (0, QApplication.quit),
        ]

    def go_on(self) -> None:
        """Take the next step when its time has come."""
        pause, step = self._steps.pop(0)

        def take() -> None:
            if self._steps:
                self.go_on()
            step()

        QTimer.singleShot(pause, take)

    def look(self, moment: str) -> None:
        """Note the text and the rows of the tree."""
        self.seen[f"text {moment}"] = self._page.tracked.manuscript().text.split("\n")
        self.seen[f"rows {moment}"] = self._rows(QModelIndex())

    def _rows(self, parent: QModelIndex) -> list[str]:
        model = self._window.tree.model()
        found: list[str] = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found += [str(index.data()), *self._rows(index)]
        return found

    def _place(self, words: str, part: float) -> QPoint:
        tree, model = self._window.tree, self._window.tree.model()
        assert isinstance(model, OutlineModel)
        texts = self._page.tracked.manuscript().paragraphs
        row = next(n for n, p in enumerate(texts) if p.text == words)
        box = tree.visualRect(model.at(Position(row, 0)))
        spot = QPoint(box.center().x(), round(box.top() + part * (box.height() - 1)))
        return tree.viewport().mapToGlobal(spot)


def main(folder: Path) -> None:
    """Open the speech of the folder, drag, undo, and print what was seen."""
    app = make_application()
    window = make_window(app, Settings(folder / "home"))
    window.show()
    page = complete(window, str(folder / "稿.txt")).desk.page
    app.processEvents()
    drags: list[Drag] = []

    def begin() -> None:
        drags.append(Drag(window, page, Hand()))
        drags[0].go_on()

    QTimer.singleShot(REST_MS, begin)
    app.exec()
    sys.stdout.write(json.dumps(drags[0].seen, ensure_ascii=True))
    page.document().setModified(False)
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
