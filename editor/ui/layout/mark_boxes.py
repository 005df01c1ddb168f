"""Where the marked stretches of a paragraph stand: for painting them and for the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLayout

from editor.ui.document.utf16 import units_of
from editor.ui.layout.page_layout import PageLayout, line_number_at
from editor.ui.layout.paragraph_style import Underline, UnderlineKind

_NARROW = 4  # lines are so many times as high as room without words is wide
_LONG = 2_000  # UTF-16 units from which it is asked first which lines are seen
_HITS = (UnderlineKind.HIT, UnderlineKind.CURRENT_HIT)  # of a search: nothing is said of them


class MarkUnder(NamedTuple):
    """A mark of a paragraph and its boxes in pixels of the document, one a line."""

    paragraph: int
    mark: Underline
    boxes: tuple[QRectF, ...]


def mark_boxes(
    block: QTextBlock, marks: Sequence[Underline], place: QPointF, clip: QRectF | None = None
) -> list[tuple[UnderlineKind, list[QRectF]]]:
    """The rectangles of each mark of a paragraph that stands at ``place``; those in the clip."""
    if not marks:
        return []
    text = block.text()
    unit = units_of(text)
    if clip is not None and len(text) > _LONG:
        first, last = _seen(block.layout(), clip.translated(-place))
        first -= len(block.layout().preeditAreaText())  # what is behind it stands further on
        marks = [m for m in marks if unit(m.start) <= last and unit(m.end) >= first]
    return [(mark.kind, list(_boxes(block, unit, mark, place))) for mark in marks]


def stays_inside(block: QTextBlock, box: QRectF, marks: Sequence[Underline]) -> bool:
    """Whether all that is drawn of a paragraph is within its own box, its marks too."""
    layout = block.layout()
    if box.height() != int(box.height()):
        return False
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        wide = line.x() < 0 or line.naturalTextRect().right() > box.width()
        if wide or line.y() < 0 or line.y() + line.height() + 3 > box.height():
            return False
    boxes = [one for _, found in mark_boxes(block, marks, QPointF()) for one in found]
    return all(one.right() <= box.width() for one in boxes)


def _seen(layout: QTextLayout, clip: QRectF) -> tuple[int, int]:
    """Where the lines in a clip begin and end, a line more on both sides."""
    first = layout.lineAt(max(line_number_at(layout, clip.top()) - 1, 0))
    last = layout.lineAt(min(line_number_at(layout, clip.bottom()) + 1, layout.lineCount() - 1))
    return first.textStart(), last.textStart() + last.textLength()


def mark_under(layout: PageLayout, point: QPointF) -> MarkUnder | None:
    """The smallest mark under a point of the document, hits of a search aside."""
    document = layout.document()
    block = document.findBlock(layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit))
    number = block.blockNumber()
    marks = [m for m in layout.decorations.marks(number) if m.kind not in _HITS]
    if not marks:
        return None
    made = mark_boxes(block, marks, layout.blockBoundingRect(block).topLeft())
    found = [
        MarkUnder(number, mark, tuple(boxes))
        for mark, (_, boxes) in zip(marks, made, strict=True)
        if any(box.contains(point) for box in boxes)
    ]
    return min(found, key=lambda one: one.mark.end - one.mark.start, default=None)


def stretch_boxes(layout: PageLayout, number: int, start: int, end: int) -> tuple[QRectF, ...]:
    """The boxes of ``[start, end)`` of a paragraph in pixels of the document."""
    block = layout.document().findBlockByNumber(number)
    mark = Underline(start, end, UnderlineKind.BLANK)  # of no length it has a box as well
    place = layout.blockBoundingRect(block).topLeft()
    return tuple(_boxes(block, units_of(block.text()), mark, place))


def _boxes(
    block: QTextBlock, unit: Callable[[int], int], mark: Underline, place: QPointF
) -> Iterator[QRectF]:
    """The rectangles of a marked stretch, one a line; ``unit`` makes offsets Qt's."""
    layout = block.layout()
    start, end = unit(mark.start), unit(mark.end)
    composing = len(layout.preeditAreaText())
    if composing:
        at = layout.preeditAreaPosition()
        start += composing if start >= at else 0
        end += composing if end > at else 0
    if start >= end:
        if mark.kind is UnderlineKind.BLANK:
            yield _room(layout, start, place)
        return
    for index in range(layout.lineForTextPosition(start).lineNumber(), layout.lineCount()):
        line = layout.lineAt(index)
        first = line.textStart()
        if first >= end:
            return
        head, tail = max(start, first), min(end, first + line.textLength())
        if head < tail:
            left, right = _x(line.cursorToX(head)), _x(line.cursorToX(tail))
            yield QRectF(place.x() + left, place.y() + line.y(), right - left, line.height())


def _room(layout: QTextLayout, at: int, place: QPointF) -> QRectF:
    """A narrow box for words that are wanted where none are, as in an empty cell."""
    line = layout.lineForTextPosition(at)
    left = place.x() + _x(line.cursorToX(at))
    return QRectF(left, place.y() + line.y(), line.height() / _NARROW, line.height())


def _x(found: object) -> float:
    """Some versions of PySide give the place with the cursor, some alone."""
    x = cast("float | tuple[float, int]", found)
    return float(x[0]) if isinstance(x, tuple) else float(x)
