"""May it be printed? The open blanks, what must be mended, what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.blanks.blank import Blank
from editor.checks.finding import Finding, Severity
from editor.manuscript.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Gate:
    """The state of a text before it leaves the house.

    ``must`` holds it up, ``look`` and ``hint`` do not; ``blanks`` are the open blanks
    (each is in ``must`` too where the rules say so). ``revision`` tells which text it was.
    """

    revision: int
    must: tuple[Finding, ...]
    look: tuple[Finding, ...]
    hint: tuple[Finding, ...]
    blanks: tuple[Blank, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing holds the text up."""
        return not self.must and not self.blanks


def gate(m: Manuscript, findings: Iterable[Finding], blanks: Sequence[Blank]) -> Gate:
    """The findings (without the ignored ones) and blanks of a text, by what they mean."""
    rows: dict[Severity, list[Finding]] = {s: [] for s in Severity}
    for finding in findings:
        rows[finding.severity].append(finding)
    must, look, hint = (tuple(rows[s]) for s in (Severity.MUST, Severity.LOOK, Severity.HINT))
    return Gate(m.revision, must, look, hint, tuple(blanks))
