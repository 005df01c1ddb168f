"""A layout that goes on in a next line where its row is full, as words of a text do.

Rows of buttons and links are laid out with it, so that none is beyond the edge of a narrow
panel or of large type. Qt has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class _Placed(NamedTuple):
    """An item with its width and height in px."""

    item: QLayoutItem
    width: int
    height: int


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

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """The item at a place, None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
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
        return self._arranged(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arranged(rect, place=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [_wanted(item) for item in self._shown()]
        gaps = self._gap * max(0, len(sizes) - 1)
        return self._around(sum(size.width() for size in sizes) + gaps, sizes)

    def minimumSize(self) -> QSize:
        """The widest item in a line of its own."""
        sizes = [item.minimumSize() for item in self._shown()]
        return self._around(max((size.width() for size in sizes), default=0), sizes)

    def _around(self, width: int, sizes: list[QSize]) -> QSize:
        margins = self.contentsMargins()
        height = max((size.height() for size in sizes), default=0)
        edge = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        return QSize(width, height) + edge

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, room: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        taken = 0
        for item in self._shown():
            width = min(room, self._asked(item))
            if line and taken + self._gap + width > room:
                yield line
                line, taken = [], 0
            taken += width + (self._gap if line else 0)
            line.append(item)
        if line:
            yield line

    def _arranged(self, rect: QRect, *, place: bool) -> int:
        """The height of all lines; with ``place`` the items are put there."""
        inside = rect.marginsRemoved(self.contentsMargins())
        y = inside.top()
        for line in self._lines(inside.width()):
            placed = self._measured(line, inside.width())
            height = max(one.height for one in placed)
            if place:
                self._put(placed, QRect(inside.left(), y, inside.width(), height))
            y += height + self._gap // 2
        margins = self.contentsMargins()
        return max(0, y - self._gap // 2 - rect.top() + margins.bottom())

    def _asked(self, item: QLayoutItem) -> int:
        """The width an item has at least in a line with others."""
        if not _expands(item):
            return _wanted(item).width()
        least, widget = item.minimumSize().width(), item.widget()
        if widget is None or widget not in self._wished:
            return least
        wished = self._wished[widget] * widget.fontMetrics().horizontalAdvance("字")
        return max(least, min(wished, item.sizeHint().width()))

    def _measured(self, line: list[QLayoutItem], room: int) -> list[_Placed]:
        """The items of a line with their sizes; who expands shares what the others leave."""
        widths = [min(room, self._asked(item)) for item in line]
        expanding = [n for n, item in enumerate(line) if _expands(item)]
        left = room - sum(widths) - self._gap * (len(line) - 1)
        for number in expanding:
            widths[number] += max(0, left) // len(expanding)
        return [
            _Placed(item, width, _height(item, width))
            for item, width in zip(line, widths, strict=True)
        ]

    def _put(self, placed: list[_Placed], row: QRect) -> None:
        whole = sum(one.width for one in placed) + self._gap * (len(placed) - 1)
        x = row.right() + 1 - whole if self._right else row.left()
        for item, width, height in placed:
            if item.expandingDirections() & Qt.Orientation.Vertical:
                height = row.height()
            top = row.top() + (row.height() - height) // 2
            item.setGeometry(QRect(QPoint(x, top), QSize(width, height)))
            x += width + self._gap


def take_room(widget: QWidget) -> None:
    """In a line with others this widget takes the room that is left."""
    policy = widget.sizePolicy()  # changed in place: it knows whether its height follows its width
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    widget.setSizePolicy(policy)


def _expands(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _wanted(item: QLayoutItem) -> QSize:
    return item.sizeHint().expandedTo(item.minimumSize())


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return _wanted(item).height()
