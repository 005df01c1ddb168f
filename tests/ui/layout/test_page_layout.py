import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.manuscript.edits import Splice
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.layout.paragraph_heights import ParagraphHeights
from tests.linear.expressions import cost
from tests.notation import doc, lines
from tests.ui.page.pages import controller_of
from tests.ui.page.test_typing import HeadingAnalyzer, type_words

heights = st.lists(st.integers(1, 90).map(float), min_size=1, max_size=8)


@given(heights, st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3), heights), max_size=5))
def test_a_column_is_its_heights_added_up(start: list[float], changes: list) -> None:
    column, plain = ParagraphHeights(), list(start)
    column.splice(0, 1, start)
    for first, old, new in changes:
        first = min(first, len(plain))
        column.splice(first, min(old, len(plain) - first), new)
        plain[first : first + old] = new
        column.set(0, new[0])
        plain[0] = new[0]
        assert [column.top(n) for n in range(len(plain) + 1)] == [
            sum(plain[:n]) for n in range(len(plain) + 1)
        ]
        assert column.at(column.top(len(plain) - 1)) == len(plain) - 1


def shown(manuscript: Manuscript, analyzer: object = None):
    controller = controller_of(manuscript, analyzer)
    controller.view.resize(720, 500)
    controller.view.show()
    QApplication.processEvents()
    return controller


def test_a_point_of_every_place_is_that_place() -> None:
    controller = shown(
        Manuscript(0, (Paragraph("甲𠮷乙" * 20), Paragraph("", label="一、"), Paragraph("😀丙")))
    )
    layout = controller.view.document().documentLayout()
    for number, paragraph in enumerate(controller.manuscript().paragraphs):
        for offset in range(len(paragraph.text) + 1):
            flat = controller.view.tracked.flat(Position(number, offset))
            cursor = controller.view.textCursor()
            cursor.setPosition(flat)
            box = controller.view.cursorRect(cursor)
            point = QPointF(box.left() + 1, box.center().y())
            wrapped = offset and offset % 28 in (0, 26)  # a place at a line's end has two points
            assert wrapped or layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit) == flat


def test_a_line_has_28_characters_and_no_mark_begins_one() -> None:
    controller = shown(doc("好" * 53 + "。" + "好" * 30))
    layout = controller.view.document().firstBlock().layout()
    starts = [layout.lineAt(n).textStart() for n in range(layout.lineCount())]
    assert starts == [0, 26, 54, 82]
    controller = shown(doc("好" * 26 + "。" + "好" * 30))
    assert controller.view.document().firstBlock().layout().lineAt(1).textStart() == 25


def test_a_heading_is_dressed_without_a_trace_in_the_document() -> None:
    controller = shown(doc("一、抓落实 | 正文"), HeadingAnalyzer())
    layout = controller.view.document().firstBlock().layout()
    assert [(r.start, r.length) for r in layout.formats()] == [(0, 5)]
    assert not controller.view.document().isUndoAvailable()
    assert controller.view.document().firstBlock().blockFormat().propertyCount() == 0
    controller.go_to(Position(0, 5))
    type_words(controller, "见")
    assert [(r.start, r.length) for r in layout.formats()] == [(0, 6)]


def test_a_heading_keeps_its_face_while_a_word_is_composed_in_it() -> None:
    controller = shown(doc("一、抓落实"), HeadingAnalyzer())
    controller.go_to(Position(0, 3))
    QApplication.sendEvent(controller.view, QInputMethodEvent("hao", []))
    layout = controller.view.document().firstBlock().layout()
    assert (0, 8) in [(r.start, r.length) for r in layout.formats()]
    assert not controller.view.grab().isNull()  # painting while composing says nothing
    QApplication.sendEvent(controller.view, QInputMethodEvent())
    assert [(r.start, r.length) for r in layout.formats()] == [(0, 5)]


def test_a_change_far_from_a_heading_is_reported_alone() -> None:
    controller = shown(doc("一、抓落实 | " + " | ".join(["正文"] * 30)), HeadingAnalyzer())
    seen: list[object] = []
    controller.view.tracked.changed.connect(seen.append)
    controller.go_to(Position(30, 0))
    QTest.keyClick(controller.view, "a")
    assert [tuple(c)[:3] for c in seen] == [(30, 1, 1)]


def test_zoom_keeps_28_characters_where_they_fit_and_fewer_where_not() -> None:
    controller = shown(doc("好" * 200))
    controller.view.set_zoom(50)
    QApplication.processEvents()
    layout = controller.view.document().firstBlock().layout()
    assert layout.lineAt(1).textLength() == 28
    controller.view.set_zoom(300)
    QApplication.processEvents()
    assert 6 <= layout.lineAt(1).textLength() < 28
    assert controller.view.horizontalScrollBar().maximum() == 0
    controller.view.set_zoom(999)
    assert controller.view.zoom() == 300


def test_go_to_shows_the_place_in_a_long_text() -> None:
    controller = shown(doc(" | ".join(["好" * 90] * 400)))
    controller.go_to(Position(399, 90))
    QApplication.processEvents()
    assert controller.view.viewport().rect().contains(controller.view.cursorRect())
    controller.go_to(Position(200, 0))
    QApplication.processEvents()
    assert controller.view.viewport().rect().contains(controller.view.cursorRect())


def test_loading_another_text_leaves_nothing_of_the_last() -> None:
    controller = shown(doc("一、抓落实 | 正文"), HeadingAnalyzer())
    controller.load(doc("甲"))
    QApplication.processEvents()
    assert lines(controller.manuscript()) == "甲"
    assert controller.caret() == Position(0, 0)
    assert not controller.view.document().isUndoAvailable()


def test_a_heading_stays_dressed_when_what_is_around_it_was_replaced() -> None:
    controller = shown(doc("正文 | 一、抓落实"), HeadingAnalyzer())
    controller.apply((Splice(0, 2, (Paragraph("别的"), Paragraph("一、抓落实"))),))
    QApplication.processEvents()
    layout = controller.view.document().lastBlock().layout()
    assert [(r.start, r.length) for r in layout.formats()] == [(0, 5)]


@pytest.mark.parametrize("letter", ["x", "1", "。", "—", "（", "×"])
def test_a_line_of_one_letter_is_laid_as_fast_as_one_of_words(letter: str) -> None:
    size = 40_000
    controller = controller_of(manuscript_of(f"{'工作' * (size // 2)}\n{letter * size}"))
    layout = controller.view.document().documentLayout()

    def lay(number: int) -> float:
        layout.decorations.laid[number] = 0
        return cost(lambda: layout.ensure(number))

    words, one = (min(lay(number) for _ in "123") for number in (0, 1))
    assert one < 4 * words, "where it may end was asked of the whole word for each of its lines"
    controller.close()
