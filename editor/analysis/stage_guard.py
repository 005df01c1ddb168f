"""Lets one stage of an analysis fail without the others: outline, blanks, checks, counts.

A rule that raises must cost nobody his text, nor pass for a rule that found nothing: an
analysis in which a stage raised holds the finding `UNREAD`, and that one holds the gate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from editor.checks.finding import Finding, Said, Severity
from editor.checks.rules.explain import FAMILIES
from editor.data_files.problem import REINSTALL, DataProblem
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

NAMED = 5  # files that are named; the others are counted
EVERYTHING = frozenset(FAMILIES)  # all that a text is looked through for, open blanks too
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
        self.problem: DataProblem | None = None  # with a file of data, that it failed for

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
                found = getattr(trouble, "problem", None)
                self.problem = found if isinstance(found, DataProblem) else self.problem
        return None

    def begin(self) -> None:
        """An analysis begins."""
        self.failed, self.problem = False, None

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


def unread(problem: DataProblem | None) -> Finding:
    """Says of a text that it was not read to its end, and for which file of data."""
    if problem is None:
        return Finding(Span(0, 0, 0), "", UNREAD)
    return Finding(Span(0, 0, 0), "", UNREAD._replace(message=f"这份稿子没有检查完：{problem}"))


def unchecked(problems: Sequence[DataProblem]) -> tuple[Finding, ...]:
    """Says of every text what it was not checked for: rules whose files cannot be read."""
    if not problems:
        return ()
    files = "、".join([p.file.removeprefix("resources/") for p in problems[:NAMED]])
    more = " 等" if len(problems) > NAMED else ""
    words = f"检查用的文件有 {len(problems)} 份读不出来，没有按它们检查：{files}{more}。{REINSTALL}"
    return (Finding(Span(0, 0, 0), "", Said("reading/unchecked", Severity.MUST, words)),)


def not_looked_for(problems: Sequence[DataProblem]) -> frozenset[str]:
    """The families of rules that lack a file; all of them where it may be anyone's."""
    found: set[str] = set()
    for problem in problems:
        match problem.file.split("/"):
            case ["resources", "rules", family, _] if family in EVERYTHING:
                found.add(family)
            case _:
                return EVERYTHING
    return frozenset(found)


def outline_fault(problem: DataProblem | None) -> str:
    """Says of an outline that is empty because it could not be read, for which file."""
    if problem is None:
        return "提纲没有认出来：程序遇到了自己的毛病"
    name = problem.file.rpartition("/")[2]
    return f"提纲没有认出来：程序的 {name} {problem.what.removeprefix('文件')}"
