"""The file commands: new, open, reopen, close; one text is open at most."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from editor.files.encodings import CHOICES
from editor.files.open import open_document
from editor.files.opened import Opened
from editor.files.save import new_document
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.ui.background_task import BackgroundTask
from editor.ui.files.recent_files import recent_entries, recent_paths, remember
from editor.ui.files.save_flow import SaveFlow
from editor.ui.files.start_page import SAMPLE, skeletons
from editor.ui.files.unsaved_question import ask_unsaved
from editor.ui.session.autosave import Autosave

if TYPE_CHECKING:
    from editor.ui.shell.actions import Entries
    from editor.ui.shell.composition import Workshop

FILTER = (
    "讲话稿 (*.docx *.txt *.md);;Word 文档 (*.docx *.docm *.dotx);;文本 (*.txt *.md);;所有文件 (*)"
)
BIG = 2_000_000  # bytes; above, opening leaves the interface thread and can be stopped


class FileFlow(QObject):
    """Holds the open file and everything that happens to it."""

    def __init__(self, shop: Workshop) -> None:
        super().__init__(shop.window)
        self._shop = shop
        self._settings = shop.window.settings
        self.text = shop.text
        self.keeper = Autosave(shop.controller, self._settings.folder / "recovery")
        self._background = BackgroundTask(shop.strip)
        self.saving = SaveFlow(self, shop)
        self.text.modified_changed.connect(self.show_title)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "file.new": lambda: self.new_from(""),
            "file.skeleton": self.skeleton_entries,
            "file.open": self.open_dialog,
            "file.recent": lambda: recent_entries(self._settings, self.open_path),
            "file.reopen": self.ask_encoding,
            "file.save": self.saving.save,
            "file.save_as": self.saving.save_as,
            "file.close": self.close,
            "app.quit": self._shop.window.close,
        }

    @property
    def opened(self) -> Opened | None:
        """The open file."""
        return self.text.opened

    def skeleton_entries(self) -> Entries:
        """The bundled skeletons, for the menu."""
        return [(path.stem, "", lambda path=path: self.new_from(str(path))) for path in skeletons()]

    def open_dialog(self) -> None:
        """Ask for a file."""
        folder = str(self._folder())
        path, _ = QFileDialog.getOpenFileName(self._shop.window, "打开", folder, FILTER)
        if path:
            self.open_path(path)

    def _folder(self) -> Path:
        """Where one looks first: beside the open text, the last one, or among the documents."""
        if self.opened and self.opened.path:
            return self.opened.path.parent
        for recent in recent_paths(self._settings):
            return recent.parent
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents) or Path.home())

    def open_path(self, path: str | Path, encoding: str | None = None) -> None:
        """Open a file; where it cannot be, the window stays as it was.

        It is read first: only a text that is there makes the open one go.
        """
        path = Path(path).absolute()  # what is kept for a file is kept under this name
        if _size(path) > BIG:
            work = lambda: open_document(path, encoding=encoding)  # noqa: E731
            self._background.run(f"正在打开“{path.name}”…", work, self._arrive, self.failed)
            return
        try:
            opened = open_document(path, encoding=encoding)
        except Trouble as trouble:
            self.failed(trouble)
            return
        self._arrive(opened)

    def open_sample(self) -> None:
        """The bundled sample, as a new text, so that it cannot be written over."""
        self.new_from(str(SAMPLE))

    def new_from(self, skeleton: str) -> None:
        """A new text: blank, or with the words of a skeleton."""
        text = Path(skeleton).read_text("utf-8").rstrip("\n") if skeleton else ""
        self._arrive(new_document(manuscript_of(text), "docx"))

    def ask_encoding(self) -> None:
        """Read the file again in another encoding."""
        opened = self.opened
        if opened is None or opened.path is None or opened.kind != "txt":
            self._shop.strip.say("只有已保存的文本文件（txt）能换编码打开。")
            return
        labels = {words: name for name, words in CHOICES}
        words, chosen = QInputDialog.getItem(
            self._shop.window, "换编码重新打开", f"现在是 {opened.encoding.upper()}，换成：",
            list(labels), 0, False,
        )  # fmt: skip
        if chosen:
            self.open_path(opened.path, labels[words])

    def close(self) -> None:
        """Close the text and show the start page."""
        if self.may_leave():
            self.keeper.stop()
            self.text.close()
            self.show_title()

    def may_leave(self) -> bool:
        """Whether the open text may go: saved, unchanged, or let go by the user."""
        if self.opened is None or not self.modified():
            self.keeper.settle()
            return True
        answer = ask_unsaved(self._shop.window, self.name())
        if answer == "save":
            return self.saving.save()
        if answer == "discard":
            self.keeper.let_go()
            return True
        return False

    def modified(self) -> bool:
        """Whether the text differs from its file."""
        return self.text.modified

    def name(self) -> str:
        """How the window calls the open text."""
        return self.text.name()

    def take(self, opened: Opened, unsaved: Manuscript | None = None) -> None:
        """Show what has been opened; ``unsaved`` are newer words of it."""
        self.text.load(opened)
        self.keeper.watch(opened.path)
        if unsaved is not None:
            self.text.restore(unsaved)
            self.keeper.keep_now()
        if opened.path != SAMPLE:
            remember(self._settings, opened.path)
        self.show_title()
        if opened.notes:
            self._shop.strip.say("\n".join(opened.notes))

    def failed(self, trouble: Exception) -> None:
        """Say what happened and what to do; the open text is untouched."""
        if isinstance(trouble, Trouble):
            QMessageBox.warning(self._shop.window, "打不开", f"{trouble.what}\n\n{trouble.advice}")
        else:
            raise trouble

    def show_title(self) -> None:
        """Name and state in the title bar."""
        name = self.name()
        if self.opened and self.opened.read_only:
            name += "（只读）"
        self._shop.window.show_title(name, modified=bool(self.opened) and self.modified())

    def _arrive(self, opened: Opened) -> None:
        if self.may_leave():
            self.take(opened)


def _size(path: Path) -> int:
    """Bytes of a file; 0 where there is none, or none that can be looked at."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0
