"""The command of the profile: the form, and what follows when another one is in use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from editor.analysis.analyzer import SpeechAnalyzer
from editor.blanks.slots import Slot
from editor.checks.perspective import Perspective
from editor.profile.name_guess import guessed_from_name
from editor.profile.profile_store import ProfileStore
from editor.profile.suggestions import suggest
from editor.profile.unit_profile import Profile, profile_of
from editor.storage.causes import cause_of
from editor.ui.context import Context


class ProfileCommands(QObject):
    """Keeps the profile in use; gives the fill sheet its offers, the checks their home."""

    changed = Signal()  # another profile was chosen here; it counts for every open speech
    used = Signal()  # the text has been read by another one

    def __init__(self, context: Context, analyzer: SpeechAnalyzer) -> None:
        super().__init__(context.parent)
        self._controller, self._parent = context.controller, context.parent
        self._analyzer = analyzer
        self._store = ProfileStore(context.settings.folder)
        self._profile = Profile()
        self._use(self._store.chosen())

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"profile.edit": self.edit}

    def offers(self, slot: Slot) -> tuple[str, ...]:
        """What the profile offers for a slot of the fill sheet."""
        return suggest(slot, self._profile)

    def edit(self) -> None:
        """Show the form; what is kept counts at once."""
        from editor.ui.profile.profile_dialog import ProfileDialog

        if ProfileDialog(self._parent, self._store).exec():
            self.use_chosen()
            self.changed.emit()

    def use_chosen(self) -> None:
        """Another one is in use, chosen here or at another speech: read the text by it."""
        self._use(self._store.chosen())
        self._controller.refresh()
        self.used.emit()

    def keep_named(self, unit: str) -> str:
        """A profile of what a unit's full name tells, used at once; why it was not kept, or ''."""
        profile = profile_of({**guessed_from_name(unit), "全称": unit})
        try:
            self._store.choose(self._store.put(profile))
        except OSError as error:
            return f"单位档案存不下来：{cause_of(error)}"
        self.use_chosen()
        self.changed.emit()
        return ""

    def _use(self, profile: Profile | None) -> None:
        self._profile = profile or Profile()
        year = self._profile.year or date.today().year
        self._analyzer.perspective = Perspective(self._profile, year)
