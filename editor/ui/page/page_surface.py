"""The surface of the page: the widget that shows a text with its style and marks.

What is written on it is `page_view`'s; here is only how it looks and scrolls.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.analysis.values import Analysis, Structure
from editor.manuscript.paragraph import Span
from editor.ui.document.tracked_document import DocumentChange, TrackedDocument
from editor.ui.layout.decorations import Decorations
from editor.ui.layout.page_layout import PageLayout
from editor.ui.layout.page_metrics import PageMetrics, PageType
from editor.ui.layout.page_painter import PagePainter
from editor.ui.layout.paragraph_style import marks, shape
from editor.ui.layout.style_cache import StyleCache
from editor.ui.look.page_palette import PagePalette
from editor.ui.page.page_scroller import PageScroller
from editor.ui.page.still_lines import StillLines

_Spans = Sequence[Span]
LATER_MS = 25  # what was typed elsewhere is painted when that key is done with
REST_MS = 200  # a typist's keys are 80–120 ms apart
NEXT_MS = 10


class PageSurface(QTextEdit):
    """Shows one text as a page on its ground."""

    zoom_changed = Signal(int)  # per cent

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.decorations = Decorations(PageMetrics())
        self._style_cache = StyleCache()
        self._layout = PageLayout(self.document(), self.decorations)
        self.painter = PagePainter(self._layout, self, PagePalette())
        self._layout.painter = self.painter
        self.scroller = PageScroller(self, self._layout)
        self.lines = StillLines(self, self._layout)
        self.document().setDefaultFont(self.decorations.faces.body)
        self.document().setDocumentLayout(self._layout)
        self.tracked = TrackedDocument(self.document())
        self._layout.tracked = self.tracked
        self.decorations.column.set(0, self.decorations.faces.pitch)
        self.tracked.changed.connect(self._follow)
        self._layout.stale.connect(self._repaint)
        self.typed_elsewhere = False  # while it is so, what changes is painted a moment later
        self._by_command = False
        self.selectionChanged.connect(self._select_by_hand)
        self._due = QRectF()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._paint_due)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._picture_one)

    def show_cursor(self, cursor: QTextCursor) -> None:
        """Set the caret and scroll it into view."""
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_step(self, cursor: QTextCursor) -> None:
        """The same after an edit or an undo: what is selected then, the hand has not selected."""
        self.show_cursor(cursor)
        self._by_command = True

    def selected_by_command(self) -> bool:
        """Whether a command has selected what is selected, and not the hand."""
        return self._by_command and self.textCursor().hasSelection()

    def bring_into_view(self, cursor: QTextCursor, heading: QTextCursor | None = None) -> None:
        """Set the caret; its heading comes to the top, else it to where it can be seen well."""
        self.scroller.go(cursor, heading)
        self._by_command = True

    def sees(self, cursor: QTextCursor) -> bool:
        """Whether what is selected there is in view with its whole lines."""
        return self.scroller.seen(cursor)

    def show_analysis(self, analysis: Analysis) -> None:
        """Dress and mark the text after what was read in it; an old analysis is dropped."""
        self.show_structure(analysis)
        if analysis.manuscript.revision == self.tracked.revision and self.decorations.mark(
            marks(analysis)
        ):
            self.viewport().update()

    def show_structure(self, structure: Structure) -> None:
        """Dress the text; its marks stay on their words until it is read."""
        if structure.manuscript.revision != self.tracked.revision:
            return
        new = shape(structure)
        if new == self.decorations.shape:
            return
        if self.decorations.set_styles(self._style_cache.styles(structure), self.tracked):
            self._layout.tell_size()
            self.viewport().update()
        self.decorations.shape = new

    def show_hits(self, hits: _Spans, current: _Spans = (), searched: _Spans = ()) -> None:
        """Mark the hits of a search, the current one more strongly, and where it searches."""
        self.decorations.hits.show(hits, current, searched)
        self.viewport().update()

    def set_palette(self, palette: PagePalette) -> None:
        """The colours of another theme."""
        self.painter.palette = palette
        self.viewport().update()

    def page_colours(self) -> PagePalette:
        """The colours of now."""
        return self.painter.palette

    def set_veil(self, lines: Callable[[], tuple[int, int]] | None) -> None:
        """Dim all paragraphs but the run ``[first, last)`` that ``lines`` gives."""
        self.painter.clear = lines
        self.viewport().update()

    def zoom(self) -> int:
        """The zoom in per cent."""
        return self.decorations.faces.zoom

    def set_zoom(self, percent: int) -> None:
        """Another zoom (50–300 %); the line of the caret stays, else the top."""
        faces = PageMetrics(percent, self.decorations.faces.chosen)
        if faces.zoom != self.zoom():
            self._set_in(faces)
            self.zoom_changed.emit(faces.zoom)

    def set_type(self, chosen: PageType) -> None:
        """Other faces or another line pitch; the line of the caret stays, else the top."""
        if chosen != self.decorations.faces.chosen:
            self._set_in(PageMetrics(self.zoom(), chosen))

    def _set_in(self, faces: PageMetrics) -> None:
        with self.scroller.caret_kept():
            self._set_at_the_top(faces)

    def _set_at_the_top(self, faces: PageMetrics) -> None:
        top = self.decorations.column.at(self.verticalScrollBar().value())
        width = self.viewport().width()
        self.decorations.resize(faces, faces.characters(width), self.tracked)
        self.document().setDefaultFont(faces.body)
        self._layout.tell_size()
        value = self.decorations.column.top(top) if top else 0
        self.verticalScrollBar().setValue(int(value))
        self.viewport().update()

    def face_at_caret(self) -> QFont:
        """The face of the word the caret stands behind."""
        cursor = self.textCursor()
        at = max(0, cursor.positionInBlock() - 1)
        for look in cursor.block().layout().formats():
            if look.start <= at < look.start + look.length:
                return look.format.font()
        return self.decorations.faces.body

    def line_end(self) -> int:
        """Where a full line ends, in pixels of the viewport."""
        return int(self._layout.left + self.decorations.measure)

    # -- what Qt sends

    def changeEvent(self, event: QEvent) -> None:
        """A font of the interface must not become the font of the page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "decorations"):
            self.document().setDefaultFont(self.decorations.faces.body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the page anew."""
        size = self.viewport().size()
        with self.lines.kept():
            self._layout.fit(size.width(), size.height())
            super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Make the lines of what is about to be seen, then paint."""
        top = self.verticalScrollBar().value()
        self._layout.ensure_between(top, top + self.viewport().height())
        super().paintEvent(event)
        self.lines.seen()
        self._rest.start(REST_MS)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        """The candidate box keeps off the whole line, not only off the caret."""
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            rect = QRectF(self.cursorRect())
            spare = max(0.0, self.decorations.faces.pitch - rect.height()) / 2
            return rect.adjusted(0, -spare, 0, spare)
        return super().inputMethodQuery(query, argument)

    def _select_by_hand(self) -> None:
        self._by_command = False

    def _follow(self, change: DocumentChange) -> None:
        self.decorations.take(change, self.tracked)

    def _paint_due(self) -> None:
        self._due, due = QRectF(), self._due
        self._repaint(due)

    def _picture_one(self) -> None:
        """While nothing is painted, make pictures of what is seen, one at a time."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if self.painter.picture_one(top, top + height, self.devicePixelRatioF()):
            self._rest.start(NEXT_MS)

    def _repaint(self, rect: QRectF) -> None:
        if self.typed_elsewhere:
            self._due = self._due.united(rect)
            self._later.start(LATER_MS)
            return
        moved = rect.translated(0, -self.verticalScrollBar().value())
        area = QRectF(self.viewport().rect())
        self.viewport().update(moved.intersected(area).toAlignedRect())
