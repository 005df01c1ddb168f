"""Runs the rules: over a whole text at once, or with what a keystroke left unchanged kept.

Both ways give the same findings: rules see one paragraph at a time (a scan of the joined
text is only faster), programs see the outline, the blanks and facts of paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import itemgetter

from editor.blanks.blank import Blank
from editor.checks.build import Builder
from editor.checks.facts import Facts
from editor.checks.finding import Finding
from editor.checks.hits import Hit, Scan
from editor.checks.literals import literal_scan
from editor.checks.patterns import pattern_scans
from editor.checks.programs import DOCUMENT_PROGRAMS, PARAGRAPH_PROGRAMS, Draft
from editor.checks.rule import Rule
from editor.checks.spun import Spinning
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.sections import Outline

_Block = tuple[list[Finding], list[Hit]]


class Checker:
    """All checks of a text. ``check`` keeps nothing; ``live`` remembers paragraphs.

    Not safe for two threads at once: give each thread its own.
    """

    def __init__(self, rules: Sequence[Rule], words: object | None = None) -> None:
        self.rules = tuple(rules)
        self.words = words
        self._scans: list[Scan] | None = None
        self._facts = Facts()
        self._spinning = Spinning(self.rules)
        self._programs = _programs_of(self.rules)
        self._old: dict[str, tuple[Hit, ...]] = {}
        self._built: list[tuple[str, bool, list[Finding]]] = []

    def check(
        self, m: Manuscript, outline: Outline, blanks: Sequence[Blank] = ()
    ) -> tuple[Finding, ...]:
        """Every finding of the whole text, in the order of the text."""
        text = m.text
        builder = Builder(self.rules, m)
        hits = _settled(self._hits(text))
        spun = self._spinning.verdict(hits, len(text))
        found = builder.from_flat(self._spinning.sieve(hits, spun))
        if spun:
            found.extend(builder.from_flat(self._spinning.banner(hits)))
        found.extend(self._document(builder, m, outline, blanks, Facts()))
        return _ordered(found)

    def live(
        self, m: Manuscript, outline: Outline, blanks: Sequence[Blank] = ()
    ) -> tuple[Finding, ...]:
        """The same findings, at the cost of the paragraphs that are new since last time."""
        rows = self._rows(m)
        proof = [h for row in rows for h in row if self.rules[h.rule].proof]
        spun = self._spinning.verdict(proof, sum([len(p.text) + 1 for p in m.paragraphs]))
        builder = Builder(self.rules, m)
        blocks = self._blocks(builder, m, rows, spun)
        found = list(chain.from_iterable(blocks))
        if spun:
            first = next(i for i, row in enumerate(rows) if self._spinning.banner(row))
            found.extend(builder.from_rows(first, self._spinning.banner(rows[first])))
        self._facts.turn()
        found.extend(self._document(builder, m, outline, blanks, self._facts))
        return _ordered(found)

    def _hits(self, text: str) -> Iterable[Hit]:
        if self._scans is None:  # compiled when first needed, not when the window opens
            self._scans = [literal_scan(self.rules), *pattern_scans(self.rules)]
            for program, scan in PARAGRAPH_PROGRAMS.items():
                topics = self._programs.get(program)
                if topics:
                    self._scans.append(scan(topics))
        return chain.from_iterable(scan(text) for scan in self._scans)

    def _rows(self, m: Manuscript) -> list[tuple[Hit, ...]]:
        """The hits of each paragraph; kept by the paragraph's text."""
        old, new = self._old, dict[str, tuple[Hit, ...]]()
        rows: list[tuple[Hit, ...]] = []
        for paragraph in m.paragraphs:
            text = paragraph.text
            row = new.get(text)
            if row is None:
                row = old.get(text)
                if row is None:
                    row = tuple(_settled(self._hits(text))) if text else ()
                new[text] = row
            rows.append(row)
        self._old = new
        return rows

    def _blocks(
        self, builder: Builder, m: Manuscript, rows: list[tuple[Hit, ...]], spun: bool
    ) -> list[list[Finding]]:
        """The findings of each paragraph; kept while text, place and verdict stay."""
        old, new = self._built, list[tuple[str, bool, list[Finding]]]()
        for index, (paragraph, row) in enumerate(zip(m.paragraphs, rows, strict=True)):
            kept = old[index] if index < len(old) else None
            if kept is None or kept[0] != paragraph.text or kept[1] != spun:
                hits = self._spinning.sieve(row, spun)
                kept = (paragraph.text, spun, builder.from_rows(index, hits))
            new.append(kept)
        self._built = new
        return [findings for _, _, findings in new if findings]

    def _document(
        self,
        builder: Builder,
        m: Manuscript,
        outline: Outline,
        blanks: Sequence[Blank],
        facts: Facts,
    ) -> Iterable[Finding]:
        draft = Draft(m, outline, tuple(blanks), facts)
        for name, program in DOCUMENT_PROGRAMS.items():
            topics = self._programs.get(name)
            if topics:
                yield from builder.from_spots(program(draft), topics)


def _programs_of(rules: Sequence[Rule]) -> dict[str, dict[str, int]]:
    """For each program the rules that speak for its topics."""
    found: dict[str, dict[str, int]] = {}
    for index, rule in enumerate(rules):
        if rule.program:
            found.setdefault(rule.program, {})[rule.topic] = index
    return found


def _settled(hits: Iterable[Hit]) -> list[Hit]:
    """In the order of the text."""
    return sorted(hits, key=itemgetter(0, 1, 2))


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    findings.sort(key=lambda f: f.span)
    return tuple(findings)
