"""Grey words behind the caret: only while one types, never in the text, taken with Tab."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.manuscript.paragraph import Position
from editor.ui.page.desk import Desk
from editor.ui.page.ghost import Ghost
from tests.notation import doc
from tests.ui.page.benches import desk_of

REST = "一刻也不能松"


@pytest.fixture
def desk(application: object) -> Iterator[Desk]:
    made = desk_of(doc("安全这根 | 后面一段"))
    view = made.view
    view.resize(800, 500)
    view.show()
    view.setFocus()
    QTest.qWaitForWindowExposed(view)
    made.go_to(Position(0, 4))
    yield made
    made.close()
    view.close()


def ghost_on(desk: Desk) -> Ghost:
    return Ghost(desk, lambda before, behind: REST if before.endswith("这根弦") else "")


def lines(desk: Desk) -> list[str]:
    return [p.text for p in desk.manuscript().paragraphs]


def typed(desk: Desk, ghost: Ghost) -> None:
    desk.insert("弦")
    desk.view.setFocus()
    ghost.offer()


def test_the_words_show_without_being_in_the_text(desk: Desk) -> None:
    ghost = ghost_on(desk)
    typed(desk, ghost)
    assert ghost.words == REST and ghost.isVisible()
    assert lines(desk) == ["安全这根弦", "后面一段"]


def test_tab_writes_them_as_one_step(desk: Desk) -> None:
    ghost = ghost_on(desk)
    typed(desk, ghost)
    QTest.keyClick(desk.view, Qt.Key.Key_Tab)
    assert lines(desk)[0] == "安全这根弦" + REST and ghost.words == ""
    assert desk.caret() == Position(0, 5 + len(REST))
    desk.undo()
    assert lines(desk)[0] == "安全这根弦"


def test_escape_puts_them_away_and_tab_is_a_tab_again(desk: Desk) -> None:
    ghost = ghost_on(desk)
    typed(desk, ghost)
    QTest.keyClick(desk.view, Qt.Key.Key_Escape)
    assert not ghost.words and not ghost.isVisible()
    QTest.keyClick(desk.view, Qt.Key.Key_Tab)
    assert lines(desk)[0] == "安全这根弦\t"


def test_another_key_or_place_puts_them_away(desk: Desk) -> None:
    ghost = ghost_on(desk)
    typed(desk, ghost)
    QTest.keyClick(desk.view, Qt.Key.Key_A)
    assert not ghost.words and lines(desk)[0] == "安全这根弦a"
    QTest.keyClick(desk.view, Qt.Key.Key_Backspace)
    ghost.offer()
    assert ghost.words
    desk.go_to(Position(1, 0))
    assert not ghost.words


def test_nothing_is_offered_over_a_selection(desk: Desk) -> None:
    ghost = ghost_on(desk)
    typed(desk, ghost)
    desk.go_to(Position(0, 0), Position(0, 5))
    ghost.offer()
    assert not ghost.words
