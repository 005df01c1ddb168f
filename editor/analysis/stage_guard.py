"""Lets one stage of an analysis fail without the others: outline, blanks, checks, counts.

A rule that raises must cost nobody his text, nor pass for a rule that found nothing: an
analysis in which a stage raised holds the finding `UNREAD`, and that one holds the gate.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from editor.checks.finding import Finding, Said, Severity
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

T = TypeVar("T")
UNREAD = Said("reading/unread", Severity.MUST, "这份稿子没有检查完，程序遇到了自己的毛病")


class StageGuard:
    """Runs the stages of one analysis after another.

    ``on_error`` is told what a stage raised, once until an analysis is whole again;
    without it what a stage raises is raised to the caller.
    """

    def __init__(self, on_error: Callable[[Exception], None] | None) -> None:
        self._on_error = on_error
        self._told = False
        self.failed = False  # in the analysis under way

    def run(self, *attempts: Callable[[], T]) -> T | None:
        """What the first attempt that does not raise gives; None where all of them raise."""
        for number, attempt in enumerate(attempts):
            try:
                return attempt()
            except Exception as trouble:  # whatever it is, the text and its writer go on
                if self._on_error is None:
                    raise
                if not self._told and number == 0:
                    self._on_error(trouble)
                self.failed = True
        return None

    def begin(self) -> None:
        """An analysis begins."""
        self.failed = False

    def end(self) -> None:
        """It has come to its end; what fails in the next one as well has been told."""
        self._told = self.failed

    def forget(self) -> None:
        """Another text comes: a trouble with it is told anew."""
        self._told = False


def still_true(
    findings: tuple[Finding, ...], before: Manuscript, now: Manuscript
) -> tuple[Finding, ...]:
    """The findings of an earlier text in the paragraphs that stand as they stood."""
    pairs = zip(before.paragraphs, now.paragraphs, strict=False)
    same = {n for n, (old, new) in enumerate(pairs) if old.text == new.text}
    return tuple(f for f in findings if f.span.paragraph in same)


def unread() -> Finding:
    """Says of a text that it was not read to its end."""
    return Finding(Span(0, 0, 0), "", UNREAD)
