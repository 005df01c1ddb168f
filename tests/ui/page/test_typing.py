"""Real keys on the page: joins and splits keep the laws, undo takes back only words."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.analysis.values import Analysis
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.sections import Kind, Outline, Section
from editor.ui.page.desk import Desk
from editor.ui.page.keys import Keys
from tests.notation import doc, lines
from tests.ui.page.benches import CountingAnalyzer, desk_of, plain_analysis

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class HeadingAnalyzer(CountingAnalyzer):
    """Every paragraph that begins with 一、 is a heading."""

    def analyze(self, manuscript: Manuscript) -> Analysis:
        made = [
            Section(Kind.SECTION, 1, "一", p.text, Position(n, 0), end, end)
            for n, p in enumerate(manuscript.paragraphs)
            if p.text.startswith("一、")
            for end in [Position(n, len(p.text))]
        ]
        return plain_analysis(manuscript, Outline(tuple(made)))


def type_words(desk: Desk, words: str) -> None:
    for char in words:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
        QApplication.sendEvent(desk.view, event)


def press(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(desk.view, key, modifier)


def test_undo_after_a_heading_takes_back_only_typing_and_redo_survives() -> None:
    desk = desk_of(doc("甲 | 丙"), HeadingAnalyzer())
    desk.view.show()
    desk.go_to(Position(0, 1))
    press(desk, Qt.Key.Key_Return)
    type_words(desk, "一、抓好落实")
    QTest.qWait(150)
    assert desk.analysis().outline.sections
    press(desk, Qt.Key.Key_Z, CONTROL)
    QTest.qWait(150)
    assert lines(desk.manuscript()) == "甲 |  | 丙"
    press(desk, Qt.Key.Key_Z, CONTROL)
    assert lines(desk.manuscript()) == "甲 | 丙"
    press(desk, Qt.Key.Key_Y, CONTROL)
    press(desk, Qt.Key.Key_Y, CONTROL)
    assert lines(desk.manuscript()) == "甲 | 一、抓好落实 | 丙"


def test_enter_leaves_the_properties_with_the_first_part() -> None:
    desk = desk_of(Manuscript(0, (Paragraph("甲乙", 7, "一、"), Paragraph("丙", 8))))
    desk.go_to(Position(0, 1))
    press(desk, Qt.Key.Key_Return)
    found = desk.manuscript().paragraphs
    assert found == (Paragraph("甲", 7, "一、"), Paragraph("乙"), Paragraph("丙", 8))
    assert desk.caret() == Position(1, 0)


def test_backspace_joins_with_the_first_ones_properties() -> None:
    desk = desk_of(Manuscript(0, (Paragraph("甲", 7), Paragraph("丙", 8))))
    desk.go_to(Position(1, 0))
    press(desk, Qt.Key.Key_Backspace)
    assert desk.manuscript().paragraphs == (Paragraph("甲丙", 7),)
    assert desk.caret() == Position(0, 1)


def test_an_empty_paragraph_goes_without_taking_the_next_ones_properties() -> None:
    desk = desk_of(Manuscript(0, (Paragraph(""), Paragraph("丙", 8, "一、"))))
    desk.go_to(Position(0, 0))
    press(desk, Qt.Key.Key_Delete)
    assert desk.manuscript().paragraphs == (Paragraph("丙", 8, "一、"),)


def test_a_framed_paragraph_takes_words_but_no_joining_or_splitting() -> None:
    cell = Paragraph("格", 3, frame="表1·1行1列")
    desk = desk_of(Manuscript(0, (Paragraph("甲"), cell)))
    said: list[str] = []
    desk.refused.connect(said.append)
    desk.go_to(Position(1, 0))
    press(desk, Qt.Key.Key_Backspace)
    press(desk, Qt.Key.Key_Return)
    type_words(desk, "表")
    assert lines(desk.manuscript()) == "甲 | 表格"
    assert len(said) == 2


def test_typing_over_paragraphs_is_one_step() -> None:
    desk = desk_of(doc("甲乙 | 丙 | 丁戊"))
    desk.go_to(Position(0, 1), Position(2, 1))
    type_words(desk, "和")
    assert lines(desk.manuscript()) == "甲和戊"
    desk.undo()
    assert lines(desk.manuscript()) == "甲乙 | 丙 | 丁戊"
    assert desk.selection() == (Position(0, 1), Position(2, 1))


def test_one_commit_of_an_input_method_is_one_undo() -> None:
    desk = desk_of(doc("甲"))
    QApplication.sendEvent(desk.view, QInputMethodEvent("gongzuo", []))
    assert desk.view.composing()
    assert desk.manuscript().text == "甲"
    done = QInputMethodEvent()
    done.setCommitString("工作")
    QApplication.sendEvent(desk.view, done)
    assert desk.manuscript().text == "工作甲"
    desk.undo()
    assert desk.manuscript().text == "甲"


def test_words_stop_the_caret_and_a_double_click_takes_one() -> None:
    class TwoByTwo:
        def word_at(self, text: str, offset: int) -> tuple[int, int]:
            start = offset - offset % 2
            return start, min(start + 2, len(text))

    desk = desk_of(doc("全面加强 | 建设"))
    desk.view.words = TwoByTwo()
    stops = []
    for _ in range(4):
        press(desk, Qt.Key.Key_Right, CONTROL)
        stops.append(desk.caret())
    assert stops == [(0, 2), (0, 4), (1, 0), (1, 2)]
    press(desk, Qt.Key.Key_Backspace, CONTROL)
    assert lines(desk.manuscript()) == "全面加强 | "
    desk.view.resize(700, 400)
    desk.view.show()
    desk.go_to(Position(0, 3))
    spot = desk.view.cursorRect().center()
    QTest.mouseDClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert desk.selected_text() == "加强"


def test_cut_and_paste_of_whole_paragraphs_takes_their_properties_along() -> None:
    m = Manuscript(0, (Paragraph("甲", 1, "一、"), Paragraph("乙", 2, "二、"), Paragraph("")))
    desk = desk_of(m)
    desk.go_to(Position(0, 0), Position(1, 0))
    press(desk, Qt.Key.Key_X, CONTROL)
    assert desk.manuscript().paragraphs == (Paragraph("乙", 2, "二、"), Paragraph(""))
    assert QGuiApplication.clipboard().text() == "一、甲\n"
    desk.go_to(Position(1, 0))
    press(desk, Qt.Key.Key_V, CONTROL)
    found = desk.manuscript().paragraphs
    assert found[:2] == (Paragraph("乙", 2, "二、"), Paragraph("甲", 1, "一、"))


@pytest.mark.parametrize(
    "hidden",
    [QKeySequence.StandardKey.DeleteEndOfLine, QKeySequence.StandardKey.DeleteCompleteLine],
)
def test_no_hidden_key_takes_away_the_rest_of_a_line(hidden: QKeySequence.StandardKey) -> None:
    class OnX11(QKeyEvent):  # elsewhere no key means it
        def matches(self, key: QKeySequence.StandardKey) -> bool:
            return key == hidden

    desk = desk_of(doc("甲乙丙丁 | 戊"))
    desk.go_to(Position(0, 1))
    assert Keys(desk.view).take(OnX11(QEvent.Type.KeyPress, Qt.Key.Key_K, CONTROL))
    assert lines(desk.manuscript()) == "甲乙丙丁 | 戊"


def test_alt_and_a_letter_types_nothing(application: object) -> None:
    desk = desk_of(doc("甲"))
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier, "f")
    QApplication.sendEvent(desk.view, event)
    assert lines(desk.manuscript()) == "甲"
    type_words(desk, "f")
    assert lines(desk.manuscript()) == "f甲"
