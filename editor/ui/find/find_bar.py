"""The bar above the page: what is typed and pressed to find and replace. `FindCommands` does it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.settings.store import Settings
from editor.ui.find.find_fields import PastWords, labelled
from editor.ui.find.find_options import FindOptions
from editor.ui.find.hit_list import HitList
from editor.ui.look.button_row import push_button
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.plain_words import PlainLabel, literal

COUNT_LETTERS = 11  # “第 123 处，共 456 处”


class FindBar(QWidget):
    """Two fields, their buttons, the choices, and the list of sentences; lines wrap."""

    on_asked = Signal()
    back_asked = Signal()
    replace_asked = Signal()
    replace_all_asked = Signal()
    close_asked = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.words = PastWords("查找", "查找的内容", settings, "found_words")
        self.other = PastWords("替换为", "替换成的内容；空着就是删去", settings, "replaced_words")
        self.options = FindOptions()
        self._settings = settings
        self._more = QPushButton("选项")
        self._more.setCheckable(True)
        self._more.setToolTip("大小写、通配符、整句、只在选中处……")
        self.list = HitList()
        self._count, self._trouble = PlainLabel(), PlainLabel()
        self._trouble.setWordWrap(True)
        self._trouble.setProperty("role", "trouble")
        self._replacing = QWidget()
        self._build()
        self.words.entered.connect(self.on_asked)
        self.words.entered_back.connect(self.back_asked)
        self.other.entered.connect(self.replace_asked)
        self.hide()

    def open(self, *, replacing: bool) -> None:
        """Show it, with or without the line that replaces, ready to type the words to find."""
        self._replacing.setVisible(replacing)
        self._more.setChecked(self._settings.flag("find_options") or self.options.are_other())
        self.words.recall()
        self.other.recall()
        self.show()
        self.words.setFocus()
        self.words.line.selectAll()

    def is_worked_in(self) -> bool:
        """Whether the keys go to it."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def tell(self, count: str, trouble: str = "") -> None:
        """How many there are, and why there are none."""
        metrics = self._count.fontMetrics()
        # As wide whatever it says: the buttons behind it stay under the mouse.
        wide = COUNT_LETTERS * metrics.horizontalAdvance("字")
        self._count.setFixedWidth(wide)
        self._count.setText(metrics.elidedText(count, Qt.TextElideMode.ElideRight, wide))
        self._count.setToolTip(literal(count))
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def told(self) -> str:
        """What it says now."""
        return self._trouble.text() or self._count.toolTip()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        finding = FlowLayout()
        back = push_button("上一处", self.back_asked.emit, "上一处（Shift+F3）")
        on = push_button("下一处", self.on_asked.emit, "下一处（F3）")
        close = push_button("关闭", self.close_asked.emit, "关闭查找（Esc）")
        for part in (labelled("查找　", self.words), back, on, self._count, self._more, close):
            finding.addWidget(part)
        replacing = FlowLayout(self._replacing)
        one = push_button("替换", self.replace_asked.emit, "替换这一处，再找下一处")
        every = push_button("全部替换", self.replace_all_asked.emit, "全部替换（一次撤销就能还原）")
        for part in (labelled("替换为", self.other), one, every):
            replacing.addWidget(part)
        column.addLayout(finding)
        for part in (self._replacing, self.options, self._trouble, self.list):
            column.addWidget(part)
        self._trouble.hide()
        self.options.hide()
        QWidget.setTabOrder(self.words, self.other)
        for first, then in pairwise((self.other, one, every, on, back, self._more, close)):
            QWidget.setTabOrder(first, then)
        for button in (back, on, close, one, every):
            button.installEventFilter(self)
        self._more.toggled.connect(self.options.setVisible)
        self._more.clicked.connect(self._keep_shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter presses the button that has the keys, as in a dialog."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and isinstance(watched, QPushButton):
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _keep_shown(self, shown: bool) -> None:
        self._settings.set("find_options", shown)
