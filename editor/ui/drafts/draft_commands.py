"""The commands of drafts, and the keeping of versions that nobody asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from editor.files.opened import Opened
from editor.files.versions.kept_version import Occasion
from editor.manuscript.manuscript import Manuscript
from editor.ui.drafts.open_comparisons import OpenComparisons
from editor.ui.drafts.template_badges import TemplateBadges
from editor.ui.drafts.version_history import VersionHistory
from editor.ui.drafts.version_words import next_name
from editor.ui.drafts.versions_presenter import VersionsPresenter
from editor.ui.session.unsaved_texts import UnsavedTexts
from editor.ui.shell.command_table import BY_ID

if TYPE_CHECKING:
    from editor.ui.look.palette import Colours
    from editor.ui.shell.composition import Workshop

# Commands before which a version is kept: they change many places at once.
STRUCTURAL = ("outline.", "tidy.", "spun.")

Handlers = dict[str, Callable[[], object]]


class DraftCommands(QObject):
    """What 版本 and 比较 do; keeps a version where much changes or the text leaves the house."""

    def __init__(self, shop: Workshop) -> None:
        super().__init__(shop.window)
        self._shop = shop
        self.history = VersionHistory(shop.window.settings.folder / "versions", self)
        self.history.failed.connect(shop.strip.say)
        self.comparisons = OpenComparisons(shop, self.history, self.keep_before)
        self.presenter = VersionsPresenter(shop, self.history, self.comparisons, self.keep_before)
        self.lost = UnsavedTexts(shop, self.history, self.comparisons, self.presenter)
        self.presenter.join_unfiled = self.lost.join_unfiled
        self.signs = TemplateBadges(shop, self.presenter)
        self._read = self._before = shop.controller.manuscript()
        shop.controller.structure_changed.connect(self._take_structure)
        shop.controller.analysis_changed.connect(self._take_structure)
        shop.outline.moved.connect(lambda: self.keep_before("调整提纲", self._before))

    def handlers(self) -> Handlers:
        """Command ids and what runs them."""
        return {
            "drafts.versions": lambda: self.presenter.show(self.keep_named),
            "drafts.keep": self.keep_named,
            "drafts.compare": self.comparisons.ask_file,
            "view.template": self.signs.swap,
            **self.lost.handlers(),
        }

    def watch(self, handlers: Mapping[str, Callable[[], object]]) -> Handlers:
        """The same handlers, a version kept before those that change the structure."""
        return {
            name: self._kept_before(name, run) if name.startswith(STRUCTURAL) else run
            for name, run in handlers.items()
        }

    def take_text(self, opened: Opened) -> None:
        """Another text is open."""
        self._close()
        self.history.watch(opened.path, opened.manuscript)

    def saved(self, opened: Opened) -> None:
        """The text has been saved."""
        if opened.path:
            self.history.saved(opened.path, self._shop.controller.manuscript())

    def sent(self, label: str, kind: Occasion = Occasion.EXPORTED) -> None:
        """The text has left the house, printed or exported."""
        self.history.keep(self._shop.controller.manuscript(), label, kind)

    def keep_before(self, what: str, text: Manuscript | None = None) -> None:
        """Keep the text as it is (or was) before something changes it."""
        now = text or self._shop.controller.manuscript()
        self.history.keep(now, f"{what}之前", Occasion.COMMAND)

    def keep_named(self) -> None:
        """Ask for a name and keep the present text under it."""
        offered = next_name(self.history.versions())
        parent = self.presenter.window or self._shop.window
        name, chosen = QInputDialog.getText(parent, "留存一版", "叫什么：", text=offered)
        if chosen and name.strip():
            self.history.keep(self._shop.controller.manuscript(), name.strip(), Occasion.NAMED)
            self._shop.strip.say(f"已留存“{name.strip()}”。")

    def put_colours(self, colours: Colours) -> None:
        """Other colours for the open windows."""
        self.comparisons.put_colours(colours)

    def end(self) -> None:
        """Everything is on the disk before the window goes."""
        self._close()
        self.lost.close()
        self.history.clean(self.lost.histories())
        self.history.settle()

    def _close(self) -> None:
        self.comparisons.close()
        self.presenter.close()

    def _kept_before(self, name: str, run: Callable[[], object]) -> Callable[[], object]:
        def guarded() -> object:
            before = self._shop.controller.manuscript()
            result = run()
            if self._shop.controller.manuscript() is not before and self._shop.files.opened:
                self.keep_before(BY_ID[name].text.rstrip("…"), before)
            return result

        return guarded

    def _take_structure(self, _analysis: object) -> None:
        now = self._shop.controller.manuscript()
        if now is not self._read:
            self._before, self._read = self._read, now
