"""What is kept of all speeches, joined to the window: its list, the start page, pages of 版本."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from editor.files.backups.saved_state import SavedState
from editor.files.versions.kept_documents import KeptDocument
from editor.settings.store import Settings
from editor.ui.files.file_flow import FileFlow
from editor.ui.files.open_flow import OpenFlow
from editor.ui.files.start_page import StartPage
from editor.ui.kept.kept_commands import KeptCommands
from editor.ui.kept.kept_texts import OpenedBy
from editor.ui.kept.kept_words import is_missing
from editor.ui.shell.desk import Desk
from editor.ui.shell.open_speeches import OpenSpeeches

if TYPE_CHECKING:
    from editor.ui.traces.trace_commands import TraceCommands

LATER_MS = 300  # the start page is there first; where a speech comes by then nobody looks


class Keeping(QObject):
    """Built once; told of every desk."""

    def __init__(
        self, parent: QWidget, settings: Settings, desks: OpenSpeeches, openings: OpenFlow,
        start: StartPage,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._parent, self._settings = parent, settings
        self._recent = openings.recent_paths
        self._desks, self._start = desks, start
        opened = OpenedBy(desks, openings.open_path, self._flow)
        self.kept = KeptCommands(parent, settings, opened)
        self.kept.clear_asked.connect(self._clear)
        self._looking = QTimer(self, singleShot=True, interval=LATER_MS)
        self._looking.timeout.connect(self._look)
        start.kept_asked.connect(self.kept.show)
        start.found_again.connect(self.kept.texts.bring_back)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            **self.kept.handlers(),
            "traces.document": lambda: self.traces.show_front(),
            "traces.all": lambda: self.traces.show(None),
        }

    @cached_property
    def traces(self) -> TraceCommands:
        """Clearing; imported when it is first asked for."""
        from editor.ui.traces.trace_commands import TraceCommands

        made = TraceCommands(self._parent, self._settings)
        made.in_front = lambda: self._desks.front.kept()
        made.close_open = self._close
        made.cleared = self._show_cleared
        return made

    def join(self, desk: Desk) -> None:
        """A desk was made: its window 版本 has these pages too."""

        def pages(states: Sequence[SavedState]) -> Sequence[tuple[str, QWidget]]:
            own = self.kept.page_of_states(states)
            return (("存盘的文件", own), ("留着的文稿", self.kept.page_of_all()))

        desk.drafts.join_kept(pages)

    def show_on_start(self) -> None:
        """The start page is shown: tell there what is kept, as soon as that is known."""
        self._looking.start()

    def end(self) -> None:
        """The program ends."""
        self._looking.stop()
        self.kept.close()

    def _clear(self, document: KeptDocument) -> None:
        self.traces.show(document)

    def _close(self, document: KeptDocument | None) -> bool:
        """The speech whose traces go is closed, or all are; False where one is to stay."""
        if document is None:
            for one in self._desks.files():  # promised ones first: none is read as another goes
                self._desks.give_up(one.path)
        for desk in self._desks.all():
            own = desk.kept()
            if own is None or (document and not set(own.documents) & set(document.documents)):
                continue
            self._desks.bring(desk)
            if not self._desks.close(self._desks.place()):
                return False
        for desk in self._desks.all():  # the last one stays, without its speech
            desk.finish_keeping()
        return True

    def _show_cleared(self) -> None:
        self.kept.refill()
        self._start.show_recent(self._recent())
        self._look()

    def _look(self) -> None:
        if self._start.isVisible():
            self.kept.texts.look(self._tell)

    def _tell(self, rows: Sequence[KeptDocument]) -> None:
        self._start.show_kept(len(rows), [(row.words, row) for row in rows if is_missing(row)])

    def _flow(self, path: Path) -> FileFlow | None:
        return next(filter(None, [desk.flow_of(path) for desk in self._desks.all()]), None)
