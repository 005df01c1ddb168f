"""Grey words behind the caret: how the sentence may go on, taken with Tab.

A widget over the page, so that nothing of it is in the text, its marks or its undo steps.
It comes after a pause, goes with the next key, and never while a word is composed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from editor.ui.document.controller import DocumentController
from editor.ui.look.plain_words import PlainLabel
from editor.ui.page.page_view import PageView

Suggest = Callable[[str, str], str]
"""From the paragraph before and behind the caret to the words that may follow, or ''."""

_ENDS = (QEvent.Type.InputMethod, QEvent.Type.FocusOut, QEvent.Type.Resize)
_GAP = 6  # pixels between the caret's line and the cue below it


class InlineCompletion(QWidget):
    """Shows what ``suggest`` gives for the caret's place; Tab writes it, Esc puts it away."""

    def __init__(self, controller: DocumentController, page: PageView, suggest: Suggest) -> None:
        super().__init__(page.viewport())
        self._controller, self._page, self._suggest = controller, page, suggest
        self.words = ""
        self._font, self._colour = QFont(), QColor()
        self._cue = PlainLabel(parent=page.viewport())
        self._cue.setProperty("role", "cue")
        for part in (self, self._cue):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.hide()
        self._timer = QTimer(self, singleShot=True, interval=350)
        self._timer.timeout.connect(self.offer)
        controller.edited.connect(self._edited)
        controller.caret_moved.connect(self.withdraw)
        page.verticalScrollBar().valueChanged.connect(self.withdraw)
        page.installEventFilter(self)

    def offer(self) -> None:
        """Ask for words at the caret and show them, where one is typing."""
        self.withdraw()
        view, controller = self._page, self._controller
        head, tail = controller.selection()
        if (
            not view.hasFocus()
            or view.composing()
            or controller.active_view is not view
            or head != tail
        ):
            return
        text = controller.manuscript().paragraphs[head.paragraph].text
        self.words = self._suggest(text[: head.offset], text[head.offset :])
        if self.words:
            self._place()

    def come_after(self, pause: int) -> None:
        """Milliseconds without a key: a writer in full flow is not spoken to."""
        self._timer.setInterval(pause)

    def withdraw(self) -> None:
        """Put the words away."""
        if self.words:
            self.words = ""
            self.hide()
            self._cue.hide()

    def take(self) -> None:
        """Write the words at the caret: one undo step."""
        words = self.words
        self.withdraw()
        self._controller.insert(words)
        self._timer.stop()

    # -- what Qt sends

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab takes, Esc puts away; composing and leaving the page put away."""
        if self.words and isinstance(event, QKeyEvent) and not event.modifiers():
            if event.key() == Qt.Key.Key_Tab and event.type() == QEvent.Type.KeyPress:
                self.take()
                return True
            if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
                self.withdraw()
                return True
        if event.type() in _ENDS:
            self.withdraw()
            self._timer.stop()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, as far as the line has room."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._colour)
        metrics = QFontMetrics(self._font)
        words = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(0, metrics.ascent(), words)

    def _edited(self) -> None:
        self.withdraw()
        self._timer.start()

    def _place(self) -> None:
        view = self._page
        caret, colours = view.cursorRect(), view.page_colours()
        self._font, self._colour = view.face_at_caret(), QColor(colours.dim)
        metrics = QFontMetrics(self._font)
        room = max(0, view.line_end() - caret.right() - 2)
        wide = metrics.horizontalAdvance(self.words)
        self.setGeometry(QRect(caret.right() + 2, caret.top(), min(room, wide), caret.height()))
        self.setVisible(room >= metrics.horizontalAdvance("字"))
        self.update()
        self._cue.setText("Tab 补全" if wide <= room else f"Tab 补全：{self.words}")
        self._cue.setMaximumWidth(max(80, view.viewport().width() - 2 * _GAP))
        self._cue.adjustSize()
        left = min(caret.left(), view.viewport().width() - self._cue.width() - _GAP)
        self._cue.move(max(_GAP, left), caret.bottom() + _GAP)
        self._cue.show()
