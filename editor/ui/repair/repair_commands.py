"""The command 逐对修复: opens the dialog on the spun words of the text."""

from __future__ import annotations

from collections.abc import Callable

from editor.checks.report.spun_repair import repair_of
from editor.checks.rules.rule import Rule
from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript
from editor.ui.context import Context
from editor.ui.look.theme import Theme


class RepairCommands:
    """Mends a spun text."""

    def __init__(self, context: Context, theme: Theme, rules: tuple[Rule, ...]) -> None:
        self._controller, self._messages = context.controller, context.messages
        self._parent, self._theme, self._rules = context.parent, theme, rules

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"spun.repair": self.repair}

    def repair(self) -> None:
        """Show the pairs; each time the user mends some it is one undo step."""
        from editor.ui.repair.repair_dialog import OpenRepair, RepairDialog

        self._controller.refresh()
        analysis = self._controller.analysis()
        found = repair_of(analysis.findings, self._rules)
        if not found.swaps:
            self._messages.say("没有发现成批替换的词。")
            return
        opened = OpenRepair(analysis.manuscript, found, self._apply)
        dialog = RepairDialog(self._parent, opened, self._theme.colours)
        dialog.exec()
        if dialog.mended:
            self._messages.say(f"换回了 {dialog.mended} 处，按 Ctrl+Z 可以撤销。")

    def _apply(self, edits: tuple[Replace, ...]) -> Manuscript:
        self._controller.apply(edits, name=f"换回原词 {len(edits)} 处")
        return self._controller.manuscript()
