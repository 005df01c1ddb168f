"""The discs in the tree that tell what of each section is still the template's.

Switched in the menu 视图. Counted only while they are shown, and only when the writer
rests: a sentence more or less is not worth a keystroke.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from editor.ui.context import Context
from editor.ui.drafts.versions_presenter import VersionsPresenter

OPTION = "template_signs"
COMMAND = "view.template"
REST_MS = 800  # after the last analysis


class TemplateBadges(QObject):
    """Keeps the discs of one window's tree in step."""

    kept_changed = Signal(tuple)  # of Kept by section; empty where there are no discs
    ticked = Signal(str, bool)  # the command in the menu, and whether it is on

    def __init__(self, context: Context, presenter: VersionsPresenter) -> None:
        super().__init__(context.parent)
        self._text, self._settings = context.text, context.settings
        self._messages, self._presenter = context.messages, presenter
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.count)
        context.controller.analysis_changed.connect(self._start)

    @property
    def shown(self) -> bool:
        """Whether the discs are on."""
        return self._settings.flag(OPTION)

    def swap(self) -> None:
        """On or off."""
        self._settings.set(OPTION, not self.shown)
        self._settings.save()
        self.tick()
        self.count()
        if self.shown and self._text.opened and not self._presenter.kept_shares():
            self._messages.say("不知道这份稿子打开时是什么样，没有可比的范文。")

    def tick(self) -> None:
        """Show in the menu whether they are on."""
        self.ticked.emit(COMMAND, self.shown)

    def count(self) -> None:
        """Count anew, or take the discs away."""
        self._timer.stop()
        shown = self.shown and self._text.opened is not None
        self.kept_changed.emit(self._presenter.kept_shares() if shown else ())

    def _start(self) -> None:
        if self.shown:
            self._timer.start()
