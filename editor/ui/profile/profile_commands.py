"""The command of the profile: the form, and what follows when another one is in use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from editor.blanks.profile import Profile
from editor.blanks.profile_store import ProfileStore
from editor.blanks.slots import Slot
from editor.blanks.suggest import suggest
from editor.checks.perspective import Perspective

if TYPE_CHECKING:
    from editor.ui.shell.composition import Workshop


class ProfileCommands:
    """Keeps the profile in use; gives the fill sheet its offers, the checks their home."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._store = ProfileStore(shop.window.settings.folder)
        self._profile = Profile()
        shop.blanks.offers = self.offers
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

        if ProfileDialog(self._shop.window, self._store).exec():
            self._use(self._store.chosen())
            self._shop.controller.refresh()
            self._shop.findings.update_now(force=True)
            self._shop.blanks.update_now(force=True)

    def _use(self, profile: Profile | None) -> None:
        self._profile = profile or Profile()
        year = self._profile.year or date.today().year
        self._shop.analyzer.perspective = Perspective(self._profile, year)
