"""A trouble with a file as a message box: what happened, what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from editor.files.trouble import Trouble


def show_trouble(parent: QWidget, title: str, trouble: Trouble) -> None:
    """Say it and wait until it is read; nothing has been changed."""
    QMessageBox.warning(parent, title, f"{trouble.what}\n\n{trouble.advice}")
