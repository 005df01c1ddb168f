"""The table of minutes: every part with its bar, what it gets, and what it is over.

The minutes that a part gets can be typed; emptied, they are its share by length again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from editor.manuscript.delivery.allotment import minutes_of
from editor.manuscript.delivery.timing import WORDS_BEFORE, SectionTime
from editor.manuscript.outline.sections import Section
from editor.ui.look.clock import clock
from editor.ui.look.palette import Colours
from editor.ui.look.plain_words import literal
from editor.ui.look.row_size import row_size
from editor.ui.rehearsal.rehearsal_window import title_of

HEADS: Final = ("节", "", "要讲", "试讲", "分给", "超余")
NAME, BAR, NEEDED, HEARD, TARGET, OVER = range(6)
ROW: Final = Qt.ItemDataRole.UserRole  # the SectionTime of a row, None for the rest
SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole
BAR_WIDTH: Final = 150  # px


class TimeTable(QTreeWidget):
    """Shows the parts; ``go_asked`` with a section, ``allotted`` with a row and its minutes."""

    go_asked = Signal(Section)
    allotted = Signal(int, object)  # minutes, None for its share
    refused = Signal(str)

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        self._filling = False
        self._longest = 1.0
        self.setHeaderLabels(list(HEADS))
        self.headerItem().setData(BAR, SPOKEN, "长短")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName("每一节的时间")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(BAR, BAR_WIDTH)
        wide = self.fontMetrics().horizontalAdvance("00′00″")
        for column, room in ((NEEDED, 20), (HEARD, 20), (TARGET, 20), (OVER, 52)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, wide + room)
        self.setItemDelegateForColumn(BAR, _TimeBar(self))
        self.setItemDelegateForColumn(TARGET, _MinutesField(self))
        self.itemClicked.connect(self._clicked)
        self.itemChanged.connect(self._changed)

    def show_rows(
        self,
        rows: Sequence[SectionTime],
        rest: float,
        given: float,
        heard: Mapping[int, float],
    ) -> None:
        """Show the parts of ``given`` minutes, and ``rest`` minutes of what is in none of them.

        ``heard``: the minutes that parts took when they were last read aloud.
        """
        current = self.currentItem()
        kept = self.indexOfTopLevelItem(current) if current else 0
        self._filling = True
        self.clear()
        self._longest = max([1e-6, *[max(r.minutes, r.target) for r in rows]])
        for number, row in enumerate(rows):
            self._add(row, given, clock(heard[number]) if number in heard else "")
        if rest > 0.5 / 60:
            item = QTreeWidgetItem(self, [WORDS_BEFORE, "", clock(rest)])
            item.setToolTip(NAME, "各节以外的文字：标题、日期、称谓，没清理的网页文字也算在里面")
            self._finish(item)
        self.setColumnHidden(HEARD, not heard)
        self.setColumnHidden(TARGET, not given)
        self.setColumnHidden(OVER, not given)
        self._filling = False
        if chosen := self.topLevelItem(max(0, min(kept, len(rows) - 1))):
            self.setCurrentItem(chosen)

    def time_of(self, index: QModelIndex | QPersistentModelIndex) -> SectionTime | None:
        """The part of a row."""
        return index.sibling(index.row(), NAME).data(ROW)

    @property
    def longest(self) -> float:
        """Minutes as wide as a bar can be."""
        return self._longest

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, F2 or a figure types minutes, Delete gives the share back."""
        item = self.currentItem()
        key = event.key()
        figure = event.text().isdigit()
        if item is None or item.data(NAME, ROW) is None or self.isColumnHidden(TARGET):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() is QAbstractItemView.State.EditingState:
                return  # the field has taken it
            self.go_asked.emit(item.data(NAME, ROW).section)
        elif key == Qt.Key.Key_F2 or figure:
            self.editItem(item, TARGET)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.allotted.emit(self.indexOfTopLevelItem(item), None)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on the minutes types them."""
        item = self.itemAt(event.position().toPoint())
        if item is not None and item.data(NAME, ROW) is not None:
            self.editItem(item, TARGET)

    def _add(self, row: SectionTime, given: float, heard: str) -> None:
        target = clock(row.target) if given else ""
        item = QTreeWidgetItem(self, [title_of(row.section), "", clock(row.minutes), heard, target])
        item.setData(NAME, ROW, row)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setToolTip(NAME, literal(title_of(row.section)))
        item.setToolTip(TARGET, "双击改分钟" if not row.own else "自己定的；清空就按长短分")
        if row.own:
            bold = QFont(self.font())
            bold.setBold(True)
            item.setFont(TARGET, bold)
        else:
            item.setForeground(TARGET, QBrush(QColor(self.colours.dim)))
        if given:
            words, colour = _verdict_words(row, self.colours)
            item.setText(OVER, words)
            item.setForeground(OVER, QBrush(QColor(colour)))
        self._finish(item)

    def _finish(self, item: QTreeWidgetItem) -> None:
        item.setSizeHint(NAME, row_size())
        item.setData(BAR, SPOKEN, self._spoken(item.data(NAME, ROW)))
        for column, nothing in ((HEARD, "没有试讲"), (TARGET, "没有分到"), (OVER, "没有限定")):
            if not item.text(column):
                item.setData(column, SPOKEN, nothing)
        for column in (NEEDED, HEARD, TARGET, OVER):
            item.setTextAlignment(
                column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        if item.data(NAME, ROW) is None:
            for column in (NAME, NEEDED):
                item.setForeground(column, QBrush(QColor(self.colours.dim)))

    def _spoken(self, row: SectionTime | None) -> str:
        if row is None:
            return "不占分到的时间"
        return f"是最长一节的 {row.minutes / self._longest:.0%}"

    def _clicked(self, item: QTreeWidgetItem, column: int) -> None:
        row = item.data(NAME, ROW)
        if column in (NAME, BAR) and isinstance(row, SectionTime):
            self.go_asked.emit(row.section)

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        row = item.data(NAME, ROW)
        if self._filling or column != TARGET or not isinstance(row, SectionTime):
            return
        words = item.text(TARGET).strip()
        minutes = minutes_of(words)
        if words == clock(row.target) or (words and minutes is None):
            if minutes is None:
                self.refused.emit(f"“{words}”不像时间。写 2、1.5、1:30 都行，清空就按长短分。")
            self._filling = True
            item.setText(TARGET, clock(row.target))
            self._filling = False
            return
        number = self.indexOfTopLevelItem(item)
        # The rows are made anew for it: not while the field is still being put away.
        QTimer.singleShot(0, self, lambda: self.allotted.emit(number, minutes))


def _verdict_words(row: SectionTime, colours: Colours) -> tuple[str, str]:
    if row.verdict > 0:
        return f"▲ 超 {clock(row.over)}", colours.must
    if row.verdict < 0:
        return f"▽ 余 {clock(-row.over)}", colours.good
    return "正好", colours.dim


class _MinutesField(QStyledItemDelegate):
    """A small field with all of it selected, so that a figure replaces what is there."""

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Room for four figures also where the column is narrow."""
        super().updateEditorGeometry(editor, option, index)
        box = editor.geometry()
        editor.setGeometry(box.adjusted(min(0, box.width() - 72), 0, 0, 0))


class _TimeBar(QStyledItemDelegate):
    """What a part needs, and a tick where its minutes end; the words beside it say it too."""

    def __init__(self, table: TimeTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ground of the row, the bar, what is over, the tick."""
        super().paint(painter, option, index)
        row = self._table.time_of(index)
        if row is None:
            return
        colours, box = self._table.colours, option.rect.adjusted(8, 0, -8, 0)
        scale = box.width() / self._table.longest
        needed, target = round(row.minutes * scale), round(row.target * scale)
        top = box.center().y() - 3
        within = min(needed, target) if row.target or row.over else needed
        painter.fillRect(QRect(box.left(), top, within, 7), QColor(colours.accent))
        if row.verdict > 0:
            over = QRect(box.left() + within, top - 1, max(2, needed - within), 9)
            painter.fillRect(over, QColor(colours.must))
        elif needed > within:
            painter.fillRect(
                QRect(box.left() + within, top, needed - within, 7), QColor(colours.accent)
            )
        if row.target or row.over:
            painter.fillRect(QRect(box.left() + target, top - 5, 1, 17), QColor(colours.ink))
