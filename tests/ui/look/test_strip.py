"""Where a page is low, the strips above it scroll: nothing in them lies over anything else."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from editor.settings.store import Settings
from editor.ui.find.find_bar import FindBar
from editor.ui.look.strip import Strip, strips
from editor.ui.message_bar import MessageBar
from tests.ui.until import rest


class Column(QWidget):
    """A page with its two strips, in large type."""

    def __init__(self, home: Path, height: int) -> None:
        super().__init__()
        self.messages, self.bar, self.page = MessageBar(), FindBar(Settings(home)), QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strips: tuple[Strip, Strip] = strips(self.messages, self.bar)
        for part in (*self.strips, self.page):
            column.addWidget(part)
        self.setStyleSheet("* { font-size: 19px; }")
        self.resize(380, height)
        self.show()
        QTest.qWaitForWindowActive(self)
        self.messages.say("这份稿子和文件里的不一样：上次没来得及存盘。" * 3, "看差别", print)
        self.bar.open(replacing=True)
        self.bar.options.show()
        rest(self)


@pytest.mark.parametrize("height", [300, 360, 480])
def test_nothing_lies_over_anything_and_a_page_is_left(
    application: object, tmp_path: Path, height: int
) -> None:
    column = Column(tmp_path, height)
    shown = [b for b in column.bar.findChildren(QAbstractButton) if b.isVisible()]
    boxes = [b.rect().translated(b.mapTo(column.bar, b.rect().topLeft())) for b in shown]
    assert not [(a, b) for a, b in combinations(boxes, 2) if a.intersects(b)]
    assert all(column.bar.rect().contains(box) for box in boxes)
    assert column.page.height() >= height // 6


def test_what_has_the_keys_is_in_sight(application: object, tmp_path: Path) -> None:
    column = Column(tmp_path, 300)
    for button in column.bar.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy():
            button.setFocus()
            assert button.visibleRegion().boundingRect() == button.rect(), button.text()


def test_a_strip_comes_and_goes_with_what_is_in_it(application: object, tmp_path: Path) -> None:
    column = Column(tmp_path, 480)
    column.messages.withdraw()
    column.bar.hide()
    rest(column)
    assert [strip.isVisible() for strip in column.strips] == [False, False]
    assert column.page.height() == column.height()
    column.messages.say("存好了。")
    rest(column)
    told = column.strips[0]
    assert told.isVisible()
    assert told.height() == column.messages.height()
