"""The commands that bring a speech into the window: new, open, recent, skeleton, sample."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from editor.data_files.problem import problem_in
from editor.files.open import takes_long
from editor.files.opened import Opened
from editor.files.save import new_document
from editor.manuscript.manuscript import manuscript_of
from editor.settings.store import Settings
from editor.ui.background_task import WAIT_MS
from editor.ui.files.arrival import Arrival, SpeechHost
from editor.ui.files.file_dialog import dressed
from editor.ui.files.file_reader import FileReader
from editor.ui.files.recent_files import RecentFiles
from editor.ui.files.start_page import SAMPLE, skeletons
from editor.ui.menu_entries import MenuEntries

FILTER = (
    "讲话稿 (*.docx *.doc *.wps *.txt *.md *.rtf *.odt *.pdf);;"
    "Word、WPS 文档 (*.docx *.docm *.dotx *.dotm *.doc *.dot *.wps *.wpt *.rtf *.odt);;"
    "文本 (*.txt *.md);;所有文件 (*)"
)
CALLED = "样例讲话稿"  # the sample, until it is saved under a name


class OpenFlow(QObject):
    """Each speech that is opened has a tab of its own; a file that is open is gone to."""

    def __init__(
        self, parent: QWidget, host: SpeechHost, recent: RecentFiles, settings: Settings
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._parent, self._host, self._recent = parent, host, recent

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {
            "file.new": lambda: self.new_from(""),
            "file.skeleton": self.skeleton_entries,
            "file.open": self.open_dialog,
            "file.recent": lambda: self._recent.entries(self.open_path),
            "help.sample": self.open_sample,
        }

    def recent_paths(self) -> list[Path]:
        """The files that were opened last and are still there."""
        return self._recent.paths()

    def skeleton_entries(self) -> MenuEntries:
        """The bundled skeletons, for the menu."""
        return [(path.stem, "", lambda path=path: self.new_from(str(path))) for path in skeletons()]

    def open_dialog(self) -> None:
        """Ask for files."""
        folder = str(self._folder())
        with dressed(self._settings):
            paths, _ = QFileDialog.getOpenFileNames(self._parent, "打开", folder, FILTER)
        self.open_paths(paths)

    def _folder(self) -> Path:
        """Where one looks first: beside the open text, the last one, or among the documents."""
        if folder := self._host.folder():
            return folder
        for recent in self._recent.paths():
            return recent.parent
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents) or Path.home())

    def open_paths(self, paths: Sequence[str | Path]) -> None:
        """Several at once: the first is read, the others have tabs and are read when gone to."""
        if paths:
            self._host.promise([Path(path).absolute() for path in paths[1:]])
            self.open_path(paths[0])

    def open_path(self, path: str | Path, encoding: str | None = None) -> None:
        """Open a file; where it cannot be, the window stays as it was.

        It is read first: only a text that is there is given a tab. What takes long has one at once.
        """
        path = Path(path).absolute()  # what is kept for a file is kept under this name
        if self._host.go_to_file(path):
            return
        if takes_long(path):
            self._host.promise([path])
        self.read(path, encoding)

    def read(self, path: Path, encoding: str | None = None) -> None:
        """Read a file that has no tab, or one that was promised."""
        reader = FileReader(self._host.bar(), self._parent)
        reader.read(path, self._arrive, encoding, failed=partial(self._host.give_up, path))

    def take_up(self, path: str) -> None:
        """A second start of the program asks for a file, or ('') for nothing."""
        if path and QApplication.activeModalWidget() is not None:
            # A question is asked about the speech in front: it is answered first.
            QTimer.singleShot(WAIT_MS, self, partial(self.take_up, path))
        elif path == "--sample":
            self.open_sample()
        elif path:
            self.open_path(path)

    def open_sample(self) -> None:
        """The bundled sample, as a new text, so that it cannot be written over."""
        self._arrive(replace(_words_of(SAMPLE), called=CALLED))

    def new_from(self, skeleton: str) -> None:
        """A new text: blank, or with the words of a skeleton."""
        self._arrive(
            _words_of(Path(skeleton)) if skeleton else new_document(manuscript_of(""), "docx")
        )

    def _arrive(self, opened: Opened) -> None:
        self._host.put(Arrival(opened))


def _words_of(path: Path) -> Opened:
    """A new text with the words of a bundled file."""
    try:
        words = path.read_text("utf-8").rstrip("\n")
    except (OSError, UnicodeError) as error:  # one begins to write all the same
        words = str(problem_in(path, error))
    return new_document(manuscript_of(words), "docx")
