"""A complete window for tests, with a home of its own, and hands to work it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from editor.manuscript.paragraph import Position
from editor.settings.store import Settings
from editor.ui.launch import complete, make_window
from editor.ui.shell.composition import Composition
from editor.ui.shell.window import Window


def open_window(home: Path, path: str = "") -> Window:
    """A window as `launch` makes it, on the file ``path``."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settings = Settings(home)
    settings.set("theme", "light")
    window = make_window(app, settings)
    window.show()
    complete(window, path)
    app.processEvents()
    return window


class Parts:
    """The parts of the speech in front, and of the window around it, by their names."""

    def __init__(self, composition: Composition) -> None:
        self._composition = composition

    def __getattr__(self, name: str) -> Any:
        whole = self._composition
        return getattr(whole if hasattr(whole, name) else whole.desk, name)


def parts_of(window: Window) -> Parts:
    """The parts of a complete window."""
    composition = window.findChild(Composition)
    assert isinstance(composition, Composition)
    return Parts(composition)


def text_of(window: Window) -> str:
    """The words on the page."""
    return parts_of(window).controller.manuscript().text


def run(window: Window, command: str) -> None:
    """Choose a command from the menu."""
    window.actions_.by_id[command].trigger()
    QApplication.processEvents()


def put_caret(window: Window, words: str) -> None:
    """The caret before the first place of these words."""
    for number, paragraph in enumerate(parts_of(window).controller.manuscript().paragraphs):
        if (offset := paragraph.text.find(words)) >= 0:
            place = Position(number, offset)
            parts_of(window).controller.go_to(place, place)
            return
    raise AssertionError(f"{words!r} is not in the text")


def answer(monkeypatch: object, dialog: type[QDialog], act: Callable[[QDialog], None]) -> None:
    """When such a dialog is executed, ``act`` answers it at once."""

    def exec_now(shown: QDialog) -> int:
        shown.show()
        act(shown)
        result = shown.result()
        shown.close()
        shown.parentWidget().activateWindow()  # what a window manager does
        QApplication.processEvents()
        return result

    monkeypatch.setattr(dialog, "exec", exec_now)  # type: ignore[attr-defined]


def type_into(widget: QWidget, words: str, *, enter: bool = False) -> None:
    """Type words key by key, and Enter. (QTest has no keys for Chinese and aborts.)"""
    widget.setFocus()
    for char in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(widget, key)
    if enter:
        QTest.keyClick(widget, Qt.Key.Key_Return)
    QApplication.processEvents()


def end_window(window: Window) -> None:
    """Close without a question, and let go of it."""
    for desk in parts_of(window).desks.all():
        desk.text.set_modified(False)
    window.close()
    window.deleteLater()
    # Without a running event loop nothing else deletes it; style sheets grow dear with it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
