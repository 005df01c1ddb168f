"""A composed word comes into the text exactly once, whatever ends composing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from editor.manuscript.edits import Move, Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.page.page_view import PageView
from tests.notation import doc
from tests.ui.page.input_methods import InputMethod, compose, use
from tests.ui.page.pages import controller_of

CONTROL = Qt.KeyboardModifier.ControlModifier


class Place:
    """A page with a field beside it, both in one window."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.controller = controller_of(manuscript)
        self.page = self.controller.view
        assert isinstance(self.page, PageView)
        self.window, self.field = QWidget(), QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.page)
        column.addWidget(self.field)
        self.window.resize(800, 500)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowExposed(self.window)
        self.said: list[str] = []
        self.controller.refused.connect(self.said.append)
        self.go(0, 1)

    def go(self, paragraph: int, offset: int, *end: int) -> None:
        """The caret there, the keys to the page; ``end`` selects up to another place."""
        self.controller.go_to(Position(paragraph, offset), Position(*end) if end else None)

    def lines(self) -> str:
        return " | ".join(p.text for p in self.controller.manuscript().paragraphs)

    def click(self, at: QPoint) -> None:
        QTest.mouseClick(self.page.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def place(application: object) -> Iterator[Place]:
    made = Place(doc("甲乙 | 丙丁"))
    yield made
    made.controller.close()
    made.window.close()


def clicked_elsewhere(place: Place) -> None:
    at = place.page.cursorRect().center()
    place.click(at + QPoint(0, 100))


def gone_to_the_field(place: Place) -> None:
    place.field.setFocus()


def gone_to_another_window(place: Place) -> None:
    other = QWidget()
    other.show()
    other.activateWindow()
    QApplication.processEvents()
    other.close()


def shown_another_place(place: Place) -> None:
    place.controller.show(Position(1, 0))


ENDS = [clicked_elsewhere, gone_to_the_field, gone_to_another_window, shown_another_place]


@pytest.mark.parametrize("end", ENDS)
def test_what_ends_composing_puts_the_word_in(place: Place, end: Callable[[Place], None]) -> None:
    compose(place.page, "x", "新词")
    assert place.lines() == "甲乙 | 丙丁"
    end(place)
    assert place.lines() == "甲新词乙 | 丙丁" and not place.page.composing()
    place.controller.undo()
    assert place.lines() == "甲乙 | 丙丁"


@pytest.mark.parametrize("end", ENDS)
def test_it_comes_once_where_the_input_method_puts_it_in(
    place: Place, monkeypatch: pytest.MonkeyPatch, end: Callable[[Place], None]
) -> None:
    use(monkeypatch, InputMethod(lambda: compose(place.page, put_in="新词")))
    compose(place.page, "新词")
    end(place)
    assert place.lines() == "甲新词乙 | 丙丁"


def test_it_is_put_in_where_the_input_method_has_only_cleared_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, InputMethod(lambda: compose(place.page, "")))
    compose(place.page, "新词")
    clicked_elsewhere(place)
    place.go(1, 0)
    compose(place.page, "后来")
    compose(place.page, "")  # Qt has asked before it tells the page that the keys go
    gone_to_the_field(place)
    assert place.lines() == "甲新词乙 | 后来丙丁"


def test_what_the_writer_lets_go_does_not_come_back(place: Place) -> None:
    compose(place.page, "x", "")
    QApplication.processEvents()
    gone_to_the_field(place)
    assert place.lines() == "甲乙 | 丙丁" and not place.controller.can_undo()


def test_the_word_is_a_step_of_its_own_beside_the_one_before(place: Place) -> None:
    compose(place.page, "x", put_in="先")
    compose(place.page, "后来")
    QTest.keyClick(place.page, Qt.Key.Key_Z, CONTROL)
    assert place.lines() == "甲先乙 | 丙丁"
    QTest.keyClick(place.page, Qt.Key.Key_Y, CONTROL)
    assert place.lines() == "甲先后来乙 | 丙丁"


def test_an_edit_of_a_panel_goes_where_it_was_meant(place: Place) -> None:
    compose(place.page, "新词")
    place.controller.apply((Replace(Position(1, 0), Position(1, 1), "己"), Move(0, 1, 2)))
    assert place.lines() == "己丁 | 甲新词乙" and not place.page.composing()
    place.controller.undo()
    assert place.lines() == "己丁 | 甲乙"


def test_a_click_inside_the_word_is_the_input_methods(place: Place) -> None:
    compose(place.page, "很长的一个词")
    size = place.page.decorations.faces.cell
    place.click(place.page.cursorRect().center() - QPoint(int(3.5 * size), 0))
    assert place.page.composing() and place.lines() == "甲乙 | 丙丁"


def test_another_text_starts_without_it(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    method = use(monkeypatch, InputMethod())
    compose(place.page, "新词")
    place.controller.load(doc("戊"))
    assert place.lines() == "戊" and not place.page.composing() and method.resets == 1


# -- over what is selected


def test_a_word_composed_over_a_selection_is_one_step(place: Place) -> None:
    place.go(0, 0, 0, 2)
    compose(place.page, "x", "xin", put_in="新")
    assert place.lines() == "新 | 丙丁"
    place.controller.undo()
    assert place.lines() == "甲乙 | 丙丁"
    assert place.controller.selection() == (Position(0, 0), Position(0, 2))
    place.controller.redo()
    assert place.lines() == "新 | 丙丁" and not place.controller.can_redo()


def test_over_paragraphs_too_composed_or_not(place: Place) -> None:
    for shown in (("x",), ()):
        place.go(0, 1, 1, 1)
        compose(place.page, *shown, put_in="新")
        assert place.lines() == "甲新丁"
        place.controller.undo()
        assert place.lines() == "甲乙 | 丙丁" and not place.controller.can_undo()


def test_composing_that_comes_to_nothing_gives_the_selection_back(place: Place) -> None:
    place.go(0, 1, 1, 1)
    compose(place.page, "x", "")
    assert place.lines() == "甲乙 | 丙丁"
    assert place.controller.selection() == (Position(0, 1), Position(1, 1))


def test_a_click_ends_composing_over_a_selection_as_one_step(place: Place) -> None:
    place.go(0, 0, 0, 2)
    compose(place.page, "x", "新词")
    clicked_elsewhere(place)
    assert place.lines() == "新词 | 丙丁"
    place.controller.undo()
    assert place.lines() == "甲乙 | 丙丁"


def test_over_cells_nothing_is_composed_and_no_candidates_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = Manuscript(0, (Paragraph("甲", 1, frame="表1"), Paragraph("乙", 2, frame="表1")))
    place, method = Place(cells), use(monkeypatch, InputMethod())
    place.go(0, 0, 1, 1)
    compose(place.page, "x")
    assert method.resets == 1 and not place.page.composing()
    assert place.lines() == "甲 | 乙" and "表1" in place.said[0]
    place.go(0, 1)
    compose(place.page, "x", put_in="新\n词")
    assert place.lines() == "甲 | 乙" and len(place.said) == 2
    place.window.close()


def test_what_is_protected_is_not_composed_in(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    method = use(monkeypatch, InputMethod())
    place.page.protect(lambda edits: "现在不能改。")
    compose(place.page, "x")
    assert method.resets == 1 and place.said == ["现在不能改。"] and not place.page.composing()


def test_a_phrase_of_several_lines_makes_paragraphs(place: Place) -> None:
    compose(place.page, "x", put_in="一\n二")
    assert place.lines() == "甲一 | 二乙 | 丙丁"
    assert place.controller.caret() == Position(1, 1)
