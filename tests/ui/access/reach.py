"""What of a window only a mouse gets to, walked with the Tab key as a writer would.

In the main window F6 goes from part to part; in a part, and in a dialog, Tab goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

WHOLE = (QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar, QLineEdit)  # with all inside
KINDS = (QAbstractButton, *WHOLE, QTextEdit, QPlainTextEdit)
TELLS_ITS_KEY = re.compile(r"（(空格|←|Esc)）$")  # the window answers it itself
PRESSES, PARTS, LINKS = 2_000, 10, 300  # no window has more


def beyond_keys(window: QWidget) -> Iterator[str]:
    """A sentence for each control that no key gets to, or that does not show it has the keys."""
    window.activateWindow()
    QApplication.processEvents()
    walk = _Walk()
    if isinstance(window, QMainWindow):
        for _ in range(PARTS):
            part = QApplication.focusWidget() or window
            walk.go_round()
            part.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(part, Qt.Key.Key_F6)
    else:
        if QApplication.focusWidget() is None:
            QTest.keyClick(window, Qt.Key.Key_Tab)
        walk.go_round()
    yield from walk.unseen
    for control in _controls(window):
        if control not in walk.reached and not _otherwise(control, walk.reached):
            yield f"{_called(control)}: no key gets there"


class _Walk:
    """From control to control; ``unseen`` are those that look the same with the keys."""

    def __init__(self) -> None:
        self.reached: set[QWidget] = set()
        self.unseen: list[str] = []
        self._looked: set[tuple[str, object]] = set()

    def go_round(self) -> None:
        """Tab till it comes to what was there before, or stays."""
        for _ in range(PRESSES):
            focus = QApplication.focusWidget()
            if focus is None or focus in self.reached:
                return
            self._reach(focus)
            picture = self._picture(focus)
            for _ in range(LINKS if isinstance(focus, QTextBrowser) else 1):
                if focus.hasFocus():  # a text with links goes through them first
                    QTest.keyClick(focus, Qt.Key.Key_Tab)
            left = picture is not None and not focus.hasFocus() and focus.isVisible()
            if left and focus.grab().toImage() == picture:
                self.unseen.append(f"{_called(focus)}: does not show that it has the keys")

    def _reach(self, focus: QWidget) -> None:
        self.reached.add(focus)
        outer = focus.parentWidget()
        if outer is not None and outer.focusProxy() is focus:
            self.reached.add(outer)
        if isinstance(outer, WHOLE):
            self.reached.add(outer)

    def _picture(self, focus: QWidget) -> QImage | None:
        """Of the first of its kind; of a text the caret tells it."""
        kind = (type(focus).__name__, focus.property("role"))
        if kind in self._looked or isinstance(focus, (QTextEdit, QPlainTextEdit)):
            return None
        self._looked.add(kind)
        return focus.grab().toImage()


def _controls(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled() or widget.window() is not window:
            continue
        own = widget.objectName()[:3] != "qt_" and not isinstance(widget, QHeaderView)
        if own and _is_control(widget) and not _inside(widget, window):
            yield widget


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, KINDS):
        return True
    # it paints what it shows itself, as the paper and the comparison do
    drawn = isinstance(widget, QAbstractScrollArea) and "paintEvent" in type(widget).__dict__
    return drawn and widget.focusPolicy() is Qt.FocusPolicy.StrongFocus


def _inside(widget: QWidget, window: QWidget) -> bool:
    outer = widget.parentWidget()
    while outer is not None and outer is not window:
        if isinstance(outer, WHOLE):
            return True
        outer = outer.parentWidget()
    return False


def _otherwise(control: QWidget, reached: set[QWidget]) -> bool:
    """By a letter with Alt, by arrows from another of its group, by a key that it names."""
    if not isinstance(control, QAbstractButton):
        return False
    group = [b for b in reached if isinstance(b, QAbstractButton) and b.autoExclusive()]
    beside = any(b.parentWidget() is control.parentWidget() for b in group)
    named = bool(TELLS_ITS_KEY.search(control.text()))
    return not control.shortcut().isEmpty() or (control.autoExclusive() and beside) or named


def _called(control: QWidget) -> str:
    words = control.text() if isinstance(control, QAbstractButton) else ""
    told = control.accessibleName() or words
    return f"{type(control).__name__} {told[:24]!r}"
