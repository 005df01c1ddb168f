"""A message above the page moves no line of it, when it comes and when it goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.ui.page.page_view import PageView
from editor.ui.shell.window import Window
from tests.ui.shell.windows import end_window, open_window, parts_of, run

LONG = "\n".join(f"第{n}段，" + "话" * 60 for n in range(60))
SHORT = "短稿\n一段话。"


@pytest.fixture(params=[LONG, SHORT], ids=["long", "short"])
def window(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "稿.txt"
    path.write_text(request.param, "utf-8")
    made = open_window(tmp_path / "home", str(path))
    parts_of(made).messages.withdraw()
    settle(made)
    yield made
    end_window(made)


def settle(window: Window) -> None:
    """Paint what there is."""
    QApplication.processEvents()
    window.grab()
    QApplication.processEvents()


def page_of(window: Window) -> PageView:
    page = parts_of(window).page
    assert isinstance(page, PageView)
    return page


def place_of(window: Window, block: int) -> QPoint:
    """Where a paragraph stands in the window."""
    page = page_of(window)
    cursor = QTextCursor(page.document().findBlockByNumber(block))
    return page.viewport().mapTo(window, page.cursorRect(cursor).topLeft())


def test_no_line_moves(window: Window) -> None:
    page, messages = page_of(window), parts_of(window).messages
    bar = page.verticalScrollBar()
    QTest.keyClick(page, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    last = page.document().blockCount() - 1
    for value in (0, 30, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        settle(window)
        before = place_of(window, 0), place_of(window, last)
        messages.say("说一句话")
        settle(window)
        assert messages.isVisible() and (place_of(window, 0), place_of(window, last)) == before
        messages.withdraw()
        settle(window)
        assert messages.isHidden() and (place_of(window, 0), place_of(window, last)) == before


def test_no_line_moves_when_it_goes_after_one_has_scrolled_to_the_top(window: Window) -> None:
    parts_of(window).messages.say("说一句话")
    settle(window)
    page_of(window).verticalScrollBar().setValue(0)
    settle(window)
    before = place_of(window, 0)
    parts_of(window).messages.withdraw()
    settle(window)
    assert place_of(window, 0) == before
    parts_of(window).messages.say("再说一句")
    settle(window)
    assert place_of(window, 0) == before


def test_the_line_of_the_caret_is_never_covered(window: Window) -> None:
    page = page_of(window)
    QTest.keyClick(page, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    bar = page.verticalScrollBar()
    bar.setValue(bar.value() + page.cursorRect().top())  # as far up as it goes
    settle(window)
    parts_of(window).messages.say("说一句话")
    settle(window)
    assert page.cursorRect().top() >= 0


def test_ctrl_home_shows_the_upper_edge_of_the_page(window: Window) -> None:
    page = page_of(window)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
        settle(window)
    assert page.verticalScrollBar().value() == 0


def test_with_f11_and_back_the_caret_stays_in_view(window: Window) -> None:
    page = page_of(window)
    QTest.keyClick(page, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        run(window, "view.page_only")
        settle(window)
        assert page.viewport().rect().contains(page.cursorRect())
    assert parts_of(window).messages.words() == ""
