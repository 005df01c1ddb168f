"""A trouble with a file as a message box: what happened, what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from editor.files.trouble import Trouble
from editor.ui.look.plain_words import literal


def show_trouble(parent: QWidget, title: str, trouble: Trouble) -> None:
    """Say it and wait until it is read; nothing has been changed."""
    QMessageBox.warning(parent, title, literal(f"{trouble.what}\n\n{trouble.advice}"))
