"""Commands on sections: move, part, join, make, name, take away, renumber."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QInputDialog

from editor.manuscript.edits import Edit
from editor.manuscript.outline.sections import Kind
from editor.manuscript.structure.drop_rules import Where
from editor.manuscript.structure.structure_commands import (
    Delete,
    Duplicate,
    Insert,
    Merge,
    Rename,
    Split,
)
from editor.ui.look.first_size import fit
from editor.ui.tree.outline_editor import quoted_title
from editor.ui.tree.section_numbers import shown_number

if TYPE_CHECKING:
    from editor.analysis.values import Analysis
    from editor.manuscript.structure.renumber import Renumbering
    from editor.ui.shell.composition import Workshop

OFFER = "重排序号…"
TITLE_WIDTH = 520  # px: a heading of thirty characters
OFFER_MS = 150  # after a move; an analysis follows it sooner


class OutlineCommands:
    """What the menu 提纲 does; the tree calls the same panel methods."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._moved = False
        self._of_order = False  # whether numbers, not only a count, were offered to be mended
        # All numbers are gone through: that waits until the moved text is painted and read.
        self._soon = QTimer(shop.window, singleShot=True, interval=OFFER_MS)
        self._soon.timeout.connect(self.offer_renumbering)
        shop.outline.moved.connect(self._take_move)
        shop.controller.analysis_changed.connect(self._withdraw)
        shop.findings.renumber_asked.connect(self.renumber)
        shop.window.tree.menu_asked.connect(self.show_menu)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        tree = self._shop.outline
        return {
            "outline.up": lambda: tree.shift(-1),
            "outline.down": lambda: tree.shift(1),
            "outline.promote": lambda: tree.change_level(-1),
            "outline.demote": lambda: tree.change_level(1),
            "outline.split": self.split,
            "outline.merge": lambda: tree.order(lambda s: Merge(s[-1])),
            "outline.after": lambda: tree.order(lambda s: Insert(s[-1], Where.AFTER)),
            "outline.before": lambda: tree.order(lambda s: Insert(s[0], Where.BEFORE)),
            "outline.inside": lambda: tree.order(lambda s: Insert(s[-1], Where.INSIDE)),
            "outline.rename": self.rename,
            "outline.duplicate": lambda: tree.order(lambda s: Duplicate(s[-1])),
            "outline.delete": self.delete,
            "outline.collect": self.places,
            "outline.renumber": self.renumber,
            "outline.level1": lambda: tree.set_level(1),
            "outline.level2": lambda: tree.set_level(2),
            "outline.level3": lambda: tree.set_level(3),
            "outline.level4": lambda: tree.set_level(4),
            "outline.body": lambda: tree.set_level(0),
        }

    def split(self) -> None:
        """A new section from the caret on."""
        self._shop.outline.editor.apply(Split(self._shop.controller.caret()))

    def delete(self) -> None:
        """Take the sections out; one undo step brings them back."""
        sections = self._shop.outline.sections()
        if not sections:
            return
        names = "、".join(quoted_title(s) for s in sections[:3]) + (
            "等" if len(sections) > 3 else ""
        )
        if self._shop.outline.editor.apply(Delete(sections)):
            self._shop.strip.say(f"已删除{names}，连同里面的内容。按 Ctrl+Z 恢复。")

    def rename(self) -> None:
        """Ask for other words for a heading."""
        sections = self._shop.outline.sections()
        if not sections:
            return
        section = sections[-1]
        dialog = QInputDialog(self._shop.window)
        dialog.setWindowTitle("改标题")
        dialog.setLabelText("标题（序号和标点不动）：")
        dialog.setTextValue(section.title)
        fit(dialog, TITLE_WIDTH, 0)  # a whole heading can be seen
        if dialog.exec():
            self._shop.outline.editor.apply(Rename(section, dialog.textValue()))

    def places(self) -> list[tuple[str, str, Callable[[], object]]]:
        """The sections to whose end the selected words can go."""
        tree = self._shop.outline
        _, outline = tree.editor.read()
        if not self._shop.controller.selected_text():
            return []
        sections = [s for s in outline.walk() if s.kind is Kind.SECTION]
        names = ["　" * max(0, s.level - 1) + shown_number(s) + s.title for s in sections]
        return [
            (name, "", partial(tree.collect, s)) for name, s in zip(names, sections, strict=True)
        ]

    def show_menu(self, at: QPoint) -> None:
        """The menu 提纲 where the mouse is."""
        self._shop.window.actions_.menus["提纲"].popup(at)

    def offer_renumbering(self) -> None:
        """After a move: the numbers stay as typed until the user says so."""
        changes = self._changes()
        self._of_order = not all(change.announced for change in changes)
        if changes and not self._of_order:
            # Word counts its own numbers anew; “三点” is typed.
            self._shop.strip.say("项数变了，前面说的“几点”还是原来的。", OFFER, self.renumber)
        elif changes:
            self._shop.strip.say("顺序变了，序号还是原来的。", OFFER, self.renumber)
        else:
            self._shop.strip.withdraw(OFFER)

    def _take_move(self) -> None:
        self._moved = True
        self._soon.start()

    def _withdraw(self, analysis: Analysis) -> None:
        """The move was undone, or the numbers mended by hand: nothing is offered any more."""
        if OFFER in self._shop.strip.offers():
            from editor.manuscript.structure.renumber import renumber

            left = renumber(analysis.manuscript, analysis.outline, moved=self._moved)
            # A template's own wrong count (“五个方面” over six) was there before the move.
            if all(change.announced and self._of_order for change in left):
                self._shop.strip.withdraw(OFFER)

    def renumber(self) -> None:
        """Show every number that would change, and change the ticked ones."""
        from editor.ui.tree.renumber_dialog import RenumberDialog

        changes = self._changes()
        if not changes:
            self._shop.strip.say("序号都对，不用重排。")
            return
        dialog = RenumberDialog(self._shop.window, self._shop.controller.manuscript(), changes)
        if dialog.exec():
            edits: Sequence[Edit] = dialog.edits()
            if edits:  # also from the strip, where no command is watched
                self._shop.text.about_to_change.emit("重排序号")
            self._shop.controller.apply(edits)
            self._moved = False
            self._shop.strip.say(f"改了 {len(edits)} 处序号，按 Ctrl+Z 可以撤销。")

    def _changes(self) -> Sequence[Renumbering]:
        from editor.manuscript.structure.renumber import renumber

        self._shop.controller.catch_up()
        analysis = self._shop.analysis()
        return renumber(analysis.manuscript, analysis.outline, moved=self._moved)
