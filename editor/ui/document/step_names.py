"""What each undo step did, in words: for the list of steps, the menu and the tip of 撤销.

Qt joins what is typed into steps and tells only how many commands it could take back; a step
here is the run of Qt's commands from one such number to another. What is typed is named by
its words, what a command did by what the command says of it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from editor.manuscript.paragraph import Paragraph
from editor.ui.document.text_shift import shift_between
from editor.ui.document.tracked_document import DocumentChange, TrackedDocument

KEPT = 300  # steps that have a name; those before can still be taken back, one by one
LONGEST = 14  # characters of the words in a name
_HELD = 40  # characters of what was typed that are remembered


@dataclass(frozen=True, slots=True)
class UndoStep:
    """The commands ``[first, last)`` of Qt's stack, and what they did.

    ``added`` and ``removed`` are words (the beginning of them) where one stretch was changed.
    """

    first: int
    last: int
    verb: str = ""
    added: str = ""
    removed: str = ""

    @property
    def name(self) -> str:
        """In an office's words: '打字“各位来宾”', '清理范文 235 字'."""
        if self.verb:
            return self.verb
        if self.added and self.removed:
            return f"改“{shortened(self.removed)}”为“{shortened(self.added)}”"
        if self.added:
            return "分段" if self.added == "\n" else f"打字“{shortened(self.added)}”"
        if self.removed:
            return "并段" if self.removed == "\n" else f"删除“{shortened(self.removed)}”"
        return "改动"


class StepNames:
    """The steps of one text, kept in step with its undo stack."""

    def __init__(self, tracked: TrackedDocument) -> None:
        self._tracked, self._document = tracked, tracked.document
        self._steps: list[UndoStep] = []
        self._state = self._document.availableUndoSteps()
        self._called = ""
        self._with_words = False
        self._walking = False
        self._one: UndoStep | None = None  # a step that is being done
        # The latest step is of this paragraph alone, which had these words before it.
        self._typing: tuple[int, str] | None = None
        tracked.changed.connect(self._take)

    def done(self) -> list[UndoStep]:
        """What can be taken back, the latest first."""
        self._tell_typed()
        return [step for step in reversed(self._steps) if step.last <= self._now()]

    def undone(self) -> list[UndoStep]:
        """What was taken back, in the order in which it is done again."""
        self._tell_typed()
        return [step for step in self._steps if step.first >= self._now()]

    @contextmanager
    def called(self, verb: str, *, with_words: bool = False) -> Generator[None]:
        """Steps done meanwhile are called so ('清理范文 235 字'), with their words where wanted.

        '' leaves it to the command that is running, else to the words that are changed.
        """
        before = self._called, self._with_words
        if verb:
            self._called, self._with_words = verb, with_words
        try:
            yield
        finally:
            self._called, self._with_words = before

    def naming(self, run: Callable[[], object], verb: str) -> Callable[[], object]:
        """The same, its steps called so (as a menu has it, … aside)."""

        def named() -> object:
            with self.called(verb.rstrip("…")):
                return run()

        return named

    @contextmanager
    def one_step(self, places: int) -> Generator[None]:
        """All that is changed meanwhile, at so many places, is one step."""
        self._tell_typed()
        self._one = UndoStep(self._now(), self._now())
        try:
            yield
        finally:
            step, self._one = replace(self._one, last=self._now()), None
            if step.last > step.first:
                self._push(replace(step, verb=self._verb(step) or _counted(places)))
            self._state = self._now()

    @contextmanager
    def walking(self) -> Generator[None]:
        """Steps are taken back or done again: none is new."""
        self._tell_typed()
        self._walking = True
        try:
            yield
        finally:
            self._walking, self._state = False, self._now()

    def undo_to(self, step: UndoStep, undo: Callable[[], object]) -> None:
        """Take back a step and all that was done after it, one by one."""
        while self._now() > step.first and self._moved_by(undo):
            pass

    def redo_to(self, step: UndoStep, redo: Callable[[], object]) -> None:
        """Do again all that was taken back up to a step, and it too."""
        while self._now() < step.last and self._moved_by(redo):
            pass

    def _moved_by(self, walk: Callable[[], object]) -> bool:
        before = self._now()
        walk()
        return self._now() != before

    def forget(self) -> None:
        """Another text was loaded."""
        self._steps.clear()
        self._typing = None
        self._state = self._now()

    def forget_undone(self) -> None:
        """What was taken back cannot be done again."""
        self._steps = [step for step in self._steps if step.last <= self._now()]

    def _now(self) -> int:
        return self._document.availableUndoSteps()

    def _verb(self, step: UndoStep) -> str:
        if not self._with_words or not self._called:
            return self._called
        return f"{self._called}“{shortened(step.added or step.removed)}”"

    def _push(self, step: UndoStep) -> None:
        self._steps = [s for s in self._steps if s.last <= step.first][1 - KEPT :]
        self._steps.append(step)

    def _take(self, change: DocumentChange) -> None:
        if self._walking or self._goes_on(change):
            return
        self._tell_typed(change)
        new = [self._tracked.paragraph(n) for n in range(change.first, change.first + change.new)]
        if self._one is not None:
            if not self._one.added and not self._one.removed:
                self._one = replace(self._one, **_words(change, new))
            return
        self._take_typed(change, new)

    def _goes_on(self, change: DocumentChange) -> bool:
        """More of what is being typed: its words are read when somebody asks, not at every key."""
        typing = self._typing
        alone = typing is not None and change[:3] == (typing[0], 1, 1)
        return alone and self._now() == self._state

    def _tell_typed(self, change: DocumentChange | None = None) -> None:
        """Give the latest step its words, by the text there was before ``change``."""
        if self._typing is None:
            return
        (number, was), self._typing = self._typing, None
        if change is None or number < change.first:
            now = self._tracked.paragraph(number)
        elif number < change.first + change.old:
            now = change.gone[number - change.first]
        else:
            now = self._tracked.paragraph(number + change.new - change.old)
        self._steps[-1] = replace(self._steps[-1], **_words_between(was, now.text))

    def _take_typed(self, change: DocumentChange, new: list[Paragraph]) -> None:
        """What Qt typed or deleted: a step of its own, or more of the last one."""
        before, self._state = self._state, self._now()
        words = _words(change, new)
        last = self._steps[-1] if self._steps and self._steps[-1].last == before else None
        if last and (self._state == before or not any(words.values())):
            added, removed = words["added"], words["removed"]
            self._steps[-1] = replace(
                last,
                last=self._state,
                added=(last.added + added)[:_HELD],
                removed=(removed + last.removed)[:_HELD],
            )
        elif self._state > before:
            step = UndoStep(before, self._state, **words)
            self._push(replace(step, verb=self._verb(step)))
            if change.old == change.new == 1:
                self._typing = change.first, change.gone[0].text


def _words(change: DocumentChange, new: list[Paragraph]) -> dict[str, str]:
    """The beginning of what was put in and of what was taken out."""
    was = "\n".join([p.text for p in change.gone])
    return _words_between(was, "\n".join([p.text for p in new]))


def _words_between(was: str, now: str) -> dict[str, str]:
    start, old_end, new_end = shift_between(was, now)
    return {
        "added": now[start : min(new_end, start + _HELD)],
        "removed": was[start : min(old_end, start + _HELD)],
    }


def shortened(words: str) -> str:
    """Words of a name: in one line, and only their beginning."""
    line = " ".join(words.split()) or words.replace("\n", "")
    return line if len(line) <= LONGEST else line[:LONGEST] + "……"


def _counted(places: int) -> str:
    return f"改动 {places} 处" if places > 1 else ""
