"""Where a sentence of one's own goes in the phrase bank: its occasion and its part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.button_row import accept_or_leave
from editor.ui.look.explained import explain
from editor.ui.look.plain_words import PlainLabel, add_row

ANYWHERE = "各种场合"
SHOWN = 160  # characters of the sentence


class KeepPhraseDialog(QDialog):
    """Shows the sentence; ``home`` is the occasion and part of the place it stands at."""

    def __init__(
        self,
        parent: QWidget,
        text: str,
        choices: tuple[Sequence[str], Sequence[str]],
        home: tuple[str, str],
    ) -> None:
        super().__init__(parent)
        explain(self, "phrases")
        self.setWindowTitle("收入语料库")
        self.setMinimumWidth(420)
        occasions, parts = choices
        self.occasions, self.parts = QComboBox(), QComboBox()
        self.occasions.addItems([ANYWHERE, *occasions])
        self.parts.addItems(list(parts))
        self.occasions.setCurrentText(home[0])
        self.parts.setCurrentText(home[1])
        words = PlainLabel(f"“{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}”")
        words.setWordWrap(True)
        form = QFormLayout()
        add_row(form, "场合", self.occasions)
        add_row(form, "部位", self.parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(accept_or_leave(self))

    def chosen(self) -> tuple[str | None, str]:
        """Occasion (None for any) and part."""
        occasion = self.occasions.currentText()
        return (None if occasion == ANYWHERE else occasion, self.parts.currentText())
