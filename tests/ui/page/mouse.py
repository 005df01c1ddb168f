"""Keys and a mouse on a page, told by the letters they are at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.ui.page.page_view import PageView
from tests.notation import lines
from tests.ui.page.pages import controller_of

PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class TwoByTwo:
    """Every two letters are a word."""

    def word_at(self, text: str, offset: int) -> tuple[int, int]:
        start = min(offset, max(0, len(text) - 1)) // 2 * 2
        return start, min(start + 2, len(text))


class Mouse:
    """A page and the hand on it."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.controller = controller_of(manuscript)
        page = self.controller.view
        assert isinstance(page, PageView)
        self.page = page
        page.words = TwoByTwo()
        page.resize(760, 500)
        page.show()
        self.said: list[str] = []
        page.refused.connect(self.said.append)

    def at(self, number: int, offset: int) -> QPoint:
        """The middle of a letter."""
        ends: list[QPoint] = []
        for place in (Position(number, offset), Position(number, offset + 1)):
            cursor = QTextCursor(self.page.document())
            cursor.setPosition(self.page.tracked.flat(place))
            ends.append(self.page.cursorRect(cursor).center())
        return QPoint((ends[0].x() + ends[1].x()) // 2, ends[0].y())

    def click(self, number: int, offset: int, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and let go on a letter."""
        QTest.mouseClick(self.page.viewport(), LEFT, held, self.at(number, offset))

    def press(self, number: int, offset: int, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press on a letter, and keep the button held."""
        QTest.mousePress(self.page.viewport(), LEFT, held, self.at(number, offset))

    def double(self, number: int, offset: int, *, hold: bool = False) -> None:
        """Two clicks; the button of the second may stay held."""
        self.click(number, offset)
        spot = self.at(number, offset)
        self._send(QEvent.Type.MouseButtonDblClick, spot, LEFT)
        if not hold:
            self.let_go(number, offset)

    def drag_to(self, number: int, offset: int) -> None:
        """Move with the left button held."""
        self._send(QEvent.Type.MouseMove, self.at(number, offset), Qt.MouseButton.NoButton)

    def drag_below(self) -> None:
        """Move below the page with the left button held."""
        spot = QPoint(300, self.page.viewport().height() + 40)
        QCursor.setPos(self.page.viewport().mapToGlobal(spot))  # Qt asks for it as it scrolls
        self._send(QEvent.Type.MouseMove, spot, Qt.MouseButton.NoButton)

    def _send(self, kind: QEvent.Type, spot: QPoint, button: Qt.MouseButton) -> None:
        view = self.page.viewport()
        event = QMouseEvent(
            kind, QPointF(spot), QPointF(view.mapToGlobal(spot)), button, LEFT, PLAIN
        )
        QApplication.sendEvent(view, event)

    def let_go(self, number: int, offset: int) -> None:
        """Let go of the button on a letter."""
        QTest.mouseRelease(self.page.viewport(), LEFT, PLAIN, self.at(number, offset))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key."""
        QTest.keyClick(self.page, key, held)

    def caret(self, number: int, offset: int) -> None:
        """Put the caret somewhere."""
        self.controller.go_to(Position(number, offset), Position(number, offset))

    def place(self) -> tuple[int, int]:
        """Where the caret is."""
        caret = self.controller.caret()
        return caret.paragraph, caret.offset

    def selected(self) -> str:
        """What is selected."""
        return self.controller.selected_text()

    def text(self) -> str:
        """The text on one line."""
        return lines(self.controller.manuscript())
