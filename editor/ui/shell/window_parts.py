"""The parts of the window by keys: F6 goes round them, Esc comes back to the page.

The circle is tree, message, find bar, page (and the second page with its buttons), panel, tool
bar, status bar; what is hidden or has nothing to press is passed over. In a part Enter presses
the button that has the keys; on the tool bar and the status bar arrows go from button to button.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

from editor.ui.page.page_view import PageView
from editor.ui.panels.key_takers import key_takers, takes_keys
from editor.ui.shell.desk import Desk
from editor.ui.shell.window import Window

ONLY_PAGE = "没有别的栏开着。按 F11 或 F9、F10 打开。"
_Key = Qt.Key
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_AHEAD = {_Key.Key_Right: 1, _Key.Key_Down: 1, _Key.Key_Left: -1, _Key.Key_Up: -1}


class WindowParts(QObject):
    """Gives the keys to the parts of one window; ``front`` is the speech in front."""

    def __init__(self, window: Window, front: Callable[[], Desk]) -> None:
        super().__init__(window)
        self._window, self._front = window, front

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "view.next_part": partial(self.step, 1),
            "view.previous_part": partial(self.step, -1),
        }

    def watch_tools(self) -> None:
        """The buttons of both bars can have the keys; a click leaves them where they are."""
        for button in (*self._tools(), *self._figures()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.installEventFilter(self)

    def watch(self, desk: Desk) -> None:
        """Take the keys that the parts of a speech do not use themselves."""
        for part in (desk.outline, desk.messages, desk.tabs):  # the find bar has an Esc of its own
            part.installEventFilter(self)
        desk.tree.command_asked.connect(desk.run)

    def step(self, by: int) -> None:
        """To the next part (1) or the one before (-1) that can take the keys."""
        parts = self._parts()
        focus = QApplication.focusWidget()
        here = [n for n, part in enumerate(parts) if focus and _holds(part, focus)]
        at = here[-1] if here else parts.index(self._page())
        for number in range(1, len(parts)):
            target = self._target(parts[(at + by * number) % len(parts)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self._front().messages.say(ONLY_PAGE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc, Enter on a button, arrows on the bars."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~_KEYPAD
            if plain and isinstance(watched, QWidget):
                return self._take(watched, _Key(event.key()))
        return super().eventFilter(watched, event)

    def _take(self, part: QWidget, key: Qt.Key) -> bool:
        focus, on_tools = QApplication.focusWidget(), isinstance(part, QToolButton)
        if key == _Key.Key_Escape:
            self._go_back()
            return False  # it closes the find bar too
        if key in (_Key.Key_Return, _Key.Key_Enter) and isinstance(focus, QAbstractButton):
            if on_tools:
                self._go_back()  # the command is about the text
            focus.click()
            now = QApplication.focusWidget()
            if not on_tools and not focus.isVisible() and not (now and _holds(part, now)):
                self._go_back()  # an offer was taken and is gone
            return True
        if on_tools and key in _AHEAD:
            row = self._tools() if part in self._tools() else self._figures()
            buttons = [b for b in row if takes_keys(b)]
            at = next((n for n, b in enumerate(buttons) if b is focus), 0)
            buttons[(at + _AHEAD[key]) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _go_back(self) -> None:
        target = self._target(self._page())
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self) -> list[QWidget]:
        """From left to right as one reads them; the bars of the window last."""
        desk = self._front()
        pages = [p for p in desk.places.findChildren(PageView) if p is not desk.page]
        second = [part for page in pages for part in (page.parentWidget(), page) if part]
        return [
            desk.outline, desk.messages, desk.finding.bar, self._page(), *second, desk.tabs,
            self._window.tools, self._window.statusBar(),
        ]  # fmt: skip

    def _page(self) -> QWidget:
        """The page, or what stands in its place where no speech is open."""
        desk = self._front()
        return desk.page if desk.page.isVisible() else desk.stack

    def _target(self, part: QWidget) -> QWidget | None:
        """What of a part takes the keys, if anything can."""
        desk = self._front()
        if part is desk.outline:
            return desk.tree if takes_keys(desk.tree) else None
        if part is desk.tabs:
            panel = desk.tabs.currentWidget()
            inside = next(iter(key_takers(panel)), None) if panel else None
            return inside or next(iter(key_takers(part)), None)
        return next(iter(key_takers(part)), None)

    def _figures(self) -> list[QToolButton]:
        return self._window.statusBar().findChildren(QToolButton)

    def _tools(self) -> list[QToolButton]:
        bar = self._window.tools
        widgets = [bar.widgetForAction(action) for action in bar.actions()]
        return [widget for widget in widgets if isinstance(widget, QToolButton)]


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)
