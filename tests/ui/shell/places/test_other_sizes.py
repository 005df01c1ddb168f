"""The line one writes in stays in view when the page or the interface gets other type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from editor.ui.shell.window import Window
from tests.ui.shell.places.test_places import SPEECH
from tests.ui.shell.windows import end_window, open_window, parts_of, put_caret, run

PLACES = ["三、把", "六、把", "九、把"]


@pytest.fixture
def long(application: object, tmp_path: Path) -> Iterator[Window]:
    """A window on a long speech."""
    (tmp_path / "稿.txt").write_text(SPEECH, "utf-8")
    made = open_window(tmp_path / "home", str(tmp_path / "稿.txt"))
    yield made
    end_window(made)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("zoom", [60, 150, 220])
def test_another_zoom_keeps_the_line_of_the_caret_where_it_is(
    long: Window, place: str, zoom: int
) -> None:
    page = parts_of(long).page
    put_caret(long, place)
    page.set_zoom(zoom)
    caret_is_seen(long)
    page.set_zoom(100)
    caret_is_seen(long)


@pytest.mark.parametrize("place", PLACES)
def test_another_interface_type_keeps_it_too(long: Window, place: str) -> None:
    put_caret(long, place)
    for command in ("view.type_in", "view.type_in", "view.type_out"):
        run(long, command)
        caret_is_seen(long)


def caret_is_seen(window: Window) -> None:
    """The whole line of the caret is in view."""
    for _ in range(3):
        QApplication.processEvents()
    page = parts_of(window).page
    assert page.scroller.seen(page.textCursor())
