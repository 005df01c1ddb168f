"""The comparisons that are open: with a file, with a version, of two versions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from editor.files.trouble import Trouble
from editor.files.versions.kept_version import Version
from editor.ui.drafts.version_history import VersionHistory

if TYPE_CHECKING:
    from editor.manuscript.comparison.wording import Cutter
    from editor.manuscript.manuscript import Manuscript
    from editor.ui.drafts.comparison_session import ComparedTexts
    from editor.ui.drafts.comparison_window import ComparisonWindow
    from editor.ui.look.palette import Colours
    from editor.ui.shell.composition import Workshop

NOW = "现在的稿子"


class OpenComparisons:
    """Opens compare windows and closes them when another text comes."""

    def __init__(
        self, shop: Workshop, history: VersionHistory, keep_before: Callable[[str], object]
    ) -> None:
        self._shop, self._history, self._keep_before = shop, history, keep_before
        self._windows: list[ComparisonWindow] = []

    def ask_file(self) -> None:
        """Ask for a file and compare the present text with it."""
        opened = self._shop.files.opened
        folder = str(opened.path.parent) if opened and opened.path else ""
        kinds = "讲话稿 (*.docx *.txt *.md);;所有文件 (*)"
        path, _ = QFileDialog.getOpenFileName(self._shop.window, "与文件比较", folder, kinds)
        if path:
            self.with_file(Path(path))

    def with_file(self, path: Path) -> ComparisonWindow | None:
        """Compare the present text with a file; its changes can be taken one by one."""
        from editor.files.open import open_document
        from editor.ui.drafts.comparison_session import ComparedTexts

        try:
            other = open_document(path).manuscript
        except Trouble as trouble:
            self._shop.files.failed(trouble)
            return None
        return self._compare(
            ComparedTexts(self._shop.controller.manuscript(), other, NOW, path.name)
        )

    def with_version(self, version: Version) -> ComparisonWindow | None:
        """Compare a version with the present text; its words can be taken back."""
        from editor.ui.drafts.comparison_session import ComparedTexts
        from editor.ui.drafts.version_words import name_words

        other = self._history.text(version)
        if other is None:
            return None
        now = self._shop.controller.manuscript()
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

    def put_colours(self, colours: Colours) -> None:
        """Other colours for the open windows."""
        for window in self._windows:
            window.put_colours(colours)

    def close(self) -> None:
        """Another text comes, or the program ends."""
        for window in list(self._windows):
            window.close()
        self._windows = []

    def _compare(self, texts: ComparedTexts, *, taking: bool = True) -> ComparisonWindow:
        from editor.ui.drafts.comparison_session import ComparisonSession
        from editor.ui.drafts.comparison_window import ComparisonWindow

        controller = self._shop.controller if taking else None
        before = lambda: self._keep_before(f"{texts.verb}“{texts.other_name}”的改动")  # noqa: E731
        session = ComparisonSession(texts, controller, before, self._cutter())
        window = ComparisonWindow(self._shop.window, session, self._shop.window.theme.colours)
        self._windows.append(window)
        window.destroyed.connect(lambda: self._forget(window))
        window.show()
        return window

    def _cutter(self) -> Cutter | None:
        words = self._shop.services.words
        if not words.ready:
            return None
        return lambda text: [word for word, _, _ in words.cut(text)]

    def _forget(self, window: ComparisonWindow) -> None:
        self._windows = [other for other in self._windows if other is not window]
