"""Blanks and findings of the texts beside the speech, made once for all that is loaded with it.

They do not change while one types; only the paragraphs they belong to move.
"""

from __future__ import annotations

import heapq
import re
from typing import Final, NamedTuple

from editor.blanks.blank import Blank
from editor.blanks.blank_reader import find_blanks
from editor.checks.engine.checker import Checker
from editor.checks.finding import Finding, Severity, SideSpan
from editor.checks.perspective import Perspective
from editor.manuscript.file_objects import ObjectKind, told_place
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span
from editor.manuscript.side_texts import SideText, SideTexts, anchors

# Strings of a drawing are no sentences, and a colleague's comment is never printed: how they are
# written is nobody's concern, what they leave open or bring along from elsewhere is.
_LOOSE: Final = (
    ObjectKind.FORMULA,
    ObjectKind.CHART,
    ObjectKind.SMART_ART,
    ObjectKind.COMMENT,
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


class SideReader:
    """Reads the texts beside one speech after another; not to be shared between threads."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._known: tuple[SideTexts, Perspective] | None = None
        self._read: list[_ReadText] = []

    def read(self, m: Manuscript) -> tuple[list[Finding], list[SideBlank]]:
        """The findings and blanks, each at the paragraph it belongs to; in the order of these."""
        if not m.beside:
            return [], []
        state = (m.beside, self._checker.perspective)
        if self._known is None or self._known[0] is not state[0] or self._known[1] != state[1]:
            self._read = [self._one(text) for text in m.beside]
            self._known = state
        findings: list[Finding] = []
        blanks: list[SideBlank] = []
        for one, at in zip(self._read, anchors(m.beside, m.paragraphs), strict=True):
            if at is None:
                continue  # what it belonged to was taken out
            end = len(m.paragraphs[at].text)
            findings += [f._replace(span=Span(at, end, end)) for f in one.findings]
            blanks += [SideBlank(one.text.place, at, blank) for blank in one.blanks]
        return sorted(findings, key=lambda f: f.span), blanks

    def _one(self, text: SideText) -> _ReadText:
        blanks = _blanks_of(text)
        m = Manuscript(0, text.paragraphs)
        found = [_weighed(text, f) for f in self._checker.beside(m, blanks) if _told(text, f)]
        placed = tuple(
            f._replace(side=SideSpan(text.place, f.span.start, f.span.end)) for f in found
        )
        return _ReadText(text, blanks, placed)


def side_blanks(m: Manuscript) -> list[SideBlank]:
    """The blanks beside a speech alone, for which no rules are needed."""
    return [
        SideBlank(text.place, at, blank)
        for text, at in zip(m.beside, anchors(m.beside, m.paragraphs), strict=True)
        if at is not None
        for blank in _blanks_of(text)
    ]


def _blanks_of(text: SideText) -> tuple[Blank, ...]:
    return tuple(b for b in find_blanks(Manuscript(0, text.paragraphs)) if _meant(text, b))


def _told(text: SideText, finding: Finding) -> bool:
    """Whether a finding is worth telling of such a text."""
    if finding.rule.startswith(_OF_LOOSE):
        return True
    cited = finding.rule.startswith(_OF_MARKS) and _CITED.search(finding.text)
    return text.kind not in _LOOSE and not cited


def _weighed(text: SideText, finding: Finding) -> Finding:
    """A finding with the weight it has in such a text."""
    sure = finding.severity is Severity.MUST and not finding.rule.startswith(_OF_LOOSE)
    if text.kind not in _MARGINS or not sure:
        return finding
    return finding._replace(said=finding.said._replace(severity=Severity.LOOK))


def _meant(text: SideText, blank: Blank) -> bool:
    """Whether a blank is one: the X of a formula is a quantity unless it stands beside a word."""
    if text.kind is not ObjectKind.FORMULA:
        return True
    line = text.paragraphs[blank.span.paragraph].text
    beside = line[max(0, blank.span.start - 1) : blank.span.start]
    return bool(_HAN.match(beside) or _HAN.match(line, blank.span.end))


def merged(found: tuple[Finding, ...], beside: list[Finding]) -> tuple[Finding, ...]:
    """The findings of a speech with those beside it, in the order of the speech."""
    return tuple(heapq.merge(found, beside, key=lambda f: f.span)) if beside else found
