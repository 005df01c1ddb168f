"""The discs in the tree that tell what of each section is still the template's.

Switched in the menu 视图. Counted only while they are shown, and only when the writer
rests: a sentence more or less is not worth a keystroke.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.ui.drafts.versions_presenter import VersionsPresenter

if TYPE_CHECKING:
    from editor.ui.shell.composition import Workshop

OPTION = "template_signs"
COMMAND = "view.template"
REST_MS = 800  # after the last analysis


class TemplateBadges(QObject):
    """Keeps the discs of one window's tree in step."""

    def __init__(self, shop: Workshop, presenter: VersionsPresenter) -> None:
        super().__init__(shop.window)
        self._shop, self._presenter = shop, presenter
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.count)
        shop.controller.analysis_changed.connect(lambda _: self._start())

    @property
    def shown(self) -> bool:
        """Whether the discs are on."""
        return self._shop.window.settings.flag(OPTION)

    def swap(self) -> None:
        """On or off."""
        settings = self._shop.window.settings
        settings.set(OPTION, not self.shown)
        settings.save()
        self.tick()
        self.count()
        if self.shown and self._shop.files.opened and not self._presenter.kept_shares():
            self._shop.strip.say("不知道这份稿子打开时是什么样，没有可比的范文。")

    def tick(self) -> None:
        """Show in the menu whether they are on."""
        self._shop.window.actions_.tick(COMMAND, self.shown)

    def count(self) -> None:
        """Count anew, or take the discs away."""
        self._timer.stop()
        opened = self._shop.files.opened is not None
        self._shop.outline.put_kept(self._presenter.kept_shares() if self.shown and opened else ())

    def _start(self) -> None:
        if self.shown:
            self._timer.start()
