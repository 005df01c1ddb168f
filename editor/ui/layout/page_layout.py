"""The lines of the page: a document layout of our own.

Why not Qt's: there, indents, centring and type of a heading live in formats of the
document, so showing an outline would write into the undo stack and a redo could be lost.
Here the document holds words only, and how they look follows from `Decorations`. Lines are made
for the paragraphs that are seen; the others have guessed heights.
"""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextOption,
)

from editor.ui.document.tracked_document import TrackedDocument
from editor.ui.layout.decorations import Decorations
from editor.ui.layout.line_formats import wanted_formats
from editor.ui.layout.paragraph_style import ParagraphStyle

GAP = 20  # pixels of ground above and below the page
# Where a line may end Qt looks for from its head through the whole word: of 300,000 letters
# without a break each of 6,000 lines asked for all that follow, two minutes a key.
NO_WORD = 1000  # letters without a break
_UNBROKEN = re.compile(f"[^\u4e00-\u9fff \t\u3000]{{{NO_WORD}}}")
AT_ONCE = 40  # paragraphs of one change whose lines are made at once


class LayoutPainter(Protocol):
    """Who paints the page that is laid out here."""

    def draw(self, painter: QPainter, clip: QRectF, caret: int) -> None:
        """Paint what the clip shows; ``caret`` as Qt gives it (-1 none, below composing)."""
        ...


