"""The word that an input method composes on the page: it is never lost, and comes in once.

Qt asks the input method to put the word in before a click, another window or a command. Some
do; those on Linux put in nothing and only clear the letters. What they leave out is put in
here, as if the input method had: an undo step of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QTextCursor, QTextDocument

from editor.input_method.typed_letters import letters
from editor.manuscript.edits import Edit, Replace
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.document_sync import carried
from editor.ui.document.tracked_document import TrackedDocument
from editor.ui.input_method.composition_end import ask_to_commit, ask_to_forget
from editor.ui.page.clipboard import removal


class ComposingView(Protocol):
    """The page as composing sees it."""

    tracked: TrackedDocument

    def textCursor(self) -> QTextCursor:
        """The caret and its selection."""
        ...

    def selected(self) -> tuple[Position, Position]:
        """The selected stretch, start before end."""
        ...

    def perform(
        self, edits: Sequence[Edit], select: tuple[Position, Position] | None = None
    ) -> bool:
        """Do the edits as one undo step; False, and said why, where that is forbidden."""
        ...

    def allows(self, edits: Sequence[Edit]) -> bool:
        """Whether the edits may be done at present; where not, it is said why."""
        ...

    def take_back(self) -> None:
        """Undo the last step."""
        ...

    def undo_document(self) -> QTextDocument:
        """The document that holds the undo steps."""
        ...


class LiftedWord(NamedTuple):
    """A composed word taken off the page while edits are done, and where it was in what."""

    text: str
    place: Position
    paragraphs: Sequence[Paragraph]


class ComposedWord:
    """What is composed in one view; ``deliver`` is Qt's own answer to an input method."""

    def __init__(self, view: ComposingView, deliver: Callable[[QInputMethodEvent], None]) -> None:
        self._view, self._deliver = view, deliver
        self._let_go = ""  # what an input method has just cleared without putting it in
        self._came = False  # it has put words in
        self._removed: tuple[int, Position] | None = None  # steps, caret: a selection composed over
        self._forget = QTimer(singleShot=True, interval=0)
        self._forget.timeout.connect(self._is_over)

    def text(self) -> str:
        """The letters on the page that are not in the text, '' where nothing is composed."""
        block = self._view.textCursor().block()
        return block.layout().preeditAreaText() if block.isValid() else ""

    def covers(self, point: QPointF) -> bool:
        """Whether a point of the document is inside what is composed."""
        if not self.text():
            return False
        layout = self._view.tracked.document.documentLayout()
        hit = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        return 0 < hit - self._view.textCursor().position() < len(self.text())

    def take(self, event: QInputMethodEvent) -> None:
        """Answer an input method."""
        event.accept()
        put_in, composed, before = event.commitString(), event.preeditString(), self.text()
        self._let_go = ""
        if put_in or composed:
            self._came = self._came or bool(put_in)
            self._compose(event)
        else:
            self._deliver(event)
            if before:
                self._let_go = before
                self._forget.start()
                self._restore()

    def settle(self) -> None:
        """Put in what is composed, before anything else is done to the text."""
        word = self.text()
        if not word:
            return
        self._came = False
        ask_to_commit()
        if not self._came:
            self._put_in(word)

    def left(self) -> None:
        """The keys go elsewhere: Qt has asked the input method by now."""
        if word := self.text() or self._let_go:
            self._put_in(word)

    def lift(self) -> LiftedWord | None:
        """Take what is composed off the page: edits come that count without it."""
        word = self.text()
        if not word:
            return None
        place = self._view.selected()[1]
        self._end()
        return LiftedWord(letters(word), place, self._view.tracked.manuscript().paragraphs)

    def put_down(self, lifted: LiftedWord) -> None:
        """Put in what was lifted, where its place is now; a step of its own."""
        now = self._view.tracked.manuscript().paragraphs
        place = carried(lifted.place, lifted.paragraphs, now) or self._view.selected()[1]
        here = self._view.selected() == (place, place)
        behind = Position(place.paragraph, place.offset + len(lifted.text))
        edit = Replace(place, place, lifted.text)
        self._view.perform((edit,), (behind, behind) if here else None)

    def drop(self) -> None:
        """The text is let go, and what was composed in it."""
        if self.text():
            self._end()

    def _compose(self, event: QInputMethodEvent) -> None:
        view = self._view
        start, end = view.selected()
        if not view.allows((removal(start, end) if start < end else Replace(start, end, ""),)):
            self._end()  # else the candidates would stay on the screen
            return
        put_in = event.commitString().replace("\r\n", "\n").replace("\r", "\n")
        by_edit = start < end or self._restorable() or "\n" in put_in
        if put_in and by_edit and not event.replacementLength():
            self._replace(put_in)
            if event.preeditString():
                self._deliver(QInputMethodEvent(event.preeditString(), event.attributes()))
            return
        if start < end and not put_in:
            view.perform((removal(start, end),), (start, start))
            self._removed = self._now()
        self._deliver(event)

    def _replace(self, words: str) -> None:
        """Words come in place of what was selected: one step, not a removal and a typing."""
        self._deliver(QInputMethodEvent())
        self._restore()
        start, end = self._view.selected()
        lines = words.split("\n")
        offset = len(lines[-1]) + (start.offset if len(lines) == 1 else 0)
        caret = Position(start.paragraph + len(lines) - 1, offset)
        self._view.perform((Replace(start, end, words),), (caret, caret))

    def _restorable(self) -> bool:
        """Whether the last step of the text is the removal that composing began with."""
        return self._removed == self._now()

    def _now(self) -> tuple[int, Position]:
        return self._view.undo_document().availableUndoSteps(), self._view.selected()[0]

    def _restore(self) -> None:
        """Bring back, selected, what composing took out."""
        if self._restorable():
            self._view.take_back()
        self._removed = None

    def _put_in(self, word: str) -> None:
        still = bool(self.text())
        event = QInputMethodEvent()
        event.setCommitString(letters(word))
        self.take(event)
        if still:
            ask_to_forget()

    def _end(self) -> None:
        """Nothing is composed any more, for the input method neither."""
        ask_to_forget()
        if self.text():
            self._deliver(QInputMethodEvent())
        self._is_over()

    def _is_over(self) -> None:
        self._let_go = ""
