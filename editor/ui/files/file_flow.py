"""The file commands: new, open, reopen, close; one text is open at most."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog

from editor.files.encodings import CHOICES
from editor.files.opened import Opened
from editor.files.save import new_document
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.ui.autosave import Autosave
from editor.ui.context import Context
from editor.ui.files.file_reader import FileReader
from editor.ui.files.recent_files import RecentFiles
from editor.ui.files.save_flow import SaveFlow
from editor.ui.files.start_page import SAMPLE, skeletons
from editor.ui.files.unsaved_question import ask_unsaved
from editor.ui.menu_entries import MenuEntries

FILTER = (
    "讲话稿 (*.docx *.doc *.wps *.txt *.md *.rtf *.odt *.pdf);;"
    "Word、WPS 文档 (*.docx *.docm *.dotx *.dotm *.doc *.dot *.wps *.wpt *.rtf *.odt);;"
    "文本 (*.txt *.md);;所有文件 (*)"
)
ORIGINAL = "打开原稿"


class FileFlow(QObject):
    """Everything that happens to the open file, and the one way to another one."""

    def __init__(self, context: Context, autosave: Autosave, recent: RecentFiles) -> None:
        super().__init__(context.parent)
        self._text, self._messages, self._parent = context.text, context.messages, context.parent
        self._autosave, self._recent = autosave, recent
        self._reader = FileReader(context.messages, context.parent)
        self.saving = SaveFlow(context, recent)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "file.new": lambda: self.new_from(""),
            "file.skeleton": self.skeleton_entries,
            "file.open": self.open_dialog,
            "file.recent": lambda: self._recent.entries(self.open_path),
            "file.reopen": self.ask_encoding,
            "file.save": self.saving.save,
            "file.save_as": self.saving.save_as,
            "file.close": self.close,
            "help.sample": self.open_sample,
        }

    def skeleton_entries(self) -> MenuEntries:
        """The bundled skeletons, for the menu."""
        return [(path.stem, "", lambda path=path: self.new_from(str(path))) for path in skeletons()]

    def open_dialog(self) -> None:
        """Ask for a file."""
        path, _ = QFileDialog.getOpenFileName(self._parent, "打开", str(self._folder()), FILTER)
        if path:
            self.open_path(path)

    def _folder(self) -> Path:
        """Where one looks first: beside the open text, the last one, or among the documents."""
        if self._text.folder:
            return self._text.folder
        for recent in self._recent.paths():
            return recent.parent
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents) or Path.home())

    def open_path(self, path: str | Path, encoding: str | None = None) -> None:
        """Open a file; where it cannot be, the window stays as it was.

        It is read first: only a text that is there makes the open one go.
        """
        path = Path(path).absolute()  # what is kept for a file is kept under this name
        self._reader.read(path, self._arrive, encoding)

    def open_sample(self) -> None:
        """The bundled sample, as a new text, so that it cannot be written over."""
        self.new_from(str(SAMPLE))

    def new_from(self, skeleton: str) -> None:
        """A new text: blank, or with the words of a skeleton."""
        text = Path(skeleton).read_text("utf-8").rstrip("\n") if skeleton else ""
        self._arrive(new_document(manuscript_of(text), "docx"))

    def ask_encoding(self) -> None:
        """Read the file again in another encoding."""
        opened = self._text.opened
        if opened is None or opened.path is None or opened.kind != "txt":
            self._messages.say("只有已保存的文本文件（txt）能换编码打开。")
            return
        labels = {words: name for name, words in CHOICES}
        words, chosen = QInputDialog.getItem(
            self._parent, "换编码重新打开", f"现在是 {opened.encoding.upper()}，换成：",
            list(labels), 0, False,
        )  # fmt: skip
        if chosen:
            self.open_path(opened.path, labels[words])

    def close(self) -> None:
        """Close the text and show the start page."""
        if self.may_leave():
            self._text.close()

    def may_leave(self) -> bool:
        """Whether the open text may go: saved, unchanged, or let go by the user."""
        self._text.settle()
        if self._text.opened is None or not self._text.modified:
            self._autosave.settle()
            return True
        answer = ask_unsaved(self._parent, self._text.name())
        if answer == "save":
            return self.saving.save()
        if answer == "discard":
            self._autosave.let_go()
            return True
        return False

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

    def _arrive(self, opened: Opened) -> None:
        if self.may_leave():
            self.take(opened)


def _show_original(path: Path) -> None:
    """Open a file with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
