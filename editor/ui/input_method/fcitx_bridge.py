"""fcitx for a Qt that has no plugin for it: keys go there first, words come back.

The keys of the window in front are caught before the window sees them, asked about, and given
back in their order where fcitx does not take them. Nothing waits for fcitx: keys that it does
not answer within `PATIENCE_MS` are typed as they are, and fcitx is left alone until it answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

from editor.input_method.fcitx_context import (
    Answered,
    Arrived,
    Committed,
    Composing,
    Deleted,
    FcitxContext,
    FcitxEvent,
    Forwarded,
    KeyStroke,
    Lost,
)
from editor.ui.input_method.composition_end import COMMIT_ASKED, FORGET_ASKED
from editor.ui.input_method.composition_field import CompositionField
from editor.ui.input_method.focused_field import hand_over
from editor.ui.input_method.forwarded_key import forwarded_event
from editor.ui.input_method.key_queue import KeyQueue

# The first word of a day has fcitx 5 read its dictionaries: 0.4 s on a busy machine, 1 s was seen.
PATIENCE_MS = 3000
SHORTCUT_MS = 80  # a command's key waits so long for the words before it; nothing else waits
KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class FcitxBridge(QObject):
    """Joins the window in front to one context of fcitx. ``descriptor`` is the bus's."""

    def __init__(self, context: FcitxContext, descriptor: int, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._keys: KeyQueue[tuple[QWindow, QKeyEvent]] = KeyQueue()
        self._window: QWindow | None = None
        self._ours: list[QEvent] = []  # events of ours on their way: not to be caught again
        self._asked: tuple[int, bool] | None = None  # a command's key that fcitx has seen
        self._field = CompositionField(context, self._hand, self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._receive)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        app.focusObjectChanged.connect(self._follow)
        app.inputMethod().cursorRectangleChanged.connect(self._put_caret)
        self._watch(app.focusWindow())
        self._receive()

    def is_open(self) -> bool:
        """Whether fcitx answers."""
        return self._context.is_open()

    # -- what the window gets

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch keys, and end the composition before a click moves the caret."""
        if not self._context.is_open() or any(event is one for one in self._ours):
            return False
        kind = event.type()
        if isinstance(event, QKeyEvent) and isinstance(watched, QWindow):
            if kind == QEvent.Type.ShortcutOverride:
                return self._before_commands(watched, event)
            return kind in KEYS and self._catch(watched, event)
        if kind == QEvent.Type.MouseButtonPress:
            self._field.end()
        elif self._field.composes(watched):
            self._follow_the_field(kind)
        return False

    def _follow_the_field(self, kind: QEvent.Type) -> None:
        if kind == COMMIT_ASKED:
            self._field.end()
        elif kind in (FORGET_ASKED, QEvent.Type.InputMethod):
            # The field itself has put in what was composed, or thrown it away.
            self._field.was_ended()

    def _catch(self, window: QWindow, event: QKeyEvent) -> bool:
        if self._asked and self._asked[0] == event.key() and event.type() == KEYS[0]:
            taken, self._asked = self._asked[1], None
            return taken
        return bool(self._ask(window, event))

    def _ask(self, window: QWindow, event: QKeyEvent) -> int:
        if not len(self._keys) and not self._field.follow():
            return 0
        number = self._context.key(_stroke(event))
        if number:
            self._keys.put((window, event.clone()), number)
            if not self._patience.isActive():
                self._patience.start()
        return number

    def _before_commands(self, window: QWindow, event: QKeyEvent) -> bool:
        """While words are composed or keys wait, fcitx sees a command's key before the command."""
        self._asked = None  # a command ran, and its key never came
        if not (self._field.composes() or len(self._keys)) or _types(event):
            return False
        number = self._ask(window, event)
        if not number:
            return False
        taken = self._wait_for(number)
        self._asked = (event.key(), taken)
        if taken:
            event.accept()
        return taken

    def _wait_for(self, number: int) -> bool:
        """Whether fcitx takes the key of that number; it is asked for `SHORTCUT_MS` at most.

        The key itself is not given back: Qt is still at it.
        """
        taken = False
        while self._keys.waits_for(number) and (came := self._context.take(SHORTCUT_MS)):
            for event in came:
                if isinstance(event, Answered) and event.number == number:
                    taken = event.taken
                    event = Answered(number, taken=True)
                self._handle(event)
        if self._keys.waits_for(number):
            keys = self._keys.settle(number, taken=True)  # all but the command's own
            self._go_on_without(keys)
        return taken

    # -- what fcitx says

    def _receive(self) -> None:
        for event in self._context.take():
            self._handle(event)

    def _handle(self, event: FcitxEvent) -> None:
        match event:
            case Answered(number, taken):
                self._deliver(self._keys.settle(number, taken=taken))
            case Committed(words):
                self._field.commit(words)
            case Composing():
                self._field.compose(event)
            case Deleted(offset, length):
                self._field.delete(offset, length)
            case Forwarded(symbol, modifiers, released):
                self._forward(forwarded_event(symbol, modifiers, released=released))
            case Arrived():
                self._field.begin_anew()
            case Lost(bus_too):
                self._notifier.setEnabled(not bus_too)
                self._deliver(self._keys.give_up())
                self._field.end()
        self._put_caret()

    def _hand(self, receiver: QObject, event: QEvent) -> None:
        self._ours.append(event)
        try:
            hand_over(receiver, event)
        finally:
            self._ours.remove(event)

    def _forward(self, event: QKeyEvent | None) -> None:
        if event and self._window:
            self._hand(self._window, event)

    def _deliver(self, keys: Sequence[tuple[QWindow, QKeyEvent]]) -> None:
        for window, event in keys:
            if isValid(window):
                self._hand(window, event)
        if not len(self._keys):
            self._patience.stop()
        else:
            self._patience.start()  # it is alive: whoever waits has the whole time again

    def _give_up(self) -> None:
        self._go_on_without(self._keys.give_up())

    def _go_on_without(self, keys: Sequence[tuple[QWindow, QKeyEvent]]) -> None:
        """Type what fcitx has not answered; what it says of it later must not come as well."""
        self._context.abandon()
        self._field.end()
        self._deliver(keys)

    # -- where the words go

    def _watch(self, window: QWindow | None) -> None:
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window.destroyed.disconnect(self._forget_window)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._forget_window)

    def _forget_window(self) -> None:
        self._window = None
        self._keys.give_up()

    def _follow(self) -> None:
        self._field.follow()
        self._put_caret()

    def _put_caret(self) -> None:
        self._field.put_caret(self._window)


def _stroke(event: QKeyEvent) -> KeyStroke:
    return KeyStroke(
        event.nativeVirtualKey(),
        event.nativeScanCode(),
        event.nativeModifiers(),
        event.type() == QEvent.Type.KeyRelease,
        event.timestamp(),
    )


def _types(event: QKeyEvent) -> bool:
    """Whether a key writes a letter: those are no commands."""
    text = event.text()
    return bool(text) and text.isprintable()
