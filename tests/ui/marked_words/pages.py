"""A window of its own with a page, its panels and what is done at marked words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton

from editor.manuscript.paragraph import Position
from editor.ui.document.controller import DocumentController
from editor.ui.marked_words.mark_card import MarkCard
from editor.ui.marked_words.mark_commands import MarkCommands
from editor.ui.page.page_view import PageView
from editor.ui.panels.check_commands import CheckCommands
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.panels.side_tabs import SideTabs
from tests.ui.parts import Parts, parts_on, rules
from tests.ui.until import until


class MarkedPage(NamedTuple):
    """The parts of the window, and hands for it."""

    parts: Parts
    page: PageView
    tabs: SideTabs
    marks: MarkCommands

    @property
    def controller(self) -> DocumentController:
        return self.parts.controller

    @property
    def card(self) -> MarkCard:
        (found,) = self.parts.context.parent.findChildren(MarkCard)
        return found

    def text(self) -> str:
        return self.controller.manuscript().text

    def at(self, words: str, *, end: bool = False) -> QPoint:
        """The middle of the first letter of these words (or of their last), in the viewport."""
        start = self.text().index(words) + (len(words) - 1 if end else 0)
        cursor = self.page.textCursor()
        cursor.setPosition(start)
        box = self.page.cursorRect(cursor)
        cursor.setPosition(start + 1)
        return QPoint((box.x() + self.page.cursorRect(cursor).x()) // 2, box.center().y())

    def hover(self, point: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        """Move the mouse there."""
        place = QPointF(point)
        ground = self.page.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove, place, ground.mapToGlobal(place), buttons, buttons,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(ground, event)

    def rest_on(self, words: str) -> MarkCard:
        """Rest with the mouse on these words till their card is there."""
        self.hover(self.at(words))
        until(self.card.isVisible)
        return self.card

    def menu(self, point: QPoint | None = None, choose: str = "") -> list[str]:
        """The rows of the page's menu, by the right button at a point or by the menu key.

        With ``choose`` the row that begins so is chosen there.
        """
        reason = QContextMenuEvent.Reason.Mouse if point else QContextMenuEvent.Reason.Keyboard
        at = point or self.page.cursorRect().center()
        target = self.page.viewport() if point else self.page
        event = QContextMenuEvent(reason, at, self.page.viewport().mapToGlobal(at))
        found: list[str] = []
        QTimer.singleShot(0, self.page, lambda: found.extend(_answer(choose)))
        QApplication.sendEvent(target, event)
        QApplication.processEvents()
        return found

    def press(self, words: str) -> None:
        """Press a button of the card with the mouse."""
        buttons = self.card.findChildren(QPushButton)
        (found,) = [b for b in buttons if b.text().startswith(words) and b.isVisible()]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def caret(self, words: str) -> None:
        """The caret before these words, in the page."""
        self.controller.go_to(Position(0, self.text().index(words)))


def _answer(choose: str) -> list[str]:
    """What the menu that is open says; a row of it (or of one below it) is chosen."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = [a for m in [menu, *menu.findChildren(QMenu)] for a in m.actions() if a.text()]
    told = [a.text() for a in found]
    menu.close()
    if choose:
        (row,) = [a for a in found if a.text().startswith(choose)]
        row.trigger()
    return told


def marked_page(line: str, home: Path, *, panels: bool = True) -> MarkedPage:
    """A page on this text, 900 x 600, with its panels beside it or hidden."""
    parts = parts_on(line, home)
    page = parts.controller.view
    assert isinstance(page, PageView)
    tabs = SideTabs(parts.context, parts.theme, PhraseBankSource(home / "p.txt"), rules())
    checks = CheckCommands(parts.context, parts.analyzer, tabs)
    marks = MarkCommands(parts.context, parts.theme, page, tabs, checks)
    row = QHBoxLayout(parts.context.parent)
    row.addWidget(page, 2)
    row.addWidget(tabs, 1)
    tabs.setVisible(panels)
    parts.context.parent.resize(1000, 600)
    parts.context.parent.activateWindow()
    page.setFocus()
    QApplication.processEvents()
    parts.controller.refresh()
    return MarkedPage(parts, page, tabs, marks)
