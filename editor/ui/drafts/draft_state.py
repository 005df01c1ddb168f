"""Which draft is open, and whether it is saved: '第3稿 · 已存 14:02'.

The number is that of the highest version the writer called 第N稿 while the words are still
its words, else the next: what one works on will be that.
"""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QObject, Signal

from editor.files.opened import Opened
from editor.files.versions.kept_version import digest_of_text
from editor.ui.autosave import Autosave
from editor.ui.context import Context
from editor.ui.drafts.version_history import VersionHistory
from editor.ui.drafts.version_words import time_words

NEVER = "还没存过"


class DraftState(QObject):
    """Told in words by `changed`; '' where nothing is open."""

    changed = Signal(str)

    def __init__(self, context: Context, autosave: Autosave, history: VersionHistory) -> None:
        super().__init__(context.controller)
        self._controller, self._text = context.controller, context.text
        self._draft, self._digest = 0, ""
        self._saved = self._kept = 0.0  # seconds since 1970, 0 for never
        self._kept_well = True
        text = context.text
        text.loaded.connect(self._take_text)
        text.saved.connect(self._take_saved)
        text.closed.connect(self._tell)
        text.modified_changed.connect(self._tell)
        context.controller.analysis_changed.connect(self._tell)
        autosave.kept.connect(partial(self._take_kept, True))
        autosave.failed.connect(partial(self._take_kept, False))
        history.drafted.connect(self._take_draft)

    def words(self) -> str:
        """The state of now."""
        if self._text.opened is None:
            return ""
        return f"第{self._number()}稿 · {self._saving()}"

    def _number(self) -> int:
        same = self._draft and digest_of_text(self._controller.manuscript()) == self._digest
        return self._draft if same else self._draft + 1

    def _saving(self) -> str:
        if not self._text.modified:
            return f"已存 {_clock(self._saved)}" if self._text.path else NEVER
        if not self._kept_well:
            return "未存，留底没写成，请马上保存"
        return f"未存，已留底 {_clock(self._kept)}" if self._kept else "未存"

    def _take_text(self, opened: Opened) -> None:
        self._saved = opened.stamp.mtime_ns / 1e9 if opened.stamp else 0.0
        self._kept, self._kept_well = 0.0, True
        self._tell()

    def _take_saved(self) -> None:
        self._saved, self._kept, self._kept_well = time.time(), 0.0, True
        self._tell()

    def _take_kept(self, well: bool, _error: object = None) -> None:
        self._kept, self._kept_well = time.time() if well else 0.0, well
        self._tell()

    def _take_draft(self, draft: int, digest: str) -> None:
        self._draft, self._digest = draft, digest
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.words())


def _clock(moment: float) -> str:
    """'14:02', on another day '11月3日 09:30'."""
    return time_words(moment).removeprefix("今天 ")
