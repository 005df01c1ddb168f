"""Grey words behind the caret: only while one types, never in the text, taken with Tab."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.manuscript.paragraph import Position
from editor.ui.document.controller import DocumentController
from editor.ui.page.inline_completion import InlineCompletion
from tests.notation import doc
from tests.ui.page.input_methods import compose
from tests.ui.page.pages import controller_of
from tests.ui.until import rest

REST = "一刻也不能松"


@pytest.fixture
def controller(application: object) -> Iterator[DocumentController]:
    made = controller_of(doc("安全这根 | 后面一段"))
    view = made.view
    view.resize(800, 500)
    view.show()
    view.setFocus()
    QTest.qWaitForWindowExposed(view)
    made.go_to(Position(0, 4))
    yield made
    made.close()
    view.close()


def completion_on(controller: DocumentController) -> InlineCompletion:
    return InlineCompletion(
        controller,
        controller.view,
        lambda before, behind: REST if before.endswith("这根弦") else "",
    )


def lines(controller: DocumentController) -> list[str]:
    return [p.text for p in controller.manuscript().paragraphs]


def typed(controller: DocumentController, completion: InlineCompletion) -> None:
    controller.insert("弦")
    controller.view.setFocus()
    completion.offer()


def test_the_words_show_without_being_in_the_text(controller: DocumentController) -> None:
    completion = completion_on(controller)
    typed(controller, completion)
    assert completion.words == REST and completion.isVisible()
    assert lines(controller) == ["安全这根弦", "后面一段"]


def test_tab_writes_them_as_one_step(controller: DocumentController) -> None:
    completion = completion_on(controller)
    typed(controller, completion)
    QTest.keyClick(controller.view, Qt.Key.Key_Tab)
    assert lines(controller)[0] == "安全这根弦" + REST and completion.words == ""
    assert controller.caret() == Position(0, 5 + len(REST))
    controller.undo()
    assert lines(controller)[0] == "安全这根弦"


def test_escape_puts_them_away_and_tab_is_a_tab_again(controller: DocumentController) -> None:
    completion = completion_on(controller)
    typed(controller, completion)
    QTest.keyClick(controller.view, Qt.Key.Key_Escape)
    assert not completion.words and not completion.isVisible()
    QTest.keyClick(controller.view, Qt.Key.Key_Tab)
    assert lines(controller)[0] == "安全这根弦\t"


def test_another_key_or_place_puts_them_away(controller: DocumentController) -> None:
    completion = completion_on(controller)
    typed(controller, completion)
    QTest.keyClick(controller.view, Qt.Key.Key_A)
    assert not completion.words and lines(controller)[0] == "安全这根弦a"
    QTest.keyClick(controller.view, Qt.Key.Key_Backspace)
    completion.offer()
    assert completion.words
    controller.go_to(Position(1, 0))
    assert not completion.words


def test_nothing_is_offered_over_a_selection(controller: DocumentController) -> None:
    completion = completion_on(controller)
    typed(controller, completion)
    controller.go_to(Position(0, 0), Position(0, 5))
    completion.offer()
    assert not completion.words


def test_they_go_when_a_word_is_composed_and_come_after_it(controller: DocumentController) -> None:
    completion = completion_on(controller)
    typed(controller, completion)
    compose(controller.view, "b")
    rest(completion)
    assert not completion.words and not completion.isVisible()
    compose(controller.view, "")
    rest(completion)
    assert not completion.words
    controller.undo()
    compose(controller.view, "xian", put_in="弦")
    rest(completion)
    assert completion.words == REST
