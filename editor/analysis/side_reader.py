"""Blanks and findings of the texts beside the speech, made once for all that is loaded with it.

They do not change while one types; only the paragraphs they belong to move.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, TypeVar

from editor.blanks.blank import Blank
from editor.blanks.blank_reader import find_blanks
from editor.checks.engine.checker import Checker
from editor.checks.finding import Finding, Severity, SideSpan
from editor.checks.perspective import Perspective
from editor.manuscript.file_objects import ObjectKind, told_place
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Span
from editor.manuscript.side_texts import SideText, SideTexts, anchors

T = TypeVar("T")
# Strings of a drawing are no sentences, and a colleague's comment is never printed: how they are
# written is nobody's concern, what they leave open or bring along from elsewhere is.
_LOOSE: Final = (
    ObjectKind.FORMULA,
    ObjectKind.CHART,
    ObjectKind.SMART_ART,
    ObjectKind.COMMENT,
    ObjectKind.RUBY,
    ObjectKind.FIELD,
)
_OF_LOOSE: Final = ("blanks/", "elsewhere/", "era/")
# What stands at the edge of every page is the file's, not the speech's: how it is written does
# not hold the speech up, what it leaves open does.
_MARGINS: Final = (ObjectKind.HEADER, ObjectKind.FOOTER, ObjectKind.WATERMARK)
# A reference of GB/T 7714, which has half-width marks of its own: '[J]', '[EB/OL]'.
_CITED: Final = re.compile(r"\[(?:[MCNJDRSPZGA]|DB|CP|EB)(?:/(?:OL|CD|DK|MT))?\]")
_OF_MARKS: Final = ("punctuation/", "numbers/")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


class SideBlank(NamedTuple):
    """A blank in a text beside the speech, and the paragraph of the speech it belongs to."""

    place: str
    paragraph: int
    blank: Blank

    @property
    def where(self) -> str:
        """The place with the paragraph it belongs to, as a person says it."""
        return told_place(self.place, self.paragraph)


class _ReadText(NamedTuple):
    """One text beside the speech as it was read; places count in its own paragraphs."""

    text: SideText
    blanks: tuple[Blank, ...]
    findings: tuple[Finding, ...]


_Found = tuple[list[Finding], list[SideBlank]]


class SideReader:
    """Reads the texts beside one speech after another; not to be shared between threads."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._known: tuple[SideTexts, Perspective] | None = None
        self._read: list[_ReadText] = []
        self._placed: tuple[list[int | None], _Found] = ([], ([], []))

    def read(self, m: Manuscript) -> _Found:
        """The findings and blanks, each at the paragraph it belongs to; in the order of these."""
        if not m.beside:
            return [], []
        state = (m.beside, self._checker.perspective)
        at = anchors(m.beside, m.paragraphs)
        if self._known is None or self._known[0] is not state[0] or self._known[1] != state[1]:
            self._read = list(self._all(m.beside))
            self._known = state
            self._placed = (at, self._at(at))
        elif self._placed[0] != at:
            self._placed = (at, self._at(at))
        return self._placed[1]

    def _at(self, places: list[int | None]) -> _Found:
        findings: list[Finding] = []
        blanks: list[SideBlank] = []
        for one, at in zip(self._read, places, strict=True):
            if at is None:
                continue  # what it belonged to was taken out
            findings += [f._replace(span=Span(at, 0, 0)) for f in one.findings]
            if one.text.shown:
                blanks += [SideBlank(one.text.place, at, b) for b in one.blanks if b.sure]
        return sorted(findings, key=lambda f: f.span), blanks

    def _all(self, texts: SideTexts) -> Iterator[_ReadText]:
        """Each text as it was read; checked in one go, for a thousand notes cost as one text."""
        m, first = _joined(texts)
        blanks = _shared(_open(m, texts, first), first, lambda b: b.span.paragraph)
        every = [b for row in blanks for b in row]
        found = self._checker.beside(m, every)
        findings = _shared(found, first, lambda f: f.span.paragraph)
        for text, own, told in zip(texts, blanks, findings, strict=True):
            placed = [
                _weighed(text, f)._replace(side=SideSpan(text.place, f.span.start, f.span.end))
                for f in told
                if _told(text, f)
            ]
            yield _ReadText(text, tuple(own), tuple(placed))


def _joined(texts: SideTexts) -> tuple[Manuscript, list[int]]:
    """All texts as one, apart by an empty line, and the paragraph at which each begins."""
    rows: list[Paragraph] = [Paragraph("")]
    first: list[int] = []
    for text in texts:
        first.append(len(rows))
        rows += [*text.paragraphs, Paragraph("")]
    return Manuscript(0, tuple(rows)), first


def _shared(found: Iterable[T], first: list[int], at: Callable[[T], int]) -> list[list[T]]:
    """What was found in the joined texts, by the texts."""
    rows: list[list[T]] = [[] for _ in first]
    for one in found:
        rows[bisect_right(first, at(one)) - 1].append(one)
    return rows


def _open(m: Manuscript, texts: SideTexts, first: list[int]) -> Iterator[Blank]:
    """The blanks of the joined texts that are any."""
    for blank in find_blanks(m):
        text = texts[bisect_right(first, blank.span.paragraph) - 1]
        if _meant(text, m.paragraphs[blank.span.paragraph].text, blank):
            yield blank


def side_blanks(m: Manuscript) -> list[SideBlank]:
    """The blanks beside a speech alone, for which no rules are needed."""
    joined, first = _joined(m.beside)
    rows = _shared(_open(joined, m.beside, first), first, lambda b: b.span.paragraph)
    return [
        SideBlank(text.place, at, blank)
        for text, at, row in zip(m.beside, anchors(m.beside, m.paragraphs), rows, strict=True)
        if at is not None and text.shown
        for blank in row
        if blank.sure
    ]


def _told(text: SideText, finding: Finding) -> bool:
    """Whether a finding is worth telling of such a text."""
    if finding.rule.startswith(_OF_LOOSE):
        return True
    cited = finding.rule.startswith(_OF_MARKS) and _CITED.search(finding.text)
    return text.kind not in _LOOSE and not cited


def _weighed(text: SideText, finding: Finding) -> Finding:
    """A finding with the weight it has in such a text: what is switched off holds nothing up."""
    grave = finding.rule.startswith(_OF_LOOSE) or text.kind not in _MARGINS
    if finding.severity is not Severity.MUST or (grave and text.shown):
        return finding
    return finding._replace(said=finding.said._replace(severity=Severity.LOOK))


def _meant(text: SideText, line: str, blank: Blank) -> bool:
    """Whether a blank is one: the X of a formula is a quantity unless it stands beside a word."""
    if text.kind is not ObjectKind.FORMULA:
        return True
    beside = line[max(0, blank.span.start - 1) : blank.span.start]
    return bool(_HAN.match(beside) or _HAN.match(line, blank.span.end))


def merged(found: tuple[Finding, ...], beside: list[Finding]) -> tuple[Finding, ...]:
    """The findings of a speech with those beside it, in the order of the speech."""
    return tuple(heapq.merge(found, beside, key=lambda f: f.span)) if beside else found
