"""The list of phrases: a model of hits and a delegate that draws them as cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.ui.look.palette import Colours
from editor.ui.look.plain_words import HtmlDocument
from editor.ui.panels.marked_text import blank_style, with_marks
from phrasebank.search import PhraseHit
from phrasebank.values import Phrase

HIT = Qt.ItemDataRole.UserRole
PAD = 10
MOST_HEIGHTS = 2000  # of rows that are remembered
GAP = 8
Index = QModelIndex | QPersistentModelIndex


class PhraseModel(QAbstractListModel):
    """The hits of a search, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._hits: Sequence[PhraseHit] = ()

    def show(self, hits: Sequence[PhraseHit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def phrase(self, row: int) -> Phrase | None:
        """The phrase of a row."""
        return self._hits[row].phrase if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are under a node."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The hit, and its words for readers of the screen."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return hit.phrase.text
        return None


class PhraseDelegate(QStyledItemDelegate):
    """Text with the found words and the blanks marked; below, where it belongs."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        self._heights: dict[object, int] = {}  # by words, marks, width and font

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for a row."""
        view = option.widget
        assert isinstance(view, QListView)
        width = view.viewport().width()
        hit: PhraseHit = index.data(HIT)
        # Qt asks for all rows several times for each other type, of a hidden list too.
        key = (hit.phrase.text, hit.spans, width, option.font.key())
        if key not in self._heights:
            if len(self._heights) > MOST_HEIGHTS:
                self._heights.clear()
            self._heights[key] = self._height(hit, option, width)
        return QSize(width, self._heights[key])

    def _height(self, hit: PhraseHit, option: QStyleOptionViewItem, width: int) -> int:
        text = self._text(hit, option, width - 2 * PAD - 2 * PAD)
        line = QFontMetrics(option.font).height()
        return round(text.size().height()) + line + 2 * PAD + GAP

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        hit: PhraseHit = index.data(HIT)
        whole: QRect = option.rect
        box = whole.adjusted(PAD, 0, -PAD, -GAP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self.colours.accent if selected else self.colours.line
        painter.setPen(QPen(QColor(edge), 2 if selected else 1))
        painter.setBrush(QColor(self.colours.card))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
        text = self._text(hit, option, box.width() - 2 * PAD)
        painter.translate(box.left() + PAD, box.top() + PAD - 4)
        text.drawContents(painter)
        painter.translate(0, text.size().height())
        painter.setPen(QColor(self.colours.dim))
        metrics = QFontMetrics(option.font)
        line = QRect(0, 0, box.width() - 2 * PAD, metrics.height() + 2)
        cue = "Enter 插入" if selected else ""
        left = line.adjusted(0, 0, -metrics.horizontalAdvance(cue) - GAP, 0)
        about = metrics.elidedText(_about(hit.phrase), Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, about)
        painter.setPen(QColor(self.colours.accent))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cue)
        painter.restore()

    def _text(self, hit: PhraseHit, option: QStyleOptionViewItem, width: int) -> HtmlDocument:
        from editor.blanks.grammar import scan

        text = hit.phrase.text
        blanks = [(found.start, found.end) for found in scan(text)]
        shown = with_marks(text, blanks, blank_style(self.colours))
        if not blanks and hit.spans:
            shown = with_marks(text, hit.spans, f"color:{self.colours.accent};font-weight:600")
        document = HtmlDocument()
        document.setDefaultFont(option.font)
        document.setDocumentMargin(0)
        document.setTextWidth(width)
        document.take_html(f'<div style="color:{self.colours.ink};line-height:140%">{shown}</div>')
        return document


def _about(phrase: Phrase) -> str:
    where = "、".join(phrase.occasions[:2]) or "通用"
    if phrase.fixed:
        if not phrase.checked:  # first, for the end of the line is cut on a narrow card
            return f"固定提法（未与原文核对） · {phrase.source} {phrase.date}"
        return f"固定提法 · {phrase.source} {phrase.date}（{phrase.checked}核对）"
    return f"{where} · {phrase.part}"
