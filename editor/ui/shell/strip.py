"""The message strip above the page: one line, one button, never modal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

SHORT_MS = 8000  # a message without a button goes by itself


class Strip(QFrame):
    """Shows the latest message; a message with a button stays until it is answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._close = QPushButton("知道了")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._run: Callable[[], object] | None = None
        self._button.clicked.connect(self._act)
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=SHORT_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(
        self, words: str, button: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a message, with a button that does ``run``."""
        self._words.setText(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._run = run
        self._timer.stop()
        if not button:
            self._timer.start()
        self.setAccessibleName(words)
        self.show()

    def words(self) -> str:
        """What is shown now, '' when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def _act(self) -> None:
        run, self._run = self._run, None
        self.hide()
        if run:
            run()
