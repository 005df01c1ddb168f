"""From nothing to a painted window, then everything else.

The order is the point: application, colours, window, first paint; only then menus,
rules, phrases, words and the file. `tests/bench/bench_start.py` holds it to that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from editor.garbage import leave_out, turn_off
from editor.settings.store import Settings
from editor.ui.input_method.told_to_qt import choose_for_qt, told_to_qt
from editor.ui.look.theme import colours_for, put_on
from editor.ui.session.first_program import HUNG, AskedByOthers, FirstProgram
from editor.ui.shell.window import Window

if TYPE_CHECKING:
    from editor.ui.guard.top_guard import TopGuard
    from editor.ui.message_bar import MessageBar
    from editor.ui.page.page_view import PageView
    from editor.ui.shell.composition import Composition

NEVER_PAINTED_MS = 2000


def run_window(path: str) -> int:
    """Run the program with a window; the exit code."""
    settings = Settings()
    first = FirstProgram(settings.folder)
    if (another := first.is_another()) and first.hand_over(path):
        return 0
    turn_off()  # before there is a thread that could collect
    choice = choose_for_qt()
    with told_to_qt(choice):
        app = make_application()
    window = make_window(app, settings)
    guards: list[TopGuard] = []

    def go_on() -> None:
        from editor.ui.input_method.input_method_care import InputMethodCare
        from editor.ui.shell.open_speeches import keep_texts

        guards.append(guard := watched(window))
        speak_chinese(app)
        composition = complete(window, path)
        guard.keep_texts = partial(keep_texts, composition.desks)
        InputMethodCare(choice, partial(_messages, composition), window.settings, window)
        collect_here(window, composition.pages)
        if first.is_first:
            AskedByOthers(first.folder, window).asked.connect(composition.take_up)
        elif another:
            _messages(composition).say(HUNG)

    after = AfterFirstPaint(window.ground, go_on)
    window.show()
    code = app.exec()
    for guard in guards:
        guard.remove()
    first.leave()
    let_the_clipboard_go()
    after.deleteLater()
    return code


def watched(window: Window) -> TopGuard:
    """The guard at the top, installed; the window owns it."""
    from editor.run_log.run_log import RunLog
    from editor.ui.guard.top_guard import TopGuard

    guard = TopGuard(RunLog(window.settings.folder), window)
    guard.install()
    return guard


def complete(window: Window, path: str) -> Composition:
    """Everything after the first paint: commands, panels, then the file; the window owns it."""
    from editor.ui.guard.data_health import DataHealth
    from editor.ui.shell.composition import Composition

    composition = Composition(window)
    composition.begin(path)
    bank = composition.phrase_bank
    health = DataHealth(window.settings, lambda: composition.desk.context, composition)
    bank.ready.connect(lambda: health.look(bank.get()))
    return composition


def _messages(composition: Composition) -> MessageBar:
    """Those of the speech in front now."""
    return composition.desk.messages


def let_the_clipboard_go() -> None:
    """Leave only plain text of ours in the clipboard: it is freed after Python has gone.

    Qt frees what the clipboard holds when the process ends; an object made in Python is
    freed then without an interpreter, and the program would end with a crash.
    """
    clipboard = QGuiApplication.clipboard()
    # The offscreen platform has a clipboard of its own and says it owns none.
    if clipboard.ownsClipboard() or QGuiApplication.platformName() == "offscreen":
        clipboard.setText(clipboard.text())
    if clipboard.ownsSelection():
        selected = clipboard.Mode.Selection
        clipboard.setText(clipboard.text(selected), selected)


def collect_here(owner: QObject, pages: Callable[[], Sequence[PageView]]) -> None:
    """Leave the program's own objects out of garbage collection, and collect seldom, here.

    A text in the window is some hundred thousand values; going through them in the
    middle of a keystroke is what doubled the slowest ones (tests/bench/bench_keystroke.py).
    """
    from editor.ui.garbage_timer import GarbageTimer, Resting

    leave_out()
    GarbageTimer(Resting(pages), owner)


class AfterFirstPaint(QObject):
    """Runs something once, when a widget has painted itself for the first time."""

    def __init__(self, widget: QWidget, run: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._run = widget, run
        self._waiting = True
        widget.installEventFilter(self)
        # A window that starts minimised paints nothing.
        QTimer.singleShot(NEVER_PAINTED_MS, self, self._go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the paint through, then run."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go)
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        if self._waiting:
            self._waiting = False
            self._run()


def make_application() -> QApplication:
    """The application with its name and style."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("bigan")
    app.setApplicationDisplayName("笔杆")
    app.setStyle("Fusion")
    return app


def speak_chinese(app: QApplication) -> None:
    """Qt's own words (buttons, menus of a text field) in Chinese; 20 ms, so after the paint."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    from editor.ui.look.qt_translation import MissingWords

    app.installTranslator(MissingWords(app))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.Chinese), "qtbase", "_", folder):
        app.installTranslator(translator)


def make_window(app: QApplication, settings: Settings) -> Window:
    """The window in the user's colours and size of type."""
    colours = colours_for(settings.text("theme"))
    put_on(app, colours, settings.number("interface_size"), settings.text("interface_family"))
    return Window(settings, colours)
