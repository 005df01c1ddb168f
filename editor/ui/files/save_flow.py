"""Saving from the window: in place, under another name, and what to ask when it fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox

from editor.files.authorship import Authorship
from editor.files.backups.backup_store import bytes_there
from editor.files.opened import FileStamp, stamp_at
from editor.files.outside.others_open import others_with
from editor.files.presence import is_there
from editor.files.save import TEXT, WORD, SaveOptions, save
from editor.files.trouble import CannotEncode, ChangedOnDisk, Trouble
from editor.ui.context import Context
from editor.ui.files.changed_question import ask_changed, opened_by
from editor.ui.files.export_path import may_replace
from editor.ui.files.file_dialog import dressed
from editor.ui.files.recent_files import RecentFiles
from editor.ui.look.plain_words import literal
from editor.ui.trouble_box import show_trouble

SAVE_FILTER = "Word 文档 (*.docx);;文本 (*.txt)"
KNOWN = {*WORD, *TEXT} - {""}


class SaveFlow:
    """Saves the open text."""

    def __init__(self, context: Context, recent: RecentFiles) -> None:
        self._controller, self._text = context.controller, context.text
        self._messages, self._parent = context.messages, context.parent
        self._settings = context.settings
        self._recent = recent
        self.compare: Callable[[Path], object] = lambda path: None  # with what another wrote
        self._compared = ""  # the fingerprint of what was compared last
        # Is told what a file held that has been written over.
        self.replaced: Callable[[Path, bytes], object] = lambda path, data: None
        # The same, of what somebody else had saved there, and when (s since 1970).
        self.overwritten: Callable[[Path, bytes, float], object] = lambda path, data, saved: None

    def save(self) -> bool:
        """Save in place; a text without a file asks for a name."""
        opened = self._text.opened
        if opened is None:
            return False
        if opened.path is None or opened.read_only:
            return self.save_as()
        return self._save(opened.path)

    def save_as(self) -> bool:
        """Save under another name."""
        if self._text.opened is None:
            return False
        folder, start = self._text.folder or Path.home(), self._text.proposed_name()
        with dressed(self._settings):
            chosen, kind = QFileDialog.getSaveFileName(
                self._parent, "另存为", str(folder / start), SAVE_FILTER
            )
        if not chosen:
            return False
        target = Path(chosen)
        if target.suffix.lower() not in KNOWN:
            target = target.with_name(target.name + (".txt" if "txt" in kind else ".docx"))
            if not may_replace(self._parent, target):
                return False
        if self._text.is_open_elsewhere(target):
            self._messages.say(f"“{target.name}”正在另一个标签里开着，请另起一个名字。")
            return False
        others = others_with(target) if is_there(target) and target != self._text.path else ()
        if others and not self._sure(f"“{target.name}”：{opened_by(others)}。要替换它吗？"):
            return False
        return self._save(target)

    def _sure(self, words: str) -> bool:
        asked = QMessageBox.question(self._parent, "另存为", literal(words))
        return asked == QMessageBox.StandardButton.Yes

    def _save(self, target: Path, how: SaveOptions | None = None) -> bool:
        assert self._text.opened is not None
        manuscript, read = self._controller.manuscript(), self._controller.structure()
        how = replace(
            how or SaveOptions(),
            rescue=self._settings.folder / "rescue",
            by=Authorship(self._settings.text("author")),
            outline=read.outline if read.manuscript is manuscript else None,
        )
        before = bytes_there(target)
        try:
            done = save(self._text.opened, manuscript, target, how)
        except ChangedOnDisk as trouble:
            return self._ask_overwrite(trouble, target, how)
        except CannotEncode as trouble:
            return self._ask_utf8(trouble, target, how)
        except Trouble as trouble:
            show_trouble(self._parent, "没有保存", trouble)
            return False
        if before is not None and how.over is not None:
            self.overwritten(target, before, how.over.mtime_ns / 1e9)
        elif before is not None:
            self.replaced(target, before)
        self._text.note_saved(done.opened)
        self._recent.remember(done.opened.path)
        words = ["已保存。", *done.notes]
        if others := others_with(target):
            words.append(f"{opened_by(others)}：请告诉对方重新打开，不然那边一存，这一份就没了。")
        self._messages.say("\n".join(words))
        return True

    def compare_with(self, path: Path) -> None:
        """Lay what somebody else has written beside the open text."""
        now = _as_it_is(path)
        self._compared = now.digest if now else ""
        self.compare(path)

    def _ask_overwrite(self, trouble: Trouble, target: Path, how: SaveOptions) -> bool:
        found = _as_it_is(target)  # this, and nothing that comes while the question stands
        compared = found is not None and found.digest == self._compared
        match ask_changed(self._parent, trouble, found, compared=compared):
            case "compare":
                self.compare_with(target)
            case "save_as":
                return self.save_as()
            case "over":
                return self._save(target, replace(how, over=found))
            case "stay":
                pass
        return False

    def _ask_utf8(self, trouble: CannotEncode, target: Path, how: SaveOptions) -> bool:
        answer = QMessageBox.question(
            self._parent, "换成 UTF-8", literal(f"{trouble.what}\n\n改用 UTF-8 保存吗？")
        )
        yes = answer == QMessageBox.StandardButton.Yes
        return yes and self._save(target, replace(how, encoding=trouble.offer))


def _as_it_is(path: Path) -> FileStamp | None:
    try:
        return stamp_at(path)
    except OSError:
        return None
