"""The settings window: groups at the left, a search above, every change at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.settings.option_search import rank, sought
from editor.settings.options import GROUPS, SHOWN
from editor.settings.store import Settings
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.explained import explain
from editor.ui.look.first_size import fit
from editor.ui.look.plain_words import PlainLabel, message_box
from editor.ui.settings.option_row import OptionRow

NOTHING = "没有这样的设置，换个说法试试。"
_INTO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GAP = 16  # px between options


class OtherPage(NamedTuple):
    """A page of its own kind beside the groups; ``found`` makes rows of what some words find."""

    name: str
    page: QWidget
    found: Callable[[str], Sequence[QWidget]]


class SettingsWindow(QDialog):
    """Not modal: one sees on the page what one changes."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        initials: Callable[[str], str],
        others: Sequence[OtherPage] = (),
    ) -> None:
        """``initials`` gives the pinyin letters of a text, as many as it has characters."""
        super().__init__(parent)
        explain(self, "settings")
        self.setWindowTitle("设置")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 760, 600)
        self._settings, self._initials, self._others = settings, initials, others
        self.rows = {option.name: OptionRow(option, settings) for option in SHOWN}
        self.search, self.groups = QLineEdit(), QListWidget()
        self._column = QVBoxLayout()
        self._found: list[QWidget] = []  # made for the search of now
        self._pages = QStackedWidget()
        self._build()
        self.search.textChanged.connect(self._seek)
        self.groups.currentRowChanged.connect(self._show_group)
        self.groups.itemClicked.connect(self.search.clear)
        self.groups.setCurrentRow(0)
        self.search.setFocus()

    def show_option(self, name: str) -> None:
        """An option has another value now, whoever changed it."""
        if name in self.rows:
            self.rows[name].show_value()

    def go_to(self, page: str) -> None:
        """Show a group or another page by its name."""
        self.search.clear()
        names = [*GROUPS, *[other.name for other in self._others]]
        self.groups.setCurrentRow(names.index(page))

    def changeEvent(self, event: QEvent) -> None:
        """Larger type, chosen here maybe: what wraps needs other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit_rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the search before it closes; the arrows go through the groups."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
            return
        if self.search.hasFocus() and self.search.text() and event.key() in _INTO_LIST:
            self.focusNextChild()  # to the first that was found
            return
        if self.search.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = min(max(self.groups.currentRow() + step, 0), self.groups.count() - 1)
            self.groups.setCurrentRow(row)
            return
        super().keyPressEvent(event)

    # -- building

    def _build(self) -> None:
        self.search.setPlaceholderText("搜设置和快捷键：行距、页边距、断电、Ctrl+J……")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("搜设置和快捷键")
        self.groups.setAccessibleName("设置的分类")
        self.groups.addItems([*GROUPS, *[other.name for other in self._others]])
        self.groups.setFixedWidth(self.groups.sizeHintForColumn(0) + 40)
        self._pages.addWidget(self._options())
        for other in self._others:
            self._pages.addWidget(other.page)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.groups)
        middle.addWidget(self._pages, 1)
        whole = push_button("全部恢复默认…", self._reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addLayout(middle, 1)
        self.foot = ButtonRow(others=(whole,), leave=push_button("关闭", self.close))
        column.addWidget(self.foot)

    def _fit_rows(self) -> None:
        self.groups.setFixedWidth(self.groups.sizeHintForColumn(0) + 40)
        for row in self.rows.values():
            row.fit()
        self._column.invalidate()

    def _options(self) -> QScrollArea:
        area, body = QScrollArea(), QWidget()
        around = QVBoxLayout(body)
        around.setContentsMargins(4, 0, 12, 0)
        around.addLayout(self._column)
        around.addStretch(1)
        self._column.setSpacing(_GAP)
        for row in self.rows.values():
            row.setParent(body)
            row.hide()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the fields in it take the keys
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        return area

    # -- what is shown

    def _show_group(self, at: int) -> None:
        if at < len(GROUPS):
            self._show([row for row in self.rows.values() if row.option.group == GROUPS[at]])
        self._pages.setCurrentIndex(max(0, at - len(GROUPS) + 1))

    def _seek(self, words: str) -> None:
        if not words.strip():
            self._show_group(self.groups.currentRow())
            return
        ranked = [
            (one, row)
            for row in self.rows.values()
            if (one := rank(words, sought(row.option), self._initials)) is not None
        ]
        shown: list[QWidget] = [row for _, row in sorted(ranked, key=lambda pair: pair[0])]
        for other in self._others:
            made = other.found(words)
            shown += [_headed(other.name), *made] if made else []
        self._show(shown or [_headed(NOTHING)])
        self._pages.setCurrentIndex(0)

    def _show(self, widgets: Sequence[QWidget]) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
        for old in self._found:
            old.deleteLater()
        self._found = [w for w in widgets if not isinstance(w, OptionRow)]
        for widget in widgets:
            self._column.addWidget(widget)
            widget.show()
        self._order_keys(widgets)

    def _order_keys(self, widgets: Sequence[QWidget]) -> None:
        """Tab goes from the search down what is shown, to the buttons, then to the groups."""
        chain: list[QWidget] = [self.search]
        for widget in widgets:
            chain += widget.taken_by_keys() if isinstance(widget, OptionRow) else []
        chain += [*self.foot.findChildren(QPushButton), self.groups]
        for one, other in pairwise(chain):
            self.setTabOrder(one, other)

    def _reset_all(self) -> None:
        words = "所有设置都恢复成默认的吗？单位档案、语料库和稿子不受影响。"
        box = message_box(self, "恢复默认", words)
        sure = box.addButton("全部恢复", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is sure:
            for option in SHOWN:
                self._settings.reset(option.name)


def _headed(words: str) -> QLabel:
    made = PlainLabel(words)
    made.setProperty("role", "dim")
    return made
