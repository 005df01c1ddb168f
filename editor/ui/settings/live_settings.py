"""Options that change are told at once and written at once, beside the work."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool, Signal

from editor.settings.store import Settings
from editor.ui.errands import Errands


class LiveSettings(QObject):
    """Tells of every change of the settings; the disk is waited for in a thread."""

    changed = Signal(str)  # the name of an option

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._errands = Errands(self, self._pool)
        self._waiting = False  # a save that has not begun will take what comes too
        settings.told = self._take

    def end(self) -> None:
        """All is on the disk, and nothing is told any more."""
        self._settings.told = lambda _name: None
        self._pool.waitForDone()

    def _take(self, name: str) -> None:
        self.changed.emit(name)
        if not self._waiting:
            self._waiting = True
            self._errands.send(self._write, lambda _: None)

    def _write(self) -> None:
        self._waiting = False
        self._settings.save()
