"""Words composed in the fields beside the page: a click or another window does not lose them.

As `composing` does it for the page. A field is known when it first gets the keys; nothing is
paid before that, and nothing for any other widget.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from editor.input_method.typed_letters import letters
from editor.ui.input_method.composition_end import ask_to_commit, ask_to_forget
from editor.ui.page.page_surface import PageSurface


class ComposedFields(QObject):
    """Watches every field of the program that has once had the keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_went)
        # A field of Qt's own dialogs would take what is known of it along when Python lets go.
        self._words: set[_FieldWord] = set()

    def _focus_went(self, _old: QWidget | None, new: QWidget | None) -> None:
        field = new.lineEdit() if isinstance(new, QComboBox) and new.isEditable() else new
        if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
            return
        if not isinstance(field, PageSurface) and field.findChild(_FieldWord) is None:
            word = _FieldWord(field, new or field)
            self._words.add(word)
            word.destroyed.connect(partial(self._words.discard, word))


class _FieldWord(QObject):
    """What is composed in one field; ``holder`` has the keys for it (it, or a combo box)."""

    def __init__(self, field: QLineEdit | QPlainTextEdit | QTextEdit, holder: QWidget) -> None:
        super().__init__(field)
        self._field, self._holder = field, holder
        self._word = self._let_go = ""
        self._came = False
        self._forget = QTimer(self, singleShot=True, interval=0)
        self._forget.timeout.connect(self._is_over)
        holder.installEventFilter(self)
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self._changed)
            clicked: QWidget = field
        else:
            clicked = field.viewport()
        if clicked is not holder:
            clicked.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is composed; before a click or another widget it is put in."""
        if isinstance(event, QInputMethodEvent) and watched is self._holder:
            self._follow(event)
        elif event.type() == QEvent.Type.MouseButtonPress and self._composed():
            self._settle()
        elif event.type() == QEvent.Type.FocusOut and watched is self._holder:
            self._put_in(self._composed() or self._let_go)
        return super().eventFilter(watched, event)

    def _composed(self) -> str:
        if isinstance(self._field, QLineEdit):
            return self._word
        return self._field.textCursor().block().layout().preeditAreaText()

    def _follow(self, event: QInputMethodEvent) -> None:
        self._came = self._came or bool(event.commitString())
        over = not event.commitString() and not event.preeditString()
        self._let_go = self._composed() if over else ""
        self._word = event.preeditString()
        if self._let_go:
            self._forget.start()

    def _settle(self) -> None:
        word, self._came = self._composed(), False
        ask_to_commit()
        if not self._came:
            self._put_in(word)

    def _put_in(self, word: str) -> None:
        still, self._let_go = bool(self._composed()), ""
        if not word:
            return
        event = QInputMethodEvent()
        event.setCommitString(letters(word))
        QApplication.sendEvent(self._field, event)
        if still:
            ask_to_forget()

    def _changed(self) -> None:
        """Other words stand in the field: what was composed in it is no more."""
        self._word = ""

    def _is_over(self) -> None:
        self._let_go = ""
