"""Hits into findings: places, excerpt, context, message and fix, at the least cost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from editor.checks.finding import Finding, Fix, Severity
from editor.checks.hits import Hit, Spot
from editor.checks.rule import Rule
from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position, Span

T = TypeVar("T")

if TYPE_CHECKING:

    def _tuple(kind: type[T], values: tuple[object, ...]) -> T: ...
else:
    _tuple = tuple.__new__  # a named tuple at a third of the cost of its constructor

Known = dict[tuple[int, Spot, str], Finding]

CONTEXT = 8
"""Code points of context either side of an excerpt."""


class Builder:
    """Builds the findings of one text. Messages that repeat are made once."""

    def __init__(self, rules: tuple[Rule, ...], m: Manuscript) -> None:
        self._rules = rules
        self._m = m
        self._said: dict[tuple[int, str, str | None, str], _Said] = {}

    def from_flat(self, hits: Iterable[Hit]) -> list[Finding]:
        """Findings of hits in the joined text, given in the order of the text."""
        texts = [p.text for p in self._m.paragraphs]
        starts = [0, *accumulate([len(t) + 1 for t in texts])]
        found: list[Finding] = []
        paragraph, base, limit = 0, 0, starts[1]
        for hit in hits:
            if not base <= hit.start < limit:
                paragraph = min(bisect_right(starts, hit.start), len(texts)) - 1
                base, limit = starts[paragraph], starts[paragraph + 1]
            if hit.end < limit:
                start, end = hit.start - base, hit.end - base
                found.append(self._finding(hit, paragraph, texts[paragraph], start, end))
        return found

    def from_rows(self, paragraph: int, hits: Iterable[Hit]) -> list[Finding]:
        """Findings of hits in one paragraph."""
        text = self._m.paragraphs[paragraph].text
        return [self._finding(hit, paragraph, text, hit.start, hit.end) for hit in hits]

    def from_spots(
        self, spots: Iterable[Spot], topics: Mapping[str, int], known: Known | None = None
    ) -> list[Finding]:
        """Findings of a program, for the topics that have a rule.

        ``known`` holds the findings of an earlier reading by spot and paragraph text.
        """
        found: list[Finding] = []
        paragraphs = self._m.paragraphs
        for spot in spots:
            rule = topics.get(spot.topic)
            if rule is None:
                continue
            text = paragraphs[spot.paragraph].text
            finding = None if known is None else known.get((rule, spot, text))
            if finding is None:
                hit = Hit(spot.start, spot.end, rule, spot.fix, spot.note)
                finding = self._finding(hit, spot.paragraph, text, spot.start, spot.end)
                if known is not None:
                    known[rule, spot, text] = finding
            found.append(finding)
        return found

    def _finding(self, hit: Hit, paragraph: int, text: str, start: int, end: int) -> Finding:
        # the hottest lines of a check: tuples are made without the named constructors
        excerpt = text[start:end]
        fix = hit.fix
        key = (hit.rule, excerpt, fix, hit.note)
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = _said(self._rules[hit.rule], excerpt, hit)
        fixes: tuple[Fix, ...] = ()
        if fix is not None:
            head = _tuple(Position, (paragraph, start))
            edit = Replace(head, _tuple(Position, (paragraph, end)), fix)
            fixes = (_tuple(Fix, (said.label, (edit,))),)
        context = text[start - CONTEXT if start > CONTEXT else 0 : end + CONTEXT]
        span = _tuple(Span, (paragraph, start, end))
        values = (said.rule, said.severity, span, excerpt, said.message, context, fixes)
        return _tuple(Finding, values)


class _Said(NamedTuple):
    """What findings of one rule and one excerpt have in common."""

    rule: str
    severity: Severity
    message: str
    label: str


def _said(rule: Rule, excerpt: str, hit: Hit) -> _Said:
    fix = hit.fix or ""
    message = rule.message.format(found=excerpt, fix=fix, note=hit.note)
    label = rule.fix_label or ("删去“{found}”" if hit.fix == "" else "改为“{fix}”")
    return _Said(rule.id, rule.severity, message, label.format(found=excerpt, fix=fix))
