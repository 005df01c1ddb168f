"""From one run to the next: what was open, where the caret stood, what could not be saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.files.open import open_document
from editor.files.opened import Opened
from editor.files.presence import is_there
from editor.files.recovery.journal import Snapshot
from editor.files.rekey import rekey
from editor.files.save import new_document
from editor.files.trouble import Trouble
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position
from editor.ui.session.autosave import UnsavedText
from editor.ui.session.unsaved_texts import OFFER

if TYPE_CHECKING:
    from editor.ui.shell.composition import Workshop


class Session:
    """Begins and ends the work of one run."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._files = shop.files
        self._settings = shop.window.settings

    def begin(self, path: str) -> None:
        """Open what the command line named, or the last session's file; offer what was lost."""
        self._shop.show_text(False)
        last = self._settings.text("session_path")
        if path == "--sample":
            self._files.open_sample()
        elif path:
            self._files.open_path(path)
        elif last and is_there(Path(last)):
            self._files.open_path(last)
            self._restore_caret()
        self._files.keeper.bin.empty_old()
        self._shop.unsaved.offer()

    def lost(self) -> list[UnsavedText]:
        """What earlier runs could not save, the latest first; what was saved is dropped."""
        found: list[UnsavedText] = []
        for lost in self._files.keeper.pending():
            if _is_saved(lost):
                self._files.keeper.forget(lost)
            else:
                found.append(lost)
        return found

    def withdraw(self) -> None:
        """Take back the offers of a text that goes; what an earlier run left stays offered."""
        waiting = OFFER in self._shop.strip.offers()
        self._shop.strip.withdraw()
        if waiting:
            self._shop.unsaved.offer()

    def recover(self, lost: UnsavedText) -> bool:
        """Bring back what was not saved, over the file it belongs to; False where one stays."""
        if not self.bring_back(lost.snapshot):
            return False
        self._files.keeper.forget(lost)
        return True

    def bring_back(self, snapshot: Snapshot) -> bool:
        """Open an unsaved text in place of the open one, with its versions."""
        if not self._files.may_leave():
            return False
        opened, manuscript = _over_its_file(snapshot)
        self._files.take(opened, unsaved=manuscript)
        self._shop.drafts.history.resume(snapshot.history)
        self._files.keeper.keep_now()
        self._shop.strip.say("已打开没存盘的稿子，请核对后保存。")
        return True

    def end(self) -> None:
        """Remember the session; nothing unsaved is left here."""
        caret = self._shop.controller.caret()
        path = self._files.opened.path if self._files.opened else None
        self._settings.set("session_path", str(path.absolute()) if path else "")
        self._settings.set("session_caret", f"{caret.paragraph},{caret.offset}")
        self._shop.tabs.remember()
        self._settings.save()
        self._files.keeper.end()

    def _restore_caret(self) -> None:
        paragraph, _, offset = self._settings.text("session_caret").partition(",")
        there = self._shop.controller.manuscript().paragraphs
        if paragraph.isdigit() and offset.isdigit() and int(paragraph) < len(there):
            inside = min(int(offset), len(there[int(paragraph)].text))
            self._shop.controller.go_to(Position(int(paragraph), inside))


def _is_saved(lost: UnsavedText) -> bool:
    """Whether the file says the same: killed between saving and forgetting."""
    path = lost.snapshot.path
    if path is None or not is_there(path):
        return not lost.snapshot.manuscript.text.strip()
    try:
        opened = open_document(path)
        return _shown(opened.manuscript) == _shown(rekey(opened, lost.snapshot.manuscript))
    except Trouble:
        return False


def _shown(manuscript: Manuscript) -> list[str]:
    """The words with Word's own numbers: promoting a heading changes no other."""
    return [text_with_label(paragraph) for paragraph in manuscript.paragraphs]


def _over_its_file(snapshot: Snapshot) -> tuple[Opened, Manuscript]:
    manuscript, path = snapshot.manuscript, snapshot.path
    if path and is_there(path):
        try:
            opened = open_document(path)
            return opened, rekey(opened, manuscript)
        except Trouble:
            pass  # the file is gone bad: its words are saved under another name
    opened = new_document(manuscript, "docx")
    return opened, opened.manuscript
