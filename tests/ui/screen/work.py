"""One piece of work in one window on an X screen, from state to state and never by the clock.

A job is a generator: it lets the hand do something, then yields what must have come of it
before it goes on. A timer looks, since Qt runs event loops of its own while a dialog stands or
something is dragged. There is no window manager: the topmost window is given the keys here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QMenu,
    QMenuBar,
    QWidget,
)

from editor.manuscript.paragraph import Position
from editor.settings.store import Settings
from editor.ui.launch import complete, make_application, make_window, speak_chinese
from editor.ui.shell.window import Window
from tests.ui.screen.hand import LEFT, Hand
from tests.ui.shell.windows import Parts, parts_of

LOOK_MS = 20  # how often it is looked whether it has come to be so
LIMIT_MS = 60_000  # no step takes so long but one that never comes
STEPS = 8  # of a drag
Part = TypeVar("Part", bound=QWidget)


class Wait(NamedTuple):
    """What must be before the job goes on, and how it is called where it never comes."""

    words: str
    so: Callable[[], object]


Job = Iterator[Wait]


class Work(QObject):
    """The window, the hand, and the job they do."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window, self.hand = window, Hand()
        self.seen: dict[str, object] = {}
        self.stuck = ""
        self._job: Job = iter(())
        self._wait = Wait("the window", window.isActiveWindow)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._go_on)
        self._limit = QTimer(self, interval=LIMIT_MS, singleShot=True)
        self._limit.timeout.connect(self._give_up)

    @property
    def parts(self) -> Parts:
        """Of the speech in front."""
        return parts_of(self.window)

    def take(self, job: Job) -> None:
        """Do a job; then the program ends."""
        self._job = job
        self._look.start()
        self._limit.start()

    # -- what is there

    def text(self) -> str:
        """The words on the page."""
        return self.parts.controller.manuscript().text

    def top(self) -> QWidget:
        """The window in front of all others: a dialog that stands, or the main window."""
        standing = QApplication.activeModalWidget()
        others = [w for w in QApplication.topLevelWidgets() if _is_window(w, self.window)]
        return standing or (others[-1] if others else self.window)

    def dialog(self, kind: type[Part]) -> Callable[[], Part | None]:
        """Asks for the dialog of a kind that stands in front and has the keys."""

        def ask() -> Part | None:
            top = self.top()
            return top if isinstance(top, kind) and top.isActiveWindow() else None

        return ask

    def back(self) -> bool:
        """Whether no dialog stands and the main window has the keys."""
        return self.top() is self.window and self.window.isActiveWindow()

    def has_keys(self, part: QWidget) -> Callable[[], bool]:
        """Asks whether the keys go to a part, or into one of its own."""

        def ask() -> bool:
            focus = QApplication.focusWidget()
            return focus is not None and (focus is part or part.isAncestorOf(focus))

        return ask

    def focus(self) -> QWidget | None:
        """What has the keys."""
        return QApplication.focusWidget()

    def hand_is_free(self) -> bool:
        """Whether no list or menu stands open that would take the next key."""
        return QApplication.activePopupWidget() is None

    def menu(self) -> QMenu:
        """The menu that is open."""
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        return popup

    def number(self, words: str) -> int:
        """The paragraph that these words are in."""
        texts = self.parts.controller.manuscript().paragraphs
        return next(n for n, p in enumerate(texts) if words in p.text)

    def row(self, words: str) -> QModelIndex:
        """The row of the outline with these words."""
        model = self.window.tree.model()
        match = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        return model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, words, 1, match)[0]

    # -- what the mouse does

    def click(self, part: QWidget, at: QPoint | None = None, which: int = LEFT) -> None:
        """On the middle of a part, or on a place of it in pixels."""
        self.point(part, at)
        self.hand.click(which)

    def point(self, part: QWidget, at: QPoint | None = None) -> None:
        """The pointer onto a part."""
        where = part.mapToGlobal(part.rect().center() if at is None else at)
        self.hand.move(where.x(), where.y())

    def click_row(self, view: QAbstractItemView, row: QModelIndex) -> None:
        """On a row of a list."""
        view.scrollTo(row)
        self.click(view.viewport(), view.visualRect(row).center())

    def click_tool(self, command: str) -> None:
        """The button of a command in the tool bar."""
        self.click(self.window.tools.widgetForAction(self.window.actions_.by_id[command]))

    def from_menu(self, title: str, command: str) -> Job:
        """Open a menu with the mouse and choose a command in it."""
        bar, menu = self.window.menuBar(), self.window.actions_.menus[title]
        self.click(bar, bar.actionGeometry(menu.menuAction()).center())
        yield Wait(f"the menu {title}", lambda: QApplication.activePopupWidget() is menu)
        self.click_action(menu, self.window.actions_.by_id[command])

    def click_action(self, menu: QMenu | QMenuBar, action: QAction) -> None:
        """A line of a menu that is open."""
        self.click(menu, menu.actionGeometry(action).center())

    def button_of(self, parent: QWidget, words: str) -> QAbstractButton | None:
        """The button with these words that can be pressed now."""
        buttons = parent.findChildren(QAbstractButton)
        named = [b for b in buttons if b.isVisible() and b.text().replace("&", "") == words]
        return next((b for b in named if b.isEnabled()), None)

    def click_button(self, parent: Callable[[], QWidget | None], words: str) -> Job:
        """A button, once its window stands and it can be pressed."""
        found: list[QAbstractButton] = []

        def so() -> bool:
            place = parent()
            found[:] = [b for b in [place and self.button_of(place, words)] if b]
            return bool(found)

        yield Wait(f"the button {words}", so)
        self.click(found[0])

    def letter(self, words: str, inside: int = 0) -> QPoint:
        """A letter of the page on the screen: the first of these words, or one behind it."""
        page = self.parts.page
        number = self.number(words)
        offset = self.parts.controller.manuscript().paragraphs[number].text.index(words) + inside
        first, behind = (
            page.cursorRect(self.parts.controller.cursor_at(Position(number, o)))
            for o in (offset, offset + 1)
        )
        spot = QPoint((first.center().x() + behind.center().x()) // 2, first.center().y())
        return page.viewport().mapToGlobal(spot)

    def drag(self, start: QPoint, end: QPoint) -> Job:
        """Press, move and let go, on the screen."""
        self.hand.move(start.x(), start.y())
        self.hand.button(down=True)
        yield Wait("the button down", lambda: QApplication.mouseButtons() != _NO_BUTTON)
        for part in (*range(1, STEPS + 1), STEPS):
            spot = start + (end - start) * (part / STEPS)
            self.hand.move(spot.x(), spot.y())
            yield Wait("the pointer there", lambda: True)
        self.hand.button(down=False)

    # -- the way through the job

    def _go_on(self) -> None:
        top = self.top()
        if QApplication.activePopupWidget() is None and not top.isActiveWindow():
            top.activateWindow()  # what a window manager does
            return
        if not self._wait.so():
            return
        self._limit.start()
        try:
            self._wait = next(self._job)
        except StopIteration:
            self._end()

    def _give_up(self) -> None:
        self.stuck = f"never came: {self._wait.words}"
        for number, screen in enumerate(QApplication.screens()):
            screen.grabWindow(0).save(f"{self.window.settings.folder}/stuck-{number}.png")
        self._end()

    def _end(self) -> None:
        self.seen["used"] = sorted(self.hand.used)
        self._look.stop()
        self._limit.stop()
        self.parts.page.document().setModified(False)  # else closing asks, and nobody answers
        QApplication.exit(1 if self.stuck else 0)


_NO_BUTTON = Qt.MouseButton.NoButton


def _is_window(widget: QWidget, main: QWidget) -> bool:
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
    return widget.isVisible() and widget is not main and widget.windowType() in kinds


def do(folder: Path, job: Callable[[Work, Path], Job], path: str = "") -> None:
    """Do a job in a new window and print what was seen as JSON; a job that hangs is an error."""
    app = make_application()
    speak_chinese(app)
    settings = Settings(folder / "home")
    window = make_window(app, settings)
    window.show()
    complete(window, path)
    app.processEvents()
    work = Work(window)
    QTimer.singleShot(0, lambda: work.take(job(work, folder)))
    code = app.exec()
    sys.stdout.write(json.dumps(work.seen, ensure_ascii=True))
    window.close()
    if code:
        sys.exit(work.stuck)
