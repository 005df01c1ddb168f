"""Everything derived from one state of the text, made in one go.

Separate from the rooms it calls, so that the window and the command line see the same:
a `Reading` belongs to the manuscript it carries and is dropped when that is old.
"""

from __future__ import annotations

from dataclasses import dataclass

from editor.blanks.blank import Blank
from editor.blanks.reader import BlankReader
from editor.checks.engine import Checker, uncollected
from editor.checks.finding import Finding
from editor.checks.ignored import Ignored, IgnoreList
from editor.checks.loader import load_rules
from editor.checks.standpoint import Standpoint
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline import OutlineReader
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.sections import Outline
from editor.manuscript.statistics import Counts, count


@dataclass(frozen=True, slots=True)
class Sketch:
    """What the tree and the looks of a text need, at a fraction of a `Reading`'s cost."""

    manuscript: Manuscript
    outline: Outline
    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says of itself at one revision.

    ``aside`` are the findings the writer has set aside, with his decisions; they are not
    among ``findings``, nor is a blank he said is none among ``blanks``.
    """

    manuscript: Manuscript
    outline: Outline
    blanks: tuple[Blank, ...]
    findings: tuple[Finding, ...]
    counts: Counts
    aside: tuple[tuple[Finding, Ignored], ...] = ()


class Reader:
    """Makes readings; what it found in a paragraph is kept, so one keystroke costs one.

    Not thread-safe: one reader per thread. ``ignored`` and ``standpoint`` may be set at
    any time.
    """

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self.rules = checker.rules
        self.ignored = IgnoreList()
        self._outlines = OutlineReader()
        self._blanks = BlankReader()
        self._counts: dict[str, Counts] = {}
        self._sketch: Sketch | None = None
        self._found: tuple[Blank, ...] = ()  # with those the writer said are none
        self._meant: frozenset[tuple[str, int, int]] = frozenset()  # these, by their paragraph

    @property
    def standpoint(self) -> Standpoint:
        """Whose speech it is and of which year."""
        return self._checker.standpoint

    @standpoint.setter
    def standpoint(self, value: Standpoint) -> None:
        self._checker.standpoint = value

    def read(self, manuscript: Manuscript) -> Reading:
        """The reading of a text, with the caches of earlier readings."""
        with uncollected():
            return self._read(manuscript)

    def sketch(self, manuscript: Manuscript) -> Sketch:
        """The beginning of `read`, which then goes on from here."""
        if self._sketch is None or self._sketch.manuscript is not manuscript:
            outline = self._outlines.read(manuscript)
            self._found = self._blanks.read(manuscript)
            self._sketch = Sketch(manuscript, outline, self._open(manuscript))
        return self._sketch

    def _open(self, manuscript: Manuscript) -> tuple[Blank, ...]:
        if not self._meant:
            return self._found
        return tuple(b for b in self._found if _place(manuscript, b) not in self._meant)

    def _read(self, manuscript: Manuscript) -> Reading:
        sketch = self.sketch(manuscript)
        found = self._checker.live(manuscript, sketch.outline, self._found)
        findings, aside = self.ignored.sift(found)
        sketch = self._judge(sketch, aside)
        counts = self._sizes(manuscript.paragraphs)
        return Reading(manuscript, sketch.outline, sketch.blanks, findings, counts, aside)

    def _judge(self, sketch: Sketch, aside: tuple[tuple[Finding, Ignored], ...]) -> Sketch:
        """The sketch without the blanks whose findings are set aside."""
        spans = {f.span for f, _ in aside if f.rule.startswith("blanks/")}
        rows = [b for b in self._found if b.span in spans] if spans else []
        meant = frozenset(_place(sketch.manuscript, blank) for blank in rows)
        if meant != self._meant:
            self._meant = meant
            blanks = self._open(sketch.manuscript)
            self._sketch = sketch = Sketch(sketch.manuscript, sketch.outline, blanks)
        return sketch

    def _sizes(self, paragraphs: tuple[Paragraph, ...]) -> Counts:
        # No word runs over a paragraph's end, so the sizes of paragraphs add up.
        known, now = self._counts, dict[str, Counts]()
        rows = [(p.text, known.get(p.text) or count(p.text)) for p in paragraphs]
        now.update(rows)
        self._counts = now
        sizes = [size for _, size in rows]
        return Counts(
            sum([s.words for s in sizes]),
            sum([s.characters for s in sizes]),
            sum([s.solid for s in sizes]),
            sum([s.spoken for s in sizes]),
        )


def _place(manuscript: Manuscript, blank: Blank) -> tuple[str, int, int]:
    text = manuscript.paragraphs[blank.span.paragraph].text
    return (text, blank.span.start, blank.span.end)


def make_reader() -> Reader:
    """A reader with the bundled rules."""
    return Reader(Checker(load_rules()))