class PageLayout(QAbstractTextDocumentLayout):
    """Lays out, draws and finds places on the page."""

    stale = Signal(QRectF)  # what must be painted again, in document coordinates

    def __init__(self, document: QTextDocument, decorations: Decorations) -> None:
        super().__init__(document)
        self.decorations = decorations
        self.painter: LayoutPainter | None = None
        self.tracked: TrackedDocument | None = None
        self._width = 0.0
        self._height_asked = 0.0
        self.room_above = self.room_below = 0  # more ground, in pixels: see `page/still_lines`
        self._formatting = False
        self._told = QSizeF()

    # -- what Qt asks

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Make lines of what changed. Qt also calls it where only its page size changed."""
        if self._formatting or self.tracked is None:
            return
        document = self.document()
        if removed == 0 and position == 0 and added >= document.characterCount():
            self.tell_size()
            self.stale.emit(QRectF(0, 0, 1e6, 1e9))
            return
        last = document.characterCount() - 1
        block = document.findBlock(min(position, last))
        first, behind = block.blockNumber(), document.findBlock(min(position + added, last))
        end = behind.blockNumber() + 1
        height = self.decorations.column.total
        # what only moved has kept its height: its lines can wait until they are seen
        fresh = set(self.decorations.fresh if end - first > 1 else (first,))
        for number in range(first, end):
            self.decorations.laid[number] = 0
            if number in fresh and len(fresh) <= AT_ONCE:
                self._lay(block, number, inside_change=True)
            else:
                block.layout().clearLayout()
            block = block.next()
        grown = self.decorations.column.total != height or end - first > 1
        self.tell_size()
        bottom = 1e9 if grown else self.decorations.column.height(first) + 2
        self.stale.emit(QRectF(0, self._top(first) - 4, 1e6, bottom + 8))

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint what the clip shows."""
        if self.painter is not None:
            self.painter.draw(painter, QRectF(context.clip), context.cursorPosition)

    def hitTest(
        self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """The document position at a point."""
        at = _exact(point)
        number = self.decorations.column.at(at.y() - self._head)
        block = self.document().findBlockByNumber(number)
        inside = at - self.blockBoundingRect(block).topLeft()
        line = block.layout().lineAt(line_number_at(block.layout(), inside.y()))
        spare = self.pitch - line.height()  # between lines is on a line too
        touched = line.naturalTextRect().adjusted(0, -spare, 0, spare).contains(inside)
        if accuracy == Qt.HitTestAccuracy.ExactHit and not touched:
            return -1
        return block.position() + line.xToCursor(inside.x())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a paragraph stands; its lines are made if they were not."""
        if not block.isValid() or self.tracked is None:
            return QRectF()
        number = block.blockNumber()
        self.ensure(number, block)
        height = self.decorations.column.height(number)
        return _told(block, QRectF(self.left, self._top(number), self.decorations.measure, height))

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """The whole document is one frame."""
        return QRectF(QPointF(), self.documentSize())

    def documentSize(self) -> QSizeF:
        """The ground with the page on it."""
        words = self._head + self.decorations.column.total + self.decorations.faces.head
        bottom = max(words, self._height_asked - GAP) + self.room_below
        return QSizeF(max(self._width, self._narrowest), bottom + GAP)

    def pageCount(self) -> int:
        """On the screen the page has no end."""
        return 1

    # -- geometry

    @property
    def pitch(self) -> int:
        """From line to line of the body."""
        return self.decorations.faces.pitch

    @property
    def page(self) -> QRectF:
        """The white page, at least as high as the view."""
        top, width = GAP + self.room_above, self.decorations.measure + 2 * self._margin
        bottom = self.documentSize().height() - GAP
        return QRectF(self.left - self._margin, top, width, bottom - top)

    @property
    def left(self) -> float:
        """Where the measure begins."""
        spare = (self._width - self.decorations.measure) / 2
        return float(round(max(spare, self._margin + 4)))

    def fit(self, width: float, height: float) -> None:
        """The size of the view has changed; lines stay unless they no longer fit."""
        self._width, self._height_asked = width, height
        faces = self.decorations.faces
        if self.tracked and faces.characters(width) != self.decorations.characters:
            self.decorations.resize(faces, faces.characters(width), self.tracked)
        self.tell_size()

    def ensure(self, number: int, block: QTextBlock | None = None) -> None:
        """Make the lines of a paragraph if they were not made."""
        if not self.decorations.laid[number]:
            self._lay(block or self.document().findBlockByNumber(number), number)

    def ensure_between(self, top: float, bottom: float) -> tuple[int, int]:
        """Make the lines of what stands between two heights; its first and last paragraph."""
        column = self.decorations.column
        first = number = column.at(top - self._head)
        while True:
            self.ensure(number)
            if number + 1 >= len(column) or self._top(number + 1) > bottom:
                break
            number += 1
        self.tell_size()
        return first, number

    def tell_size(self) -> None:
        """Tell the scroll bars where the size is another."""
        if (size := self.documentSize()) != self._told:
            self._told = size
            self.documentSizeChanged.emit(size)

    @property
    def _head(self) -> float:
        return GAP + self.room_above + self.decorations.faces.head

    @property
    def _margin(self) -> float:
        """The page's side margin; it gives way before the lines do."""
        faces = self.decorations.faces
        return max(faces.cell, min(faces.margin, (self._width - self.decorations.measure) / 2 - 12))

    @property
    def _narrowest(self) -> float:
        return self.decorations.measure + 2 * self.decorations.faces.cell

    def _top(self, number: int) -> float:
        return self._head + self.decorations.column.top(number)

    # -- lines

    def _lay(self, block: QTextBlock, number: int, *, inside_change: bool = False) -> None:
        style, faces = self.decorations.styles[number], self.decorations.faces
        layout = block.layout()
        self._put_faces(block, style, inside_change)
        option = QTextOption(
            Qt.AlignmentFlag.AlignHCenter if style.centred else Qt.AlignmentFlag.AlignLeft
        )
        option.setWrapMode(_wrap_mode(block))
        option.setTabStopDistance(faces.cell * 2)
        layout.setTextOption(option)
        indent = style.indent * faces.cell + self.label_width(number)
        pitch = round(faces.pitch * max(1.0, style.size / 16))
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.decorations.measure - indent)
            line.setPosition(QPointF(indent, height + (pitch - line.height()) / 2))
            height += pitch
            indent = 0.0
        layout.endLayout()
        self.decorations.laid[number] = 1
        height = max(height, faces.pitch) + round(style.after * faces.cell)
        self.decorations.column.set(number, height)

    def label_width(self, number: int) -> float:
        """The room that an automatic number takes in front of the first line."""
        label = self.tracked.paragraph(number).label if self.tracked else ""
        if not label:
            return 0.0
        return QFontMetricsF(self.decorations.label_font(number)).horizontalAdvance(label)

    def _put_faces(self, block: QTextBlock, style: ParagraphStyle, inside_change: bool) -> None:
        """Give the layout its formats, where they are not on it already."""
        wanted = wanted_formats(block, style, self.decorations.faces)
        if wanted is None:
            return
        self._formatting = True
        block.layout().setFormats(wanted)
        if not inside_change:  # else Qt would report it with the next keystroke
            self.document().markContentsDirty(block.position(), block.length())
        self._formatting = False


def _told(block: QTextBlock, place: QRectF) -> QRectF:
    """The place, of which the block's lines know now.

    A magnifier asks the lines (`QAccessibleTextInterface.characterRect`). Qt asks for the
    caret's paragraph and the page paints what is seen, so those know it after every change.
    """
    block.layout().setPosition(place.topLeft())
    return place


def _exact(point: QPointF | QPoint | QPainterPath.Element) -> QPointF:
    if isinstance(point, QPainterPath.Element):
        return QPointF(point.x, point.y)
    return point.toPointF() if isinstance(point, QPoint) else point


def _wrap_mode(block: QTextBlock) -> QTextOption.WrapMode:
    """By words, but for what is no word."""
    if block.length() > NO_WORD and _UNBROKEN.search(block.text()):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def line_number_at(layout: QTextLayout, y: float) -> int:
    """The number of the line of a paragraph that is at a height, or nearest to it above."""
    low, high = 0, layout.lineCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if layout.lineAt(middle).y() <= y else (low, middle - 1)
    return max(low, 0)
