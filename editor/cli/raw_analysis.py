"""A raw text read clean, with every place told in the text as it was opened.

The text is cleaned first (`tidy`), read clean, and every place is mapped back to the raw text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from operator import itemgetter
from typing import NotRequired, TypedDict

from editor.blanks.blank import Blank, BlankKind
from editor.blanks.blank_reader import find_blanks
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import RuleSet
from editor.checks.finding import Finding
from editor.cli.raw_defects import cut_end, is_of_raw
from editor.files.opened import Opened
from editor.files.text_file import TextSource
from editor.intake.receipt import Receipt, ReceiptItem
from editor.intake.tidy import tidy
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline, Section
from editor.manuscript.paragraph import Position, Span

MISSING_END = "missing-end"
CUT = "网页说后面还有，全文到这里就断了"

_in_order = itemgetter("start", "end")


class RawPlace(TypedDict):
    """A stretch of the raw text, and what it is."""

    start: int
    end: int
    text: NotRequired[str]
    kind: str
    slot: NotRequired[str]
    sure: NotRequired[bool]
    note: NotRequired[str]


class RawHeading(TypedDict):
    """A heading and where it begins in the raw text."""

    level: int
    number: str
    title: str
    start: int


class RawAnalysis(TypedDict):
    """What `analyse` prints, each list in the order of the text."""

    placeholders: list[RawPlace]
    noise: list[RawPlace]
    doubtful: list[RawPlace]
    outline: list[RawHeading]
    defects: list[RawPlace]


class RawAnalyzer:
    """Reads raw texts with rules that were loaded once."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._checker_of_raw = Checker(RuleSet([r for r in checker.rules if is_of_raw(r)]))
        self._defects = {rule.id: rule.defect for rule in checker.rules if rule.defect}

    def analyze(self, opened: Opened) -> RawAnalysis:
        """The analysis of a text as it was opened."""
        receipt = tidy(opened.manuscript, docx=opened.breaks_are_meant)
        text = _RawText(opened, receipt)
        clean = text.clean
        outline, blanks = outline_of(clean), find_blanks(clean)
        findings = self._checker.check(clean, outline, blanks)
        defects = [*self._of_clean(text, findings), *self._of_raw(text), *text.joins()]
        return {
            "placeholders": text.placeholders(blanks),
            "noise": text.noise(),
            "doubtful": text.doubtful(),
            "outline": [text.heading(s) for s in outline.walk() if s.is_heading],
            "defects": sorted(defects, key=_in_order),
        }

    def _of_clean(self, text: _RawText, findings: tuple[Finding, ...]) -> Iterator[RawPlace]:
        ends: set[int] = set()
        for finding in findings:
            defect = self._defects.get(finding.rule)
            # Open blanks stand among the placeholders already.
            if defect and not finding.rule.startswith("blanks/"):
                place = text.place(*text.range(finding.span), defect, finding.message)
                ends |= {place["start"]} if defect == MISSING_END else set()
                yield place
        last = cut_end(text.receipt, text.clean)
        if last is not None and text.range(last)[0] not in ends:
            yield text.place(*text.range(last), MISSING_END, CUT)

    def _of_raw(self, text: _RawText) -> Iterator[RawPlace]:
        """What cleaning mends, in the raw text."""
        for finding in self._checker_of_raw.check(text.receipt.raw, Outline(), ()):
            span = text.raw_range(finding.span.head, finding.span.tail)
            yield text.place(*span, self._defects[finding.rule], finding.message)


