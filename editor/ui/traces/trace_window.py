"""清除痕迹: what there is, ticked where it usually goes; afterwards what could not go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.traces.all_traces import Left, Trace
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel, literal
from editor.ui.look.row_size import row_size

KIND = Qt.ItemDataRole.UserRole
ALL = "笔杆在这台电脑上替您留着的东西。选中的清掉以后不能取回；稿子文件本身不动。"
ONE = "“{}”在这台电脑上留下的东西。选中的清掉以后不能取回；稿子文件本身不动。"
CLOSES = "开着的稿子先关上，没存的会问您。"
NOT_OURS = (
    "Word、WPS、输入法和系统自己记的（最近的文档、回收站、剪贴板历史、Windows 的打开窗口）"
    "不归笔杆管，请在那边清。"
    "清掉是把文件从磁盘上删掉；要防专门的恢复软件，请按单位的规定处理硬盘。"
)
NOTHING = "什么痕迹也没有。"
NAMES = 12  # Chinese characters that the column of names holds, its box among them


class TraceWindow(QDialog):
    """Asks by a signal; `show_traces` fills it, `show_left` tells the end."""

    clear_asked = Signal(object)  # the ids of the chosen kinds, a list

    def __init__(self, parent: QWidget, about: str) -> None:
        """``about``: the name of the one speech that is meant, '' for all."""
        super().__init__(parent)
        explain(self, "privacy")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("清除痕迹")
        fit(self, 720, 560)
        self.list = QTreeWidget()
        self.list.setHeaderLabels(["痕迹", "是什么", "多少"])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName("痕迹")
        self.note = PlainLabel((ONE.format(about) if about else ALL) + CLOSES)
        self._spared: list[str] = []  # what was not chosen, and how much of it there is
        self._clear = push_button("清除选中的", self._ask)
        self._leave = push_button("取消", self.close)
        self._lay_out()
        self.list.itemChanged.connect(self._ticked)

    def show_traces(self, rows: Sequence[Trace]) -> None:
        """What there is."""
        self.list.clear()
        for kind, found in rows:
            words = (kind.words, kind.told, f"{found.count} 项")
            item = QTreeWidgetItem(self.list, list(words))
            for column, word in enumerate(words):
                item.setToolTip(column, literal(word))
            item.setData(0, KIND, kind.id)
            item.setSizeHint(0, row_size())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if kind.ticked else Qt.CheckState.Unchecked)
        if not rows:
            self.note.setText(NOTHING)
        self._ticked()

    def show_left(self, left: Sequence[Left]) -> None:
        """It is done; what could not be cleared stands in the list with its reason."""
        self.list.clear()
        if left:
            self.list.setHeaderLabels(["没能清掉", "为什么", ""])
        for one in left:
            item = QTreeWidgetItem(self.list, [one.what, one.why, ""])
            item.setToolTip(0, literal(one.what))
            item.setToolTip(1, literal(one.why))
        self.note.setText(_told_at_the_end(len(left), self._spared))
        self._clear.setVisible(False)
        self._leave.setText("关闭")

    def chosen(self) -> list[str]:
        """The ids of the ticked kinds."""
        ticked = [r for r in self._rows() if r.checkState(0) is Qt.CheckState.Checked]
        return [str(row.data(0, KIND)) for row in ticked]

    def _ticked(self) -> None:
        self._clear.setEnabled(bool(self.chosen()))

    def _rows(self) -> list[QTreeWidgetItem]:
        rows = [self.list.topLevelItem(n) for n in range(self.list.topLevelItemCount())]
        return [row for row in rows if row]

    def _ask(self) -> None:
        self._clear.setEnabled(False)
        spared = [r for r in self._rows() if r.checkState(0) is not Qt.CheckState.Checked]
        self._spared = [f"{row.text(0)} {row.text(2)}" for row in spared]
        self.clear_asked.emit(self.chosen())

    def _lay_out(self) -> None:
        head = self.list.header()
        head.setStretchLastSection(False)
        head.resizeSection(0, NAMES * self.fontMetrics().horizontalAdvance("迹"))
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        limits = PlainLabel(NOT_OURS)
        limits.setProperty("role", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for label in (self.note, limits):
            label.setWordWrap(True)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        column.addWidget(limits)
        column.addWidget(ButtonRow(self._clear, (), self._leave))


def _told_at_the_end(left: int, spared: Sequence[str]) -> str:
    """What is gone and what is not: neither what would not go nor what was not to."""
    chosen = "选中的都清掉了" if spared else "都清掉了"
    if left:
        chosen = f"有 {left} 项没能清掉，其余{chosen}"
    stays = f"没选的还在：{'、'.join(spared)}。" if spared else ""
    if left:
        return f"{chosen}{'，' if spared else '。'}{stays}"
    return f"{chosen}，{stays or '磁盘上也已删除。'}"
