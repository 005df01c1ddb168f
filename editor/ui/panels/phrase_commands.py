"""The commands of the phrase bank: search it, keep a sentence, go on with one at the caret."""

from __future__ import annotations

from collections.abc import Callable

from editor.ui.context import Context
from editor.ui.panels.phrase_bank_source import PhraseBankSource
from editor.ui.panels.side_tabs import SideTabs
from phrasebank.completion import Completer


class PhraseCommands:
    """What the menu 插入 does with the phrase bank."""

    def __init__(self, context: Context, tabs: SideTabs, bank: PhraseBankSource) -> None:
        self._controller, self._messages = context.controller, context.messages
        self._settings = context.settings
        self._tabs, self._panel, self._bank = tabs, tabs.phrases, bank

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"insert.phrase": self.search_phrase, "insert.keep": self.keep_phrase}

    def search_phrase(self) -> None:
        """To the phrase bank, with the selected words."""
        self._tabs.bring(self._panel)
        self._panel.ask(self._controller.selected_text())

    def keep_phrase(self) -> None:
        """Put the selected sentence into the user's own phrases."""
        text = self._controller.selected_text().strip()
        if not text:
            self._messages.say("先选中要收入语料库的文字。")
            return
        self._tabs.bring(self._panel)
        self._panel.keep(text)

    def continuation(self, before: str, behind: str) -> str:
        """How the bank would go on at the caret, where the writer wants to be told."""
        if not self._bank.loaded() or not self._settings.flag("completion"):
            return ""
        found = Completer(self._bank.get()).after(before, behind)
        return found.text if found else ""
