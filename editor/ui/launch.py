"""From nothing to a painted window, then everything else.

The order is the point: application, colours, window, first paint; only then menus,
rules, phrases, words and the file. `tests/bench/bench_start.py` holds it to that.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from editor.settings.store import Settings
from editor.ui.shell.theme import colours_for, put_on
from editor.ui.shell.window import Window


def run_window(path: str) -> int:
    """Run the program with a window; the exit code."""
    app = make_application()
    window = make_window(app, Settings())
    window.show()
    QTimer.singleShot(0, lambda: window.complete(path))
    return app.exec()


def make_application() -> QApplication:
    """The application, speaking Chinese in Qt's own buttons too."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("bigan")
    app.setApplicationDisplayName("笔杆")
    app.setStyle("Fusion")
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.Chinese), "qtbase", "_", folder):
        app.installTranslator(translator)
    return app


def make_window(app: QApplication, settings: Settings) -> Window:
    """The window in the user's colours and size of type."""
    colours = colours_for(settings.text("theme"))
    put_on(app, colours, settings.number("interface_size"))
    return Window(settings, colours)
