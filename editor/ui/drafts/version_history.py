"""Keeps versions of the open text, off the interface thread, and knows what it began as."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from editor.files.backups.backup_store import BackupStore, bytes_there
from editor.files.backups.saved_state import SavedState, Whose
from editor.files.open import open_bytes
from editor.files.trouble import Trouble
from editor.files.versions.kept_version import Occasion, Version
from editor.files.versions.unfiled import UnfiledDocument
from editor.files.versions.version_store import VersionStore
from editor.manuscript.manuscript import Manuscript
from editor.ui.drafts.version_words import latest_draft, overwritten_name
from editor.ui.errands import Errands

Done = Callable[[], object]
Kept = Callable[[VersionStore], object]
UNREAD = "被覆盖的那一份读不出文字，整个文件留在“版本”的“存盘的文件”里。"
FAULT = "这一版没有留存下来：程序出了自己的毛病。文稿本身不受影响，请再存一次看看。"


class VersionHistory(QObject):
    """The versions of one window's text; all writing goes through one thread, in order."""

    failed = Signal(str)  # why a version could not be kept
    kept = Signal()
    drafted = Signal(int, str)  # the highest draft that has a name (0: none), its fingerprint

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self.backups = BackupStore(folder.with_name("backups"))
        self.states_kept: Callable[[], int] = lambda: 3  # of the file itself, a document
        self._store: VersionStore | None = None
        self.document = ""  # the id its versions are kept under
        self.all_open: Callable[[], Collection[str]] = lambda: (self.document,)
        self._path: Path | None = None
        self._origin: Manuscript | None = None
        self._first: Manuscript | None = None  # its oldest version, once it was asked for
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._errands = Errands(self, self._pool)

    def watch(self, path: Path | None, manuscript: Manuscript) -> None:
        """Another text is open, with these words in its file."""
        self.settle()
        self.document = self.store().document(path, manuscript)
        self._path = path
        self._origin, self._first = manuscript, None
        self._look_up_draft()

    def resume(self, document: str) -> None:
        """The open text, which has no file, goes on from these versions."""
        if document and self._path is None:
            self.document, self._origin, self._first = document, None, None
            self._look_up_draft()

    def saved(self, path: Path, manuscript: Manuscript) -> None:
        """The text is in this file now; its past goes along, and this version is kept."""
        store, document = self.store(), self.document
        self._path = path
        self._run(lambda: store.link(document, path, manuscript))
        self.keep(manuscript, "保存", Occasion.SAVED)
        self._keep_state(path, bytes_there(path), Whose.OWN)

    def replaced(self, path: Path, data: bytes) -> None:
        """Keep a file itself as it was before something was put in its place."""
        self._keep_state(path, data, Whose.BEFORE)

    def overwritten(self, path: Path, data: bytes, saved: float) -> None:
        """Keep what somebody else had saved (in s since 1970) and a save here has written over.

        The file itself, until its days are over, and its words as a version with a name.
        """
        self._keep_state(path, data, Whose.OTHERS)
        document = self.document

        def keep(store: VersionStore) -> None:
            try:
                text = open_bytes(path, data).manuscript
            except Trouble as trouble:
                raise Trouble(UNREAD, "") from trouble
            store.keep(document, text, overwritten_name(saved), Occasion.OVERWRITTEN)

        self._keep_after_first(keep)

    def _keep_state(self, path: Path, data: bytes | None, whose: Whose) -> None:
        if data is not None:
            document, kept = self.document, self.states_kept()
            self._run(lambda: self.backups.keep(document, path, data, kept, whose))

    def states(self) -> tuple[SavedState, ...]:
        """The files of the open text as they were saved last, the latest first."""
        self.settle()
        return self.backups.states(self.store().family(self.document))

    def keep(
        self, manuscript: Manuscript, label: str, kind: Occasion, then: Done = lambda: None
    ) -> None:
        """Keep a version; what the text was when opened is kept before the first one.

        ``then`` is called when it is on the disk.
        """
        document = self.document
        self._keep_after_first(lambda store: store.keep(document, manuscript, label, kind), then)

    def _keep_after_first(self, keep: Kept, then: Done = lambda: None) -> None:
        store, document, origin, path = self.store(), self.document, self._origin, self._path
        self._origin = None

        def work() -> None:
            if origin is not None and path is not None and not store.is_filed(document):
                store.link(document, path, origin)  # else nobody would find it by its file
            if origin is not None and any(p.text for p in origin.paragraphs):
                store.keep(document, origin, "打开时", Occasion.OPENED)
            keep(store)

        self._run(work, then)

    def store(self) -> VersionStore:
        """The store, opened at its first use."""
        if self._store is None:
            self._store = VersionStore(self._folder)
        return self._store

    def versions(self) -> tuple[Version, ...]:
        """All versions of the open text, the oldest first."""
        self.settle()
        return self.store().list(self.document)

    def text(self, version: Version) -> Manuscript | None:
        """The text of a version; None, and `failed` says why, where it cannot be read."""
        try:
            return self.store().text(version)
        except Trouble as trouble:
            self.failed.emit(f"{trouble.what}{trouble.advice}")
            return None

    def name(self, version: Version, words: str) -> None:
        """Give a version a name; `failed` says why it has none."""
        try:
            self.store().name(version, words)
            self._look_up_draft()
        except Trouble as trouble:
            self.failed.emit(f"{trouble.what}{trouble.advice}")

    def original(self) -> Manuscript | None:
        """What the text was when it was first opened here, as far as that is known."""
        if self._first is None:
            found = self.versions()
            self._first = self.text(found[0]) if found else None
        return self._first or self._origin

    def mended(self) -> str:
        """Words about a log that was not written to its end."""
        return self.store().mended(self.document)

    def unfiled(self) -> tuple[UnfiledDocument, ...]:
        """The texts that were never saved, but for those that are open."""
        self.settle()
        return self.store().unfiled(self.all_open())

    def remove(self, document: str) -> None:
        """Forget a text that was never saved."""
        self.store().remove(document)

    def clean_states(self, days: int) -> None:
        """Let go, beside the work, the files that were saved more than so many days ago."""
        self._errands.send(lambda: self.backups.remove_old(days), lambda _: None)

    def clean(self, spared: Collection[str], days: int) -> None:
        """Let go, beside the work, what nobody saved for so many days."""
        store, opened = self.store(), self.all_open()
        self._errands.send(lambda: store.remove_old({*spared, *opened}, days), lambda _: None)

    def settle(self) -> None:
        """Wait until everything is on the disk."""
        self._pool.waitForDone()

    def _look_up_draft(self) -> None:
        store, document = self.store(), self.document
        self._errands.send(lambda: latest_draft(store.list(document)), self._tell_draft)

    def _tell_draft(self, latest: tuple[int, str]) -> None:
        self.drafted.emit(*latest)

    def _run(self, work: Callable[[], object], then: Done = lambda: None) -> None:
        store, document = self.store(), self.document

        def work_and_look() -> tuple[int, str]:
            work()
            return latest_draft(store.list(document))

        def tell(latest: tuple[int, str]) -> None:
            then()
            self._tell_kept(latest)

        self._errands.send(work_and_look, tell, self._fail)

    def _tell_kept(self, latest: tuple[int, str]) -> None:
        self.kept.emit()
        self._tell_draft(latest)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Trouble):
            self.failed.emit(f"{error.what}{error.advice}")
            return
        # Else what was said last would stand: that the text is saved, and with it its version.
        self.failed.emit(FAULT)
        raise error