class _RawText:
    """A raw text with what cleaning made of it; places come out as offsets in the raw text."""

    def __init__(self, opened: Opened, receipt: Receipt) -> None:
        self.receipt, self.clean = receipt, receipt.clean()
        self._offsets = RawOffsets(opened)

    def range(self, span: Span) -> tuple[int, int]:
        """Where a stretch of the clean text stands."""
        # The end is taken from the last character, so that what was removed behind
        # the span is not counted in.
        start = self._raw(span.head)
        if span.start == span.end:
            return start, start
        return start, self._raw(Position(span.paragraph, span.end - 1)) + 1

    def raw_range(self, start: Position, end: Position) -> tuple[int, int]:
        """Where a stretch of the raw manuscript stands."""
        return self._offsets.flat(start), self._offsets.flat(end)

    def place(self, start: int, end: int, kind: str, note: str) -> RawPlace:
        """A stretch of which something is said."""
        return {"start": start, "end": end, "kind": kind, "note": note}

    def heading(self, section: Section) -> RawHeading:
        """A heading of the clean text."""
        start = self._raw(section.start)
        number, title = section.number, section.title
        return {"level": section.level, "number": number, "title": title, "start": start}

    def placeholders(self, blanks: tuple[Blank, ...]) -> list[RawPlace]:
        """The blanks of the clean text, and the gaps that went with the noise."""
        known = [self._blank(*self.range(blank.span), blank) for blank in blanks]
        of_raw = (b for b in find_blanks(self.receipt.raw) if b.kind is BlankKind.ELIDED)
        cut = [self._blank(*self.raw_range(b.span.head, b.span.tail), b) for b in of_raw]
        # A note that something was left out goes with the noise, but the gap stays.
        known += [one for one in cut if not any(_overlap(one, other) for other in known)]
        return sorted(known, key=_in_order)

    def noise(self) -> list[RawPlace]:
        """What cleaning took out."""
        return [self._taken(i) for i in self.receipt.sure if _removes(i)]

    def doubtful(self) -> list[RawPlace]:
        """What cleaning only asks about, each with its reason."""
        asked = (i for i in self.receipt.doubtful if _removes(i))
        return [{**self._taken(i), "note": i.why} for i in asked]

    def joins(self) -> Iterator[RawPlace]:
        """Where cleaning joined a broken line."""
        for item in self.receipt.sure:
            if item.kind == "line-join":
                yield self.place(*self.raw_range(item.start, item.end), "hard-break", item.why)

    def _taken(self, item: ReceiptItem) -> RawPlace:
        start, end = self.raw_range(item.start, item.end)
        return {"start": start, "end": end, "kind": item.kind}

    def _raw(self, place: Position) -> int:
        return self._offsets.flat(self.receipt.raw_position(place))

    def _blank(self, start: int, end: int, blank: Blank) -> RawPlace:
        words = self._offsets.text[start:end]
        return {"start": start, "end": end, "text": words, "kind": blank.kind.value,
                "slot": blank.slot, "sure": blank.sure}  # fmt: skip


def _removes(item: ReceiptItem) -> bool:
    return bool(item.before.strip()) and not item.after.strip()


def _overlap(one: RawPlace, other: RawPlace) -> bool:
    return other["start"] < one["end"] and other["end"] > one["start"]


class RawOffsets:
    """From places in a manuscript to offsets in the decoded file: Python str indices.

    Line ends and BOM count as they stand; of a docx its paragraphs are joined by line feeds.
    ``text`` is what the offsets count in.
    """

    def __init__(self, opened: Opened) -> None:
        self.text = opened.manuscript.text
        if opened.kind == "txt" and opened.path:
            raw = opened.path.read_bytes()
            self.text = raw.decode(opened.encoding.removesuffix("-sig"), "replace")
        paragraphs = opened.manuscript.paragraphs
        ends = ["\n"] * len(paragraphs)
        if isinstance(opened.source, TextSource):
            ends = list(opened.source.ends)
        head = 1 if opened.bom and self.text.startswith("\ufeff") else 0
        steps = [len(p.text) + len(end) for p, end in zip(paragraphs, ends, strict=True)]
        self._starts = [head, *(head + s for s in accumulate(steps))]

    def flat(self, place: Position) -> int:
        """The offset of a place."""
        return self._starts[place.paragraph] + place.offset
