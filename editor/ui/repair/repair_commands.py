"""The command 逐对修复: opens the dialog on the spun words of the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from editor.checks.report.spun_repair import repair_of
from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript

if TYPE_CHECKING:
    from editor.ui.shell.composition import Workshop


class RepairCommands:
    """Mends a spun text."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        shop.findings.repair_asked.connect(self.repair)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"spun.repair": self.repair}

    def repair(self) -> None:
        """Show the pairs; each time the user mends some it is one undo step."""
        from editor.ui.repair.repair_dialog import OpenRepair, RepairDialog

        shop = self._shop
        shop.controller.refresh()
        analysis = shop.analysis()
        found = repair_of(analysis.findings, shop.analyzer.rules)
        if not found.swaps:
            shop.strip.say("没有发现成批替换的词。")
            return
        bench = OpenRepair(analysis.manuscript, found, self._apply)
        dialog = RepairDialog(shop.window, bench, shop.window.theme.colours)
        dialog.exec()
        if dialog.mended:
            shop.strip.say(f"换回了 {dialog.mended} 处，按 Ctrl+Z 可以撤销。")

    def _apply(self, edits: tuple[Replace, ...]) -> Manuscript:
        self._shop.controller.apply(edits)
        return self._shop.controller.manuscript()
