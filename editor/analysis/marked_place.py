"""What is marked at one place of a text: its findings and its blank."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from editor.analysis.values import Analysis
from editor.blanks.blank import Blank
from editor.checks.finding import Finding, Severity
from editor.manuscript.paragraph import Position

_Marked = TypeVar("_Marked", Finding, Blank)
_WEIGHT = {severity: n for n, severity in enumerate(Severity)}


class MarkedPlace(NamedTuple):
    """Findings (必改 first, then the narrowest) and the blank that meet at a place.

    Findings that only say that the blank is open are among them.
    """

    findings: tuple[Finding, ...]
    blank: Blank | None


def marked_at(analysis: Analysis, place: Position) -> MarkedPlace | None:
    """What is marked there; where nothing is, what ends there. None where neither is."""
    findings = _meeting(analysis.findings, place)
    blanks = _meeting((*analysis.blanks, *analysis.unsure), place)
    if not findings and not blanks:
        return None
    findings.sort(key=lambda f: (_WEIGHT[f.severity], f.span.end - f.span.start))
    return MarkedPlace(tuple(findings), blanks[0] if blanks else None)


def _meeting(some: Iterable[_Marked], place: Position) -> list[_Marked]:
    number, offset = place
    here = [one for one in some if one.span.paragraph == number]
    at = [
        one
        for one in here
        if one.span.start <= offset < one.span.end or one.span.start == one.span.end == offset
    ]
    return at or [one for one in here if one.span.end == offset > one.span.start]
