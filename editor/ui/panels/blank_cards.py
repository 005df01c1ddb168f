"""The cards of the fill sheet: one for each slot, with its places and its input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.blanks.blank import Blank
from editor.blanks.slots import Slot, context_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span
from editor.ui.document.controller import DocumentController
from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.palette import Colours
from editor.ui.panels.card_list import card, label, link
from editor.ui.panels.entered_values import EnteredValues
from editor.ui.panels.fill_field import FillField
from editor.ui.panels.filled_places import FilledPlace, SheetRow
from editor.ui.panels.marked_text import blank_style, with_marks

WIDTH = 12  # characters either side of a blank
SHOWN = 6  # places of a slot; more on demand, as hundreds of inputs take a second to make
Fill = Callable[[Sequence[Blank], str], None]
Blanks = Callable[[], Sequence[Blank]]
Offers = Callable[[Slot], Sequence[str]]
"""What the unit's profile has for a slot, the likeliest first."""
OFFERED = 3


class BlankCards:
    """Builds the cards of one analysis and remembers their inputs by slot or place."""

    def __init__(
        self,
        controller: DocumentController,
        manuscript: Manuscript,
        entered: EnteredValues,
        fill: Fill,
    ) -> None:
        self._controller, self._manuscript = controller, manuscript
        self._entered, self._fill = entered, fill
        self.fields: dict[str, FillField] = {}
        self.walk: Callable[[Callable[[], None]], None] = lambda step: step()
        self.more: Callable[[str], None] = lambda key: None
        self.offers: Offers = lambda slot: ()
        self.spare: Callable[[Sequence[Blank]], None] = lambda blanks: None

    def slot(self, row: SheetRow, colours: Colours) -> QWidget:
        """The card of a slot; what was filled stays in it."""
        frame, column = card()
        slot = row.slot
        column.addWidget(label(_title(row), strong=slot.sure and bool(slot.blanks)))
        if slot.hint and slot.blanks:
            column.addWidget(label(slot.hint, dim=True))
        for number in self._shown(row):
            entry = row.entries[number]
            if isinstance(entry, FilledPlace):
                column.addLayout(self._filled(entry, colours))
            elif slot.alone:
                self._alone(column, slot, row.key_of(entry), entry, colours)
            else:
                column.addWidget(self._ticked(entry, colours, box=len(slot.blanks) > 1))
        self._rest(column, slot)
        if slot.blanks and not slot.alone:
            self._together(column, slot)
        frame.setAccessibleName(_title(row))
        return frame

    def _shown(self, row: SheetRow) -> Iterator[int]:
        """The entries up to so many open ones, and what was filled behind them."""
        left = self._limit(row.slot)
        for number, entry in enumerate(row.entries):
            left -= isinstance(entry, Blank)
            if left >= 0 or isinstance(entry, FilledPlace):
                yield number

    def _filled(self, place: FilledPlace, colours: Colours) -> QHBoxLayout:
        _, start, end = place.span
        first = max(0, start - WIDTH)
        piece = place.text[first : end + WIDTH]
        style = f"color:{colours.good};font-weight:600"
        words = with_marks(piece, [(start - first, end - first)], style)
        return self._seen(label(f"✓ {words}", rich=True), place.span)

    def _together(self, column: QVBoxLayout, slot: Slot) -> None:
        field = self._field(slot.key, f"{slot.label}填什么", self._entered.slots.get(slot.key, ""))
        field.textChanged.connect(partial(self._entered.slots.__setitem__, slot.key))
        self._line(column, field, lambda: self._ticked_of(slot), slot.blanks[0])
        self._offer(column, slot, field)

    def _offer(self, column: QVBoxLayout, slot: Slot, field: FillField) -> None:
        offers = self.offers(slot)[:OFFERED]
        if not offers:
            return
        line = FlowLayout()
        told = label("档案", dim=True)
        told.setWordWrap(False)
        told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        line.addWidget(told)
        for words in offers:
            line.addWidget(link(words, partial(_take, field, words)))
        column.addLayout(line)

    def _limit(self, slot: Slot) -> int:
        return self._entered.limits.get(slot.key, SHOWN)

    def _rest(self, column: QVBoxLayout, slot: Slot) -> None:
        left = len(slot.blanks) - self._limit(slot)
        if left > 0:
            column.addWidget(link(f"还有 {left} 处，再看一些", partial(self.more, slot.key)))

    def _alone(
        self, column: QVBoxLayout, slot: Slot, key: str, blank: Blank, colours: Colours
    ) -> None:
        column.addLayout(self._context_line(blank, colours))
        entered = self._entered.of(blank)
        number = int(key.rpartition("#")[2]) + 1
        field = self._field(key, f"{slot.label}第 {number} 处填什么", entered.value)
        field.textChanged.connect(partial(setattr, entered, "value"))
        self._line(column, field, lambda: (blank,), blank)
        offers = self.offers(slot)[:OFFERED]
        if offers:  # a line of links at each of many years would bury the sheet
            field.setPlaceholderText(f"如 {'、'.join(offers)}")
            field.setCompleter(QCompleter(list(offers), field))

    def _ticked(self, blank: Blank, colours: Colours, *, box: bool) -> QWidget:
        row = QFrame()
        line = self._context_line(blank, colours)
        row.setLayout(line)
        if box:
            entered = self._entered.of(blank)
            tick = QCheckBox()
            tick.setChecked(entered.ticked)
            tick.setAccessibleName(
                "填这一处：" + "".join(context_of(self._manuscript, blank, WIDTH))
            )
            tick.toggled.connect(partial(setattr, entered, "ticked"))
            line.insertWidget(0, tick)
        return row

    def _context_line(self, blank: Blank, colours: Colours) -> QHBoxLayout:
        before, mark, behind = context_of(self._manuscript, blank, WIDTH)
        spans = [(len(before), len(before) + len(mark))]
        words = with_marks(before + mark + behind, spans, blank_style(colours, sure=blank.sure))
        told = label(words, rich=True) if mark or not blank.note else label(blank.note)
        return self._seen(told, blank.span)

    def _seen(self, words: QLabel, span: Span) -> QHBoxLayout:
        """Words of the text with what shows them on the page."""
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(words, 1)
        see = link("看", partial(self._controller.go_to, span.head, span.tail))
        see.setAccessibleName(f"转到第 {span.paragraph + 1} 段")
        line.addWidget(see)
        return line

    def _field(self, key: str, name: str, value: str) -> FillField:
        field = FillField(value)
        field.setPlaceholderText("填什么")
        field.setAccessibleName(name)
        self.fields[key] = field
        return field

    def _line(self, column: QVBoxLayout, field: FillField, meant: Blanks, first: Blank) -> None:
        """The input, what fills with it, and what says that ``meant`` are no blanks."""

        def run() -> None:
            # A click gives the button the keys; it goes with its card, and Qt would pass them on.
            field.setFocus()
            self._fill(meant(), field.text())

        button = QPushButton("填上")
        # From a click, too, the keys go on to the input behind this one, as after Enter.
        button.clicked.connect(field.setFocus)
        button.clicked.connect(run)
        field.returnPressed.connect(run)
        field.entered.connect(partial(self._controller.show, first.span.head, first.span.tail))
        field.undo_asked.connect(partial(self.walk, self._controller.undo))
        field.redo_asked.connect(partial(self.walk, self._controller.redo))

        def is_none() -> None:
            field.setFocus()
            self.spare(meant())

        spare = link("不是空", is_none)
        spare.setToolTip(
            "这里本来就这样写：不再标黄，不再拦定稿；校核单上记一笔，在“检查”里可以恢复"
        )
        line = FlowLayout()
        line.add_wide(field, 8)
        line.addWidget(button)
        line.addWidget(spare)
        column.addLayout(line)

    def _ticked_of(self, slot: Slot) -> list[Blank]:
        return [b for b in slot.blanks if self._entered.of(b).ticked]


def _title(row: SheetRow) -> str:
    slot = row.slot
    if not slot.blanks:
        return f"✓ {slot.label}　填了 {row.filled} 处"
    done = f"，填了 {row.filled} 处" if row.filled else ""
    return f"{'' if slot.sure else '？　'}{slot.label}　{len(slot.blanks)} 处{done}"


def _take(field: FillField, words: str) -> None:
    """Offered words go into the input, and the focus with them: Enter fills."""
    field.setText(words)
    field.setFocus()
