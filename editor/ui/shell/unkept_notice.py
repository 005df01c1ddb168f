"""The cell of the status bar that says when typed words do not get onto the disk, and why.

The window has it once: a speech behind the one in front is in the same danger.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from editor.storage.causes import Cause, cause_of
from editor.ui.autosave import AGAIN_MS, Autosave
from editor.ui.open_text import OpenText
from editor.ui.shell.status_bar import StatusBar

_FAULT: Final = Cause("程序出了差错。", "请存盘后重开笔杆。")


class UnkeptNotice(QObject):
    """Says it at once, and takes it back when all that was typed is on the disk or in a file."""

    def __init__(self, status: StatusBar) -> None:
        super().__init__(status)
        self._status = status
        self._failing: dict[OpenText, Cause] = {}

    def watch(self, text: OpenText, autosave: Autosave) -> None:
        """A speech that is being kept."""
        autosave.failed.connect(partial(self._fail, text))
        well = partial(self._well, text)
        for told in (autosave.kept, autosave.settled):
            told.connect(well)

    def _fail(self, text: OpenText, error: Exception) -> None:
        self._failing[text] = cause_of(error) if isinstance(error, OSError) else _FAULT
        self._show()

    def _well(self, text: OpenText) -> None:
        if self._failing.pop(text, None) is not None:
            self._show()

    def _show(self) -> None:
        if not self._failing:
            self._status.show_unkept("", "")
            return
        cause = next(iter(self._failing.values()))
        names = "、".join([f"“{text.told_name()}”" for text in self._failing])
        self._status.show_unkept(
            f"自动保存失败：{cause.what.rstrip('。')}",
            f"{names}刚改的文字还没有留底，停电就没有了，请马上存盘。存不进去的话，{cause.advice}\n"
            f"文字都在窗口里，每隔 {AGAIN_MS // 1000} 秒再试一次，写成了这里就不再显示。",
        )
