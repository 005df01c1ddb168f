"""A layout that goes on in a next line where its row is full, as words of a text do.

Rows of buttons and links are laid out with it, so that none is beyond the edge of a narrow
panel or of large type. Qt has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class _Part(NamedTuple):
    """What is known of an item till something changes; px."""

    item: QLayoutItem
    asked: int  # width in a line with others
    height: int
    wide: bool  # it takes the room that is left
    tall: bool  # it takes the height of its line
    wraps: bool  # its height follows its width


class FlowLayout(QLayout):
    """Items from left to right; ``right`` sets each line at the right edge.

    An item that expands takes the room that is left in its line, and the line's height if it
    expands up and down too; one with a height for its width (words that wrap) gets it.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, right: bool = False) -> None:
        """``gap``: px between items and between lines."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._right = gap, right
        self._wished: dict[QWidget, int] = {}
        self._known: list[_Part] | None = None  # these two till something changes
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """One more item, behind the others."""
        self._items.append(item)

    def add_wide(self, widget: QWidget, letters: int) -> None:
        """A widget that takes the room that is left; with less than for some letters it goes
        into a line of its own."""
        take_room(widget)
        self._wished[widget] = letters
        self.addWidget(widget)

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """A widget before the item at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more height than its lines take."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """px that the lines take in a width."""
        if width not in self._heights:
            self._heights[width] = self._arranged(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something has changed: nothing is known any more."""
        self._known = None
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arranged(rect, place=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [part.item.sizeHint() for part in self._parts()]
        gaps = self._gap * max(0, len(sizes) - 1)
        return self._around(sum(size.width() for size in sizes) + gaps)

    def minimumSize(self) -> QSize:
        """The widest item in a line of its own."""
        return self._around(max((p.item.minimumSize().width() for p in self._parts()), default=0))

    def _around(self, width: int) -> QSize:
        margins = self.contentsMargins()
        height = max((part.height for part in self._parts() if not part.wraps), default=0)
        edge = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        return QSize(width, height) + edge

    def _parts(self) -> list[_Part]:
        if self._known is None:
            self._known = [self._read(item) for item in self._items if not item.isEmpty()]
        return self._known

    def _read(self, item: QLayoutItem) -> _Part:
        ways, least = item.expandingDirections(), item.minimumSize()
        wanted = item.sizeHint().expandedTo(least)
        wide, widget = bool(ways & _ACROSS), item.widget()
        asked = least.width() if wide else wanted.width()
        if widget is not None and widget in self._wished:
            wished = self._wished[widget] * widget.fontMetrics().horizontalAdvance("字")
            asked = max(asked, min(wished, wanted.width()))
        return _Part(
            item, asked, wanted.height(), wide, bool(ways & _DOWN), item.hasHeightForWidth()
        )

    def _lines(self, room: int) -> Iterator[list[_Part]]:
        line: list[_Part] = []
        taken = 0
        for part in self._parts():
            width = min(room, part.asked)
            if line and taken + self._gap + width > room:
                yield line
                line, taken = [], 0
            taken += width + (self._gap if line else 0)
            line.append(part)
        if line:
            yield line

    def _arranged(self, rect: QRect, *, place: bool) -> int:
        """The height of all lines; with ``place`` the items are put there."""
        inside = rect.marginsRemoved(self.contentsMargins())
        y, room = inside.top(), inside.width()
        for line in self._lines(room):
            widths = self._widths(line, room)
            heights = [
                part.item.heightForWidth(width) if part.wraps else part.height
                for part, width in zip(line, widths, strict=True)
            ]
            if place:
                box = QRect(inside.left(), y, room, max(heights))
                self._put(line, box, widths, heights)
            y += max(heights) + self._gap // 2
        margins = self.contentsMargins()
        return max(0, y - self._gap // 2 - rect.top() + margins.bottom())

    def _widths(self, line: list[_Part], room: int) -> list[int]:
        """Who expands shares what the others leave."""
        widths = [min(room, part.asked) for part in line]
        wide = [n for n, part in enumerate(line) if part.wide]
        left = room - sum(widths) - self._gap * (len(line) - 1)
        for number in wide:
            widths[number] += max(0, left) // len(wide)
        return widths

    def _put(self, line: list[_Part], row: QRect, widths: list[int], heights: list[int]) -> None:
        whole = sum(widths) + self._gap * (len(line) - 1)
        x = row.right() + 1 - whole if self._right else row.left()
        for part, width, high in zip(line, widths, heights, strict=True):
            height = row.height() if part.tall else high
            top = row.top() + (row.height() - height) // 2
            part.item.setGeometry(QRect(x, top, width, height))
            x += width + self._gap


def take_room(widget: QWidget) -> None:
    """In a line with others this widget takes the room that is left."""
    policy = widget.sizePolicy()  # changed in place: it knows whether its height follows its width
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    widget.setSizePolicy(policy)
