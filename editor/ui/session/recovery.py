"""What earlier runs could not save: found, and brought back over the file it belongs to."""

from __future__ import annotations

from typing import Final

from editor.files.open import open_document
from editor.files.presence import is_there
from editor.files.recovery.recovery_bin import BinnedText
from editor.files.recovery.resume import resumed
from editor.files.recovery.snapshot import Damage, Snapshot
from editor.files.rekey import rekey
from editor.files.trouble import Trouble
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.manuscript import Manuscript
from editor.ui.files.arrival import Arrival, SpeechHost
from editor.ui.session.lost_texts import LostTexts, UnsavedText

_OPENED: Final = {
    Damage.NONE: "已打开没存盘的稿子，请核对后保存。",
    Damage.PART: "已打开没存盘的稿子。留底有一处读不出，文字可能不全（读不出的字显示为“\ufffd”）；"
    "原来的文件里也许更全，请核对后再保存。",
}


class Recovery:
    """The way from a snapshot to an open text."""

    def __init__(self, host: SpeechHost, lost: LostTexts) -> None:
        self._host, self._lost = host, lost

    def pending(self) -> list[UnsavedText]:
        """What earlier runs could not save, the latest first; what was saved is dropped."""
        found: list[UnsavedText] = []
        for unsaved in self._lost.pending():
            if _is_saved(unsaved):
                self._lost.forget(unsaved)
            else:
                found.append(unsaved)
        return found

    def histories(self) -> set[str]:
        """Under which documents the versions of unsaved texts are kept."""
        snapshots = [one.snapshot for one in (*self._lost.pending(), *self.thrown())]
        return {snapshot.history for snapshot in snapshots if snapshot.history}

    def thrown(self) -> tuple[BinnedText, ...]:
        """What was let go and still lies in the bin."""
        return self._lost.bin.thrown()

    def throw(self, unsaved: UnsavedText) -> None:
        """Let a text go: it lies in the bin for a month."""
        self._lost.throw(unsaved)

    def take_back(self, thrown: BinnedText) -> bool:
        """Open a text of the bin again; False where one stays."""
        if not self.bring_back(thrown.snapshot):
            return False
        if self._host.is_kept() and thrown.snapshot.damage is Damage.NONE:
            self.drop(thrown)
        return True

    def empty_old(self) -> None:
        """Let go what lay in the bin for too long."""
        self._lost.bin.empty_old()

    def drop(self, thrown: BinnedText) -> None:
        """Let a text of the bin go for good."""
        self._lost.bin.drop(thrown)

    def recover(self, unsaved: UnsavedText) -> bool:
        """Bring back what was not saved, over the file it belongs to; False where one stays."""
        if not self.bring_back(unsaved.snapshot):
            return False
        if self._host.is_kept():  # else the old journal is the only one
            whole = unsaved.snapshot.damage is Damage.NONE
            (self._lost.forget if whole else self._lost.throw)(unsaved)
        return True

    def bring_back(self, snapshot: Snapshot) -> bool:
        """Open an unsaved text, with its versions; in the tab of its file where that is open."""
        if snapshot.damage is Damage.ALL:
            return False
        opened, manuscript = resumed(snapshot)
        if not self._host.put(Arrival(opened, manuscript, snapshot.history)):
            return False
        self._host.bar().say(_OPENED[snapshot.damage])
        return True


def _is_saved(unsaved: UnsavedText) -> bool:
    """Whether the file says the same: killed between saving and forgetting."""
    if unsaved.snapshot.damage is not Damage.NONE:
        return False  # nobody knows what it said
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
