"""Makes the receipt of the open text: at once, or beside the window where that takes long."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from editor.intake.receipt import Receipt
from editor.intake.tidy import tidy
from editor.manuscript.in_part import is_much
from editor.ui.background_task import BackgroundTask
from editor.ui.context import Context
from editor.ui.errands import Errands

READING = "正在看哪些不是讲话内容…"


class ReceiptReader:
    """Reads the text as it is when it is asked."""

    def __init__(self, context: Context) -> None:
        self._controller, self._text = context.controller, context.text
        self._errands = Errands(context.parent)
        self._background = BackgroundTask(context.messages)

    def now(self) -> Receipt:
        """The receipt of the text as it is now."""
        return self._work()()

    def offer(self, then: Callable[[Receipt], object]) -> None:
        """Nobody waits for it: ``then`` is told when it is made, of the latest text only."""
        self._errands.forget()
        if self._takes_long():
            self._errands.send(self._work(), then)
        else:
            then(self.now())

    def ask(self, then: Callable[[Receipt], object]) -> None:
        """Somebody waits: what takes long is told, and can be stopped; it answers an offer too."""
        self._errands.forget()
        if not self._takes_long():
            then(self.now())
            return
        work = self._work()
        self._background.run(READING, lambda _stopped: work(), then, _raised)

    def _work(self) -> Callable[[], Receipt]:
        opened = self._text.opened
        # The breaks of a Word file are its author's; those of a pasted page are not.
        docx = opened is not None and opened.breaks_are_meant
        return partial(tidy, self._controller.manuscript(), docx=docx)

    def _takes_long(self) -> bool:
        return is_much([len(p.text) for p in self._controller.manuscript().paragraphs])


def _raised(trouble: Exception) -> None:
    raise trouble
