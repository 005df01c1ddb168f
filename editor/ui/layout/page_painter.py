"""What the page looks like: paper, words, marks, labels and tags, for what is seen only."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
)

from editor.manuscript.paragraph import Paragraph
from editor.ui.layout.mark_boxes import mark_boxes, stays_inside
from editor.ui.layout.page_layout import PageLayout
from editor.ui.layout.page_metrics import PageMetrics
from editor.ui.layout.paint_cache import PaintCache
from editor.ui.layout.paragraph_style import UnderlineKind
from editor.ui.layout.underlines import TILE_HEIGHT, UnderlineTiles
from editor.ui.look.page_palette import PagePalette

LOW = 200  # px; what is painted in a keystroke is lower, and makes no picture
VEIL = 0.72  # of the paper's colour over what is not looked at


class Selected(Protocol):
    """Who knows the selection."""

    def textCursor(self) -> QTextCursor:
        """The caret and its selection."""
        ...


class PagePainter:
    """Paints the page of one layout."""

    def __init__(self, layout: PageLayout, view: Selected, palette: PagePalette) -> None:
        self._layout = layout
        self._view = view
        self.palette = palette
        self.clear: Callable[[], tuple[int, int]] | None = None  # paragraphs not dimmed
        self._tiles = UnderlineTiles()
        self.pictures = PaintCache()
        self.drawn: list[int] = []  # the paragraphs that the last paint drew without a picture

    def draw(self, painter: QPainter, clip: QRectF, caret: int) -> None:
        """Paint what the clip shows; ``caret`` as Qt gives it (-1 none, below composing)."""
        self._paper(painter, clip)
        layout, cursor = self._layout, self._view.textCursor()
        first, last = layout.ensure_between(clip.top(), clip.bottom())
        pictured = self._pictured(painter, clip, first, last)
        block = layout.document().findBlockByNumber(first)
        shown = self.clear() if self.clear else None
        self.drawn = [number for number in range(first, last + 1) if number not in pictured]
        for number in range(first, last + 1):
            place = layout.blockBoundingRect(block).topLeft()
            if number not in pictured:
                self._paragraph(painter, block, place, cursor, clip)
            if shown and not shown[0] <= number < shown[1]:
                _veil(painter, layout.blockBoundingRect(block), self.palette.page)
            inside = caret - block.position()
            if caret < -1 and block.position() <= cursor.position() < _end(block):
                inside = block.layout().preeditAreaPosition() - (caret + 2)
            if caret != -1 and 0 <= inside < block.length() + (1000 if caret < -1 else 0):
                painter.setPen(QColor(self.palette.ink))
                block.layout().drawCursor(painter, place - block.layout().position(), inside, 2)
            block = block.next()

    def picture_one(self, top: float, bottom: float, ratio: float) -> bool:
        """Make one picture of what stands between two heights; False where all have theirs."""
        first, last = self._layout.ensure_between(top, bottom)
        if not self._set(ratio):
            return False
        for block, look, box in self._looks(first, last):
            if not self.pictures.known(look):
                self._make(block, look, box, ratio)
                return True
        return False

    def _pictured(self, painter: QPainter, clip: QRectF, first: int, last: int) -> set[int]:
        """Show the paragraphs that have a picture; make one at most."""
        ratio = painter.device().devicePixelRatioF()
        found = set[int]()
        if not self._set(ratio):
            return found
        spare = clip.height() > LOW
        for block, look, box in self._looks(first, last):
            inside = clip.top() <= box.top() and box.bottom() <= clip.bottom()
            if spare and inside and not self.pictures.known(look):
                self._make(block, look, box, ratio)
                spare = False
            if self.pictures.show(painter, look, box):
                found.add(block.blockNumber())
        return found

    def _set(self, ratio: float) -> bool:
        """Whether there can be pictures on a screen: whole pixels a point."""
        decorations = self._layout.decorations
        self.pictures.use((decorations.faces, decorations.characters, self.palette, ratio))
        return ratio == int(ratio) and self._layout.tracked is not None

    def _looks(self, first: int, last: int) -> Iterator[tuple[QTextBlock, Hashable, QRectF]]:
        """The paragraphs that may have a picture, what each looks like, and its box."""
        layout, cursor = self._layout, self._view.textCursor()
        decorations, tracked = layout.decorations, layout.tracked
        block = layout.document().findBlockByNumber(first)
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        for number in range(first, last + 1):
            here, block = block, block.next()
            at = here.position()
            if tracked is None or (at <= end and start < at + here.length()):
                continue  # one works in it
            paragraph = tracked.paragraph(number)
            if paragraph.text and not (paragraph.label or paragraph.frame or paragraph.holds):
                box = layout.blockBoundingRect(here)
                marks = decorations.marks(number)
                yield here, (paragraph.text, decorations.styles[number], marks, box.height()), box

    def _make(self, block: QTextBlock, look: Hashable, box: QRectF, ratio: float) -> None:
        cursor, marks = self._view.textCursor(), self._layout.decorations.marks(block.blockNumber())
        if not (self.pictures.fits(box, ratio) and stays_inside(block, box, marks)):
            self.pictures.none(look)
            return

        def paint(painter: QPainter, place: QPointF) -> None:
            self._paragraph(painter, block, place, cursor, QRectF(place, box.size()))

        self.pictures.make(look, box, ratio, QColor(self.palette.page), paint)

    def _paper(self, painter: QPainter, clip: QRectF) -> None:
        page = self._layout.page
        if page.left() < clip.left() and page.right() > clip.right() and page.contains(clip):
            painter.fillRect(clip, QColor(self.palette.page))
            return
        painter.fillRect(clip, QColor(self.palette.ground))
        painter.fillRect(page, QColor(self.palette.page))
        painter.setPen(QColor(self.palette.edge))
        painter.drawRect(page)

    def _paragraph(
        self,
        painter: QPainter,
        block: QTextBlock,
        place: QPointF,
        cursor: QTextCursor,
        clip: QRectF,
    ) -> None:
        layout, number = block.layout(), block.blockNumber()
        marks = self._layout.decorations.marks(number)
        boxes = mark_boxes(block, marks, place, clip)
        for kind, rects in boxes:
            self._ground(painter, kind, rects)
        painter.setPen(QColor(self.palette.ink))
        selection = self._selection(painter, block, place, cursor)
        # Qt adds the layout's place. A line beside those that are seen may have letters in them.
        near = clip.adjusted(0, -self._layout.pitch, 0, self._layout.pitch)
        layout.draw(painter, place - layout.position(), selection, near)
        for kind, rects in boxes:
            self._line(painter, kind, rects)
        tracked = self._layout.tracked
        if tracked is not None:
            self._tags(painter, tracked.paragraph(number), block, number, place)

    def _selection(
        self, painter: QPainter, block: QTextBlock, place: QPointF, cursor: QTextCursor
    ) -> list[QTextLayout.FormatRange]:
        start = max(cursor.selectionStart() - block.position(), 0)
        end = cursor.selectionEnd() - block.position()
        if start >= end or start >= block.length():
            return []
        if end >= block.length():  # the end of the paragraph is selected too
            line = block.layout().lineAt(block.layout().lineCount() - 1)
            head = line.naturalTextRect().topRight() + place
            width = _metrics(self._layout).cell / 3
            tail = QRectF(head.x(), head.y(), width, line.height())
            painter.fillRect(tail, QColor(self.palette.selection))
        made = QTextLayout.FormatRange()
        made.start, made.length = start, min(end, block.length() - 1) - start
        look = QTextCharFormat()
        look.setBackground(QColor(self.palette.selection))
        made.format = look
        return [made] if made.length > 0 else []

    def _ground(self, painter: QPainter, kind: UnderlineKind, rects: list[QRectF]) -> None:
        colour = _ground_colour(kind, self.palette)
        for rect in rects if colour else ():
            painter.fillRect(rect, QColor(colour))

    def _line(self, painter: QPainter, kind: UnderlineKind, rects: list[QRectF]) -> None:
        if kind is UnderlineKind.BLANK:
            painter.setPen(QPen(QColor(self.palette.blank), 2))
            for rect in rects:
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        elif kind is UnderlineKind.GUESS:
            _dashed(painter, self.palette.blank, rects)
        elif kind in (UnderlineKind.LOOK, UnderlineKind.MUST):
            tile = self._tiles.tile(kind, self.palette, painter.device().devicePixelRatioF())
            for rect in rects:
                strip = QRectF(rect.left(), rect.bottom() - 1, rect.width(), TILE_HEIGHT)
                painter.drawTiledPixmap(strip, tile)

    def _tags(
        self,
        painter: QPainter,
        paragraph: Paragraph,
        block: QTextBlock,
        number: int,
        place: QPointF,
    ) -> None:
        """The automatic number before the first line, and grey tags behind the last."""
        layout, faces = block.layout(), _metrics(self._layout)
        if paragraph.label:
            line = layout.lineAt(0)
            x = line.x() - self._layout.label_width(number)
            painter.setPen(QColor(self.palette.ink))
            painter.setFont(self._layout.decorations.label_font(number))
            painter.drawText(place + QPointF(x, line.y() + line.ascent()), paragraph.label)
        tag = "  ".join(word for word in (paragraph.frame, paragraph.holds) if word)
        if not tag:
            return
        font = QFont(faces.body)
        font.setPointSizeF(faces.body.pointSizeF() * 0.6)
        line = layout.lineAt(layout.lineCount() - 1)
        right = self._layout.page.right() - 6
        width = QFontMetricsF(font).horizontalAdvance(tag)
        x = min(place.x() + line.naturalTextRect().right() + faces.cell / 2, right - width)
        painter.setFont(font)
        painter.setPen(QColor(self.palette.dim))
        painter.drawText(QPointF(x, place.y() + line.y() + line.ascent()), tag)


def _ground_colour(kind: UnderlineKind, palette: PagePalette) -> str:
    grounds = {
        UnderlineKind.BLANK: palette.blank_ground,
        UnderlineKind.SEARCHED: palette.searched,
        UnderlineKind.HIT: palette.hit,
        UnderlineKind.CURRENT_HIT: palette.current_hit,
    }
    return grounds.get(kind, "")


def _veil(painter: QPainter, rect: QRectF, page: str) -> None:
    colour = QColor(page)
    colour.setAlphaF(VEIL)
    painter.fillRect(rect.adjusted(-4, 0, 4, 0), colour)


def _dashed(painter: QPainter, colour: str, rects: list[QRectF]) -> None:
    """A dashed box: what may be a blank looks like a guess."""
    painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DashLine))
    for rect in rects:
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def _metrics(layout: PageLayout) -> PageMetrics:
    return layout.decorations.faces


def _end(block: QTextBlock) -> int:
    return block.position() + block.length()
