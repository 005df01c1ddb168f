"""Hits into findings: places, excerpt, context, message and fix, at the least cost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate

from editor.checks.finding import Finding, Fix
from editor.checks.hits import Hit, Spot
from editor.checks.rule import Rule
from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position, Span

CONTEXT = 8
"""Code points of context either side of an excerpt."""


class Builder:
    """Builds the findings of one text. Messages that repeat are made once."""

    def __init__(self, rules: tuple[Rule, ...], m: Manuscript) -> None:
        self._rules = rules
        self._m = m
        self._words: dict[tuple[int, str, str | None, str], tuple[str, str]] = {}

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

    def from_spots(self, spots: Iterable[Spot], topics: Mapping[str, int]) -> list[Finding]:
        """Findings of a program, for the topics that have a rule."""
        found: list[Finding] = []
        for spot in spots:
            rule = topics.get(spot.topic)
            if rule is not None:
                hit = Hit(spot.start, spot.end, rule, spot.fix, spot.note)
                text = self._m.paragraphs[spot.paragraph].text
                found.append(self._finding(hit, spot.paragraph, text, spot.start, spot.end))
        return found

    def _finding(self, hit: Hit, paragraph: int, text: str, start: int, end: int) -> Finding:
        excerpt = text[start:end]
        rule = self._rules[hit.rule]
        key = (hit.rule, excerpt, hit.fix, hit.note)
        words = self._words.get(key)
        if words is None:
            words = self._words[key] = _words(rule, excerpt, hit)
        fixes: tuple[Fix, ...] = ()
        if hit.fix is not None:
            edit = Replace(Position(paragraph, start), Position(paragraph, end), hit.fix)
            fixes = (Fix(words[1], (edit,)),)
        context = text[max(0, start - CONTEXT) : end + CONTEXT]
        span = Span(paragraph, start, end)
        return Finding(rule.id, rule.severity, span, excerpt, words[0], context, fixes)


def _words(rule: Rule, excerpt: str, hit: Hit) -> tuple[str, str]:
    """The message and the label of the fix."""
    fix = hit.fix or ""
    message = rule.message.format(found=excerpt, fix=fix, note=hit.note)
    label = rule.fix_label or ("删去“{found}”" if hit.fix == "" else "改为“{fix}”")
    return message, label.format(found=excerpt, fix=fix)
