"""Word's own numbers on the page: counted anew at once, part of the step that changed them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.manuscript.lists import labels_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.controller import DocumentController
from tests.manuscript.structure.test_word_lists import LISTS, labelled
from tests.ui.page.pages import controller_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def listed() -> DocumentController:
    rows = [("甲", "3/0"), ("子", "3/1"), ("文", ""), ("乙", "3/0"), ("丑", "3/1"), ("丙", "3/0")]
    made = tuple(Paragraph(text, n, listed=at) for n, (text, at) in enumerate(rows, 1))
    controller = controller_of(labelled(Manuscript(0, made, LISTS)))
    controller.view.resize(500, 400)
    controller.view.show()
    return controller


def shown(controller: DocumentController) -> str:
    return " ".join(p.label + p.text for p in controller.manuscript().paragraphs)


def select(controller: DocumentController, start: Position, end: Position) -> None:
    cursor = controller.view.textCursor()
    cursor.setPosition(controller.view.tracked.flat(start))
    cursor.setPosition(controller.view.tracked.flat(end), QTextCursor.MoveMode.KeepAnchor)
    controller.view.setTextCursor(cursor)


def test_deleting_a_numbered_paragraph_counts_the_others_anew() -> None:
    controller = listed()
    before = shown(controller)
    assert before == "一、甲 （一）子 文 二、乙 （一）丑 三、丙"
    select(controller, Position(0, 0), Position(3, 0))
    QTest.keyClick(controller.view, Qt.Key.Key_Delete)
    assert shown(controller) == "一、乙 （一）丑 二、丙"
    QTest.keyClick(controller.view, Qt.Key.Key_Z, CONTROL)
    assert shown(controller) == before and not controller.view.document().isUndoAvailable()
    QTest.keyClick(controller.view, Qt.Key.Key_Y, CONTROL)
    assert shown(controller) == "一、乙 （一）丑 二、丙"


def test_cut_and_paste_take_the_number_along() -> None:
    controller = listed()
    select(controller, Position(3, 0), Position(5, 0))
    controller.view.cut()
    assert shown(controller) == "一、甲 （一）子 文 二、丙"
    select(controller, Position(0, 0), Position(0, 0))
    controller.view.paste()
    paragraphs = controller.manuscript().paragraphs
    assert [p.label for p in paragraphs] == labels_of(paragraphs, LISTS)
    assert "丑" in shown(controller) and [p.label for p in paragraphs].count("一、") == 1


def test_joining_parting_and_typing() -> None:
    controller = listed()
    select(controller, Position(3, 0), Position(3, 0))
    QTest.keyClick(controller.view, Qt.Key.Key_Backspace)
    assert shown(controller) == "一、甲 （一）子 文乙 （二）丑 二、丙"
    QTest.keyClick(controller.view, Qt.Key.Key_Return)
    assert shown(controller) == "一、甲 （一）子 文 乙 （二）丑 二、丙"
    steps = controller.view.document().availableUndoSteps()
    QTest.keyClick(controller.view, Qt.Key.Key_X)
    assert controller.view.document().availableUndoSteps() == steps + 1


def test_a_new_number_is_laid_out_with_its_width() -> None:
    controller = listed()
    QApplication.processEvents()
    layout = controller.view.document().documentLayout()
    wide = layout.label_width(4)  # type: ignore[attr-defined]
    assert wide > layout.label_width(3) > 0  # type: ignore[attr-defined]
    select(controller, Position(0, 0), Position(1, 0))
    QTest.keyClick(controller.view, Qt.Key.Key_Delete)
    assert layout.label_width(2 - 1) == 0  # type: ignore[attr-defined]
