"""All hits as a list of whole sentences under the bar; a click goes there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.manuscript.manuscript import Manuscript, text_between
from editor.manuscript.search.finder import Hit
from editor.manuscript.search.sentence_hits import whole_sentences

ROWS = 5  # seen at a time
_ROLE = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex


class SentenceRow(NamedTuple):
    """A sentence in three parts: before the hit, the hit, behind it."""

    before: str
    hit: str
    behind: str


def sentence_row(manuscript: Manuscript, hit: Hit) -> SentenceRow:
    """The sentence of a hit, on one line."""
    (whole,) = whole_sentences(manuscript, [hit])
    ends = (whole.start, hit.start, hit.end, whole.end)
    parts = [text_between(manuscript, *pair) for pair in pairwise(ends)]
    return SentenceRow(*[part.replace("\n", "⏎").replace("\u2028", "⏎") for part in parts])


class HitRows(QAbstractListModel):
    """The hits of the latest search; sentences are made when they are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: Sequence[Hit] = ()
        self._manuscript: Manuscript | None = None

    def show(self, manuscript: Manuscript, hits: Sequence[Hit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._manuscript, self.hits = manuscript, hits
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many hits."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> object:
        """The sentence; its parts for the delegate."""
        if self._manuscript is None or role not in (_ROLE.DisplayRole, _ROLE.UserRole):
            return None
        row = sentence_row(self._manuscript, self.hits[index.row()])
        return row if role == _ROLE.UserRole else "".join(row)


class _Painter(QStyledItemDelegate):
    """Draws a sentence on one line, the hit bold and always in sight."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One line."""
        return QSize(0, QFontMetrics(option.font).height() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The three parts beside each other."""
        row: SentenceRow = index.data(_ROLE.UserRole)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box: QRect = option.rect.adjusted(12, 0, -12, 0)
        plain = QFont(option.font)
        bold = QFont(plain)
        bold.setBold(True)
        x = box.left()
        elide = Qt.TextElideMode
        hit = QFontMetrics(bold).elidedText(row.hit, elide.ElideMiddle, box.width() // 2)
        room = box.width() - QFontMetrics(bold).horizontalAdvance(hit)
        before = QFontMetrics(plain).elidedText(row.before, elide.ElideLeft, room * 2 // 3)
        behind = QFontMetrics(plain).elidedText(
            row.behind, elide.ElideRight, room - QFontMetrics(plain).horizontalAdvance(before)
        )
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        roles = option.palette
        painter.setPen((roles.highlightedText() if chosen else roles.text()).color())
        for words, font in ((before, plain), (hit, bold), (behind, plain)):
            painter.setFont(font)
            painter.drawText(QRect(x, box.top(), box.right() - x + 1, box.height()), _CENTRE, words)
            x += QFontMetrics(font).horizontalAdvance(words)


_CENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class HitList(QListView):
    """The list; ``chosen`` gives the ends of the hit that was clicked or taken with Enter."""

    chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = HitRows()
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("带着要找的字的句子")
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.hide()

    def show_hits(self, manuscript: Manuscript, hits: Sequence[Hit]) -> None:
        """List these; the list is as high as it needs."""
        self.rows.show(manuscript, hits)
        row = max(1, self.sizeHintForRow(0))
        self.setFixedHeight(row * max(1, min(ROWS, len(hits))) + 2 * self.frameWidth() + 2)

    def lists(self, hits: Sequence[Hit]) -> bool:
        """Whether these are listed."""
        return hits is self.rows.hits

    def point_out(self, hit: Hit | None) -> None:
        """Mark the row of the hit one is at."""
        number = self.rows.hits.index(hit) if hit in self.rows.hits else -1
        self.setCurrentIndex(self.rows.index(number))

    def _choose(self, index: QModelIndex) -> None:
        hit = self.rows.hits[index.row()]
        self.chosen.emit(hit.start, hit.end)
