"""Commands of checking: findings, blanks, the sheet before printing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from editor.checks.finding import Finding
from editor.checks.report.gate import Gate, gate
from editor.checks.report.ignore_list import Ignored, IgnoreList
from editor.files.document_values import DocumentValues

if TYPE_CHECKING:
    from editor.ui.shell.composition import Workshop

REASON = "写上理由"
MEND = "改正"


class CheckCommands:
    """What the menu 检查 does."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._kept = DocumentValues(shop.window.settings.folder / "ignored")
        shop.findings.ignore_asked.connect(self.ignore)
        shop.blanks.spare_asked.connect(self.ignore)
        shop.findings.stepped.connect(self.tell_step)
        shop.controller.edited.connect(self._forget_step)
        shop.findings.restore_asked.connect(self.restore)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        shop = self._shop
        return {
            "check.all": self.check_all,
            "check.next": lambda: shop.findings.step(True),
            "check.previous": lambda: shop.findings.step(False),
            "blanks.next": lambda: shop.blanks.step(True),
            "blanks.previous": lambda: shop.blanks.step(False),
            "blanks.sheet": self.fill_sheet,
            "gate.sheet": self.show_gate,
        }

    def check_all(self) -> None:
        """Read the whole text now and show what is found."""
        self._shop.show_panel(self._shop.findings)
        self._shop.controller.refresh()
        self._shop.findings.update_now()

    def tell_step(self, words: str, mend: Callable[[], object] | None) -> None:
        """What F8 has come to, with a button that mends it where something does."""
        self._shop.strip.withdraw(MEND)
        self._shop.strip.say(words, MEND if mend else "", mend)

    def _forget_step(self) -> None:
        if MEND in self._shop.strip.offers():
            self._shop.strip.withdraw(MEND)

    def fill_sheet(self) -> None:
        """Show the fill sheet."""
        self._shop.show_panel(self._shop.blanks)
        self._shop.controller.refresh()
        self._shop.blanks.update_now()

    def verdict(self) -> Gate:
        """The gate's view of the text as it is now."""
        self._shop.controller.refresh()
        analysis = self._shop.analysis()
        return gate(analysis.manuscript, analysis.findings, analysis.blanks)

    def show_gate(self) -> None:
        """The sheet before printing, without printing."""
        from editor.ui.printing.gate_sheet import GateSheet

        sheet = GateSheet(self._shop.window, self._shop.controller, self.verdict(), purpose="")
        self._shop.proofs.offer_in(sheet)
        sheet.show()

    def ignore(self, findings: tuple[Finding, ...]) -> None:
        """Set findings aside for this document; kept beside it, not in it."""
        if not findings:
            return
        settings = self._shop.window.settings
        analyzer = self._shop.analyzer
        before = len(analyzer.ignored.items)
        for finding in findings:
            analyzer.ignored = analyzer.ignored.with_finding(
                finding, who=settings.text("author"), when=date.today().isoformat()
            )
        taken = analyzer.ignored.items[before:]
        words = f"已忽略 {len(findings)} 处，这份稿子不再提示。"
        self._changed(words, REASON, lambda: self.ask_why(taken))

    def ask_why(self, taken: tuple[Ignored, ...]) -> None:
        """A box for the reason, beside the page; none need be given."""
        from editor.ui.panels.reason_box import ReasonBox

        words = f"忽略了 {len(taken)} 处“{taken[0].excerpt[:20]}”，理由是："
        if len({item.excerpt for item in taken}) > 1:
            words = f"忽略了 {len(taken)} 处，理由是："
        signed = bool(self._shop.window.settings.text("author"))
        ReasonBox(self._shop.window, words, signed, lambda why: self._explain(taken, why)).show()

    def restore(self) -> None:
        """Show everything again."""
        self._shop.analyzer.ignored = IgnoreList()
        self._shop.strip.withdraw(REASON)
        self._changed("忽略的都恢复了。")

    def take_ignored(self, path: Path | None) -> None:
        """The decisions kept for a file."""
        kept = self._kept.of(path) if path else []
        self._shop.analyzer.ignored = IgnoreList.from_json(kept)

    def keep_ignored(self) -> None:
        """Write the decisions down; a text without a file keeps them until it has one."""
        opened = self._shop.files.opened
        if opened is not None and opened.path is not None:
            self._kept.keep(opened.path, self._shop.analyzer.ignored.to_json())

    def _explain(self, taken: tuple[Ignored, ...], why: str) -> None:
        self._shop.analyzer.ignored = self._shop.analyzer.ignored.explained(taken, why)
        self._changed("理由记下了，会写在校核单上。")

    def _changed(
        self, words: str, button: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self.keep_ignored()
        self._shop.controller.refresh()
        self._shop.findings.update_now(force=True)
        self._shop.blanks.update_now()
        self._shop.strip.say(words, button, run)
