"""The end of a composition, asked of the input method, whichever way it is reached.

Qt's own functions reach Qt's plugin only. The field with the keys gets an event besides, which
the bridge to fcitx, where there is one, takes as meant for it; a field knows nothing of it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

# Numbers of our own, out of the reach of those that Qt gives out from the other end.
COMMIT_ASKED = QEvent.Type(QEvent.Type.User + 811)
FORGET_ASKED = QEvent.Type(QEvent.Type.User + 812)


def ask_to_commit() -> None:
    """Ask the input method to put in what is composed; not all do."""
    QGuiApplication.inputMethod().commit()
    _tell(COMMIT_ASKED)


def ask_to_forget() -> None:
    """Have the input method forget what is composed: it was put in, or is not wanted."""
    QGuiApplication.inputMethod().reset()
    _tell(FORGET_ASKED)


def _tell(kind: QEvent.Type) -> None:
    if field := QGuiApplication.focusObject():
        QCoreApplication.sendEvent(field, QEvent(kind))
