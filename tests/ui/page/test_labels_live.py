"""Word's own numbers on the page: counted anew at once, part of the step that changed them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.manuscript.lists import labels_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.page.desk import Desk
from tests.manuscript.test_lists import LISTS, labelled
from tests.ui.page.benches import desk_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def listed() -> Desk:
    rows = [("甲", "3/0"), ("子", "3/1"), ("文", ""), ("乙", "3/0"), ("丑", "3/1"), ("丙", "3/0")]
    made = tuple(Paragraph(text, n, listed=at) for n, (text, at) in enumerate(rows, 1))
    desk = desk_of(labelled(Manuscript(0, made, LISTS)))
    desk.view.resize(500, 400)
    desk.view.show()
    return desk


def shown(desk: Desk) -> str:
    return " ".join(p.label + p.text for p in desk.manuscript().paragraphs)


def select(desk: Desk, start: Position, end: Position) -> None:
    cursor = desk.view.textCursor()
    cursor.setPosition(desk.view.live.flat(start))
    cursor.setPosition(desk.view.live.flat(end), QTextCursor.MoveMode.KeepAnchor)
    desk.view.setTextCursor(cursor)


def test_deleting_a_numbered_paragraph_counts_the_others_anew() -> None:
    desk = listed()
    before = shown(desk)
    assert before == "一、甲 （一）子 文 二、乙 （一）丑 三、丙"
    select(desk, Position(0, 0), Position(3, 0))
    QTest.keyClick(desk.view, Qt.Key.Key_Delete)
    assert shown(desk) == "一、乙 （一）丑 二、丙"
    QTest.keyClick(desk.view, Qt.Key.Key_Z, CONTROL)
    assert shown(desk) == before and not desk.view.document().isUndoAvailable()
    QTest.keyClick(desk.view, Qt.Key.Key_Y, CONTROL)
    assert shown(desk) == "一、乙 （一）丑 二、丙"


def test_cut_and_paste_take_the_number_along() -> None:
    desk = listed()
    select(desk, Position(3, 0), Position(5, 0))
    desk.view.cut()
    assert shown(desk) == "一、甲 （一）子 文 二、丙"
    select(desk, Position(0, 0), Position(0, 0))
    desk.view.paste()
    paragraphs = desk.manuscript().paragraphs
    assert [p.label for p in paragraphs] == labels_of(paragraphs, LISTS)
    assert "丑" in shown(desk) and [p.label for p in paragraphs].count("一、") == 1


def test_joining_parting_and_typing() -> None:
    desk = listed()
    select(desk, Position(3, 0), Position(3, 0))
    QTest.keyClick(desk.view, Qt.Key.Key_Backspace)
    assert shown(desk) == "一、甲 （一）子 文乙 （二）丑 二、丙"
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert shown(desk) == "一、甲 （一）子 文 乙 （二）丑 二、丙"
    steps = desk.view.document().availableUndoSteps()
    QTest.keyClick(desk.view, Qt.Key.Key_X)
    assert desk.view.document().availableUndoSteps() == steps + 1


def test_a_new_number_is_laid_out_with_its_width() -> None:
    desk = listed()
    QApplication.processEvents()
    layout = desk.view.document().documentLayout()
    wide = layout.label_width(4)  # type: ignore[attr-defined]
    assert wide > layout.label_width(3) > 0  # type: ignore[attr-defined]
    select(desk, Position(0, 0), Position(1, 0))
    QTest.keyClick(desk.view, Qt.Key.Key_Delete)
    assert layout.label_width(2 - 1) == 0  # type: ignore[attr-defined]
