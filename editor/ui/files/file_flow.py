"""What happens to the file of one open speech: saved, read anew, let go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from editor.files.backups.backup_store import bytes_there
from editor.files.open import open_document
from editor.files.opened import Opened
from editor.files.presence import is_same
from editor.files.trouble import Trouble
from editor.files.write_file import write_file
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.ui.autosave import Autosave
from editor.ui.context import Context
from editor.ui.files.file_reader import FileReader
from editor.ui.files.outside_changes import OutsideChanges
from editor.ui.files.recent_files import RecentFiles
from editor.ui.files.save_flow import SaveFlow
from editor.ui.files.start_page import SAMPLE
from editor.ui.files.unsaved_question import ask_unsaved
from editor.ui.trouble_box import show_trouble

ORIGINAL = "打开原稿"


class FileFlow(QObject):
    """Everything that happens to the file of a speech that is open."""

    read_anew = Signal(Position)  # where the caret was

    def __init__(self, context: Context, autosave: Autosave, recent: RecentFiles) -> None:
        super().__init__(context.parent)
        self._text, self._messages, self._parent = context.text, context.messages, context.parent
        self._controller, self._autosave, self._recent = context.controller, autosave, recent
        self._reader = FileReader(context.messages, context.parent)
        self.saving = SaveFlow(context, recent)
        self.outside = OutsideChanges(context)
        self.outside.compare_asked.connect(self.saving.compare_with)
        self.outside.read_again_asked.connect(self.read_again)
        self.outside.save_asked.connect(self.saving.save)
        self.outside.save_as_asked.connect(self.saving.save_as)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "file.reopen": self.ask_encoding,
            "file.save": self.saving.save,
            "file.save_as": self.saving.save_as,
        }

    def ask_encoding(self) -> None:
        """Read the file again in another encoding."""
        opened = self._text.opened
        if opened is None or opened.path is None or opened.kind != "txt":
            self._messages.say("只有已保存的文本文件（txt）能换编码打开。")
            return
        from editor.ui.files.encoding_dialog import ask_encoding

        chosen = ask_encoding(self._parent, opened)
        if chosen is not None:
            self._reader.read(opened.path, self._arrive, chosen)

    def read_again(self) -> None:
        """The file as somebody else has written it; what is shown now stays as a version."""
        path = self._text.path
        if path is None or not self.may_leave():
            return
        place = self._controller.caret()
        self._text.about_to_change.emit("重新读入")

        def arrive(opened: Opened) -> None:
            self.take(opened)
            self.read_anew.emit(place)

        self._reader.read(path, arrive)

    def may_leave(self) -> bool:
        """Whether the open text may go: saved, unchanged, or let go by the user."""
        self._text.settle()
        if not self.is_unsaved():
            self._autosave.settle()
            return True
        answer = ask_unsaved(self._parent, self._text.told_name())
        if answer == "save":
            return self.saving.save()
        if answer == "discard":
            self.let_go()
            return True
        return False

    def is_unsaved(self) -> bool:
        """Whether there are words that are in no file."""
        return self._text.opened is not None and self._text.modified

    def let_go(self) -> None:
        """The unsaved words are not wanted: they lie in the bin for a month."""
        self._autosave.let_go()

    def is_blank(self) -> bool:
        """Whether nothing is open, or a new text in which nothing was ever written."""
        opened = self._text.opened
        if opened is None:
            return True
        made = opened.path or opened.origin or opened.manuscript.text
        return not (made or self._text.modified)

    def take(self, opened: Opened, unsaved: Manuscript | None = None) -> None:
        """Show what has been opened; ``unsaved`` are newer words of it."""
        self._text.load(opened)
        if unsaved is not None:
            self._text.restore(unsaved)
            self._autosave.keep_now()
        if opened.path != SAMPLE:
            self._recent.remember(opened.path or opened.origin)
        if opened.origin is not None:
            show = partial(_show_original, opened.origin)
            self._messages.say("\n".join(opened.notes), ORIGINAL, show)
        elif opened.notes:
            self._messages.say("\n".join(opened.notes))

    def is_of(self, path: Path) -> bool:
        """Whether the open text is this file's."""
        return self._text.path is not None and is_same(self._text.path, path)

    def put_back(self, data: bytes) -> bool:
        """The file as it was saved earlier, in place of what it is now; False where it is not.

        What is unsaved is asked about first; what the file holds now is kept as another state.
        """
        path = self._text.path
        if path is None or not self.may_leave():
            return False
        before = bytes_there(path)
        try:
            write_file(path, data, still=lambda: bytes_there(path) == before)
            opened = open_document(path)
        except Trouble as trouble:
            show_trouble(self._parent, "没有换回去", trouble)
            return False
        if before is not None:
            self.saving.replaced(path, before)
        self.take(opened)
        return True

    def _arrive(self, opened: Opened) -> None:
        if self.may_leave():
            self.take(opened)


def _show_original(path: Path) -> None:
    """Open a file with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
