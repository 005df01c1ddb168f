"""Real keys on the page: joins and splits keep the laws, undo takes back only words."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.analysis.values import Analysis
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, RUN, Mark
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.controller import DocumentController
from editor.ui.page.page_keys import PageKeys
from tests.notation import doc, lines
from tests.ui.page.pages import CountingAnalyzer, controller_of, plain_analysis
from tests.ui.until import rest, until

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class HeadingAnalyzer(CountingAnalyzer):
    """Every paragraph that begins with 一、 is a heading."""

    def analyze(self, manuscript: Manuscript) -> Analysis:
        made = [
            Section(SectionKind.SECTION, 1, "一", p.text, Position(n, 0), end, end)
            for n, p in enumerate(manuscript.paragraphs)
            if p.text.startswith("一、")
            for end in [Position(n, len(p.text))]
        ]
        return plain_analysis(manuscript, Outline(tuple(made)))


def type_words(controller: DocumentController, words: str) -> None:
    for char in words:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
        QApplication.sendEvent(controller.view, event)


def press(
    controller: DocumentController, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN
) -> None:
    QTest.keyClick(controller.view, key, modifier)


def test_undo_after_a_heading_takes_back_only_typing_and_redo_survives() -> None:
    controller = controller_of(doc("甲 | 丙"), HeadingAnalyzer())
    controller.view.show()
    controller.go_to(Position(0, 1))
    press(controller, Qt.Key.Key_Return)
    type_words(controller, "一、抓好落实")
    until(lambda: controller.analysis().outline.sections)
    press(controller, Qt.Key.Key_Z, CONTROL)
    rest(controller)
    assert lines(controller.manuscript()) == "甲 |  | 丙"
    press(controller, Qt.Key.Key_Z, CONTROL)
    assert lines(controller.manuscript()) == "甲 | 丙"
    press(controller, Qt.Key.Key_Y, CONTROL)
    press(controller, Qt.Key.Key_Y, CONTROL)
    assert lines(controller.manuscript()) == "甲 | 一、抓好落实 | 丙"


def test_enter_leaves_the_properties_with_the_first_part() -> None:
    controller = controller_of(Manuscript(0, (Paragraph("甲乙", 7, "一、"), Paragraph("丙", 8))))
    controller.go_to(Position(0, 1))
    press(controller, Qt.Key.Key_Return)
    found = controller.manuscript().paragraphs
    cut_off = Paragraph("乙", marks=(Mark(0, 1, RUN, "7"),))
    assert found == (Paragraph("甲", 7, "一、"), cut_off, Paragraph("丙", 8))
    assert controller.caret() == Position(1, 0)


@pytest.mark.parametrize("end", [0, 1])
def test_enter_at_the_start_leaves_the_element_with_its_words(end: int) -> None:
    heading = Paragraph("甲乙", 7, "一、", "heading1", holds="图片")
    controller = controller_of(Manuscript(0, (heading,)))
    controller.go_to(Position(0, 0), Position(0, end))
    press(controller, Qt.Key.Key_Return)
    assert controller.manuscript().paragraphs == (Paragraph(""), heading.part(end, 2))
    assert controller.caret() == Position(1, 0)
    controller.undo()
    assert controller.manuscript().paragraphs == (heading,)


def test_letters_typed_into_a_look_have_it_and_are_one_step() -> None:
    marks = (Mark(0, 2, RUN, "7.0"), Mark(2, 4, BOLD), Mark(2, 4, RUN, "7.1"))
    rich = Paragraph("甲乙丙丁", 7, marks=marks)
    controller = controller_of(Manuscript(0, (rich,)))
    controller.go_to(Position(0, 3))
    type_words(controller, "新写的")
    typed = controller.manuscript().paragraphs[0]
    assert typed == rich.with_text("甲乙丙新写的丁") and typed.marks[-1] == Mark(2, 7, RUN, "7.1")
    controller.undo()
    assert controller.manuscript().paragraphs == (rich,)
    assert not controller.document().isUndoAvailable()


def test_what_is_typed_where_a_look_was_deleted_whole_is_plain() -> None:
    bold = Paragraph("甲", marks=(Mark(0, 1, BOLD),))
    controller = controller_of(Manuscript(0, (Paragraph("首"), bold)))
    controller.go_to(Position(1, 1))
    press(controller, Qt.Key.Key_Backspace)
    type_words(controller, "新")
    assert controller.manuscript().paragraphs[1] == Paragraph("新")


def test_backspace_joins_with_the_first_ones_properties() -> None:
    controller = controller_of(Manuscript(0, (Paragraph("甲", 7), Paragraph("丙", 8))))
    controller.go_to(Position(1, 0))
    press(controller, Qt.Key.Key_Backspace)
    told = (Mark(0, 1, RUN, "7"), Mark(1, 2, RUN, "8"))
    assert controller.manuscript().paragraphs == (Paragraph("甲丙", 7, marks=told),)
    assert controller.caret() == Position(0, 1)


def test_an_empty_paragraph_goes_without_taking_the_next_ones_properties() -> None:
    controller = controller_of(Manuscript(0, (Paragraph(""), Paragraph("丙", 8, "一、"))))
    controller.go_to(Position(0, 0))
    press(controller, Qt.Key.Key_Delete)
    assert controller.manuscript().paragraphs == (Paragraph("丙", 8, "一、"),)


def test_a_framed_paragraph_takes_words_but_no_joining_or_splitting() -> None:
    cell = Paragraph("格", 3, frame="表1·1行1列")
    controller = controller_of(Manuscript(0, (Paragraph("甲"), cell)))
    said: list[str] = []
    controller.refused.connect(said.append)
    controller.go_to(Position(1, 0))
    press(controller, Qt.Key.Key_Backspace)
    press(controller, Qt.Key.Key_Return)
    type_words(controller, "表")
    assert lines(controller.manuscript()) == "甲 | 表格"
    assert len(said) == 2


def test_typing_over_paragraphs_is_one_step() -> None:
    controller = controller_of(doc("甲乙 | 丙 | 丁戊"))
    controller.go_to(Position(0, 1), Position(2, 1))
    type_words(controller, "和")
    assert lines(controller.manuscript()) == "甲和戊"
    controller.undo()
    assert lines(controller.manuscript()) == "甲乙 | 丙 | 丁戊"
    assert controller.selection() == (Position(0, 1), Position(2, 1))


def test_one_commit_of_an_input_method_is_one_undo() -> None:
    controller = controller_of(doc("甲"))
    QApplication.sendEvent(controller.view, QInputMethodEvent("gongzuo", []))
    assert controller.view.composing()
    assert controller.manuscript().text == "甲"
    done = QInputMethodEvent()
    done.setCommitString("工作")
    QApplication.sendEvent(controller.view, done)
    assert controller.manuscript().text == "工作甲"
    controller.undo()
    assert controller.manuscript().text == "甲"


def test_words_stop_the_caret_and_a_double_click_takes_one() -> None:
    class TwoByTwo:
        def word_at(self, text: str, offset: int) -> tuple[int, int]:
            start = offset - offset % 2
            return start, min(start + 2, len(text))

    controller = controller_of(doc("全面加强 | 建设"))
    controller.view.words = TwoByTwo()
    stops = []
    for _ in range(4):
        press(controller, Qt.Key.Key_Right, CONTROL)
        stops.append(controller.caret())
    assert stops == [(0, 2), (0, 4), (1, 0), (1, 2)]
    press(controller, Qt.Key.Key_Backspace, CONTROL)
    assert lines(controller.manuscript()) == "全面加强 | "
    controller.view.resize(700, 400)
    controller.view.show()
    controller.go_to(Position(0, 3))
    spot = controller.view.cursorRect().center()
    QTest.mouseDClick(controller.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert controller.selected_text() == "加强"


def test_cut_and_paste_of_whole_paragraphs_takes_their_properties_along() -> None:
    m = Manuscript(0, (Paragraph("甲", 1, "一、"), Paragraph("乙", 2, "二、"), Paragraph("")))
    controller = controller_of(m)
    controller.go_to(Position(0, 0), Position(1, 0))
    press(controller, Qt.Key.Key_X, CONTROL)
    assert controller.manuscript().paragraphs == (Paragraph("乙", 2, "二、"), Paragraph(""))
    assert QGuiApplication.clipboard().text() == "一、甲\n"
    controller.go_to(Position(1, 0))
    press(controller, Qt.Key.Key_V, CONTROL)
    found = controller.manuscript().paragraphs
    assert found[:2] == (Paragraph("乙", 2, "二、"), Paragraph("甲", 1, "一、"))


@pytest.mark.parametrize(
    "hidden",
    [QKeySequence.StandardKey.DeleteEndOfLine, QKeySequence.StandardKey.DeleteCompleteLine],
)
def test_no_hidden_key_takes_away_the_rest_of_a_line(hidden: QKeySequence.StandardKey) -> None:
    class OnX11(QKeyEvent):  # elsewhere no key means it
        def matches(self, key: QKeySequence.StandardKey) -> bool:
            return key == hidden

    controller = controller_of(doc("甲乙丙丁 | 戊"))
    controller.go_to(Position(0, 1))
    assert PageKeys(controller.view).take(OnX11(QEvent.Type.KeyPress, Qt.Key.Key_K, CONTROL))
    assert lines(controller.manuscript()) == "甲乙丙丁 | 戊"


def test_alt_and_a_letter_types_nothing(application: object) -> None:
    controller = controller_of(doc("甲"))
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier, "f")
    QApplication.sendEvent(controller.view, event)
    assert lines(controller.manuscript()) == "甲"
    type_words(controller, "f")
    assert lines(controller.manuscript()) == "f甲"
