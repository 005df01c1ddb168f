"""Drag headings to another speech by its tab: into its tree, and onto the tab itself.

``python -m tests.ui.screen.drag_onto_a_tab FOLDER``, on an X screen of its own.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QTabBar

from editor.manuscript.paragraph import Position
from editor.settings.store import Settings
from editor.ui.launch import complete, make_application, make_window
from editor.ui.shell.composition import Composition
from editor.ui.shell.desk import Desk
from editor.ui.tree.outline_model import OutlineModel
from tests.ui.screen.drags import PAUSE_MS, REST_MS, Drags, Step

OTHER = (
    "在大河镇会议上的讲话\n同志们：\n讲两点。\n一、春耕\n春文。\n二、防汛\n防文。\n同志们，加油干！"
)


class TwoSpeeches:
    """A window on 稿.txt and 另稿.txt, the first in front."""

    def __init__(self, folder: Path) -> None:
        (folder / "另稿.txt").write_text(OTHER, "utf-8")
        self.app = make_application()
        self.window = make_window(self.app, Settings(folder / "home"))
        self.window.show()
        complete(self.window, str(folder / "另稿.txt"))
        self.parts = next(c for c in self.window.children() if isinstance(c, Composition))
        self.parts.openings.open_path(folder / "稿.txt")
        self.seen: dict[str, list[str]] = {}
        self.drags = Drags(self.window, self.parts.desk.page)

    def desk(self, n: int) -> Desk:
        """An open speech: 0 the other, 1 the one in front at first."""
        return self.parts.desks.all()[n]

    def tab(self, n: int) -> QPoint:
        """On the screen, the middle of a tab."""
        (bar,) = self.parts.strip.findChildren(QTabBar)
        return bar.mapToGlobal(bar.tabRect(n).center())

    def row(self, n: int, words: str, part: float) -> QPoint:
        """On the screen, in a row of a speech."""
        tree, texts = self.desk(n).tree, self.desk(n).controller.manuscript().paragraphs
        model = tree.model()
        assert isinstance(model, OutlineModel)
        line = next(k for k, p in enumerate(texts) if p.text.startswith(words))
        box = tree.visualRect(model.at(Position(line, 0)))
        spot = QPoint(box.center().x(), round(box.top() + part * (box.height() - 1)))
        return tree.viewport().mapToGlobal(spot)

    def look(self, moment: str) -> Step:
        """Note both texts, what is said and who is in front."""
        return REST_MS, lambda: self._look(moment)

    def leave(self) -> None:
        """Nothing is asked about when the window closes."""
        for desk in self.parts.desks.all():
            desk.text.set_modified(False)
        QApplication.quit()

    def _look(self, moment: str) -> None:
        for n, name in enumerate(("other", "own")):
            self.seen[f"{name} {moment}"] = self.desk(n).controller.manuscript().text.split("\n")
        self.seen[f"said {moment}"] = [self.parts.desk.messages.words()]
        self.seen[f"front {moment}"] = [self.window.windowTitle()]


def steps(two: TwoSpeeches) -> list[Step]:
    """A heading held over the tab till it comes, then into its tree; another onto the tab."""
    hand = two.drags.hand

    def go(to: QPoint) -> None:
        hand.move(to.x(), to.y())

    def press(words: str) -> list[Step]:
        start = lambda: two.row(1, words, 0.5)  # noqa: E731
        return [
            (PAUSE_MS, lambda: go(start())),
            (PAUSE_MS, lambda: hand.button(down=True)),
            *[(PAUSE_MS, lambda n=n: go(start() + QPoint(3 * n, 6 * n))) for n in (1, 2, 3)],
            *[(PAUSE_MS, lambda n=n: go(two.tab(0) + QPoint(n, 0))) for n in (0, 1, 2)],
        ]

    into = [
        (2 * REST_MS, lambda: go(two.row(0, "一、春耕", 0.9))),
        (PAUSE_MS, lambda: go(two.row(0, "一、春耕", 0.95))),
        (4 * PAUSE_MS, lambda: hand.button(down=False)),
    ]
    return [
        *press("二、乙事"), *into, two.look("in the tree"),
        (PAUSE_MS, lambda: hand.control_and("z")), two.look("undone"),
        (PAUSE_MS, lambda: two.parts.desks.go_to(1)), (REST_MS, lambda: None),
        *press("二、乙事"), (2 * PAUSE_MS, lambda: hand.button(down=False)), two.look("on the tab"),
    ]  # fmt: skip


def run(folder: Path) -> None:
    """Take the steps, and print what was seen as JSON."""
    two = TwoSpeeches(folder)
    QTimer.singleShot(REST_MS, lambda: two.drags.take(*steps(two), (0, two.leave)))
    two.app.exec()
    sys.stdout.write(json.dumps(two.seen, ensure_ascii=True))
    two.window.close()


if __name__ == "__main__":
    run(Path(sys.argv[1]))
