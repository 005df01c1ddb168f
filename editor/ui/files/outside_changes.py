"""What happens outside to the file of an open speech: another has it open, has written it.

Looked at in a thread, when a speech has been opened and whenever the window gets the keys back.
What is found is said in the message bar, where nobody is interrupted; a save looks for itself.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from editor.files.opened import FileStamp, Opened, stamp_at
from editor.files.outside.others_open import OtherUser, others_with
from editor.files.presence import is_gone
from editor.ui.context import Context
from editor.ui.errands import Errands
from editor.ui.files.changed_question import moment, opened_by
from editor.ui.message_bar import MessageButton

COMPARE, READ_AGAIN, SAVE_AS = "看改了什么", "重新读入", "另存为…"


class _Seen(NamedTuple):
    """A file as it is now: ``stamp`` None where it could not be read, or is ``gone``."""

    stamp: FileStamp | None
    gone: bool = False


class OutsideChanges(QObject):
    """Watches the file of one open speech."""

    compare_asked = Signal(Path)
    read_again_asked = Signal()
    save_asked = Signal()
    save_as_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.parent)
        self._text, self._messages = context.text, context.messages
        self._errands = Errands(self)
        self._told = ""  # the fingerprint of what was told last
        self.is_looking = False
        self._text.loaded.connect(self._begin)
        self._text.saved.connect(self._forget)
        self._text.closed.connect(self._forget)
        app = cast(QGuiApplication, QGuiApplication.instance())
        app.applicationStateChanged.connect(self._turned)

    def look(self) -> None:
        """See whether the file is still as it was read or saved here."""
        opened = self._text.opened
        if opened and opened.path and opened.stamp:
            self.is_looking = True
            self._errands.send(partial(_seen, opened.path), partial(self._take, opened))

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _begin(self, opened: Opened) -> None:
        self._forget()
        if opened.path and opened.stamp:
            work = partial(others_with, opened.path)
            self._errands.send(work, partial(self._tell_others, opened))

    def _forget(self) -> None:
        self._told = ""
        for button in (COMPARE, READ_AGAIN, SAVE_AS):
            self._messages.withdraw(button)

    def _tell_others(self, opened: Opened, others: tuple[OtherUser, ...]) -> None:
        if others and self._text.opened is opened:
            self._messages.say_lasting(told_of_others(opened, others), "", None)

    def _take(self, opened: Opened, seen: _Seen) -> None:
        self.is_looking = False
        was, path = opened.stamp, opened.path
        if self._text.opened is not opened or was is None or path is None:
            return  # it was saved, or another came, while one looked
        now = "gone" if seen.gone else seen.stamp.digest if seen.stamp else was.digest
        if now == was.digest:
            self._forget()
        elif now != self._told:
            self._told = now
            self._tell(path, seen.stamp)

    def _tell(self, path: Path, now: FileStamp | None) -> None:
        other = MessageButton(SAVE_AS, self.save_as_asked.emit)
        if now is None:
            words = (
                f"“{path.name}”已经不在原来的地方了（被移走、改名或删除）。"
                "文字都还在这里，按保存会在原处重新存一份。"
            )
            self._messages.say_with(words, other, MessageButton("保存", self.save_asked.emit))
            return
        compare = MessageButton(COMPARE, partial(self.compare_asked.emit, path))
        words = f"“{path.name}”{moment(now.mtime_ns / 1e9)} 被别人存过。"
        if self._text.modified:
            words += "您这里也有没保存的改动，先看看那边改了什么，再决定怎么存。"
            self._messages.say_with(words, compare, other)
        else:
            again = MessageButton(READ_AGAIN, self.read_again_asked.emit)
            self._messages.say_with(words, again, compare)


def told_of_others(opened: Opened, others: tuple[OtherUser, ...]) -> str:
    """Who has the file open, in words."""
    name = opened.path.name if opened.path else ""
    return (
        f"“{name}”：{opened_by(others)}。可以看、可以改；保存时那边有改动会先告诉您，"
        "您存了以后也请告诉对方。"
    )


def _seen(path: Path) -> _Seen:
    try:
        return _Seen(stamp_at(path), is_gone(path))
    except OSError:
        return _Seen(None)  # held by another program: one looks again next time
