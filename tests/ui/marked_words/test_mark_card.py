"""The card at a marked word: comes when the mouse rests, keeps out of the way, mends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.ui.marked_words.card_place import card_place
from tests.ui.marked_words.pages import MarkedPage, marked_page
from tests.ui.parts import words_of
from tests.ui.until import rest, until

TEXT = "今天,我们开会,其它单位也来,X工会讲话，X工会总结。"


@pytest.fixture
def marked(application: object, tmp_path: Path) -> Iterator[MarkedPage]:
    made = marked_page(TEXT, tmp_path)
    yield made
    made.parts.close()


def test_it_says_what_is_wrong_in_shape_and_word_and_mends_it(marked: MarkedPage) -> None:
    marked.rest_on(",")
    assert "■ 必改" in words_of(marked.card) and marked.page.hasFocus()
    marked.press("改为“，”")
    assert marked.text() == TEXT.replace(",", "，", 1)
    assert not marked.card.isVisible() and marked.page.hasFocus()


def test_it_stands_beside_the_word_never_over_it(marked: MarkedPage) -> None:
    card = marked.rest_on("其它")
    over = marked.page.viewport().mapTo(card.parentWidget(), marked.at("其它"))
    assert not card.geometry().contains(over)
    assert card.parentWidget().rect().contains(card.geometry())


def test_the_reason_unfolds_in_it(marked: MarkedPage) -> None:
    marked.rest_on("其它")
    marked.press("为什么")
    assert marked.card.isVisible() and "依据：" in words_of(marked.card)


def test_unfolded_it_may_move_from_under_the_mouse_and_stays(
    application: object, tmp_path: Path
) -> None:
    marked = marked_page("开会。" * 160 + "其它单位也来。", tmp_path)
    marked.caret("其它")
    card = marked.rest_on("其它")
    marked.press("为什么")
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    rest(card)
    assert card.isVisible() and "依据：" in words_of(card)
    over = marked.page.viewport().mapTo(card.parentWidget(), marked.at("其它"))
    assert not card.geometry().contains(over)
    marked.parts.close()


def test_it_goes_when_the_mouse_has_left_the_word_and_the_card(marked: MarkedPage) -> None:
    card = marked.rest_on(",")
    place = QPointF(4, 4)
    marked.hover(marked.at("我们"))
    QApplication.sendEvent(card, QEnterEvent(place, place, place))
    rest(card)
    assert card.isVisible()
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    until(lambda: not card.isVisible())


@pytest.mark.parametrize("end", ["key", "esc", "wheel", "press"])
def test_it_goes_at_once_when_one_goes_on_working(marked: MarkedPage, end: str) -> None:
    marked.rest_on(",")
    if end == "press":
        QTest.mousePress(marked.page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    elif end == "wheel":
        QApplication.sendEvent(marked.page.viewport(), QEvent(QEvent.Type.Wheel))
    else:
        QTest.keyClick(marked.page, Qt.Key.Key_A if end == "key" else Qt.Key.Key_Escape)
    assert not marked.card.isVisible()
    QTest.mouseRelease(marked.page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))


def test_typing_composing_and_selecting_call_no_card(marked: MarkedPage) -> None:
    marked.hover(marked.at(","))
    QTest.keyClick(marked.page, Qt.Key.Key_A)
    rest(marked.page, marked.marks)
    assert not marked.card.isVisible()
    marked.hover(marked.at(","), Qt.MouseButton.LeftButton)
    rest(marked.page, marked.marks)
    assert not marked.card.isVisible()
    QApplication.sendEvent(marked.page, QInputMethodEvent("hui", []))
    marked.hover(marked.at("其它"))
    rest(marked.page, marked.marks)
    assert not marked.card.isVisible()


def test_words_that_are_not_marked_have_none(marked: MarkedPage) -> None:
    marked.hover(marked.at("开会"))
    rest(marked.page, marked.marks)
    assert not marked.card.isVisible()


def test_a_blank_has_its_kind_and_its_values(marked: MarkedPage) -> None:
    marked.tabs.blanks.offers = lambda slot: ("云川市总工会",)
    marked.rest_on("X工会总结")
    assert "单位或地名" in words_of(marked.card)
    marked.press("填“云川市总工会”")
    assert marked.text().endswith("，云川市总工会总结。")


@pytest.mark.parametrize("top", [0, 40, 150, 290, 380])
@pytest.mark.parametrize("height", [60, 180, 390])
def test_wherever_the_word_stands_the_card_is_inside_and_off_it(top: int, height: int) -> None:
    bounds, word = QRect(0, 0, 500, 400), QRect(470, top, 30, 20)
    place = card_place(QSize(300, height), word, bounds)
    assert bounds.contains(place) and not place.intersects(word)
    assert place.height() >= min(height, 150)
