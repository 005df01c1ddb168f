"""The page: the widget in which the speech is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.manuscript.edits import Edit, map_position
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position, Span
from editor.ui.page.apply import apply_edits
from editor.ui.page.board import Board
from editor.ui.page.bridge import LiveText
from editor.ui.page.carets import Carets
from editor.ui.page.clipboard import from_mime, put_in, removal, taken_out, to_mime
from editor.ui.page.dress import Readable, dresses, marks
from editor.ui.page.drops import Drops
from editor.ui.page.faces import Faces
from editor.ui.page.frames import refusal
from editor.ui.page.keys import Keys
from editor.ui.page.menu import page_menu
from editor.ui.page.page_layout import PageLayout
from editor.ui.page.page_paint import PagePainter, PagePalette
from editor.ui.page.word_steps import RunsAsWords, Words


class PageView(Drops, QTextEdit):
    """Shows and edits one text; tells what it would not do."""

    refused = Signal(str)  # why not, for the message strip
    files_dropped = Signal(list)  # list[Path]; the page takes no files itself
    paste_is_messy = Signal(str)  # the pasted text, where `messy` says so
    zoom_changed = Signal(int)  # per cent
    menu_asked = Signal(object, object)  # the QMenu about to open, and the Position

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: Words = RunsAsWords()
        self.messy: Callable[[str], bool] | None = None
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("正文")
        self.setTabChangesFocus(False)
        self._board = Board(Faces())
        self._layout = PageLayout(self.document(), self._board)
        self._painter = PagePainter(self._layout, self, PagePalette())
        self._layout.painter = self._painter
        self.document().setDefaultFont(self._board.faces.body)
        self.document().setDocumentLayout(self._layout)
        self.live = LiveText(self.document())
        self._layout.live = self.live
        self._board.column.set(0, self._board.faces.pitch)
        self.live.changed.connect(self._follow)
        self._layout.stale.connect(self._repaint)
        self._carets = Carets(self.document())
        self._keys = Keys(self)

    # -- the text

    def load(self, manuscript: Manuscript) -> None:
        """Show another text, caret at its start, nothing to undo."""
        self.live.load(manuscript)
        self._carets.forget()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        layout = self.textCursor().block().layout()
        return layout is not None and bool(layout.preeditAreaText())

    def selected(self) -> tuple[Position, Position]:
        """The selected stretch, start before end."""
        cursor = self.textCursor()
        place = self.live.place
        return place(cursor.selectionStart()), place(cursor.selectionEnd())

    def perform(
        self, edits: Sequence[Edit], select: tuple[Position, Position] | None = None
    ) -> bool:
        """Do the edits as one undo step; False (and `refused`) where a frame forbids it.

        ``select`` counts in the new text; without it the caret keeps its words.
        Raises ValueError for a bad place.
        """
        if self.composing():
            QGuiApplication.inputMethod().commit()
        why = refusal(self.live.manuscript(), edits)
        if why:
            self.refused.emit(why)
            return False
        cursor = self.textCursor()
        target = select or self._mapped(cursor, edits)
        before = self._carets.now(cursor)
        apply_edits(self.live, edits)
        cursor.setPosition(self.live.flat(target[0]))
        cursor.setPosition(self.live.flat(target[1]), QTextCursor.MoveMode.KeepAnchor)
        self._carets.remember(before, self._carets.now(cursor))
        self.show_cursor(cursor)
        return True

    def undo(self) -> None:
        """Take the last step back; the caret returns to where it was before it."""
        self._step(self._carets.undo)

    def redo(self) -> None:
        """Do the last step taken back again."""
        self._step(self._carets.redo)

    def cut(self) -> None:
        """Take the selection into the clipboard."""
        start, end = self.selected()
        if start != end:
            self.copy()
            self.perform((removal(start, end),), (start, start))

    def remove(self) -> None:
        """Delete the selection."""
        start, end = self.selected()
        if start != end:
            self.perform((removal(start, end),), (start, start))

    # -- how it looks

    def show_cursor(self, cursor: QTextCursor) -> None:
        """Set the caret and scroll it into view."""
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_reading(self, reading: Readable) -> None:
        """Dress and mark the text after what was read in it; an old reading is dropped."""
        if reading.manuscript.revision != self.live.revision:
            return
        self._board.wear(dresses(reading), self.live)
        self._board.mark(marks(reading))
        self._layout.tell_size()
        self.viewport().update()

    def show_hits(self, hits: Sequence[Span], current: Span | None = None) -> None:
        """Mark the hits of a search, the current one more strongly."""
        self._board.show_hits(hits, current)
        self.viewport().update()

    def set_palette(self, palette: PagePalette) -> None:
        """The colours of another theme."""
        self._painter.palette = palette
        self.viewport().update()

    def zoom(self) -> int:
        """The zoom in per cent."""
        return self._board.faces.zoom

    def set_zoom(self, percent: int) -> None:
        """Another zoom (50–300 %); what stands at the top stays there."""
        faces = Faces(percent)
        if faces.zoom == self.zoom():
            return
        top = self._board.column.at(self.verticalScrollBar().value())
        width = self.viewport().width()
        self._board.resize(faces, faces.characters(width), self.live)
        self.document().setDefaultFont(faces.body)
        self._layout.tell_size()
        value = self._board.column.top(top) if top else 0
        self.verticalScrollBar().setValue(int(value))
        self.viewport().update()
        self.zoom_changed.emit(faces.zoom)

    # -- what Qt sends

    def changeEvent(self, event: QEvent) -> None:
        """A font of the interface must not become the font of the page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_board"):
            self.document().setDefaultFont(self._board.faces.body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the page anew."""
        size = self.viewport().size()
        self._layout.fit(size.width(), size.height())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Make the lines of what is about to be seen, then paint."""
        top = self.verticalScrollBar().value()
        self._layout.ensure_between(top, top + self.viewport().height())
        super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            up = event.angleDelta().y()
            self.set_zoom(self.zoom() + (10 if up > 0 else -10 if up < 0 else 0))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that change paragraphs are edits; the others are Qt's."""
        if self._keys.take(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is composed over several paragraphs takes them out by an edit first."""
        start, end = self.selected()
        typed = event.commitString() or event.preeditString()
        crosses = typed and start.paragraph != end.paragraph
        if crosses and not self.perform((removal(start, end),), (start, start)):
            event.accept()
            return
        super().inputMethodEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """The candidate box keeps off the whole line, not only off the caret."""
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            rect = QRectF(self.cursorRect())
            spare = max(0.0, self._board.faces.pitch - rect.height()) / 2
            return rect.adjusted(0, -spare, 0, spare)
        return super().inputMethodQuery(query)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click takes a Chinese word."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
            return
        super().mouseDoubleClickEvent(event)  # Qt notes the click, for a third one
        cursor = self.cursorForPosition(event.position().toPoint())
        number, offset = self.live.place(cursor.position())
        start, end = self.words.word_at(self.live.paragraph(number).text, offset)
        cursor.setPosition(self.live.flat(Position(number, start)))
        tail = self.live.flat(Position(number, end))
        cursor.setPosition(tail, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Our own menu, in Chinese and with our own steps; others may add to it."""
        menu = page_menu(self)
        place = self.live.place(self.cursorForPosition(event.pos()).position())
        self.menu_asked.emit(menu, place)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged."""
        return to_mime(taken_out(self.live.manuscript(), *self.selected()))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: words only, one undo step."""
        run = from_mime(source)
        if not run:
            return
        edit, caret = put_in(self.live.manuscript(), run, *self.selected())
        done = self.perform((edit,), (caret, caret))
        text = "\n".join([p.text for p in run])
        if done and self.messy is not None and self.messy(text):
            self.paste_is_messy.emit(text)

    # -- inside

    def _follow(self, change: object) -> None:
        self._board.take(change, self.live)  # type: ignore[arg-type]

    def _repaint(self, rect: QRectF) -> None:
        moved = rect.translated(0, -self.verticalScrollBar().value())
        area = QRectF(self.viewport().rect())
        self.viewport().update(moved.intersected(area).toAlignedRect())

    def _step(self, step: Callable[[QTextCursor], None]) -> None:
        if self.composing():
            QGuiApplication.inputMethod().commit()
        cursor = self.textCursor()
        step(cursor)
        self.show_cursor(cursor)

    def _mapped(self, cursor: QTextCursor, edits: Sequence[Edit]) -> tuple[Position, Position]:
        ends = [self.live.place(cursor.anchor()), self.live.place(cursor.position())]
        for edit in edits:
            ends = [map_position(edit, place) for place in ends]
        return ends[0], ends[1]
