"""Commands on the section at the caret: move, promote, demote, renumber."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from editor.manuscript.edits import Edit

if TYPE_CHECKING:
    from editor.manuscript.renumber import Renumbering
    from editor.ui.shell.workshop import Workshop


class OutlineCommands:
    """What the menu 提纲 does; the tree calls the same panel methods."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        shop.outline.moved.connect(self.offer_renumbering)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        tree = self._shop.outline
        return {
            "outline.up": lambda: tree.shift(-1),
            "outline.down": lambda: tree.shift(1),
            "outline.promote": lambda: tree.change_level(-1),
            "outline.demote": lambda: tree.change_level(1),
            "outline.renumber": self.renumber,
            "outline.level1": lambda: tree.set_level(1),
            "outline.level2": lambda: tree.set_level(2),
            "outline.level3": lambda: tree.set_level(3),
            "outline.level4": lambda: tree.set_level(4),
            "outline.body": lambda: tree.set_level(0),
        }

    def offer_renumbering(self) -> None:
        """After a move: the numbers stay as typed until the user says so."""
        if self._changes():
            self._shop.strip.say("顺序变了，序号还是原来的。", "重排序号…", self.renumber)

    def renumber(self) -> None:
        """Show every number that would change, and change the ticked ones."""
        from editor.ui.shell.renumber_dialog import RenumberDialog

        changes = self._changes()
        if not changes:
            self._shop.strip.say("序号都对，不用重排。")
            return
        dialog = RenumberDialog(self._shop.window, self._shop.desk.manuscript(), changes)
        if dialog.exec():
            edits: Sequence[Edit] = dialog.edits()
            self._shop.desk.apply(edits)
            self._shop.strip.say(f"改了 {len(edits)} 处序号，按 Ctrl+Z 可以撤销。")

    def _changes(self) -> Sequence[Renumbering]:
        from editor.manuscript.renumber import renumber

        self._shop.desk.refresh()
        reading = self._shop.reading()
        return renumber(reading.manuscript, reading.outline)
