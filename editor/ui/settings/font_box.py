"""A choice among the installed families: none, the proper ones first, then all Chinese ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QFontDatabase, QMouseEvent
from PySide6.QtWidgets import QComboBox


class FontBox(QComboBox):
    """``family`` '' is the usual one, called ``usual``; the list is made when it is asked for."""

    chosen = Signal(str)

    def __init__(self, usual: str, first: Sequence[str]) -> None:
        super().__init__()
        self._first, self._whole = first, False
        self.addItem(usual, "")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.activated.connect(lambda: self.chosen.emit(self.family()))

    def family(self) -> str:
        """The family that is chosen."""
        return str(self.currentData())

    def show_family(self, family: str) -> None:
        """Show what is chosen, also one that is not installed here."""
        at = self.findData(family)
        if at < 0:
            self.addItem(family, family)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Keys go through the list: it must be there."""
        self._fill()
        super().focusInEvent(e)

    def mousePressEvent(self, e: QMouseEvent) -> None:
        """The list is about to open."""
        self._fill()
        super().mousePressEvent(e)

    def _fill(self) -> None:
        """Going through the machine's fonts takes a moment: not before one wants to choose."""
        if self._whole:
            return
        self._whole = True
        there = QFontDatabase.families()
        known = {name.casefold(): name for name in there}
        proper = [known[name.casefold()] for name in self._first if name.casefold() in known]
        chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        family = self.family()
        for name in dict.fromkeys([*proper, *chinese]):
            if self.findData(name) < 0:
                self.addItem(name, name)
        self.show_family(family)
