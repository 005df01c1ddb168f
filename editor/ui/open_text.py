"""What is open in the window: nothing, or one text with its file; who keeps step listens here.

Separate from the document controller, which knows the words and nothing of files, and from
the file commands, which ask and decide: this only holds the answer and tells of it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.files.opened import Opened
from editor.files.versions.kept_version import Occasion
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.ui.document.controller import DocumentController

UNNAMED = "未命名"
FEWEST, MOST = 4, 10  # letters of a first line that tell a text without a name from others
LONGEST_NAME = 40  # characters of a first line that make a file's name


class OpenText(QObject):
    """The open text as a file: its name, its folder, whether it differs from its file.

    Order of a load: ``about_to_load`` (what was said of the last text goes, what is kept beside
    the new file is read), the words come into the page and are analyzed, ``loaded`` (windows on
    the last text close, versions and cleaning begin anew).
    """

    about_to_load = Signal(Opened)
    loaded = Signal(Opened)
    restored = Signal()  # newer words than the file's stand in the page now
    about_to_change = Signal(str)  # a command is about to change many places: what it is called
    saved = Signal(Opened)
    closed = Signal()
    left_house = Signal(str, Occasion)  # printed or exported: what happened, in words
    modified_changed = Signal(bool)

    def __init__(self, controller: DocumentController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._document = controller.document()
        self._document.modificationChanged.connect(self.modified_changed)
        self.opened: Opened | None = None
        self.is_open_elsewhere: Callable[[Path], bool] = lambda path: False  # as another speech

    @property
    def path(self) -> Path | None:
        """Where the text is saved; None for nothing open and for a text without a file."""
        return self.opened.path if self.opened else None

    def settle(self) -> None:
        """Put in what is being composed: it belongs to the text before that is judged."""
        self._controller.view.settle()

    def own_files(self) -> list[Path]:
        """Its file and the file it was made of, whichever there are: nothing is exported there."""
        origin = self.opened.origin if self.opened else None
        return [path for path in (self.path, origin) if path]

    @property
    def folder(self) -> Path | None:
        """The folder of its file, or of the file it was made of; None where there is neither."""
        beside = self.path or (self.opened.origin if self.opened else None)
        return beside.parent if beside else None

    def keeps_looks(self) -> bool:
        """Whether its file keeps how letters look; a plain text keeps words only."""
        return self.opened is None or self.opened.kind != "txt"

    @property
    def modified(self) -> bool:
        """Whether the words differ from the file's."""
        return self._document.isModified()

    def set_modified(self, modified: bool) -> None:
        """Say so (a text that came from no file) or that they are the file's again."""
        self._document.setModified(modified)

    def name(self) -> str:
        """How the window calls the text: its file's name, 未命名, or '' for nothing open."""
        if self.opened is None:
            return ""
        if self.path is None and self.opened.origin:
            return f"未命名（由“{self.opened.origin.name}”转来）"
        return self.path.name if self.path else self.opened.called or UNNAMED

    def told_name(self) -> str:
        """The name among others: several texts without a file are told apart by their words."""
        name, words = self.name(), self.first_line()
        told = self.path is None and name == UNNAMED and len(words) >= FEWEST
        return f"{name}：{words[:MOST]}" if told and words != UNNAMED else name

    def stem(self) -> str:
        """A name for what is made of the text: its file's without ending, or its first line."""
        known = self.path or (self.opened.origin if self.opened else None)
        return known.stem if known else self.first_line()

    def proposed_name(self) -> str:
        """The name that saving it anew begins with; never that of the file it was made of."""
        if self.path:
            return self.path.name
        name, origin = self.stem() + ".docx", self.opened.origin if self.opened else None
        return f"{self.stem()}（转换）.docx" if origin and origin.name == name else name

    def first_line(self) -> str:
        """A file name for a text that has none."""
        paragraphs = self._controller.manuscript().paragraphs
        lines = (p.text.strip() for p in paragraphs if p.text.strip())
        return "".join(c for c in next(lines, UNNAMED) if c not in '\\/:*?"<>|')[:LONGEST_NAME]

    def load(self, opened: Opened) -> None:
        """Another text comes, as its file has it."""
        self.opened = opened
        self.about_to_load.emit(opened)
        self._controller.load(opened.manuscript)
        self.loaded.emit(opened)
        self.set_modified(False)

    def restore(self, manuscript: Manuscript) -> None:
        """Newer words of the open text, which its file does not have."""
        self._controller.load(manuscript)
        self.restored.emit()
        self.set_modified(True)

    def note_saved(self, opened: Opened) -> None:
        """The words are in this file now."""
        self.opened = opened
        if opened.kind == "txt":
            self._controller.drop_beside()
        self.set_modified(False)
        self.saved.emit(opened)

    def close(self) -> None:
        """Nothing is open any more."""
        self.opened = None
        self._controller.load(manuscript_of(""))
        self.closed.emit()
