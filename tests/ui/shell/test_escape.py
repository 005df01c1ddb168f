"""Esc closes the find bar from anywhere, after who has more right to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.ui.shell.window import Window
from tests.ui.shell.windows import parts_of, put_caret, run

ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def finding(window: Window) -> Window:
    """The bar is open, and the keys go to the page."""
    window.activateWindow()
    run(window, "edit.replace")
    parts_of(window).page.setFocus()
    return window


def bar_is_open(window: Window) -> bool:
    return parts_of(window).finding.bar.isVisible()


def test_the_completion_comes_first(finding: Window) -> None:
    completion, page = parts_of(finding).completion, parts_of(finding).page
    put_caret(finding, "技能竞赛")
    completion._suggest = lambda _before, _behind: "的工作"
    completion.offer()
    assert completion.words
    QTest.keyClick(page, ESCAPE)
    assert not completion.words and bar_is_open(finding)
    QTest.keyClick(page, ESCAPE)
    assert not bar_is_open(finding) and page.hasFocus()


@pytest.mark.parametrize("where", ["page", "phrases"])
def test_any_other_escape_closes_it(finding: Window, where: str) -> None:
    if where == "phrases":
        run(finding, "insert.phrase")
    QTest.keyClick(QApplication.focusWidget(), ESCAPE)
    assert not bar_is_open(finding)
