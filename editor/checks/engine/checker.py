"""Runs the rules: over a whole text at once, or with what a keystroke left unchanged kept.

Both ways give the same findings: rules see one paragraph at a time (a scan of the joined
text is only faster), programs see the outline, the blanks and facts of paragraphs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, compress
from operator import eq, itemgetter, not_

from editor.blanks.blank import Blank
from editor.checks.engine.finding_builder import FindingBuilder, KnownFindings
from editor.checks.engine.rule_set import RuleSet
from editor.checks.engine.unread_parts import with_unread
from editor.checks.finding import Finding
from editor.checks.perspective import Perspective
from editor.checks.programs.check_input import CheckInput
from editor.checks.programs.paragraph_memory import ParagraphMemory
from editor.checks.programs.registry import DOCUMENT_PROGRAMS
from editor.checks.scanning.hits import RuleHit, Scan
from editor.checks.traces.check_context import CheckContext
from editor.garbage import collection_paused
from editor.manuscript.in_part import read_in_part
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline

Row = tuple[RuleHit, ...]
_Block = tuple[str, bool, list[Finding]]
# The programs that look at words, not at how a speech is built.
_WORDS = ("blanks", "elsewhere", "era")
_NEW: _Block = ("\n", False, [])  # as no paragraph is


class Checker:
    """All checks of a text. ``check`` keeps nothing; ``live`` remembers paragraphs.

    Not safe for two threads at once: give each thread its own.
    """

    def __init__(self, rule_set: RuleSet) -> None:
        self._rule_set = rule_set
        self.rules, self.problems = rule_set.rules, rule_set.problems
        self._memory = ParagraphMemory()
        self._context = CheckContext(self.rules)
        self._rows = _ParagraphRows()
        self._spun_rows = _ParagraphRows()
        self._builder = FindingBuilder(self.rules)
        self._known: KnownFindings = {}
        self._built: list[_Block] = []
        self._was_spun = False

    @property
    def perspective(self) -> Perspective:
        """Whose speech it is and of which year; may be set between two checks."""
        return self._context.perspective

    @perspective.setter
    def perspective(self, value: Perspective) -> None:
        self._context.perspective = value

    def check(
        self, m: Manuscript, outline: Outline, blanks: Sequence[Blank] = ()
    ) -> tuple[Finding, ...]:
        """Every finding of the whole text, in the order of the text."""
        with collection_paused():
            return with_unread(self._checked(read_in_part(m), outline, blanks), m)

    def beside(self, m: Manuscript, blanks: Sequence[Blank] = ()) -> tuple[Finding, ...]:
        """What is wrong in the words of a text beside the speech: no outline, order or end."""
        with collection_paused():
            found = with_unread(self._checked(read_in_part(m), Outline(), blanks, _WORDS), m)
        return tuple(f for f in found if not f.rule.startswith("structure/"))

    def _checked(
        self,
        m: Manuscript,
        outline: Outline,
        blanks: Sequence[Blank],
        programs: Collection[str] = DOCUMENT_PROGRAMS.keys(),
    ) -> tuple[Finding, ...]:
        text = m.text
        builder = FindingBuilder(self.rules)
        hits = _hits(self._rule_set.scans, text)
        spun = self._rule_set.spun.verdict(hits, len(text))
        if spun:
            hits = _sorted(
                [*hits, *_hits(self._rule_set.spun_scans, text), *self._rule_set.spun.banner(hits)]
            )
        found = list[Finding]()
        for marked in self._rule_set.marks.find(text):
            if marked.meets(builder.of_defect(marked.rule, hits)):
                hits = _sorted([*marked.hits(text), *hits])
            else:
                found += builder.from_marks(marked, m)
        found += builder.from_flat(hits, m)
        given = CheckInput(m, outline, blanks, ParagraphMemory(), self._context)
        found.extend(self._document(builder, given, programs=programs))
        found.sort(key=itemgetter(0))  # by span
        return tuple(builder.without_parts(found) if builder.any_whole(hits) else found)

    def live(
        self, m: Manuscript, outline: Outline, blanks: Sequence[Blank] = ()
    ) -> tuple[Finding, ...]:
        """The same findings, at the cost of the paragraphs that are new since last time."""
        with collection_paused():
            return with_unread(self._read(read_in_part(m), outline, blanks), m)

    def _read(
        self, m: Manuscript, outline: Outline, blanks: Sequence[Blank]
    ) -> tuple[Finding, ...]:
        texts = [p.text for p in m.paragraphs]
        rows = self._rows.read(texts, [self._rule_set.marks.scan, *self._rule_set.scans])
        proof = self._rule_set.spun.proof(chain.from_iterable(rows))
        spun = self._rule_set.spun.verdict(proof, sum(map(len, texts)) + len(texts) - 1)
        extra = self._spun_rows.read(texts, self._rule_set.spun_scans) if spun else None
        blocks = self._blocks(texts, rows, extra)
        given = CheckInput(m, outline, blanks, self._memory, self._context)
        document = self._document(self._builder, given, self._known)
        if len(self._known) > 2 * len(document) + 100:
            self._known.clear()
            self._builder.forget()
        return self._merged(blocks, document)

    def _blocks(
        self, texts: list[str], rows: list[Row], extra: list[Row] | None
    ) -> list[list[Finding]]:
        """The findings of each paragraph; kept while text, place and verdict stay."""
        spun = extra is not None
        first = self._rule_set.spun.first(rows) if spun else -1
        old = self._built
        if len(old) < len(texts):
            old = [*old, *[_NEW] * (len(texts) - len(old))]
        new = old[: len(texts)]
        same = map(eq, map(itemgetter(0), new), texts)
        fresh = compress(range(len(texts)), map(not_, same))
        for index in range(len(texts)) if spun or self._was_spun else fresh:
            text, row = texts[index], rows[index]
            kept = new[index]
            if kept[0] == text and kept[1] == spun and index != first:
                continue
            head = self._rule_set.spun.banner(row) if index == first else ()
            more = extra[index] if extra else ()
            hits = _sorted([*row, *more, *head]) if more or head else row
            # the paragraph with the banner is built anew each time
            findings = self._builder.from_row(index, text, hits)
            new[index] = ("\n" if head else text, spun, findings)
        self._built, self._was_spun = new, spun
        return [block[2] for block in new]

    def _merged(self, blocks: list[list[Finding]], document: list[Finding]) -> tuple[Finding, ...]:
        """The findings of each paragraph with what the programs found there, in order."""
        found: dict[int, list[Finding]] = {}
        for finding in document:
            found.setdefault(finding.span.paragraph, []).append(finding)
        for paragraph, more in found.items():
            both = sorted([*blocks[paragraph], *more], key=itemgetter(0))
            blocks[paragraph] = self._builder.without_parts(both)
        return tuple(chain.from_iterable(blocks))

    def _document(
        self,
        builder: FindingBuilder,
        given: CheckInput,
        known: KnownFindings | None = None,
        programs: Collection[str] = DOCUMENT_PROGRAMS.keys(),
    ) -> list[Finding]:
        found: list[Finding] = []
        for name, program in DOCUMENT_PROGRAMS.items():
            topics = self._rule_set.topics.get(name)
            if topics and name in programs:
                found.extend(builder.from_spots(program(given), topics, given.manuscript, known))
        return found


class _ParagraphRows:
    """The hits of single paragraphs, kept by their text from one reading to the next."""

    def __init__(self) -> None:
        self._old: dict[str, Row] = {"": ()}

    def read(self, texts: list[str], scans: list[Scan]) -> list[Row]:
        """The hits of each paragraph."""
        old = self._old
        fresh = list(dict.fromkeys(t for t in texts if t not in old))
        if fresh:
            old.update(
                zip(fresh, _by_paragraph(fresh, _hits(scans, "\n".join(fresh))), strict=True)
            )
        rows = [old[text] for text in texts]
        if len(old) > 2 * len(texts) + 100:  # forget what is no longer there
            self._old = {"": (), **dict(zip(texts, rows, strict=True))}
        return rows


def _by_paragraph(texts: list[str], hits: list[RuleHit]) -> Iterator[Row]:
    """Hits in the texts joined by line feeds, told apart again."""
    start, place = 0, 0
    for text in texts:
        end = start + len(text)
        row: list[RuleHit] = []
        while place < len(hits) and hits[place].start <= end:
            hit = hits[place]
            if hit.end <= end:
                row.append(RuleHit(hit.start - start, hit.end - start, hit.rule, hit.fix, hit.note))
            place += 1
        yield tuple(row)
        start = end + 1


def _hits(scans: Iterable[Scan], text: str) -> list[RuleHit]:
    return _sorted(chain.from_iterable([scan(text) for scan in scans]))


def _sorted(hits: Iterable[RuleHit]) -> list[RuleHit]:
    return sorted(hits, key=itemgetter(0))
