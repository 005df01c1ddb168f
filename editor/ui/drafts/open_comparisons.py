"""The comparisons that are open: with a file, with a version, of two versions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from editor.files.versions.kept_version import Version
from editor.ui.context import Context
from editor.ui.drafts.version_history import VersionHistory
from editor.ui.files.file_dialog import dressed
from editor.ui.files.file_reader import FileReader
from editor.ui.look.palette import Colours
from editor.ui.look.theme import Theme
from editor.words.segmenter import Segmenter

if TYPE_CHECKING:
    from editor.manuscript.comparison.wording import Cutter
    from editor.manuscript.manuscript import Manuscript
    from editor.ui.drafts.comparison_session import ComparedTexts
    from editor.ui.drafts.comparison_window import ComparisonWindow

NOW = "现在的稿子"


class OpenComparisons:
    """Opens compare windows and closes them when another text comes."""

    def __init__(
        self, context: Context, theme: Theme, words: Segmenter, history: VersionHistory
    ) -> None:
        self._controller, self._text = context.controller, context.text
        self._parent, self._settings = context.parent, context.settings
        self._theme, self._words, self._history = theme, words, history
        self._windows: list[ComparisonWindow] = []
        self._reader = FileReader(context.messages, context.parent)
        theme.changed.connect(self._put_colours)

    def ask_file(self) -> None:
        """Ask for a file and compare the present text with it."""
        folder = str(self._text.folder or "")
        kinds = "讲话稿 (*.docx *.doc *.wps *.txt *.md *.rtf *.odt *.pdf);;所有文件 (*)"
        with dressed(self._settings):
            path, _ = QFileDialog.getOpenFileName(self._parent, "与文件比较", folder, kinds)
        if path:
            self.with_file(Path(path))

    def with_file(self, path: Path) -> ComparisonWindow | None:
        """Compare the present text with a file; its changes can be taken one by one.

        None where it cannot be read, or takes long: its window comes later then.
        """
        made: list[ComparisonWindow] = []
        self._reader.read(path, lambda other: made.append(self._with(other.manuscript, path.name)))
        return made[0] if made else None

    def with_changed(self, path: Path) -> None:
        """Compare the present text with what somebody else has written into its file."""
        name = f"磁盘上的“{path.name}”"
        self._reader.read(path, lambda other: self._with(other.manuscript, name))

    def _with(self, other: Manuscript, name: str) -> ComparisonWindow:
        from editor.ui.drafts.comparison_session import ComparedTexts

        return self._compare(ComparedTexts(self._controller.manuscript(), other, NOW, name))

    def with_version(self, version: Version) -> ComparisonWindow | None:
        """Compare a version with the present text; its words can be taken back."""
        from editor.ui.drafts.comparison_session import ComparedTexts
        from editor.ui.drafts.version_words import name_words

        other = self._history.text(version)
        if other is None:
            return None
        now = self._controller.manuscript()
        return self._compare(ComparedTexts(now, other, NOW, name_words(version), True, "恢复"))

    def of_two(self, one: Version, two: Version) -> ComparisonWindow | None:
        """Compare two versions; nothing can be taken."""
        from editor.ui.drafts.comparison_session import ComparedTexts
        from editor.ui.drafts.version_words import name_words

        first, second = self._history.text(one), self._history.text(two)
        if first is None or second is None:
            return None
        texts = ComparedTexts(first, second, name_words(one), name_words(two))
        return self._compare(texts, taking=False)

    def look(self, one: Manuscript, two: Manuscript, name: str, other: str) -> ComparisonWindow:
        """Compare two texts that are not open; nothing can be taken."""
        from editor.ui.drafts.comparison_session import ComparedTexts

        return self._compare(ComparedTexts(one, two, name, other), taking=False)

    def close(self) -> None:
        """Another text comes, or the program ends."""
        for window in list(self._windows):
            window.close()
        self._windows = []

    def _compare(self, texts: ComparedTexts, *, taking: bool = True) -> ComparisonWindow:
        from editor.ui.drafts.comparison_session import ComparisonSession
        from editor.ui.drafts.comparison_window import ComparisonWindow

        controller = self._controller if taking else None
        session = ComparisonSession(texts, controller, self._cutter())
        session.about_to_take.connect(self._text.about_to_change)
        window = ComparisonWindow(self._parent, session, self._theme.colours)
        self._windows.append(window)
        window.destroyed.connect(lambda: self._forget(window))
        window.show()
        return window

    def _put_colours(self, colours: Colours) -> None:
        for window in self._windows:
            window.put_colours(colours)

    def _cutter(self) -> Cutter | None:
        words = self._words
        if not words.ready:
            return None
        return lambda text: [word for word, _, _ in words.cut(text)]

    def _forget(self, window: ComparisonWindow) -> None:
        self._windows = [other for other in self._windows if other is not window]
