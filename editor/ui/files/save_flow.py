"""Saving from the window: in place, under another name, and what to ask when it fails."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from editor.files.save import TEXT, WORD, SaveOptions, save
from editor.files.trouble import CannotEncode, ChangedOnDisk, Trouble
from editor.ui.files.export_path import may_replace
from editor.ui.files.recent_files import remember

if TYPE_CHECKING:
    from editor.ui.files.file_flow import FileFlow
    from editor.ui.shell.composition import Workshop

SAVE_FILTER = "Word 文档 (*.docx);;文本 (*.txt)"
KNOWN = {*WORD, *TEXT} - {""}


class SaveFlow:
    """Saves the text that the file commands hold open."""

    def __init__(self, files: FileFlow, shop: Workshop) -> None:
        self._files = files
        self._shop = shop

    def save(self) -> bool:
        """Save in place; a text without a file asks for a name."""
        if self._files.opened is None:
            return False
        if self._files.opened.path is None or self._files.opened.read_only:
            return self.save_as()
        return self._save(self._files.opened.path)

    def save_as(self) -> bool:
        """Save under another name."""
        opened = self._files.opened
        if opened is None:
            return False
        start = opened.path.name if opened.path else self.title() + ".docx"
        folder = opened.path.parent if opened.path else Path.home()
        chosen, kind = QFileDialog.getSaveFileName(
            self._shop.window, "另存为", str(folder / start), SAVE_FILTER
        )
        if not chosen:
            return False
        target = Path(chosen)
        if target.suffix.lower() not in KNOWN:
            target = target.with_name(target.name + (".txt" if "txt" in kind else ".docx"))
            if not may_replace(self._shop.window, target):
                return False
        return self._save(target)

    def _save(self, target: Path, how: SaveOptions | None = None) -> bool:
        assert self._files.opened is not None
        how = replace(how or SaveOptions(), rescue=self._shop.window.settings.folder / "rescue")
        try:
            done = save(self._files.opened, self._shop.controller.manuscript(), target, how)
        except ChangedOnDisk as trouble:
            return self._ask_overwrite(trouble, target, how)
        except CannotEncode as trouble:
            return self._ask_utf8(trouble, target, how)
        except Trouble as trouble:
            QMessageBox.warning(
                self._shop.window, "没有保存", f"{trouble.what}\n\n{trouble.advice}"
            )
            return False
        self._files.keeper.settle()
        self._shop.text.note_saved(done.opened)
        self._files.keeper.watch(done.opened.path)
        remember(self._shop.window.settings, done.opened.path)
        self._files.show_title()
        self._shop.strip.say("\n".join(("已保存。", *done.notes)))
        return True

    def _ask_overwrite(self, trouble: Trouble, target: Path, how: SaveOptions) -> bool:
        box = QMessageBox(self._shop.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(trouble.what)
        box.setInformativeText(trouble.advice)
        other = box.addButton("另存为…", QMessageBox.ButtonRole.AcceptRole)
        over = box.addButton("覆盖它", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton("先不保存", QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is other:
            return self.save_as()
        return box.clickedButton() is over and self._save(target, replace(how, force=True))

    def _ask_utf8(self, trouble: CannotEncode, target: Path, how: SaveOptions) -> bool:
        answer = QMessageBox.question(
            self._shop.window, "换成 UTF-8", f"{trouble.what}\n\n改用 UTF-8 保存吗？"
        )
        yes = answer == QMessageBox.StandardButton.Yes
        return yes and self._save(target, replace(how, encoding=trouble.offer))

    def title(self) -> str:
        """A name for a text without a file: its first line."""
        lines = [
            p.text.strip() for p in self._shop.controller.manuscript().paragraphs if p.text.strip()
        ]
        return "".join(c for c in (lines or ["未命名"])[0] if c not in '\\/:*?"<>|')[:40]
