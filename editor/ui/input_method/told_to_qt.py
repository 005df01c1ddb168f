"""Before Qt starts: what it is told of the input method. Imports nothing that takes time."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QGuiApplication

from editor.input_method.choice import InputChoice, Surroundings, Why, choose
from editor.input_method.qt_platform import (
    WAYLAND,
    expected_platform,
    input_contexts_in,
    platforms_in,
)
from editor.input_method.running import what_runs


def choose_for_qt() -> InputChoice:
    """Look around and choose (1–3 ms, `tests/bench/trials/input_methods.py`)."""
    if not sys.platform.startswith("linux"):
        return InputChoice(Why.NOT_OURS)
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    platform = expected_platform(os.environ, platforms_in(plugins / "platforms"))
    contexts = input_contexts_in(plugins / "platforminputcontexts")
    return choose(Surroundings(os.environ, platform, contexts, what_runs(os.environ)))


@contextmanager
def told_to_qt(choice: InputChoice) -> Generator[None]:
    """Set the variables while the application is made.

    On X11 Qt reads them once, so they are taken back: programs that we start (a file
    manager, LibreOffice) keep the user's own. The address file is read at each new start of ibus.
    """
    before = {name: os.environ.get(name) for name in choice.variables}
    os.environ.update(choice.variables)
    yield
    if QGuiApplication.platformName().startswith(WAYLAND):
        return  # asked again whenever the compositor changes what it offers
    for name, value in before.items():
        if name == "IBUS_ADDRESS_FILE":
            continue
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value
