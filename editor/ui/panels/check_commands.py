"""Commands of checking: the findings, the blanks, and what is set aside in this document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from editor.analysis.analyzer import SpeechAnalyzer
from editor.blanks.blank import Blank
from editor.checks.finding import Finding
from editor.checks.report.ignore_list import Ignored, IgnoreList
from editor.files.document_values import DocumentValues
from editor.files.opened import Opened
from editor.manuscript.manuscript import Manuscript
from editor.ui.context import Context
from editor.ui.panels.reason_box import ReasonBox
from editor.ui.panels.side_tabs import SideTabs

REASON = "写上理由"


class CheckCommands:
    """What the menu 检查 does."""

    def __init__(self, context: Context, analyzer: SpeechAnalyzer, tabs: SideTabs) -> None:
        self._controller, self._text = context.controller, context.text
        self._messages, self._settings = context.messages, context.settings
        self._parent, self._analyzer = context.parent, analyzer
        self.rules = analyzer.rules
        self._tabs, self._findings, self._blanks = tabs, tabs.findings, tabs.blanks
        # What was set aside before each ignoring, with the text of then.
        self._before: list[tuple[Manuscript, IgnoreList]] = []
        self._kept = DocumentValues(context.settings.folder / "ignored")
        self._findings.ignore_asked.connect(self._ignore_in_list)
        self._blanks.spare_asked.connect(self._ignore_in_list)
        self._blanks.sheet_asked.connect(self.sheet_at)
        self._findings.restore_asked.connect(self.restore)
        self._text.about_to_load.connect(self._take_ignored)
        self._text.saved.connect(self._keep_ignored)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"check.all": self.check_all, "blanks.sheet": self.fill_sheet}

    def check_all(self) -> None:
        """Read the whole text now and show what is found."""
        self._tabs.bring(self._findings)
        self._controller.refresh()
        self._findings.update_now()

    def fill_sheet(self) -> None:
        """Show the fill sheet, with the keys in the input for the next blank."""
        self._bring_sheet()
        self._blanks.enter()

    def _bring_sheet(self) -> None:
        self._tabs.bring(self._blanks)
        self._controller.refresh()
        self._blanks.update_now()

    def sheet_at(self, blank: Blank) -> None:
        """Show the fill sheet at the input of a blank, and go there."""
        self._bring_sheet()
        self._blanks.point_at(blank, focus=True)

    def _ignore_in_list(self, findings: tuple[Finding, ...]) -> None:
        self.ignore(findings)
        self._update_lists()

    def _update_lists(self) -> None:
        """At once, for one presses in them; else they follow when the hand rests."""
        self._findings.update_now(force=True)
        self._blanks.update_now()

    def ignore(self, findings: tuple[Finding, ...]) -> None:
        """Set findings aside for this document; kept beside it, not in it."""
        if not findings:
            return
        author, today = self._signed()
        ignored = self._analyzer.ignored
        for finding in findings:
            ignored = ignored.with_finding(finding, who=author, when=today)
        self._set_aside(ignored, f"已忽略 {len(findings)} 处，这份稿子不再提示。")

    def ignore_everywhere(self, finding: Finding) -> None:
        """Set aside what is found in these words, here and wherever they come again."""
        author, today = self._signed()
        alike = [f for f in self._controller.analysis().findings if f.rule == finding.rule]
        number = sum(f.excerpt == finding.excerpt for f in alike)
        ignored = self._analyzer.ignored.with_words(finding, who=author, when=today)
        words = f"“{finding.excerpt}”这份稿子不再提示（现有 {number} 处）。"
        self._set_aside(ignored, words)

    def _signed(self) -> tuple[str, str]:
        return self._settings.text("author"), date.today().isoformat()

    def _set_aside(self, ignored: IgnoreList, words: str) -> None:
        taken = ignored.items[len(self._analyzer.ignored.items) :]
        self._before.append((self._controller.manuscript(), self._analyzer.ignored))
        self._analyzer.ignored = ignored
        self._changed(words, REASON, lambda: self.ask_why(taken))

    def take_back(self) -> bool:
        """Undo the last ignoring, if nothing was written since; whether there was one."""
        text = self._controller.manuscript()
        if not self._before or self._before[-1][0] is not text:
            self._before.clear()
            return False
        self._analyzer.ignored = self._before.pop()[1]
        self._messages.withdraw(REASON)
        self._changed("已撤回刚才的忽略。")
        return True

    def ask_why(self, taken: tuple[Ignored, ...]) -> None:
        """A box for the reason, beside the page; none need be given."""
        words = f"忽略了 {len(taken)} 处“{taken[0].excerpt[:20]}”，理由是："
        if len({item.excerpt for item in taken}) > 1:
            words = f"忽略了 {len(taken)} 处，理由是："
        signed = bool(self._settings.text("author"))
        ReasonBox(self._parent, words, signed, lambda why: self._explain(taken, why)).show()

    def restore(self) -> None:
        """Show everything again."""
        self._analyzer.ignored = IgnoreList()
        self._messages.withdraw(REASON)
        self._changed("忽略的都恢复了。")
        self._update_lists()

    def _take_ignored(self, opened: Opened) -> None:
        """The decisions kept for the file that comes."""
        kept = self._kept.of(opened.path) if opened.path else []
        self._analyzer.ignored = IgnoreList.from_json(kept)

    def _keep_ignored(self) -> None:
        """Write the decisions down; a text without a file keeps them until it has one."""
        if path := self._text.path:
            self._kept.keep(path, self._analyzer.ignored.to_json())

    def _explain(self, taken: tuple[Ignored, ...], why: str) -> None:
        self._analyzer.ignored = self._analyzer.ignored.explained(taken, why)
        self._changed("理由记下了，会写在校核单上。")

    def _changed(
        self, words: str, button: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self._keep_ignored()
        self._controller.refresh()
        self._messages.say(words, button, run)
