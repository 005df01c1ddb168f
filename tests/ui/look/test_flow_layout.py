"""Rows that go on in a next line, and words in a scrolling column that are never cut."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.scroll_column import ScrollColumn
from editor.ui.panels.card_list import card, label, link


def row_of(*buttons: str) -> tuple[QWidget, QLabel, list[QPushButton]]:
    """Words that take the room, and buttons behind them."""
    row, words = QWidget(), label("今年以来全县上下攻坚克难")
    line = FlowLayout(row)
    line.add_wide(words, 6)
    made = [link(button, lambda: None) for button in buttons]
    for button in made:
        line.addWidget(button)
    return row, words, made


def laid_out(row: QWidget, width: int) -> None:
    row.resize(width, row.heightForWidth(width))
    row.show()
    QApplication.processEvents()


def test_words_take_the_room_that_buttons_leave(application: QApplication) -> None:
    row, words, (one, other) = row_of("忽略", "看")
    laid_out(row, 400)
    assert words.x() == 0 and one.x() >= words.width() and other.x() > one.x()
    assert other.geometry().right() == 399 and words.y() < one.geometry().bottom()


def test_without_room_the_buttons_go_into_the_next_line(application: QApplication) -> None:
    row, words, buttons = row_of("改为“截至”", "忽略", "看")
    laid_out(row, 110)
    assert words.width() == 110 and all(b.y() > words.geometry().bottom() for b in buttons)
    assert all(b.geometry().right() < 110 for b in buttons)
    assert max(b.geometry().bottom() for b in buttons) < row.height()


def test_words_in_a_column_have_all_of_their_lines(application: QApplication) -> None:
    area = ScrollColumn()
    for _ in range(8):
        frame, column = card()
        column.addWidget(row_of("改为“截至”", "忽略", "看")[0])
        area.add(frame)
    area.show_column()
    area.resize(150, 200)
    area.show()
    QApplication.processEvents()
    labels = area.findChildren(QLabel)
    assert len(labels) == 8
    assert all(one.heightForWidth(one.width()) <= one.height() for one in labels)
