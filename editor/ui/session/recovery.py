"""What earlier runs could not save: found, and brought back over the file it belongs to."""

from __future__ import annotations

from editor.files.open import open_document
from editor.files.opened import Opened
from editor.files.presence import is_there
from editor.files.recovery.journal import Snapshot
from editor.files.recovery.recovery_bin import BinnedText
from editor.files.rekey import rekey
from editor.files.save import new_document
from editor.files.trouble import Trouble
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.manuscript import Manuscript
from editor.ui.autosave import Autosave, UnsavedText
from editor.ui.drafts.version_history import VersionHistory
from editor.ui.files.file_flow import FileFlow
from editor.ui.message_bar import MessageBar


class Recovery:
    """The way from a snapshot to an open text."""

    def __init__(
        self, files: FileFlow, autosave: Autosave, history: VersionHistory, messages: MessageBar
    ) -> None:
        self._files, self._autosave, self._history = files, autosave, history
        self._messages = messages

    def pending(self) -> list[UnsavedText]:
        """What earlier runs could not save, the latest first; what was saved is dropped."""
        found: list[UnsavedText] = []
        for unsaved in self._autosave.pending():
            if _is_saved(unsaved):
                self._autosave.forget(unsaved)
            else:
                found.append(unsaved)
        return found

    def histories(self) -> set[str]:
        """Under which documents the versions of unsaved texts are kept."""
        snapshots = [one.snapshot for one in (*self._autosave.pending(), *self.thrown())]
        return {snapshot.history for snapshot in snapshots if snapshot.history}

    def thrown(self) -> tuple[BinnedText, ...]:
        """What was let go and still lies in the bin."""
        return self._autosave.bin.thrown()

    def throw(self, unsaved: UnsavedText) -> None:
        """Let a text go: it lies in the bin for a month."""
        self._autosave.throw(unsaved)

    def take_back(self, thrown: BinnedText) -> bool:
        """Open a text of the bin again; False where one stays."""
        if not self.bring_back(thrown.snapshot):
            return False
        self.drop(thrown)
        return True

    def empty_old(self) -> None:
        """Let go what lay in the bin for too long."""
        self._autosave.bin.empty_old()

    def drop(self, thrown: BinnedText) -> None:
        """Let a text of the bin go for good."""
        self._autosave.bin.drop(thrown)

    def keep_now(self) -> None:
        """The open text is in no file: its snapshot is written at once."""
        self._autosave.keep_now()

    def recover(self, unsaved: UnsavedText) -> bool:
        """Bring back what was not saved, over the file it belongs to; False where one stays."""
        if not self.bring_back(unsaved.snapshot):
            return False
        self._autosave.forget(unsaved)
        return True

    def bring_back(self, snapshot: Snapshot) -> bool:
        """Open an unsaved text in place of the open one, with its versions."""
        if not self._files.may_leave():
            return False
        opened, manuscript = _over_its_file(snapshot)
        self._files.take(opened, unsaved=manuscript)
        self._history.resume(snapshot.history)
        self._autosave.keep_now()
        self._messages.say("已打开没存盘的稿子，请核对后保存。")
        return True


def _is_saved(unsaved: UnsavedText) -> bool:
    """Whether the file says the same: killed between saving and forgetting."""
    path = unsaved.snapshot.path
    if path is None or not is_there(path):
        return not unsaved.snapshot.manuscript.text.strip()
    try:
        opened = open_document(path)
        return _shown(opened.manuscript) == _shown(rekey(opened, unsaved.snapshot.manuscript))
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
            return opened, rekey(opened, manuscript, snapshot.source)
        except Trouble:
            pass  # the file is gone bad: its words are saved under another name
    opened = new_document(manuscript, "docx")
    return opened, opened.manuscript
