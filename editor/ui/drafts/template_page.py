"""还有多少是范文: each section with the share of its sentences that were there at first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.manuscript.comparison.provenance import KeptShare
from editor.manuscript.comparison.section_pairs import heading_words
from editor.manuscript.paragraph import Position
from editor.ui.drafts.version_words import kept_words
from editor.ui.look.palette import Colours
from editor.ui.look.plain_words import PlainLabel
from editor.ui.look.row_size import row_size

ROW = Qt.ItemDataRole.UserRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class _ShareBar(QStyledItemDelegate):
    """Paints a share as a bar; the words beside it say it too."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = colours

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground of the row, then the bar."""
        super().paint(painter, option, index)
        row = index.sibling(index.row(), 0).data(ROW)
        if not isinstance(row, KeptShare) or not row.total:
            return
        area = QRectF(option.rect).adjusted(8, 0, -8, 0)
        bar = QRectF(area.left(), area.center().y() - 4, area.width(), 8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.line))
        painter.drawRoundedRect(bar, 4, 4)
        painter.setBrush(QColor(self.colours.blank if row.untouched else self.colours.accent))
        painter.drawRoundedRect(QRectF(bar.topLeft(), bar.size() * 1.0).adjusted(
            0, 0, -bar.width() * (1 - row.share), 0), 4, 4)  # fmt: skip
        painter.restore()


class TemplatePage(QWidget):
    """The table of sections; a double click goes to the section in the text."""

    wanted = Signal(Position)

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self._whole, self._table = PlainLabel(), QTreeWidget()
        self._whole.setWordWrap(True)
        self._table.setHeaderLabels(["章节", "原样保留", ""])
        self._table.headerItem().setData(2, SPOKEN, "句数")
        self._table.setRootIsDecorated(False)
        self._table.setUniformRowHeights(True)
        self._table.setAccessibleName("各节还有多少是范文")
        head = self._table.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        head.resizeSection(1, 220)
        self._bar = _ShareBar(colours, self._table)
        self._table.setItemDelegateForColumn(1, self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._whole)
        column.addWidget(self._table, 1)
        self._table.itemDoubleClicked.connect(self._go)

    def show_kept(self, rows: Sequence[KeptShare]) -> None:
        """Show the shares; the first row is that of the whole text."""
        self._table.clear()
        if not rows:
            self._whole.setText("不知道这份稿子打开时是什么样，没有可比的。")
            return
        whole = rows[0]
        untouched = sum(row.untouched and row.section is not None for row in rows)
        words = f"全文 {whole.total} 句，{whole.kept} 句和打开时一样（{whole.share:.0%}）。"
        words += f"有 {untouched} 节一句没动。" if untouched else ""
        self._whole.setText(words + "标点、全半角和序号的改动不算。双击到那一节。")
        for row in rows[1:]:
            if row.section is None or not row.total:
                continue
            name = "　" * max(0, row.section.level - 1) + heading_words(row.section)
            item = QTreeWidgetItem(self._table, [name, "", kept_words(row)])
            item.setData(0, ROW, row)
            item.setData(1, SPOKEN, f"{row.share:.0%}")
            item.setSizeHint(0, row_size())

    def put_colours(self, colours: Colours) -> None:
        """Other colours."""
        self._bar.colours = colours
        self._table.viewport().update()

    def _go(self, item: QTreeWidgetItem) -> None:
        row = item.data(0, ROW)
        if isinstance(row, KeptShare) and row.section:
            self.wanted.emit(row.section.start)
