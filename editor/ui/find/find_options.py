"""How the words of the bar are meant: the row of choices below the fields."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QWidget

from editor.manuscript.search.query import Notation, Query
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.plain_words import literal

_TIPS: Final = (
    (Notation.PLAIN, "写什么找什么；^p 是段落结尾，^t 是制表符，^l 是手工换行"),
    (Notation.WILD, "? 是一个字，* 是几个字；[甲乙] 是其中一个；要找 ? 本身写成 \\?"),
    (Notation.EXPRESSION, "\\d+ 是一串数字，[^。]+ 是不含句号的一段，(…) 可以在“替换为”里写 \\1"),
)


class FindOptions(QWidget):
    """The choices; ``changed`` whenever one is another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notation = QComboBox()
        self.notation.setAccessibleName("怎样查找")
        for number, (notation, tip) in enumerate(_TIPS):
            self.notation.addItem(notation.value, notation)
            self.notation.setItemData(number, literal(tip), Qt.ItemDataRole.ToolTipRole)
        self.case = _box("区分大小写", "a 和 A 算不同")
        self.half_width = _box("区分全半角", "１ 和 1、， 和 , 算不同")
        self.sentences = _box("整句", "找到、替换的都是带着这些字的整句；“替换为”空着就是删去整句")
        self.inside = _box("只在选中处", "只在现在选中的那一段文字里找，它会一直标着底色")
        self.list_all = QPushButton("列出整句")
        self.list_all.setCheckable(True)
        self.list_all.setToolTip("把每一处所在的句子列出来，点哪句到哪句")
        row = FlowLayout(self, gap=12)
        boxes = (self.case, self.half_width, self.sentences, self.inside)
        for part in (self.notation, *boxes, self.list_all):
            row.addWidget(part)
        self.notation.currentIndexChanged.connect(self._notation_changed)
        for box in boxes[:-1]:  # what is searched then is first told by who knows the selection
            box.toggled.connect(self.changed)
        self._notation_changed()

    def query(self, words: str) -> Query:
        """The words as they are meant."""
        notation: Notation = self.notation.currentData()
        return Query(words, notation, self.case.isChecked(), self.half_width.isChecked())

    def are_other(self) -> bool:
        """Whether anything is chosen that is not so at first."""
        buttons = (self.case, self.half_width, self.sentences, self.inside, self.list_all)
        return self.notation.currentIndex() > 0 or any(b.isChecked() for b in buttons)

    def mean_plainly(self) -> None:
        """Words that were selected mean themselves."""
        self.notation.setCurrentIndex(0)

    def _notation_changed(self) -> None:
        self.notation.setToolTip(literal(_TIPS[self.notation.currentIndex()][1]))
        self.changed.emit()


def _box(words: str, tip: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setToolTip(literal(tip))
    return made
