"""The window 版本 at work: fill it, name versions, take them back, tell what is still template."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QWidget

from editor.files.versions.kept_version import Version
from editor.manuscript.comparison.provenance import KeptShare, kept_shares
from editor.manuscript.outline.sections import Section
from editor.ui.context import Context
from editor.ui.drafts.open_comparisons import OpenComparisons
from editor.ui.drafts.version_history import VersionHistory
from editor.ui.drafts.version_words import next_name
from editor.ui.files.arrival import Arrival, SpeechHost
from editor.ui.look.theme import Theme

if TYPE_CHECKING:
    from editor.manuscript.comparison.compare import Comparison, TextChange
    from editor.ui.drafts.unfiled_page import UnfiledPage
    from editor.ui.drafts.versions_window import VersionsWindow


class VersionsPresenter:
    """The versions of the open text, as the user sees them and goes back to them."""

    def __init__(
        self,
        context: Context,
        theme: Theme,
        history: VersionHistory,
        comparisons: OpenComparisons,
        host: SpeechHost,
    ) -> None:
        self._controller, self._text = context.controller, context.text
        self._messages, self._parent = context.messages, context.parent
        self._theme, self._history, self._comparisons = theme, history, comparisons
        self._host, self._settings = host, context.settings
        self.window: VersionsWindow | None = None
        self._unfiled: UnfiledPage | None = None
        self.join_unfiled: Callable[[UnfiledPage], object] = lambda _: None
        self.more_pages: Callable[[], Sequence[tuple[str, QWidget]]] = tuple  # with their names
        history.kept.connect(self.refill)

    def show(self, keep: Callable[[], object]) -> None:
        """Show the window; ``keep`` is what its button 留存一版 does."""
        from editor.ui.drafts.template_page import TemplatePage
        from editor.ui.drafts.unfiled_page import UnfiledPage
        from editor.ui.drafts.versions_window import VersionsWindow

        if self.window is None:
            page = TemplatePage(self._theme.colours)
            self._theme.changed.connect(page.put_colours)
            page.wanted.connect(self._controller.go_to)
            page.show_kept(self.kept_shares())
            self._unfiled = UnfiledPage(self._settings.number("unfiled_days"))
            self.join_unfiled(self._unfiled)
            self.window = VersionsWindow(self._parent, page, self._unfiled)
            self.window.add_pages(self.more_pages())
            self.window.destroyed.connect(self._forget)
            self.window.keep_asked.connect(keep)
            self._join(self.window)
        self.refill()
        self.window.show()
        self.window.activateWindow()

    def refill(self) -> None:
        """Show the versions as they are now."""
        if self.window is not None:
            self.window.show_versions(self._history.versions(), self._history.mended())
        if self._unfiled is not None:
            self._unfiled.show_texts(self._history.unfiled())

    def close(self) -> None:
        """Another text comes, or the program ends."""
        if self.window is not None:
            self.window.close()
        self.window = self._unfiled = None

    def kept_shares(self) -> tuple[KeptShare, ...]:
        """What is still the original, the whole text first; empty where that is not known."""
        original = self._history.original()
        if original is None or not original.text.strip():
            return ()
        self._controller.refresh()
        analysis = self._controller.analysis()
        return kept_shares(original, analysis.manuscript, analysis.outline)

    def restore(self, version: Version, section: Section | None = None) -> None:
        """Put all of a version, or one section of it, in place of what stands there; one step."""
        from editor.manuscript.comparison.accept_changes import accept_changes, restored_list_levels
        from editor.manuscript.comparison.compare import compare
        from editor.manuscript.edits import apply_all

        text = self._history.text(version)
        if text is None:
            return
        found = compare(self._controller.manuscript(), text)
        changes = found.changes if section is None else _of_section(found, section)
        news = _lines(section) if section else range(len(text.paragraphs))
        edits = accept_changes(found, changes)
        edits += restored_list_levels(found, apply_all(found.old, edits), news)
        if not edits:
            self._messages.say("这一版和现在的文字相同，不用恢复。")
            return
        self._text.about_to_change.emit("恢复旧版")
        self._controller.apply(edits, name="恢复旧版")
        left = sum(bool(change.blocked) for change in changes)
        words = "已恢复，按 Ctrl+Z 一步撤销。"
        self._messages.say(words + (f"表格和图片里有 {left} 处没有动。" if left else ""))

    def open_new(self, version: Version, history: str = "") -> bool:
        """The text of a version as a new document in a tab of its own; False where it is gone.

        ``history``: it is what stands of a text that was never saved, and its versions go on.
        """
        from editor.files.save import new_document

        text = self._history.text(version)
        if text is None:
            return False
        return self._host.put(
            Arrival(new_document(text, "docx"), history=history, unfiled=bool(history))
        )

    def _join(self, window: VersionsWindow) -> None:
        window.chosen.connect(self._show_text)
        window.compare_asked.connect(self._comparisons.with_version)
        window.pair_asked.connect(self._comparisons.of_two)
        window.name_asked.connect(self._name)
        window.restore_asked.connect(self.restore)
        window.section_asked.connect(self.restore)
        window.new_asked.connect(self.open_new)

    def _show_text(self, version: Version) -> None:
        from editor.manuscript.outline.reader import outline_of

        if self.window is not None:
            text = self._history.text(version)
            sections = tuple(outline_of(text).walk()) if text else ()
            self.window.show_text(text, [s for s in sections if s.start.offset == 0])

    def _name(self, version: Version) -> None:
        offered = version.name or next_name(self._history.versions())
        parent = self.window or self._parent
        name, chosen = QInputDialog.getText(parent, "给这一版命名", "叫什么：", text=offered)
        if chosen:
            self._history.name(version, name.strip())
            self.refill()

    def _forget(self) -> None:
        self.window = self._unfiled = None


def _lines(section: Section) -> range:
    """The paragraphs in which a section has words."""
    return range(section.start.paragraph, section.end.paragraph + (section.end.offset > 0))


def _of_section(found: Comparison, section: Section) -> tuple[TextChange, ...]:
    """The changes that make a section what it is in the comparison's new text."""
    from editor.manuscript.comparison.section_pairs import section_pairs
    from editor.manuscript.outline.reader import outline_of

    pairs = section_pairs(found, outline_of(found.old), outline_of(found.new))
    same = [pair for pair in pairs if pair.new and pair.new.start == section.start]
    return same[0].changes if same else ()
