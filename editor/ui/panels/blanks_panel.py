"""填空: the blanks of one slot in one row with their contexts; one value for the ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from editor.analysis.tally import tally
from editor.analysis.values import Analysis
from editor.blanks.blank import Blank
from editor.blanks.fill import fill
from editor.blanks.slots import Slot, slots_of
from editor.ui.document.controller import DocumentController
from editor.ui.document.step_names import shortened
from editor.ui.look.theme import Theme
from editor.ui.panels.blank_cards import SHOWN, BlankCards, Offers
from editor.ui.panels.card_list import CardList, label
from editor.ui.panels.entered_values import EnteredValues
from editor.ui.panels.fill_field import FillField
from editor.ui.panels.filled_places import FilledPlaces, SheetRow
from editor.ui.panels.side_panel import NO_TEXT, SidePanel

NONE = "这份稿子没有要填的空。"
CHANGED = "文字刚改过，填空单已更新，请再点一次。"
MORE = 20  # places of a slot added by each 再看一些


class BlanksPanel(SidePanel):
    """The fill sheet beside the page; words typed into it stay until they are filled.

    ``spare_asked`` has the findings of places that are no blanks, to be set aside.
    """

    spare_asked = Signal(tuple)  # of Finding
    sheet_asked = Signal(object)  # Blank: the sheet is wanted, at its input
    stepped = Signal(object)  # Blank that a walk has come to

    def __init__(self, controller: DocumentController, theme: Theme) -> None:
        super().__init__(controller, theme)
        self._entered = EnteredValues()
        self._filled = FilledPlaces()
        self._rows: tuple[SheetRow, ...] = ()
        self.offers: Offers = lambda slot: ()  # what the unit's profile has for a slot
        self._cards: BlankCards | None = None
        self._head = label("")
        self._head.setContentsMargins(14, 4, 14, 4)
        self._list = CardList()
        self.column.addWidget(self._head)
        self.column.addWidget(self._list, 1)

    def signature(self) -> object:
        """Where the blanks or findings are, and what is unfolded."""
        analysis = self.analysis()
        own = tuple((b.span, b.text, b.slot) for b in (*analysis.blanks, *analysis.unsure))
        filled = self._filled.follow(analysis.manuscript)
        return own, tuple(analysis.blanks_beside), filled

    def rebuild(self) -> None:
        """Show the slots in the order of the text; the input in use stays in use."""
        if not self.has_text:
            self._head.hide()
            self._list.show_cards((), NO_TEXT)
            return
        analysis = self.analysis()
        blanks = sorted((*analysis.blanks, *analysis.unsure), key=lambda b: b.span)
        slots = slots_of(analysis.manuscript, blanks)
        self._rows = self._filled.rows(slots)
        self._entered.take(analysis.manuscript, blanks)
        held = self._held()
        self._cards = BlankCards(self.controller, analysis.manuscript, self._entered, self._fill)
        self._cards.walk = self._walk
        self._cards.more = self._show_more
        self._cards.offers = self.offers
        self._cards.spare = self.set_aside
        counted = tally(analysis)
        told = [words] if (words := counted.blanks_words()) else []
        told += [f"另有 {len(analysis.unsure)} 处拿不准，排在最后"] if analysis.unsure else []
        told += [beside] if (beside := self._beside()) else []
        self._head.setText("。".join(told))
        self._head.setVisible(bool(told))
        makers = [partial(self._cards.slot, row, self.colours) for row in self._rows]
        self._list.show_cards(makers, "" if beside or not counted.all_blanks else NONE)
        if held:
            self._hold(*held)

    def _beside(self) -> str:
        """The blanks that stand beside the speech: where, and that they are not filled here."""
        rows = self.analysis().blanks_beside
        places = "、".join(dict.fromkeys(one.where for one in rows))
        return f"另有 {len(rows)} 处空在{places}里，请在 Word 里填" if rows else ""

    def forget(self) -> None:
        """Another text comes."""
        self._entered, self._filled = EnteredValues(), FilledPlaces()

    def showEvent(self, event: QShowEvent) -> None:
        """Opened anew the sheet holds what is open; what was filled is done with."""
        if self._filled.any() and not event.spontaneous():
            self._filled = FilledPlaces()
        super().showEvent(event)

    def step(self, forward: bool) -> None:
        """Go to the next or previous blank from the caret; round at the end."""
        if self.outdated():
            self.controller.refresh()
        blanks = self.analysis().blanks
        if not blanks:
            self.said.emit(self._beside() or NONE)
            return
        caret = self.controller.selection()[0]
        if forward:
            behind = (b for b in blanks if b.span.head > caret)
            target = next(behind, blanks[0])

        else:
            target = next((b for b in reversed(blanks) if b.span.head < caret), blanks[-1])
        self.controller.go_to(target.span.head, target.span.tail)
        self.point_at(target)
        self.stepped.emit(target)

    def values_for(self, slot: Slot) -> tuple[str, ...]:
        """What is known for a slot: entered in the sheet, filled before, in the unit's profile."""
        return tuple(dict.fromkeys((*self._entered.known(slot), *self.offers(slot))))

    def fill_in(self, analysis: Analysis, blanks: Sequence[Blank], value: str) -> None:
        """Fill blanks that were found in this analysis, if it is still of now."""
        if analysis is not self.analysis():
            self.controller.refresh()
            self.said.emit(CHANGED)
            return
        self._fill(blanks, value)

    def ask_for(self, blank: Blank) -> None:
        """The sheet is wanted at this blank."""
        self.sheet_asked.emit(blank)

    def point_at(self, blank: Blank, *, focus: bool = False) -> None:
        """Select the card of a blank and bring it into view; ``focus``: the keys go there too."""
        if not self.isVisible():
            return
        self.update_now()
        number = next((n for n, row in enumerate(self._rows) if blank in row.slot.blanks), -1)
        if number < 0 or self._cards is None:
            return
        made = self._list.card_at(number)
        field = self._cards.fields.get(self._rows[number].key_of(blank))
        self._list.select(made, field)
        if focus and field is not None:
            field.setFocus()

    def enter(self) -> None:
        """The keys go to the input for the next blank from the caret; none, where none is open."""
        blanks = self.analysis().blanks
        caret = self.controller.selection()[0]
        target = next((b for b in blanks if b.span.head >= caret), next(iter(blanks), None))
        if target is not None:
            self.point_at(target, focus=True)

    def keys(self) -> list[str]:
        """The keys of the inputs that are shown, from top to bottom."""
        return list(self._cards.fields) if self._cards else []

    def field(self, key: str) -> FillField:
        """The input of a slot ('unit:X工会') or a place in it ('number:名#0').

        Raises KeyError where it is not shown.
        """
        assert self._cards is not None
        return self._cards.fields[key]

    def _fill(self, blanks: Sequence[Blank], value: str) -> None:
        value = value.strip()
        if not value or not blanks:
            self.said.emit("先写上要填的字，并勾选要填的地方。")
            return
        if self.outdated():
            self.said.emit(CHANGED)
            self.controller.refresh()
            self.update_now()
            return
        slot = next((r.slot for r in self._rows if blanks[0] in r.slot.blanks), None)
        edits = fill(blanks, value)
        if slot is not None and self.isVisible():
            edits = self._filled.note(slot, blanks, value, self.controller.manuscript())
        self._entered.fill(blanks, value)
        self.controller.apply(edits, name=_step_name(value, len(blanks)))
        self.said.emit(f"填了 {len(blanks)} 处，按 Ctrl+Z 可以撤销。")
        self.update_now()

    def _walk(self, step: Callable[[], None]) -> None:
        """Undo or redo from an input: what comes back stands at its place at once."""
        step()
        self.controller.catch_up()
        self.update_now()

    def set_aside(self, blanks: Sequence[Blank]) -> None:
        """These are no blanks."""
        spans = {blank.span for blank in blanks}
        found = self.analysis().findings
        self.spare_asked.emit(
            tuple(f for f in found if f.rule.startswith("blanks/") and f.span in spans)
        )

    def _show_more(self, key: str) -> None:
        self._entered.limits[key] = self._entered.limits.get(key, SHOWN) + MORE
        self.update_now(force=True)

    def _held(self) -> tuple[str, int, int] | None:
        """The input that has the focus: its key, its place in the sheet, its caret."""
        for place, key in enumerate(self.keys()):
            field = self.field(key)
            if field.hasFocus():
                return key, place, field.cursorPosition()
        return None

    def _hold(self, key: str, place: int, caret: int) -> None:
        keys = self.keys()
        if not keys:
            self.controller.focus()
            return
        gone = key not in keys
        field = self.field(keys[place % len(keys)] if gone else key)  # the next, or the first
        field.setFocus()
        field.setCursorPosition(caret)
        self._list.ensureWidgetVisible(field)


def _step_name(value: str, count: int) -> str:
    return f"填空“{shortened(value)}”" + (f" {count} 处" if count > 1 else "")
