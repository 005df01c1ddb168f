"""Window tests run offscreen, share one application, fail on any Qt warning or slot error."""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The offscreen platform says this of every window with a layout; it has no sizes to hint.
OFFSCREEN_ONLY = "This plugin does not support "  # to raise, to grab keys, to propagate sizes
HAS_QT = importlib.util.find_spec("PySide6") is not None
collect_ignore_glob = [] if HAS_QT else ["*"]


@pytest.fixture(scope="session")
def application() -> Iterator[object]:
    """The one QApplication of the test run."""
    from PySide6.QtWidgets import QApplication

    from editor.garbage import leave_out
    from editor.ui.launch import let_the_clipboard_go

    app = QApplication.instance() or QApplication(["bigan"])
    app.setCursorFlashTime(0)  # a caret that blinks makes two pictures of one page
    leave_out()  # a gigabyte of what other rooms' tests remember is gone through no more
    yield app
    let_the_clipboard_go()


@pytest.fixture(autouse=True)
def no_qt_warnings(application: object) -> Iterator[None]:
    """Collect what Qt says during a test; a warning or worse fails it."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    said: list[str] = []
    quiet = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)

    def listen(kind: QtMsgType, _context: object, text: str) -> None:
        if kind not in quiet and not text.startswith(OFFSCREEN_ONLY):
            said.append(text)

    before = qInstallMessageHandler(listen)
    yield
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture(autouse=True)
def no_errors_in_slots(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An exception in a slot is only printed by Qt; here it fails the test."""
    raised: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: raised.append(repr(error)))
    yield
    assert raised == []


@pytest.fixture(autouse=True)
def no_key_stays_down(application: object) -> Iterator[None]:
    """QTest leaves Ctrl and Shift held; the next test would add to a selection with them."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    yield
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


@pytest.fixture(autouse=True)
def type_and_colours_are_left_as_they_were(application: object) -> Iterator[None]:
    """A test that puts on large type leaves it to no other."""
    from PySide6.QtWidgets import QApplication

    assert isinstance(application, QApplication)
    sheet, font = application.styleSheet(), application.font()
    yield
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)
    if application.font() != font:
        application.setFont(font)


@pytest.fixture(autouse=True)
def widgets_are_let_go(no_qt_warnings: None, no_errors_in_slots: None) -> Iterator[None]:
    """No collection during a test, in no thread; what it leaves open is destroyed after it.

    Inside the two fixtures above: what goes wrong on the way fails the test that did it.
    """
    from tests.ui.letting_go import let_go, open_widgets

    gc.disable()
    before = open_widgets()
    yield
    let_go(before)
