"""Commands on the text at the caret: undo, clipboard, find, go to, insert."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from editor.manuscript.paragraph import Position
from editor.ui.page.inline_completion import InlineCompletion
from phrasebank.completion import Completer

if TYPE_CHECKING:
    from editor.ui.shell.composition import Workshop


class TextCommands:
    """What the menus 编辑 and 插入 do."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self.ghost = InlineCompletion(shop.controller, self._go_on)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        controller, bar = self._shop.controller, self._shop.find_bar
        return {
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "edit.cut": lambda: controller.active_view.cut(),
            "edit.copy": lambda: controller.active_view.copy(),
            "edit.paste": lambda: controller.active_view.paste(),
            "edit.select_all": lambda: controller.active_view.selectAll(),
            "edit.find": bar.open_find,
            "edit.replace": bar.open_replace,
            "edit.find_next": bar.find_next,
            "edit.find_previous": bar.find_previous,
            "edit.go_to": self.ask_where,
            "insert.phrase": self.search_phrase,
            "insert.keep": self.keep_phrase,
            "insert.date": self.insert_date,
        }

    def undo(self) -> None:
        """Take the last step back; where there is none, say so."""
        if (
            self._shop.controller.view.document().isUndoAvailable()
        ):  # the stack, wherever the hand is
            self._shop.controller.undo()
        else:
            self._shop.strip.say("没有可以撤销的了。")

    def redo(self) -> None:
        """Do it again; where nothing was taken back, say so."""
        if self._shop.controller.view.document().isRedoAvailable():
            self._shop.controller.redo()
        else:
            self._shop.strip.say("没有可以重做的。")

    def ask_where(self) -> None:
        """Go to a paragraph by its number."""
        controller = self._shop.controller
        last = len(controller.manuscript().paragraphs)
        here = controller.caret().paragraph + 1
        number, chosen = QInputDialog.getInt(
            self._shop.window, "转到段落", f"第几段（1～{last}）：", here, 1, last
        )
        if chosen:
            controller.go_to(Position(number - 1, 0))

    def search_phrase(self) -> None:
        """To the phrase bank, with the selected words."""
        self._shop.show_panel(self._shop.phrases)
        self._shop.phrases.ask(self._shop.controller.selected_text())

    def keep_phrase(self) -> None:
        """Put the selected sentence into the user's own phrases."""
        text = self._shop.controller.selected_text().strip()
        if not text:
            self._shop.strip.say("先选中要收入语料库的文字，再按 Ctrl+D。")
            return
        self._shop.show_panel(self._shop.phrases)
        self._shop.phrases.keep(text)

    def insert_date(self) -> None:
        """Today as GB/T 9704-2012 7.3.5.4 writes it: Arabic, in full, no leading zero."""
        today = date.today()
        self._shop.controller.insert(f"{today.year}年{today.month}月{today.day}日")

    def _go_on(self, before: str, behind: str) -> str:
        """How the bank would go on at the caret, where the writer wants to be told."""
        phrases = self._shop.services.library
        if not phrases.loaded() or not self._shop.window.settings.flag("completion"):
            return ""
        found = Completer(phrases.get()).after(before, behind)
        return found.text if found else ""
