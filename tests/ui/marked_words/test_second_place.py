"""The second place of a speech has menu and card of its own; what is mended is the one text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from editor.ui.marked_words.mark_card import MarkCard
from editor.ui.outline_views.split_page import SplitPage
from editor.ui.shell.window import Window
from tests.ui.shell.windows import parts_of, put_caret, run
from tests.ui.until import until


def test_the_card_comes_in_the_second_place_too(window: Window) -> None:
    parts = parts_of(window)
    put_caret(window, "同志们")
    parts.controller.insert("今天,")
    run(window, "view.second")
    (page,) = window.findChildren(SplitPage)
    parts.controller.refresh()
    QApplication.processEvents()
    cursor = page.textCursor()
    cursor.setPosition(page.tracked.manuscript().text.index(","))
    page.show_cursor(cursor)
    place = QPointF(page.cursorRect(cursor).center()) + QPointF(3, 0)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, page.viewport().mapToGlobal(place), none, none,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(page.viewport(), event)
    (card,) = window.findChildren(MarkCard)
    until(card.isVisible)
    over = page.viewport().mapTo(card.parentWidget(), place.toPoint())
    assert not card.geometry().contains(over)
    run(window, "view.second")
    assert not card.isVisible()
