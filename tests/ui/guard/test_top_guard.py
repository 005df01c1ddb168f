"""Whatever nobody caught is written down and told once, the texts are kept, and work goes on."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, qWarning
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from editor.run_log.run_log import RunLog
from editor.ui.errands import Errands
from editor.ui.guard.report_window import ReportWindow
from editor.ui.guard.top_guard import TopGuard
from tests.ui.parts import button
from tests.ui.until import LIMIT

SECRET = "关于张三同志的内部讲话"


def until(so: Callable[[], object]) -> None:
    """Let a loop of Qt's own run till this is so: `QTest.qWait` hands faults to its caller."""
    loop, looking, end = QEventLoop(), QTimer(), monotonic() + LIMIT

    def look() -> None:
        if so() or monotonic() > end:
            loop.quit()

    looking.timeout.connect(look)
    looking.start(1)
    loop.exec()
    assert so()


def rest() -> None:
    """Let all happen that was asked for till now, and what comes of it."""
    done: list[bool] = []
    QTimer.singleShot(5, lambda: QTimer.singleShot(5, lambda: done.append(True)))
    until(lambda: done)


class Watched:
    """A window with a guard, and how often its texts were kept."""

    def __init__(self, home: Path) -> None:
        self.window, self.log = QWidget(), RunLog(home)
        self.guard, self.kept = TopGuard(self.log, self.window), 0
        self.guard.keep_texts = self.keep
        self.window.show()

    def keep(self) -> None:
        self.kept += 1

    def told(self) -> list[ReportWindow]:
        return [w for w in self.window.findChildren(ReportWindow) if w.isVisible()]


@pytest.fixture
def watched(tmp_path: Path, application: object) -> Iterator[Watched]:
    made = Watched(tmp_path)
    made.guard.install()
    yield made
    made.guard.remove()


def fall(*_: object) -> None:
    raise ValueError(SECRET)


class Falling(QWidget):
    """A widget whose painting raises with a painter at work."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fall(painter)


def in_a_slot(window: QWidget) -> None:
    QTimer.singleShot(0, window, fall)


def in_a_virtual(window: QWidget) -> None:
    falling = Falling(window)
    falling.resize(20, 20)
    falling.show()


def in_a_thread(_window: QWidget) -> None:
    threading.Thread(target=fall).start()


def in_the_pool(window: QWidget) -> None:
    Errands(window).send(fall, lambda _: None)


@pytest.mark.parametrize("place", [in_a_slot, in_a_virtual, in_a_thread, in_the_pool])
def test_a_fault_is_logged_told_and_the_texts_are_kept(watched: Watched, place: object) -> None:
    place(watched.window)  # pyright: ignore[reportCallIssue]
    until(lambda: bool(watched.told()))
    (window,) = watched.told()
    assert watched.kept == 1 and "ValueError" in watched.log.text()
    for text in (watched.log.text(), window.text()):
        assert "test_top_guard.py" in text and "fall" in text
        assert not any(letter in text for letter in SECRET[:8])


def test_a_storm_is_told_once_and_its_kinds_in_one_window(watched: Watched) -> None:
    for _ in range(300):
        in_a_slot(watched.window)
    QTimer.singleShot(0, watched.window, lambda: 1 // 0)
    rest()
    (window,) = watched.told()
    assert window.text().count("ValueError") == 1 and "ZeroDivisionError" in window.text()
    assert watched.kept == 1 and "已经 100 次" in watched.log.text()


def test_what_was_told_and_closed_is_told_no_more(watched: Watched) -> None:
    in_a_slot(watched.window)
    until(lambda: bool(watched.told()))
    watched.told()[0].close()
    in_a_slot(watched.window)
    rest()
    assert not watched.told()


def test_it_can_be_copied_and_does_not_take_the_keys(watched: Watched) -> None:
    in_a_slot(watched.window)
    until(lambda: bool(watched.told()))
    (window,) = watched.told()
    # The offscreen platform gives every new window the keys; desktops heed this.
    assert not window.isModal() and window.testAttribute(
        Qt.WidgetAttribute.WA_ShowWithoutActivating
    )
    button(window, "复制").click()
    assert QGuiApplication.clipboard().text() == window.text()


def test_a_fault_of_the_guard_itself_comes_to_an_end(watched: Watched) -> None:
    watched.guard.keep_texts = lambda: 1 // 0
    in_a_slot(watched.window)
    until(lambda: bool(watched.told()))
    assert "守护" in watched.log.text()


def test_what_fails_while_an_object_is_let_go_is_only_logged(watched: Watched) -> None:
    class Falls:
        def __del__(self) -> None:
            fall()

    Falls()
    rest()
    assert "收回对象" in watched.log.text() and not watched.told()


def test_a_warning_of_qt_is_logged_without_its_words(watched: Watched) -> None:
    qWarning(f"QPainter::begin: {SECRET}")
    assert "QPainter::begin" in watched.log.text() and SECRET not in watched.log.text()


def test_no_frame_of_the_fault_lives_on(watched: Watched) -> None:
    held: list[weakref.ref[QObject]] = []

    def fall_with_object() -> None:
        thing = QObject()
        held.append(weakref.ref(thing))
        fall(thing)

    QTimer.singleShot(0, watched.window, fall_with_object)
    until(lambda: bool(watched.told()))
    gc.collect()
    assert held and held[0]() is None


def test_the_hooks_are_given_back(watched: Watched) -> None:
    mine = sys.excepthook, threading.excepthook, sys.unraisablehook
    watched.guard.remove()
    assert all(a is not b for a, b in zip(mine, _hooks(), strict=True))
    watched.guard.remove()  # a second time changes nothing


def _hooks() -> tuple[object, ...]:
    return sys.excepthook, threading.excepthook, sys.unraisablehook
