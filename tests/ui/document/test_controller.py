from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.manuscript.edits import Move, Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.analysis_scheduler import PAUSE_MS
from tests.notation import doc, lines
from tests.ui.page.pages import CountingAnalyzer, controller_of
from tests.ui.until import meanwhile, rest


def test_a_step_of_a_panel_is_one_undo_and_the_caret_comes_back() -> None:
    controller = controller_of(doc("甲一 | 乙二 | 丙三"))
    controller.go_to(Position(1, 1))
    controller.apply((Move(0, 1, 3), Replace(Position(0, 0), Position(0, 1), "丁")))
    assert lines(controller.manuscript()) == "丁二 | 丙三 | 甲一"
    assert controller.caret() == Position(0, 1)
    controller.undo()
    assert lines(controller.manuscript()) == "甲一 | 乙二 | 丙三"
    assert controller.caret() == Position(1, 1)
    controller.redo()
    assert controller.caret() == Position(0, 1)


def test_the_reading_follows_an_applied_edit_at_once() -> None:
    controller = controller_of(doc("甲"))
    seen: list[str] = []
    controller.analysis_changed.connect(lambda analysis: seen.append(analysis.manuscript.text))
    controller.insert("乙\n丙")
    assert seen == ["乙\n丙甲"]
    assert controller.caret() == Position(1, 1)
    assert controller.analysis().manuscript is controller.manuscript()


def test_typing_is_read_when_the_hand_rests() -> None:
    analyzer = CountingAnalyzer()
    controller = controller_of(doc("甲"), analyzer)
    given = len(analyzer.given)
    QTest.keyClicks(controller.view, "abc")
    assert len(analyzer.given) == given
    rest(controller)
    assert [m.text for m in analyzer.given[given:]] == ["abc甲"]


def test_nothing_is_read_while_an_input_method_composes() -> None:
    analyzer = CountingAnalyzer()
    controller = controller_of(doc("甲"), analyzer)
    given, told = len(analyzer.given), []
    controller.edited.connect(lambda: told.append(1))
    QApplication.sendEvent(controller.view, QInputMethodEvent("shi", []))
    meanwhile(PAUSE_MS)
    assert (len(analyzer.given), told, controller.manuscript().text) == (given, [], "甲")
    done = QInputMethodEvent()
    done.setCommitString("是")
    QApplication.sendEvent(controller.view, done)
    rest(controller)
    assert analyzer.given[-1].text == "是甲"


def test_what_was_typed_before_composing_waits_for_the_word() -> None:
    analyzer = CountingAnalyzer()
    controller = controller_of(doc("甲"), analyzer)
    given = len(analyzer.given)
    QTest.keyClicks(controller.view, "a")
    QApplication.sendEvent(controller.view, QInputMethodEvent("shi", []))
    meanwhile(PAUSE_MS)
    assert len(analyzer.given) == given
    QApplication.sendEvent(controller.view, QInputMethodEvent())
    rest(controller)
    assert [m.text for m in analyzer.given[given:]] == ["a甲"]


def test_selected_text_has_line_feeds_and_whole_characters() -> None:
    controller = controller_of(doc("甲𠮷 | 乙 | 😀丙"))
    controller.go_to(Position(0, 1), Position(2, 1))
    assert controller.selected_text() == "𠮷\n乙\n😀"
    assert controller.selection() == (Position(0, 1), Position(2, 1))


def test_an_edit_that_would_hurt_a_frame_is_refused_with_a_word() -> None:
    cells = Paragraph("格", 3, frame="表1·1行1列"), Paragraph("子", 4, frame="表1·1行2列")
    controller = controller_of(Manuscript(0, (Paragraph("甲"), *cells)))
    said: list[str] = []
    controller.refused.connect(said.append)
    controller.apply((Move(1, 2, 0),))
    assert lines(controller.manuscript()) == "甲 | 格 | 子"
    assert len(said) == 1
    assert "表1·1行1列" in said[0]
    controller.apply((Replace(Position(1, 0), Position(1, 1), "字"),))
    assert lines(controller.manuscript()) == "甲 | 字 | 子"


def test_a_whole_table_moves_and_a_box_follows_its_paragraph() -> None:
    rows = (
        Paragraph("甲", 1, holds="文本框"), Paragraph("框", 2, frame="文本框1"),
        Paragraph("格", 3, frame="表1·1行1列"), Paragraph("子", 4, frame="表1·1行2列"),
        Paragraph("乙", 5),
    )  # fmt: skip
    controller = controller_of(Manuscript(0, rows))
    controller.apply((Move(2, 4, 0),))
    assert lines(controller.manuscript()) == "格 | 子 | 甲 | 框 | 乙"
    controller.apply((Move(2, 3, 5),))
    assert lines(controller.manuscript()) == "格 | 子 | 乙 | 甲 | 框"
    controller.undo()
    assert lines(controller.manuscript()) == "格 | 子 | 甲 | 框 | 乙"


def test_typing_is_one_undo_of_typing() -> None:
    controller = controller_of(doc("甲"))
    QTest.keyClicks(controller.view, "ab")
    QTest.keyClick(controller.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert controller.manuscript().text == "甲"
