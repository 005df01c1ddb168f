"""Everything derived from one state of the text, made in one go.

Separate from the rooms it calls, so that the window and the command line see the same:
an `Analysis` belongs to the manuscript it carries and is dropped when that is old.
"""

from __future__ import annotations

from editor.analysis.values import Analysis, Structure
from editor.blanks.blank import Blank
from editor.blanks.reader import BlankReader
from editor.checks.engine import Checker
from editor.checks.finding import Finding
from editor.checks.ignored import Ignored, IgnoreList
from editor.checks.loader import load_rules
from editor.checks.standpoint import Standpoint
from editor.garbage import collection_paused
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline import OutlineReader
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.statistics import Counts, count


class SpeechAnalyzer:
    """Analyzes texts; what it found in a paragraph is kept, so one keystroke costs one.

    Not thread-safe: one analyzer per thread. ``ignored`` and ``standpoint`` may be set at
    any time.
    """

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self.rules = checker.rules
        self.ignored = IgnoreList()
        self._outlines = OutlineReader()
        self._blanks = BlankReader()
        self._counts: dict[str, Counts] = {}
        self._structure: Structure | None = None
        self._found: tuple[Blank, ...] = ()  # with those the writer said are none
        self._meant: frozenset[tuple[str, int, int]] = frozenset()  # these, by their paragraph

    @property
    def standpoint(self) -> Standpoint:
        """Whose speech it is and of which year."""
        return self._checker.standpoint

    @standpoint.setter
    def standpoint(self, value: Standpoint) -> None:
        self._checker.standpoint = value

    def analyze(self, manuscript: Manuscript) -> Analysis:
        """The analysis of a text, with the caches of earlier ones."""
        with collection_paused():
            return self._analyze(manuscript)

    def structure(self, manuscript: Manuscript) -> Structure:
        """The beginning of `analyze`, which then goes on from here."""
        if self._structure is None or self._structure.manuscript is not manuscript:
            outline = self._outlines.read(manuscript)
            self._found = self._blanks.read(manuscript)
            self._structure = Structure(manuscript, outline, self._open(manuscript))
        return self._structure

    def _open(self, manuscript: Manuscript) -> tuple[Blank, ...]:
        if not self._meant:
            return self._found
        return tuple(b for b in self._found if _place(manuscript, b) not in self._meant)

    def _analyze(self, manuscript: Manuscript) -> Analysis:
        structure = self.structure(manuscript)
        found = self._checker.live(manuscript, structure.outline, self._found)
        findings, aside = self.ignored.sift(found)
        structure = self._judge(structure, aside)
        counts = self._sizes(manuscript.paragraphs)
        return Analysis(manuscript, structure.outline, structure.blanks, findings, counts, aside)

    def _judge(self, structure: Structure, aside: tuple[tuple[Finding, Ignored], ...]) -> Structure:
        """The structure without the blanks whose findings are set aside."""
        spans = {f.span for f, _ in aside if f.rule.startswith("blanks/")}
        rows = [b for b in self._found if b.span in spans] if spans else []
        meant = frozenset(_place(structure.manuscript, blank) for blank in rows)
        if meant != self._meant:
            self._meant = meant
            blanks = self._open(structure.manuscript)
            self._structure = structure = Structure(structure.manuscript, structure.outline, blanks)
        return structure

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


def make_analyzer() -> SpeechAnalyzer:
    """An analyzer with the bundled rules."""
    return SpeechAnalyzer(Checker(load_rules()))
