"""The commands of drafts, and the keeping of versions that nobody asks for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from editor.files.backups.saved_state import SavedState
from editor.files.opened import Opened
from editor.files.versions.kept_documents import KeptDocument, Presence, presence_of
from editor.files.versions.kept_version import Occasion
from editor.manuscript.manuscript import Manuscript
from editor.ui.context import Context
from editor.ui.drafts.open_comparisons import OpenComparisons
from editor.ui.drafts.template_badges import TemplateBadges
from editor.ui.drafts.version_history import VersionHistory
from editor.ui.drafts.version_words import next_name
from editor.ui.drafts.versions_presenter import VersionsPresenter
from editor.ui.files.arrival import SpeechHost
from editor.ui.look.theme import Theme
from editor.words.segmenter import Segmenter

# Commands before which a version is kept: they change many places at once.
STRUCTURAL = ("outline.", "tidy.", "spun.")

CommandHandlers = dict[str, Callable[[], object]]


class DraftCommands(QObject):
    """What 版本 and 比较 do; keeps a version where much changes or the text leaves the house."""

    def __init__(self, context: Context, theme: Theme, words: Segmenter, host: SpeechHost) -> None:
        super().__init__(context.parent)
        self._controller, self._text = context.controller, context.text
        self._messages, self._parent = context.messages, context.parent
        self._settings = context.settings
        self.history = VersionHistory(context.settings.folder / "versions", self)
        self.history.states_kept = lambda: context.settings.number("states_kept")
        self.history.failed.connect(context.messages.say)
        self.comparisons = OpenComparisons(context, theme, words, self.history)
        self.presenter = VersionsPresenter(context, theme, self.history, self.comparisons, host)
        self.badges = TemplateBadges(context, self.presenter)
        self._read = self._before = self._controller.manuscript()
        self._join()

    def _join(self) -> None:
        text = self._text
        self._controller.structure_changed.connect(self._take_structure)
        self._controller.analysis_changed.connect(self._take_structure)
        text.loaded.connect(self._take_text)
        text.saved.connect(self._take_name)
        text.about_to_change.connect(self._keep_before)
        text.left_house.connect(self._keep_sent)

    def handlers(self) -> CommandHandlers:
        """Command ids and what runs them."""
        return {
            "drafts.versions": lambda: self.presenter.show(self.keep_named),
            "drafts.keep": self.keep_named,
            "drafts.compare": self.comparisons.ask_file,
            "view.template": self.badges.swap,
        }

    def watch(
        self, handlers: Mapping[str, Callable[[], object]], name_of: Callable[[str], str]
    ) -> CommandHandlers:
        """The same handlers, a version kept before those that change the structure.

        ``name_of`` tells what a command is called in the menu, by its id.
        """
        return {
            command: self._kept_before(name_of(command).rstrip("…"), run)
            if command.startswith(STRUCTURAL)
            else run
            for command, run in handlers.items()
        }

    def keep_before_move(self) -> None:
        """Sections have just been moved: keep the text as it was before."""
        self._keep_before("调整提纲", self._before)

    def keep_named(self) -> None:
        """Ask for a name and keep the present text under it."""
        offered = next_name(self.history.versions())
        parent = self.presenter.window or self._parent
        name, chosen = QInputDialog.getText(parent, "留存一版", "叫什么：", text=offered)
        if chosen and name.strip():
            told = f"已留存“{name.strip()}”。"
            self.history.keep(
                self._controller.manuscript(), name.strip(), Occasion.NAMED,
                lambda: self._messages.say(told),
            )  # fmt: skip

    def kept(self) -> KeptDocument:
        """The open text as one of the kept speeches."""
        self.history.settle()
        documents = self.history.store().family(self.history.document)
        path = self._text.path
        presence = presence_of(path) if path else Presence.UNFILED
        return KeptDocument(documents, path, self._text.told_name(), 0.0, 0, 0, presence)

    def join_kept(
        self, pages: Callable[[Sequence[SavedState]], Sequence[tuple[str, QWidget]]]
    ) -> None:
        """More pages for the window 版本, made of the saved states of the open text."""
        self.presenter.more_pages = lambda: pages(self.history.states())

    def clean(self, spared: Collection[str]) -> None:
        """The program ends: what nobody saved for too long goes, but ``spared``."""
        self.history.clean(spared, self._settings.number("unfiled_days"))
        self.history.clean_states(self._settings.number("states_days"))

    def end(self) -> None:
        """Everything is on the disk before the speech goes."""
        self._close_windows()
        self.history.settle()

    def _take_text(self, opened: Opened) -> None:
        self._close_windows()
        self.history.watch(opened.path, opened.manuscript)

    def _take_name(self, opened: Opened) -> None:
        if opened.path:
            self.history.saved(opened.path, self._controller.manuscript())

    def _keep_sent(self, label: str, occasion: Occasion) -> None:
        """The text has left the house, printed or exported."""
        if not self._settings.flag("keep_sent"):
            return
        self.history.keep(self._controller.manuscript(), label, occasion)

    def _keep_before(self, what: str, text: Manuscript | None = None) -> None:
        """Keep the text as it is (or was) before something changes it."""
        if not self._settings.flag("keep_before"):
            return
        now = text or self._controller.manuscript()
        self.history.keep(now, f"{what}之前", Occasion.COMMAND)

    def _close_windows(self) -> None:
        self.comparisons.close()
        self.presenter.close()

    def _kept_before(self, what: str, run: Callable[[], object]) -> Callable[[], object]:
        def guarded() -> object:
            before = self._controller.manuscript()
            result = run()
            if self._controller.manuscript() is not before and self._text.opened:
                self._keep_before(what, before)
            return result

        return guarded

    def _take_structure(self) -> None:
        now = self._controller.manuscript()
        if now is not self._read:
            self._before, self._read = self._read, now
