"""Hits into findings: the place, the paragraph, and what is said, at the least cost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from operator import getitem, itemgetter, sub

from editor.checks.finding import Finding, Said
from editor.checks.rules.rule import Rule
from editor.checks.scanning.hits import RuleHit, Spot, make
from editor.checks.scanning.single_marks import MarkPlaces
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

KnownFindings = dict[tuple[int, Spot, str], Finding]
_Said = dict[tuple[int, str, str | None, str], Said]


class FindingBuilder:
    """Builds the findings of texts. Messages that repeat are made once and kept."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._defects = [rule.defect for rule in rules]
        self._said: _Said = {}
        self._wholes = frozenset(rule.id for rule in rules if rule.whole)

    def from_flat(self, hits: Iterable[RuleHit], m: Manuscript) -> list[Finding]:
        """Findings of hits in the joined text, given in the order of the text.

        Of overlapping hits for one defect the first stays.
        """
        found: list[Finding] = []
        lines = enumerate(m.paragraphs)
        paragraph, text, base, limit = -1, "", 0, 0
        defects, known, last = self._defects, self._said, dict.fromkeys(self._defects, 0)
        for hit in hits:
            start, end, rule, fix, note = hit
            while start >= limit:
                paragraph, one = next(lines)
                text, base, limit = one.text, limit, limit + len(one.text) + 1
            defect = defects[rule]
            if start < last[defect] or end >= limit:
                continue
            last[defect] = end
            start, end = start - base, end - base
            excerpt = text[start:end]
            said = known.get((rule, excerpt, fix, note)) or self._say(rule, excerpt, fix, note)
            found.append(make(Finding, (make(Span, (paragraph, start, end)), text, said, None)))
        return found

    def from_marks(self, marked: MarkPlaces, m: Manuscript) -> list[Finding]:
        """Findings of marks in the joined text that no hit for the same defect covers."""
        starts, table, rule = marked.starts, marked.table, marked.rule
        known = {c: self._say(rule, c, fix, "") for c, fix in table.items()}
        places: list[int] = []
        bases: list[int] = []
        texts: list[str] = []
        first = base = 0
        for paragraph, one in enumerate(m.paragraphs):
            text = one.text
            limit = base + len(text) + 1
            last = bisect_left(starts, limit, first)
            if last > first:
                count = last - first
                places += [paragraph] * count
                bases += [base] * count
                texts += [text] * count
                first = last
            base = limit
        begins = list(map(sub, starts, bases))
        ends = [at + 1 for at in begins]
        spans = map(make, repeat(Span), zip(places, begins, ends, strict=True))
        said = map(known.__getitem__, map(getitem, texts, begins))
        return list(map(make, repeat(Finding), zip(spans, texts, said, repeat(None), strict=False)))

    def from_row(self, paragraph: int, text: str, hits: Iterable[RuleHit]) -> list[Finding]:
        """Findings of hits in one paragraph; of overlapping ones the first stays."""
        found: list[Finding] = []
        last: dict[str, int] = {}
        for start, end, rule, fix, note in hits:
            defect = self._defects[rule]
            if start >= last.get(defect, 0):
                last[defect] = end
                found.append(self._one(paragraph, text, RuleHit(start, end, rule, fix, note)))
        found.sort(key=itemgetter(0))  # by span, as in a whole text
        return self.without_parts(found)

    def from_spots(
        self,
        spots: Iterable[Spot],
        topics: Mapping[str, int],
        m: Manuscript,
        known: KnownFindings | None = None,
    ) -> list[Finding]:
        """Findings of a program, for the topics that have a rule.

        ``known`` holds the findings of an earlier reading by spot and paragraph text.
        """
        found: list[Finding] = []
        for spot in spots:
            rule = topics.get(spot.topic)
            if rule is None:
                continue
            text = m.paragraphs[spot.paragraph].text
            finding = None if known is None else known.get((rule, spot, text))
            if finding is None:
                hit = RuleHit(spot.start, spot.end, rule, spot.fix, spot.note)
                finding = self._one(spot.paragraph, text, hit)
                if known is not None:
                    known[rule, spot, text] = finding
            found.append(finding)
        return found

    def without_parts(self, findings: list[Finding]) -> list[Finding]:
        """Findings in order, without those that speak of a part of a whole one."""
        wholes = [f.span for f in findings if f.rule in self._wholes]
        if not wholes:
            return findings
        return [
            f
            for f in findings
            if f.rule in self._wholes or not any(_within(f.span, span) for span in wholes)
        ]

    def any_whole(self, hits: Iterable[RuleHit]) -> bool:
        """Whether a whole rule hit something."""
        wholes = {i for i, rule in enumerate(self._rules) if rule.whole}
        return any(hit.rule in wholes for hit in hits)

    def of_defect(self, rule: int, hits: Iterable[RuleHit]) -> list[RuleHit]:
        """The hits that tell the same defect as a rule."""
        same = {i for i, d in enumerate(self._defects) if d == self._defects[rule]}
        return [hit for hit in hits if hit.rule in same]

    def forget(self) -> None:
        """Let go of the messages kept so far."""
        self._said.clear()

    def _one(self, paragraph: int, text: str, hit: RuleHit) -> Finding:
        start, end, rule, fix, note = hit
        excerpt = text[start:end]
        said = self._said.get((rule, excerpt, fix, note)) or self._say(rule, excerpt, fix, note)
        return Finding(Span(paragraph, start, end), text, said)

    def _say(self, index: int, excerpt: str, fix: str | None, note: str) -> Said:
        rule, right = self._rules[index], fix or ""
        message = rule.message.format(found=excerpt, fix=right, note=note)
        label = rule.fix_label or ("删去“{found}”" if fix == "" else "改为“{fix}”")
        label = "" if fix is None else label.format(found=excerpt, fix=right)
        said = Said(rule.id, rule.severity, message, label, fix)
        self._said[index, excerpt, fix, note] = said
        return said


def _within(span: Span, whole: Span) -> bool:
    """Whether a stretch (an empty one too) meets the inside of a whole one."""
    if span.paragraph != whole.paragraph:
        return False
    return span.start < whole.end and max(span.end, span.start + 1) > whole.start
