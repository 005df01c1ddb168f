"""Which page of the help tells of a part of the window: the nearest that says so around it."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

HERE = "help.here"  # the command that opens the page of the part that has the keys
_PROPERTY = "help_page"


def explain(part: QWidget, page: str) -> None:
    """F1 in this part, or in anything inside it, opens this page of the help."""
    part.setProperty(_PROPERTY, page)
    if isinstance(part, QDialog):
        # The keys of the main window are not heard while a dialog waits.
        QShortcut(QKeySequence("F1"), part).activated.connect(lambda: _ask(part))


def page_of(part: QWidget | None) -> str:
    """The page that tells of a part, '' where none does."""
    while part is not None:
        if page := part.property(_PROPERTY):
            return str(page)
        part = part.parentWidget()
    return ""


def _ask(part: QWidget) -> None:
    above: QWidget | None = part
    while above is not None and not isinstance(above, QMainWindow):
        above = above.parentWidget()
    action = above.findChild(QAction, HERE) if above else None
    if action is not None:
        action.trigger()
