"""The two fields of the bar: as wide as there is room, with the last words in a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from editor.settings.store import Settings
from editor.ui.look.plain_words import PlainLabel, literal

MOST = 20  # remembered
WIDE = 8  # Chinese characters that a field shows at least; it takes the room that is left


class PastWords(QComboBox):
    """A line to write on; its list has what was searched before, kept under a setting's name."""

    entered = Signal()
    entered_back = Signal()  # with Shift

    def __init__(self, name: str, hint: str, settings: Settings, kept_as: str) -> None:
        super().__init__()
        self._settings, self._kept_as = settings, kept_as
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(MOST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setToolTip(literal(hint))  # at large type the field shows some of it
        self.line.setAccessibleName(name)
        self.line.setClearButtonEnabled(True)
        self.setLineEdit(self.line)
        self.setCompleter(QCompleter(self))  # one that knows nothing: what is typed stays as typed
        self._fit()

    def remember(self) -> None:
        """The words were used: they come first in the list."""
        words = self.line.text()
        if not words:
            return
        self._settings.change(
            self._kept_as, lambda past: (words, *[other for other in past if other != words])[:MOST]
        )
        self.recall()

    def last(self) -> str:
        """The words used last, in this run of the program or an earlier one."""
        return next(iter(self._settings.texts(self._kept_as)), "")

    def recall(self) -> None:
        """The list as it is now: another speech's bar may have added to it."""
        words = self.line.text()
        self.line.blockSignals(True)
        self.clear()
        self.addItems(self._settings.texts(self._kept_as))
        self.setCurrentIndex(-1)
        self.line.setText(words)
        self.line.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel over the field is meant for nothing."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Shift+Enter; Down opens the list. The line itself never has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.entered_back if back else self.entered).emit()
        elif event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Other type, other width."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self.setMinimumContentsLength(
            WIDE * metrics.horizontalAdvance("字") // max(1, metrics.horizontalAdvance("X"))
        )


def labelled(words: str, field: QWidget) -> QWidget:
    """A field with its label before it; they wrap together."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    label = PlainLabel(words)
    label.setBuddy(field)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(field, 1)
    return made
