"""清除痕迹 at work: open speeches are closed first, then all goes; what could not is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QWidget

from editor.files.versions.kept_documents import KeptDocument
from editor.settings.store import Settings
from editor.storage.user_folder import settings_of_qt
from editor.traces.all_traces import OF_SETTINGS, Left, Trace, clear, traces
from editor.traces.trace import ClearableKind, Found, Home
from editor.ui.errands import Errands
from editor.ui.folder_lock import is_held
from editor.ui.traces.trace_window import TraceWindow

_SIDES: Final = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
CLIPBOARD: Final = ClearableKind(
    "clipboard", "剪贴板", "从笔杆里复制、还没贴掉的文字", lambda home: Found(), of_one=False
)


class TraceCommands(QObject):
    """One window at a time."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self._parent, self._settings = parent, settings
        self.window: TraceWindow | None = None
        self.in_front: Callable[[], KeptDocument | None] = lambda: None
        # Closes the speech of these documents, None: all; False where one is to stay.
        self.close_open: Callable[[KeptDocument | None], bool] = lambda document: True
        self.cleared: Callable[[], object] = lambda: None
        self._errands = Errands(self)

    def show(self, document: KeptDocument | None) -> None:
        """Show what is kept of one speech, None: of all."""
        if self.window is not None:
            self.window.close()
        window = TraceWindow(self._parent, document.words if document else "")
        window.destroyed.connect(partial(self._forget, window))
        window.clear_asked.connect(partial(self._clear, document))
        self.window = window
        home = self._home(document)
        clipboard = [] if document else _clipboard()

        def fill(rows: tuple[Trace, ...]) -> None:
            if self.window is window:
                window.show_traces([*rows, *clipboard])

        self._errands.send(lambda: traces(home), fill)
        window.show()

    def show_front(self) -> None:
        """Show what is kept of the speech in front."""
        if (document := self.in_front()) is not None:
            self.show(document)

    def _clear(self, document: KeptDocument | None, chosen: Sequence[str]) -> None:
        window = self.window
        if not self.close_open(document):
            if window is not None:
                window.close()
            return
        if CLIPBOARD.id in chosen:
            _empty_clipboard()
        home = self._home(document)
        # The settings tell the window at once what has changed: in its own thread.
        before = clear(home, OF_SETTINGS & set(chosen))

        def tell(left: tuple[Left, ...]) -> None:
            if self.window is window and window is not None:
                window.show_left((*before, *left))
            self.cleared()

        self._errands.send(lambda: clear(home, set(chosen) - OF_SETTINGS), tell)

    def _home(self, document: KeptDocument | None) -> Home:
        return Home(self._settings, document, is_held, dialogs=settings_of_qt())

    def _forget(self, window: TraceWindow) -> None:
        if self.window is window:
            self.window = None


def _clipboard() -> list[Trace]:
    """What lies in the clipboard and comes from here; another program's is its own."""
    board = QApplication.clipboard()
    ours = board.ownsClipboard() or board.ownsSelection()
    return [Trace(CLIPBOARD, Found(rows=1))] if ours else []


def _empty_clipboard() -> None:
    board = QApplication.clipboard()
    for side, is_ours in zip(_SIDES, (board.ownsClipboard, board.ownsSelection), strict=True):
        if is_ours():
            board.clear(side)
