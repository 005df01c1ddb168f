"""A word composed in a field is not lost either, and comes once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.ui.page.composed_fields import ComposedFields
from tests.ui.page.input_methods import compose

Field = QLineEdit | QPlainTextEdit


class Window(QWidget):
    """Two fields and a spin box."""

    def __init__(self) -> None:
        super().__init__()
        self.watch = ComposedFields(self)
        self.line, self.lines, self.number = QLineEdit("旧"), QPlainTextEdit("旧"), QSpinBox()
        self.past = QComboBox()
        self.past.setEditable(True)
        self.past.setEditText("旧")
        column = QVBoxLayout(self)
        for part in (self.line, self.lines, self.past, self.number):
            column.addWidget(part)
        self.show()
        self.activateWindow()
        QTest.qWaitForWindowActive(self)


@pytest.fixture
def window(application: object) -> Iterator[Window]:
    made = Window()
    yield made
    made.close()


def words(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def fields(window: Window) -> tuple[tuple[Field, QWidget], ...]:
    """Each field, and the part of it that is clicked."""
    return (window.line, window.line), (window.lines, window.lines.viewport())


def test_going_elsewhere_puts_the_word_in(window: Window) -> None:
    for field, _ in fields(window):
        field.setFocus()
        compose(field, "xin ci")
        window.number.setFocus()
        assert sorted(words(field)) == sorted("xinci旧")


def test_a_click_in_the_field_puts_it_in(window: Window) -> None:
    for field, clicked in fields(window):
        field.setFocus()
        compose(field, "新词")
        QTest.mouseClick(clicked, Qt.MouseButton.LeftButton, pos=QPoint(clicked.width() - 5, 10))
        assert sorted(words(field)) == sorted("新词旧")


def test_a_field_that_remembers_what_was_asked_does_the_same(window: Window) -> None:
    window.past.setFocus()
    compose(window.past, "新词")
    window.number.setFocus()
    window.past.setFocus()
    compose(window.past, "好词")
    QTest.mouseClick(window.past.lineEdit(), Qt.MouseButton.LeftButton, pos=QPoint(50, 5))
    assert sorted(window.past.currentText()) == sorted("新词好词旧")


def test_where_the_input_method_puts_it_in_or_clears_it_the_word_comes_once(window: Window) -> None:
    for end in ({"put_in": "新"}, {}):
        window.line.setFocus()
        window.line.clear()
        compose(window.line, "新", *(() if end else ("",)), **end)
        window.number.setFocus()
        assert window.line.text() == "新"


def test_what_was_let_go_or_written_over_does_not_come(window: Window) -> None:
    window.line.setFocus()
    compose(window.line, "新", "")
    QApplication.processEvents()
    window.number.setFocus()
    assert window.line.text() == "旧"
    window.line.setFocus()
    compose(window.line, "新")
    window.line.setText("别的")
    window.number.setFocus()
    assert window.line.text() == "别的"
