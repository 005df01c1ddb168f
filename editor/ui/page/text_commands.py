"""Commands on the text at the caret: undo, clipboard, go to, the date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtWidgets import QInputDialog

from editor.manuscript.paragraph import Position
from editor.ui.context import Context
from editor.ui.look.plain_words import literal
from editor.ui.menu_entries import MenuEntries

SHOWN: Final = 20  # steps in a list; they fit a menu at 768 lines


class TextCommands:
    """What the menu 编辑 does, and the date of 插入."""

    def __init__(self, context: Context) -> None:
        self._controller = context.controller
        self._messages, self._parent = context.messages, context.parent

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        controller = self._controller
        return {
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "edit.undo_to": self.steps_back,
            "edit.redo_to": self.steps_forward,
            "edit.cut": lambda: controller.active_view.cut(),
            "edit.copy": lambda: controller.active_view.copy(),
            "edit.paste": lambda: controller.active_view.paste(),
            "edit.paste_plain": lambda: controller.active_view.paste_plain(),
            "edit.select_all": lambda: controller.active_view.selectAll(),
            "edit.go_to": self.ask_where,
            "insert.date": self.insert_date,
            "insert.page_break": self.tell_of_pages,
        }

    def steps_back(self) -> MenuEntries:
        """The steps that can be taken back, the latest first; one takes back up to itself."""
        names, undo = self._controller.step_names, self._controller.undo
        return [
            (f"{count}　{step.name}", "", partial(names.undo_to, step, undo))
            for count, step in enumerate(names.done()[:SHOWN], 1)
        ]

    def steps_forward(self) -> MenuEntries:
        """The steps that were taken back, as they would be done again."""
        names, redo = self._controller.step_names, self._controller.redo
        return [
            (f"{count}　{step.name}", "", partial(names.redo_to, step, redo))
            for count, step in enumerate(names.undone()[:SHOWN], 1)
        ]

    def undo(self) -> None:
        """Take the last step back; where there is none, say so."""
        if self._controller.can_undo():
            self._controller.undo()
        elif not self._controller.view.taken_back_beside():
            self._messages.say("没有可以撤销的了。")

    def redo(self) -> None:
        """Do it again; where nothing was taken back, say so."""
        if self._controller.can_redo():
            self._controller.redo()
        else:
            self._messages.say("没有可以重做的。")

    def ask_where(self) -> None:
        """Go to a paragraph by its number."""
        controller = self._controller
        last = len(controller.manuscript().paragraphs)
        here = controller.caret().paragraph + 1
        number, chosen = QInputDialog.getInt(
            self._parent, "转到段落", literal(f"第几段（1～{last}）："), here, 1, last
        )
        if chosen:
            controller.go_to(Position(number - 1, 0))

    def tell_of_pages(self) -> None:
        """Pages are made by the editions; the key that WPS has for it says so."""
        self._messages.say("不用手工分页：打印、导出时自动排页；Word 文稿里原有的分页照样留着。")

    def insert_date(self) -> None:
        """Today as GB/T 9704-2012 7.3.5.4 writes it: Arabic, in full, no leading zero."""
        today = date.today()
        self._controller.insert(f"{today.year}年{today.month}月{today.day}日")
