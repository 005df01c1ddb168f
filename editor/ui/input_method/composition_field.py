"""The field that is written in, and what is under composition there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from editor.input_method.fcitx_context import Composing, FcitxContext
from editor.input_method.typed_letters import letters
from editor.ui.input_method.composed_words import (
    committing_event,
    composing_event,
    deleting_event,
    words_of,
)
from editor.ui.input_method.focused_field import caret_on_screen, field_with_keys


class CompositionField(QObject):
    """Follows the field with the keys and puts words into it.

    ``hand`` sends an event; ``watcher`` has the field's events filtered.
    """

    def __init__(
        self,
        context: FcitxContext,
        hand: Callable[[QObject, QEvent], None],
        watcher: QObject,
    ) -> None:
        super().__init__(watcher)
        self._context, self._hand, self._watcher = context, hand, watcher
        self._field: QObject | None = None
        self._words = ""
        self._caret: tuple[int, int, int, int] | None = None

    def composes(self, field: QObject | None = None) -> bool:
        """Whether words are under composition, in that field if one is given."""
        return bool(self._words) and field in (None, self._field)

    def follow(self) -> bool:
        """Go to the field that has the keys now; whether there is one."""
        field = field_with_keys()
        if field is None:
            self._leave()
        elif field is not self._field:
            self._leave()
            self._enter(field)
        return field is not None

    def begin_anew(self) -> None:
        """fcitx has a new context, which knows nothing of the field."""
        self._leave()
        self.follow()

    def _enter(self, field: QObject) -> None:
        self._field, self._caret = field, None
        field.installEventFilter(self._watcher)
        field.destroyed.connect(self._forget)
        self._context.focus(here=True)

    def _leave(self) -> None:
        if self._field is None:
            return
        self.end()
        self._field.removeEventFilter(self._watcher)
        self._field.destroyed.disconnect(self._forget)
        self._field = None
        self._context.focus(here=False)

    def _forget(self) -> None:
        self._field, self._words = None, ""

    def compose(self, composing: Composing) -> None:
        """Show what is under composition now."""
        words = words_of(composing)
        if words or self._words:
            self._words = words
            self._send(composing_event(composing, QApplication.palette()))

    def commit(self, words: str) -> None:
        """Put words in; what was shown goes."""
        self._words = ""
        self._send(committing_event(words))

    def delete(self, offset: int, length: int) -> None:
        """Take characters beside the caret out."""
        self._send(deleting_event(offset, length))

    def end(self) -> None:
        """End the composition with its words in the text: nothing that was typed is lost."""
        if words := self._words:
            self._context.reset()
            self.commit(letters(words))

    def was_ended(self) -> None:
        """The field itself has put in what was composed, or thrown it away."""
        self._words = ""
        self._context.reset()

    def put_caret(self, window: QWindow | None) -> None:
        """Tell fcitx where the caret is, where it has moved."""
        if self._field is None or window is None:
            return
        caret = caret_on_screen(window)
        if caret != self._caret:
            self._caret = caret
            self._context.put_caret(*caret)

    def _send(self, event: QEvent) -> None:
        if self._field is not None:
            self._hand(self._field, event)
