"""填空: the blanks of one slot in one row with their contexts; one value for the ticked."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.blanks.blank import Blank
from editor.blanks.fill import fill
from editor.blanks.slots import Slot, context, group
from editor.manuscript.manuscript import Manuscript
from editor.ui.page.desk import Desk
from editor.ui.panels.cards import CardList, card, label, link
from editor.ui.panels.marked import blank_style, with_marks
from editor.ui.panels.panel import Panel
from editor.ui.shell.palette import Colours

WIDTH = 12  # characters either side of a blank


class BlanksPanel(Panel):
    """The fill sheet beside the page."""

    def __init__(self, desk: Desk, colours: Colours) -> None:
        super().__init__(desk, colours)
        self._typed: dict[str, str] = {}
        self._fields: dict[str, QLineEdit] = {}
        self._head = label("")
        self._head.setContentsMargins(14, 4, 14, 4)
        self._list = CardList()
        self.column.addWidget(self._head)
        self.column.addWidget(self._list, 1)

    def signature(self) -> object:
        reading = self.reading()
        return tuple((b.span, b.text, b.slot) for b in reading.blanks)

    def rebuild(self) -> None:
        """Show the slots in the order of the text."""
        reading = self.reading()
        slots = group(reading.manuscript, reading.blanks)
        self._fields = {}
        number = len(reading.blanks)
        self._head.setText(f"还有 {number} 个空，{len(slots)} 类" if number else "")
        makers = [partial(self._slot, slot, reading.manuscript) for slot in slots]
        self._list.show_cards(makers, "没有没填的空。")

    def step(self, forward: bool) -> None:
        """Go to the next or previous blank from the caret; round at the end."""
        self.desk.refresh()
        blanks = self.reading().blanks
        if not blanks:
            self.said.emit("没有没填的空。")
            return
        caret = self.desk.selection()[0]
        if forward:
            target = next((b for b in blanks if b.span.head > caret), blanks[0])
        else:
            target = next((b for b in reversed(blanks) if b.span.head < caret), blanks[-1])
        self.desk.go_to(target.span.head, target.span.tail)

    def field(self, key: str) -> QLineEdit:
        """The input of a slot; raises KeyError where it is not shown."""
        return self._fields[key]

    def _slot(self, slot: Slot, manuscript: Manuscript) -> QWidget:
        frame, column = card()
        column.addWidget(label(f"{slot.label}　{len(slot.blanks)} 处"))
        if slot.hint:
            column.addWidget(label(slot.hint, dim=True))
        if slot.alone:
            for blank in slot.blanks:
                column.addLayout(self._one(blank, manuscript))
        else:
            self._together(column, slot, manuscript)
        frame.setAccessibleName(slot.label)
        return frame

    def _together(self, column: QVBoxLayout, slot: Slot, manuscript: Manuscript) -> None:
        ticks: list[tuple[QCheckBox, Blank]] = []
        for blank in slot.blanks:
            row, tick = self._ticked(blank, manuscript)
            column.addWidget(row)
            ticks.append((tick, blank))
        field = QLineEdit()
        field.setPlaceholderText("填什么")
        field.setAccessibleName(f"{slot.label} 的值")
        field.setText(self._typed.get(slot.key, ""))
        field.textChanged.connect(partial(self._typed.__setitem__, slot.key))
        self._fields[slot.key] = field
        button = QPushButton("填上")
        run = partial(self._fill_ticked, ticks, field)
        field.returnPressed.connect(run)
        button.clicked.connect(run)
        line = QHBoxLayout()
        line.addWidget(field, 1)
        line.addWidget(button)
        column.addLayout(line)

    def _ticked(self, blank: Blank, manuscript: Manuscript) -> tuple[QWidget, QCheckBox]:
        row = QFrame()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        tick = QCheckBox()
        tick.setChecked(True)
        tick.setAccessibleName("填这一处")
        line.addWidget(tick)
        line.addWidget(label(self._context(blank, manuscript), rich=True), 1)
        line.addWidget(link("看", partial(self.desk.go_to, blank.span.head, blank.span.tail)))
        return row, tick

    def _one(self, blank: Blank, manuscript: Manuscript) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(self._context(blank, manuscript), rich=True))
        key = f"{blank.slot}@{blank.span.paragraph},{blank.span.start}"
        field = QLineEdit()
        field.setPlaceholderText("填什么")
        field.setText(self._typed.get(key, ""))
        field.textChanged.connect(partial(self._typed.__setitem__, key))
        self._fields[key] = field
        run = partial(self._fill_one, blank, field)
        field.returnPressed.connect(run)
        button = QPushButton("填上")
        button.clicked.connect(run)
        line = QHBoxLayout()
        line.addWidget(field, 1)
        line.addWidget(button)
        line.addWidget(link("看", partial(self.desk.go_to, blank.span.head, blank.span.tail)))
        column.addLayout(line)
        return column

    def _context(self, blank: Blank, manuscript: Manuscript) -> str:
        before, mark, behind = context(manuscript, blank, WIDTH)
        start = len(before)
        return with_marks(
            before + mark + behind, [(start, start + len(mark))], blank_style(self.colours)
        )

    def _fill_ticked(self, ticks: list[tuple[QCheckBox, Blank]], field: QLineEdit) -> None:
        self._fill([blank for tick, blank in ticks if tick.isChecked()], field.text())

    def _fill_one(self, blank: Blank, field: QLineEdit) -> None:
        self._fill([blank], field.text())

    def _fill(self, blanks: list[Blank], value: str) -> None:
        value = value.strip()
        if not value or not blanks:
            self.said.emit("先写上要填的字，并勾选要填的地方。")
            return
        if self.reading().manuscript.revision != self.desk.manuscript().revision:
            self.said.emit("文字刚改过，填空单已更新，请再点一次。")
            self.desk.refresh()
        else:
            self._typed.clear()
            self.desk.apply(fill(blanks, value))
            self.said.emit(f"填了 {len(blanks)} 处，按 Ctrl+Z 可以撤销。")
        self.update_now()
