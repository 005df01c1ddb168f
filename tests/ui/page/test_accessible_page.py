"""What a magnifier and a screen reader are told of the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleTextInterface
from PySide6.QtTest import QTest

from editor.analysis.analyzer import make_analyzer
from editor.manuscript.paragraph import Position
from editor.ui.document.controller import DocumentController
from editor.ui.page import spoken_headings
from editor.ui.page.page_view import PageView
from tests.notation import doc
from tests.ui.page.input_methods import compose
from tests.ui.page.pages import controller_of

TEXT = doc(" | ".join(f"第{n}段的话" for n in range(60)))


@pytest.fixture
def controller(application: object) -> Iterator[DocumentController]:
    made = controller_of(TEXT)
    view = made.view
    assert isinstance(view, PageView)
    view.resize(700, 400)
    view.show()
    QTest.qWaitForWindowExposed(view)
    yield made
    made.close()
    view.close()


def told(controller: DocumentController, place: Position) -> QRect:
    """Where the accessibility interface says that a letter is, in the viewport."""
    view = controller.view
    assert isinstance(view, PageView)
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    assert isinstance(text, QAccessibleTextInterface)
    rect = text.characterRect(view.tracked.flat(place))
    return rect.translated(view.viewport().mapToGlobal(QPoint()) * -1)


def test_a_letter_is_where_the_caret_before_it_is(controller: DocumentController) -> None:
    for number in (0, 3, 30, 59, 2):
        controller.go_to(Position(number, 2))
        caret = controller.view.cursorRect(controller.view.textCursor())
        rect = told(controller, Position(number, 2))
        assert abs(rect.left() - caret.left()) <= 2 and rect.intersects(caret)
        assert rect.width() > 5


def test_it_moves_with_the_lines_above_it_and_with_the_page(controller: DocumentController) -> None:
    before = told(controller, Position(5, 0))
    controller.go_to(Position(2, 0))
    controller.insert("新的一段\n")
    controller.view.repaint()
    pitch = told(controller, Position(7, 0)).top() - told(controller, Position(6, 0)).top()
    assert pitch > 10 and told(controller, Position(6, 0)).top() == before.top() + pitch
    bar = controller.view.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    assert told(controller, Position(6, 0)).top() == before.top() + pitch - 40


def test_painting_is_the_same_wherever_the_paragraph_was_before(
    controller: DocumentController,
) -> None:
    view = controller.view
    assert isinstance(view, PageView)
    controller.go_to(Position(4, 0))
    compose(view, "x", put_in="新\n")
    controller.undo()
    view.clearFocus()
    after = view.grab().toImage()
    controller.load(TEXT)
    controller.go_to(Position(4, 0))
    view.clearFocus()
    assert view.grab().toImage() == after


def test_a_screen_reader_hears_which_heading_the_caret_came_into(
    controller: DocumentController, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    class Listening:
        @staticmethod
        def isActive() -> bool:
            return True

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            heard.append(event.message())

    monkeypatch.setattr(spoken_headings, "QAccessible", Listening)
    text = doc("在会上的讲话 | 同志们： | 一、抓落实 | 正文一段。 | （一）抓防汛 | 正文。")
    speech = controller_of(text, make_analyzer())
    spoken_headings.SpokenHeadings(speech, controller.view.viewport())
    for number in (0, 2, 2, 3, 4, 1):
        speech.go_to(Position(number, 1))
    assert heard == ["标题", "一级标题", "二级标题"]
    speech.close()
