"""May it be printed? The open blanks, what must be mended, what to look at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from editor.blanks.blank import Blank
from editor.checks.finding import Finding, Severity
from editor.checks.report.fates import Notice, holding
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Gate:
    """The state of a text before it leaves the house.

    ``must`` holds it up, ``look`` and ``hint`` do not; ``blanks`` are the open blanks
    (each is in ``must`` too where the rules say so); those that may be none stand in ``look``.
    ``notices`` say what becomes of the file's objects; some hold it up until the writer has said
    of them that he knows. ``revision`` tells which text it was. ``unlooked`` are the families
    of rules for which it was not looked through: their silence approves nothing.
    """

    revision: int
    must: tuple[Finding, ...]
    look: tuple[Finding, ...]
    hint: tuple[Finding, ...]
    blanks: tuple[Blank, ...]
    notices: tuple[Notice, ...] = ()
    unlooked: frozenset[str] = frozenset()

    @property
    def clean(self) -> bool:
        """Whether nothing in the words holds the text up."""
        return not self.must and not self.blanks and "blanks" not in self.unlooked

    @property
    def spoken(self) -> frozenset[str]:
        """The families that hold something against the text."""
        own = {f.rule.split("/")[0] for f in (*self.must, *self.look)}
        return frozenset(own | {"blanks"} if self.blanks else own)

    @property
    def held_kinds(self) -> tuple[ObjectKind, ...]:
        """The kinds of objects that hold it up until the writer says that he knows."""
        return tuple(notice.kind for notice in holding(self.notices))

    def passes(self, accepted: Collection[ObjectKind] = ()) -> bool:
        """Whether it may go, where the writer has said of these kinds that he knows."""
        return self.clean and not holding(self.notices, accepted)


def gate(
    m: Manuscript,
    findings: Iterable[Finding],
    blanks: Sequence[Blank],
    notices: Sequence[Notice] = (),
    unlooked: frozenset[str] = frozenset(),
) -> Gate:
    """The findings (without the ignored ones) and blanks of a text, by what they mean."""
    rows: dict[Severity, list[Finding]] = {s: [] for s in Severity}
    for finding in findings:
        rows[finding.severity].append(finding)
    must, look, hint = (tuple(rows[s]) for s in (Severity.MUST, Severity.LOOK, Severity.HINT))
    sure = tuple(b for b in blanks if b.sure)
    return Gate(m.revision, must, look, hint, sure, tuple(notices), unlooked)
