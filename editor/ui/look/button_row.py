"""The buttons at the foot of a window, in one order everywhere.

As in Windows and in the programs of an office: what is done comes first, then what else can be
done, 取消 or 关闭 last, at the right edge. Qt's own boxes follow by a rule of the style sheet
(``button-layout: 0``), on every desktop.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.ui.look.flow_layout import FlowLayout
from editor.ui.look.plain_words import literal

GAP = 8  # px


class ButtonRow(QWidget):
    """``main`` takes Enter; ``leave`` takes nothing with it; both may be missing.

    Where the window is too narrow the row goes on in a second line.
    """

    def __init__(
        self,
        main: QPushButton | None = None,
        others: Sequence[QPushButton] = (),
        leave: QPushButton | None = None,
        note: QWidget | None = None,
    ) -> None:
        """``note``: words above the buttons that say what they will do."""
        super().__init__()
        self._main = main
        self.buttons = tuple(b for b in (main, *others, leave) if b is not None)
        line = FlowLayout(gap=GAP, right=True)
        for button in self.buttons:
            # Enter presses the button one has come to by Tab, else the main one, also after a
            # click on another; with no main one nothing is pressed from a list or a field.
            button.setAutoDefault(main is not None)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        if note is not None:
            column.addWidget(note)
        column.addLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def showEvent(self, event: QShowEvent) -> None:
        """Enter is for the row that is seen: windows with tabs have several."""
        super().showEvent(event)
        if self._main is not None and not any(button.isDefault() for button in self.buttons):
            self._main.setDefault(True)


def push_button(words: str, run: Callable[[], object], tip: str = "") -> QPushButton:
    """A button that runs something when it is clicked."""
    made = QPushButton(words)
    made.setAutoDefault(False)
    if tip:
        made.setToolTip(literal(tip))
    made.clicked.connect(lambda _=False: run())
    return made


def accept_or_leave(dialog: QDialog, accept: str = "确定", leave: str = "取消") -> ButtonRow:
    """The row of a dialog that is accepted or not."""
    return ButtonRow(push_button(accept, dialog.accept), leave=push_button(leave, dialog.reject))


def close_only(dialog: QDialog) -> ButtonRow:
    """The row of a window that is only looked at."""
    return ButtonRow(leave=push_button("关闭", dialog.close))
