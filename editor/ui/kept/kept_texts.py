"""What is kept of all speeches, at work: listed in a thread, opened, put back in its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from editor.files.backups.backup_store import BackupStore, bytes_there
from editor.files.backups.saved_state import SavedState, Whose
from editor.files.open import open_bytes
from editor.files.presence import is_there
from editor.files.save import new_document
from editor.files.trouble import Trouble
from editor.files.versions.kept_documents import KeptDocument, Presence, kept_documents
from editor.files.versions.kept_version import Version
from editor.files.versions.version_store import VersionStore
from editor.files.write_file import write_file
from editor.manuscript.manuscript import Manuscript
from editor.settings.store import Settings
from editor.ui.drafts.version_words import time_words
from editor.ui.errands import Errands, while_there
from editor.ui.files.arrival import Arrival, SpeechHost
from editor.ui.files.file_dialog import dressed
from editor.ui.files.file_flow import FileFlow
from editor.ui.kept.kept_page import KeptPage
from editor.ui.kept.kept_words import KeptThing
from editor.ui.look.plain_words import message_box
from editor.ui.trouble_box import show_trouble


class OpenedBy(NamedTuple):
    """Whoever opens files; ``flow`` is who saves the speech of a file, None where none is open."""

    host: SpeechHost
    open_path: Callable[[str | Path], object]
    flow: Callable[[Path], FileFlow | None]


class KeptTexts(QObject):
    """The kept speeches of one user, as he sees them and gets them back."""

    def __init__(self, parent: QWidget, settings: Settings, opened: OpenedBy) -> None:
        super().__init__(parent)
        self._parent, self._settings, self._opened = parent, settings, opened
        self._folder = settings.folder
        self._backups = BackupStore(settings.folder / "backups")
        self._errands = Errands(self)

    def look(self, then: Callable[[tuple[KeptDocument, ...]], object]) -> None:
        """List all that is kept, beside the work."""
        self._errands.send(lambda: kept_documents(self._store(), self._backups), then)

    def join(self, page: KeptPage) -> None:
        """Do what a page asks for."""
        page.parts_asked.connect(partial(self._bring_parts, page))
        page.text_asked.connect(partial(self._bring_text, page))
        page.open_asked.connect(partial(self._open, page))
        page.back_asked.connect(partial(self._put_newest_back, page))
        page.copy_asked.connect(partial(self._copy, page))

    def bring_back(self, document: KeptDocument) -> None:
        """Open a speech: its file, or what is kept of one that is not there any more."""
        self._open(self._parent, document)

    def _bring_parts(self, page: KeptPage, document: KeptDocument) -> None:
        def parts() -> tuple[tuple[SavedState, ...], tuple[Version, ...]]:
            versions = self._store().list(document.documents[0])
            return self._backups.states(document.documents), versions

        self._errands.send(
            parts, while_there(page, lambda found: page.show_parts(document, *found))
        )

    def _bring_text(self, page: KeptPage, thing: KeptThing) -> None:
        def put(text: Manuscript | None) -> None:
            page.show_text(thing, text)

        self._errands.send(lambda: self._text(thing), while_there(page, put))

    def _text(self, thing: KeptThing) -> Manuscript | None:
        try:
            if isinstance(thing, Version):
                return self._store().text(thing)
            if isinstance(thing, SavedState):
                return open_bytes(thing.path, self._backups.data(thing)).manuscript
            if thing.states:
                return self._text(self._backups.states(thing.documents)[0])
            return self._text(self._store().list(thing.documents[0])[-1])
        except (Trouble, IndexError):  # it was cleared meanwhile
            return None

    def _newest(self, thing: KeptDocument | SavedState) -> SavedState | None:
        if isinstance(thing, SavedState):
            return thing
        return next(iter(self._backups.states(thing.documents)), None)

    def _open(self, above: QWidget, thing: KeptDocument | Version) -> None:
        if isinstance(thing, Version):
            self._open_words(above, thing, "")
        elif thing.presence is Presence.THERE and thing.path is not None:
            self._opened.open_path(thing.path)
        elif state := self._newest(thing):
            self._put_back(above, state)
        elif versions := self._store().list(thing.documents[0]):
            self._open_words(above, versions[-1], thing.documents[0])

    def _put_newest_back(self, above: QWidget, thing: KeptDocument | SavedState) -> None:
        self._put_back(above, self._newest(thing))

    def _open_words(self, above: QWidget, version: Version, history: str) -> None:
        """A version as a new text; ``history``: its past goes along, for its file is gone."""
        try:
            text = self._store().text(version)
        except Trouble as trouble:
            show_trouble(above, "没有打开", trouble)
            return
        self._opened.host.put(
            Arrival(new_document(text, "docx"), history=history, unfiled=bool(history))
        )

    def _put_back(self, above: QWidget, state: SavedState | None) -> None:
        if state is None:
            return
        if not is_there(state.path.parent):  # there is no place to go back to
            self._copy(above, state)
            return
        try:
            data = self._backups.data(state)
            there = is_there(state.path)
            if there and not _may_go_back(above, state):
                return
            if not self._write_back(state, data):
                return
        except Trouble as trouble:
            show_trouble(above, "没有放回去", trouble)
            return
        words = "放在它前面的那份已留作存盘副本。" if there else ""
        self._opened.host.bar().say(
            f"“{state.path.name}”已是 {time_words(state.time)} 存盘的那份。{words}"
        )

    def _write_back(self, state: SavedState, data: bytes) -> bool:
        if flow := self._opened.flow(state.path):
            self._opened.host.go_to_file(state.path)
            return flow.put_back(data)
        if before := bytes_there(state.path):
            kept = max(1, self._settings.number("states_kept"))
            self._backups.keep(state.document, state.path, before, kept, Whose.BEFORE)
        write_file(state.path, data, rescue=self._folder / "rescue")
        self._opened.open_path(state.path)
        return True

    def _copy(self, above: QWidget, state: SavedState) -> None:
        name = f"{state.path.stem}（{time_words(state.time).replace(':', '点')}存盘）"
        folder = state.path.parent if is_there(state.path.parent) else Path.home()
        with dressed(self._settings):
            chosen, _ = QFileDialog.getSaveFileName(
                above, "另存为文件", str(folder / (name + state.path.suffix)), "所有文件 (*)"
            )
        if not chosen:
            return
        try:
            if self._opened.flow(Path(chosen)):
                raise Trouble(f"“{Path(chosen).name}”正开着。", "请另起一个名字。")
            write_file(chosen, self._backups.data(state), rescue=self._folder / "rescue")
        except Trouble as trouble:
            show_trouble(above, "没有另存", trouble)
            return
        self._opened.open_path(chosen)

    def _store(self) -> VersionStore:
        """Read anew: each open speech writes by a store of its own, other programs too."""
        return VersionStore(self._folder / "versions")


def _may_go_back(above: QWidget, state: SavedState) -> bool:
    words = f"把“{state.path.name}”换成 {time_words(state.time)} 存盘的那份？"
    advice = "现在的文件先留作一份存盘副本，随时可以再换回来。"
    box = message_box(above, "放回原处", words, advice)
    yes = box.addButton("换成那份", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is yes
