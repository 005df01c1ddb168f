"""The guard at the top: what nobody caught, in whatever thread, slot or virtual of Qt.

A fault is written into the log, the open texts are kept in their journals, and the writer is
told once of each kind, in a window that waits for no answer. The program goes on.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from editor.run_log.fault import Fault, fault_of, qt_fault
from editor.run_log.run_log import RunLog
from editor.ui.guard.report_window import ReportWindow

KEEP_MS: Final = 2000  # between two times that all texts are kept, in a storm of faults
TITLE: Final = "笔杆出了一点毛病"
WORDS: Final = (
    "刚才有一步没有做成，是程序自己的毛病，不是稿子的。稿子还在窗口里，也已让自动保存再记一遍；"
    "可以接着写，请先按一次保存。\n"
    "下面说明毛病出在程序的哪里，没有稿子里的话，也没有文件名，可以复制给维护的人。"
)
_KINDS: Final = {
    QtMsgType.QtWarningMsg: "Qt 警告",
    QtMsgType.QtCriticalMsg: "Qt 出错",
    QtMsgType.QtFatalMsg: "Qt 中止",
}


class TopGuard(QObject):
    """Listens while it is installed. Nothing it does raises."""

    _fell = Signal(object, bool)  # Fault, whether it is the first of its kind; from any thread
    _asked_to_end = Signal()

    def __init__(self, log: RunLog, window: QWidget) -> None:
        super().__init__(window)
        self.keep_texts: Callable[[], object] = lambda: None
        self._log, self._parent = log, window
        self._told: ReportWindow | None = None
        self._before: tuple[Any, Any, Any, Any] | None = None
        self._kept = QTimer(self, singleShot=True, interval=KEEP_MS)
        # Never at once: the fault may be in the middle of painting.
        self._fell.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._asked_to_end.connect(window.close, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Be told of every fault from now on."""
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._before = *hooks, qInstallMessageHandler(self._hear_qt)
        sys.excepthook = self._hear
        threading.excepthook = self._hear_thread
        sys.unraisablehook = self._hear_unraisable

    def remove(self) -> None:
        """The program ends: who listened before listens again."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook, of_qt = self._before
            qInstallMessageHandler(of_qt)
            self._before = None

    def _hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):  # Ctrl+C where it was started: as if closed
            self._asked_to_end.emit()
            return
        self._note(error, "窗口", trace)
        # Python keeps the last error with all its frames: what they hold would live on, a
        # painter among them, and words of the speech.
        for name in ("last_exc", "last_type", "last_value", "last_traceback"):
            if hasattr(sys, name):
                delattr(sys, name)

    def _hear_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not issubclass(told.exc_type, SystemExit):
            self._note(told.exc_value, "后台", told.exc_traceback)

    def _hear_unraisable(self, told: sys.UnraisableHookArgs) -> None:
        """Of an object that was let go: nothing was under way that could have failed."""
        if told.exc_value is not None:
            with contextlib.suppress(Exception):
                self._log.note(fault_of(told.exc_value, "收回对象", told.exc_traceback))

    def _hear_qt(self, kind: QtMsgType, _context: QMessageLogContext, words: str | None) -> None:
        with contextlib.suppress(Exception):
            if name := _KINDS.get(kind):
                self._log.note(qt_fault(name, words or ""))
            _say_in_terminal(words or "")

    def _note(self, error: BaseException, where: str, trace: TracebackType | None) -> None:
        with contextlib.suppress(Exception):
            fault = fault_of(error, where, trace)
            _say_in_terminal(fault.text)
            self._fell.emit(fault, self._log.note(fault))

    def _take(self, fault: Fault, first: bool) -> None:
        """In the interface thread, when what was under way is over."""
        if not self._kept.isActive():
            self._kept.start()
            self._safely(self.keep_texts)
        if first:
            self._safely(lambda: self._tell(fault))

    def _tell(self, fault: Fault) -> None:
        if self._told is not None:
            self._told.add(f"\n{fault.text}")
            return
        from editor.run_log.environment import environment

        above = QApplication.activeModalWidget() or self._parent
        self._told = ReportWindow(above, TITLE, WORDS, f"{environment()}\n{fault.text}")
        self._told.destroyed.connect(self._forget)
        self._told.show()

    def _forget(self) -> None:
        self._told = None

    def _safely(self, act: Callable[[], object]) -> None:
        """A fault of the guard itself is written down, and told to nobody: it would not end."""
        try:
            act()
        except Exception as error:
            with contextlib.suppress(Exception):
                self._log.note(fault_of(error, "守护"))


def _say_in_terminal(words: str) -> None:
    """For who started the program in a terminal; a desktop would write it into a log of its own."""
    if sys.stderr is not None and sys.stderr.isatty():  # there is none without a console
        print(words, file=sys.stderr)
