"""The file commands: new, open, save, close, and what was open last time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from editor.files.encodings import CHOICES
from editor.files.open import open_document
from editor.files.opened import Opened
from editor.files.recovery import Snapshot
from editor.files.rekey import rekey
from editor.files.save import new_document
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.paragraph import Position
from editor.ui.shell.background import Background
from editor.ui.shell.keeper import Keeper
from editor.ui.shell.save_flow import SaveFlow
from editor.ui.shell.start_page import SAMPLE
from editor.ui.shell.unsaved import ask_unsaved
from editor.ui.shell.window import file_name

if TYPE_CHECKING:
    from editor.ui.shell.workshop import Workshop

FILTER = "讲话稿 (*.docx *.txt *.md);;Word 文档 (*.docx *.docm *.dotx);;文本 (*.txt *.md);;所有文件 (*)"
RECENT = 20
BIG = 2_000_000  # bytes; above, opening leaves the interface thread and can be stopped


class FileFlow(QObject):
    """Holds the open file and everything that happens to it."""

    def __init__(self, shop: Workshop) -> None:
        super().__init__(shop.window)
        self._shop = shop
        self._settings = shop.window.settings
        self.opened: Opened | None = None
        self.keeper = Keeper(shop.desk, self._settings.folder / "recovery")
        self._background = Background(shop.strip)
        self.saving = SaveFlow(self, shop)
        shop.window.page.document().modificationChanged.connect(self.show_title)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "file.new": self.close,
            "file.open": self.open_dialog,
            "file.recent": self.ask_recent,
            "file.reopen": self.ask_encoding,
            "file.save": self.saving.save,
            "file.save_as": self.saving.save_as,
            "file.close": self.close,
            "app.quit": self._shop.window.close,
        }

    def begin(self, path: str) -> None:
        """Open what the command line named, what was lost, or the last session's file."""
        self._shop.show_text(False)
        if path == "--sample":
            self.open_sample()
        elif path:
            self.open_path(path)
        elif last := self._settings.text("session_path"):
            if Path(last).exists():
                self.open_path(last)
                self._restore_caret()
        if lost := self.keeper.pending():
            name = file_name(lost[0].path)
            words = f"“{name}”上次有没保存的改动，已替您留着。"
            self._shop.strip.say(words, "恢复", lambda: self.recover(lost[0]))

    def end(self) -> None:
        """Remember the session; nothing unsaved is left here."""
        caret = self._shop.desk.caret()
        path = self.opened.path if self.opened else None
        sample = path is not None and path == SAMPLE
        self._settings.set("session_path", str(path) if path and not sample else "")
        self._settings.set("session_caret", f"{caret.paragraph},{caret.offset}")
        self._settings.save()
        self.keeper.settle()

    def open_dialog(self) -> None:
        """Ask for a file."""
        folder = str(self.opened.path.parent) if self.opened and self.opened.path else ""
        path, _ = QFileDialog.getOpenFileName(self._shop.window, "打开", folder, FILTER)
        if path:
            self.open_path(path)

    def open_path(self, path: str | Path, encoding: str | None = None) -> None:
        """Open a file; where it cannot be, the window stays as it was."""
        path = Path(path)
        if not self.may_leave():
            return
        big = path.exists() and path.is_file() and path.stat().st_size > BIG
        if big:
            work = lambda: open_document(path, encoding=encoding)  # noqa: E731
            self._background.run(f"正在打开“{path.name}”…", work, self._take, self._failed)
            return
        try:
            opened = open_document(path, encoding=encoding)
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._take(opened)

    def open_sample(self) -> None:
        """The bundled sample, as a new text, so that it cannot be written over."""
        self.new_from(str(SAMPLE))

    def new_from(self, skeleton: str) -> None:
        """A new text: blank, or with the words of a skeleton."""
        if not self.may_leave():
            return
        text = Path(skeleton).read_text("utf-8").rstrip("\n") if skeleton else ""
        self._take(new_document(manuscript_of(text), "docx"))

    def ask_recent(self) -> None:
        """Choose among the files opened last."""
        there = [p for p in self._settings.texts("recent") if Path(p).exists()]
        if not there:
            self._shop.strip.say("还没有打开过稿子。")
            return
        path, chosen = QInputDialog.getItem(
            self._shop.window, "最近的稿子", "打开哪一份：", there, 0, False
        )
        if chosen:
            self.open_path(path)

    def ask_encoding(self) -> None:
        """Read the file again in another encoding."""
        opened = self.opened
        if opened is None or opened.path is None or opened.kind != "txt":
            self._shop.strip.say("只有已保存的文本文件（txt）能换编码打开。")
            return
        labels = {words: name for name, words in CHOICES}
        words, chosen = QInputDialog.getItem(
            self._shop.window,
            "换编码重新打开",
            f"现在是 {opened.encoding}，换成：",
            list(labels),
            0,
            False,
        )
        if chosen:
            self.open_path(opened.path, labels[words])

    def close(self) -> None:
        """Close the text and show the start page."""
        if self.may_leave():
            self.keeper.stop()
            self.opened = None
            self._shop.desk.load(manuscript_of(""))
            self._shop.show_text(False)
            self.show_title()

    def may_leave(self) -> bool:
        """Whether the open text may go: saved, unchanged, or let go by the user."""
        if self.opened is None or not self.modified():
            self.keeper.settle()
            return True
        answer = ask_unsaved(self._shop.window, file_name(self.opened.path))
        if answer == "save":
            return self.saving.save()
        if answer == "discard":
            self.keeper.settle()
            return True
        return False

    def modified(self) -> bool:
        """Whether the text differs from its file."""
        return self._shop.window.page.document().isModified()

    def recover(self, snapshot: Snapshot) -> None:
        """Bring back what was not saved, over the file it belongs to."""
        if not self.may_leave():
            return
        opened = new_document(snapshot.manuscript, "docx")
        manuscript = snapshot.manuscript
        if snapshot.path and snapshot.path.exists():
            try:
                opened = open_document(snapshot.path)
                manuscript = rekey(opened, snapshot.manuscript)
            except Trouble as trouble:
                self._failed(trouble)
        self._take(opened)
        self._shop.desk.load(manuscript)
        self._shop.window.page.document().setModified(True)
        self.keeper.forget(snapshot)
        self._shop.desk.edited.emit()
        self._shop.strip.say("已恢复没保存的改动，请核对后保存。")

    def _take(self, opened: Opened) -> None:
        self.opened = opened
        self._shop.take_text(opened)
        self._shop.window.page.document().setModified(opened.path is None and bool(opened.manuscript.text))
        self.keeper.watch(opened.path)
        self.remember(opened.path)
        self.show_title()
        if opened.notes:
            self._shop.strip.say("\n".join(opened.notes))

    def _failed(self, trouble: Exception) -> None:
        if isinstance(trouble, Trouble):
            QMessageBox.warning(self._shop.window, "打不开", f"{trouble.what}\n\n{trouble.advice}")
        else:
            raise trouble

    def remember(self, path: Path | None) -> None:
        """Put a file on top of the recent ones."""
        if path is None or path == SAMPLE:
            return
        others = [p for p in self._settings.texts("recent") if p != str(path.absolute())]
        self._settings.set("recent", (str(path.absolute()), *others[: RECENT - 1]))
        self._settings.save()

    def _restore_caret(self) -> None:
        paragraph, _, offset = self._settings.text("session_caret").partition(",")
        last = self._shop.desk.manuscript().paragraphs
        if paragraph.isdigit() and offset.isdigit() and int(paragraph) < len(last):
            inside = min(int(offset), len(last[int(paragraph)].text))
            self._shop.desk.go_to(Position(int(paragraph), inside))

    def show_title(self) -> None:
        """Name and state in the title bar."""
        name = file_name(self.opened.path) if self.opened else ""
        self._shop.window.show_title(name, modified=bool(self.opened) and self.modified())
