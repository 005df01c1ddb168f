"""A window that starts takes away what killed programs left, in its folder and beside a speech."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor.ui.shell.window import Window
from tests.ui.shell.conftest import the_dictionary_is_not_read as the_dictionary_is_not_read
from tests.ui.shell.windows import end_window, open_window, parts_of
from tests.ui.until import until


def left(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("在会上的讲话", "utf-8")
    os.utime(path, (0, 0))
    return path


@pytest.fixture
def window(application: object, tmp_path: Path) -> object:
    left(tmp_path / "home" / "versions" / ".a.versions.0a1b2c3d.bigan.tmp")
    made = open_window(tmp_path / "home")
    yield made
    end_window(made)


def test_what_was_left_goes_and_the_users_folder_is_closed(window: Window, tmp_path: Path) -> None:
    until(lambda: not list((tmp_path / "home").rglob("*.tmp")))
    if os.name != "nt":
        until(lambda: not (tmp_path / "home").stat().st_mode & 0o077)
    speech = left(tmp_path / "稿.txt")
    beside = left(tmp_path / ".稿.txt.0a1b2c3d.bigan.tmp")
    parts_of(window).take_up(str(speech))
    until(lambda: not beside.exists())
