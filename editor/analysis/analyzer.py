"""Everything derived from one state of the text, made in one go.

Separate from the rooms it calls, so that the window and the command line see the same:
an `Analysis` belongs to the manuscript it carries and is dropped when that is old.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from editor.analysis.side_reader import SideReader, merged
from editor.analysis.stage_guard import (
    EVERYTHING,
    StageGuard,
    not_looked_for,
    outline_fault,
    still_true,
    unchecked,
    unread,
)
from editor.analysis.values import Analysis, Structure
from editor.blanks.blank import Blank
from editor.blanks.blank_reader import BlankReader
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.checks.finding import Finding
from editor.checks.perspective import Perspective
from editor.checks.report.ignore_list import Ignored, IgnoreList
from editor.garbage import collection_paused
from editor.manuscript.delivery.statistics import Counts, count
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.framed import beside_text
from editor.manuscript.outline.reader import OutlineReader
from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Paragraph


class SpeechAnalyzer:
    """Analyzes texts; what it found in a paragraph is kept, so one keystroke costs one.

    Not thread-safe: one analyzer per thread. ``ignored`` and ``perspective`` may be set at
    any time.
    """

    def __init__(
        self, checker: Checker, on_error: Callable[[Exception], None] | None = None
    ) -> None:
        """Without ``on_error`` what a stage raises is raised to the caller.

        With it the hook is told, the other stages go on, and the analysis is not `complete`.
        """
        self._checker = checker
        self.rules = checker.rules
        self._unchecked = unchecked(checker.problems)
        self._unlooked = not_looked_for(checker.problems)
        self.ignored = IgnoreList()
        self._guard = StageGuard(on_error)
        self._outlines = OutlineReader()
        self._blanks = BlankReader()
        self._beside = SideReader(checker)
        self._counts: dict[str, Counts] = {}
        self._structure: Structure | None = None
        self._outline_fault = ""
        self._found: tuple[Blank, ...] = ()  # with those the writer said are none
        self._meant: frozenset[tuple[str, int, int, str]] = frozenset()  # these, by their paragraph
        self._whole: Analysis | None = None  # the last one in which nothing failed

    @property
    def perspective(self) -> Perspective:
        """Whose speech it is and of which year."""
        return self._checker.perspective

    @perspective.setter
    def perspective(self, value: Perspective) -> None:
        self._checker.perspective = value

    def analyze(self, manuscript: Manuscript) -> Analysis:
        """The analysis of a text, with the caches of earlier ones."""
        with collection_paused():
            return self._analyze(manuscript)

    def structure(self, manuscript: Manuscript) -> Structure:
        """The beginning of `analyze`, which then goes on from here."""
        kept = self._structure
        if kept is not None and kept.manuscript is manuscript:
            return kept
        outline = self._guard.run(
            lambda: self._outlines.read(manuscript), lambda: self._outline_anew(manuscript)
        )
        self._outline_fault = "" if outline is not None else outline_fault(self._guard.problem)
        found = self._guard.run(
            lambda: self._blanks.read(manuscript), lambda: self._blanks_anew(manuscript)
        )
        self._found = found or ()
        made = Structure(manuscript, outline or Outline(), self._open(manuscript))
        self._structure = None if outline is None or found is None else made
        return made

    def forget(self) -> None:
        """Another text comes: nothing of the last one stands in, a trouble is told anew."""
        self._guard.forget()
        self._whole = None

    def _outline_anew(self, manuscript: Manuscript) -> Outline:
        """Without what was kept, which may be what it stumbled over."""
        self._outlines = OutlineReader()
        return self._outlines.read(manuscript)

    def _blanks_anew(self, manuscript: Manuscript) -> tuple[Blank, ...]:
        self._blanks = BlankReader()
        return self._blanks.read(manuscript)

    def _open(self, manuscript: Manuscript) -> tuple[Blank, ...]:
        opened = tuple([b for b in self._found if b.sure])
        if not self._meant:
            return opened
        return tuple(b for b in opened if _place(manuscript, b) not in self._meant)

    def _analyze(self, manuscript: Manuscript) -> Analysis:
        self._guard.begin()
        structure = self.structure(manuscript)
        sizes = self._guard.run(lambda: self._sizes(manuscript.paragraphs))
        # Of a text whose outline or blanks are not known a rule would say what is not true.
        known = structure is self._structure
        made = self._guard.run(lambda: self._checked(structure, sizes)) if known else None
        if made is None:
            made = self._stand_in(structure, sizes)
        if self._unchecked:
            findings = (*self._unchecked, *made.findings)
            made = replace(made, findings=findings, unlooked=self._unlooked)
        if self._guard.failed:
            of_data = self._guard.problem
            findings = (unread(of_data), *made.findings)
            made = replace(made, findings=findings, complete=False, unlooked=EVERYTHING)
        else:
            self._whole = made
        self._guard.end()
        return made

    def _checked(self, structure: Structure, sizes: Counts | None) -> Analysis:
        manuscript, outline = structure.manuscript, structure.outline
        beside, blanks_beside = self._beside.read(manuscript)
        found = merged(self._checker.live(manuscript, outline, self._found), beside)
        findings, aside = self.ignored.sift(found)
        blanks = self._judge(structure, aside).blanks
        counts = sizes or self._sizes_before(manuscript)
        unsure = tuple([b for b in self._found if b.topic == "unsure"])
        unsure = tuple(b for b in unsure if _place(manuscript, b) not in self._meant)
        return Analysis(
            manuscript, outline, blanks, findings, counts, aside, tuple(blanks_beside), unsure
        )

    def _stand_in(self, structure: Structure, sizes: Counts | None) -> Analysis:
        """What is known of a text that could not be checked."""
        manuscript, whole = structure.manuscript, self._whole
        counts = sizes or self._sizes_before(manuscript)
        findings = still_true(whole.findings, whole.manuscript, manuscript) if whole else ()
        made = Analysis(manuscript, structure.outline, structure.blanks, findings, counts)
        return replace(made, outline_fault=self._outline_fault)

    def _sizes_before(self, manuscript: Manuscript) -> Counts:
        return self._whole.counts if self._whole else Counts(*[len(manuscript.text)] * 4)

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
        beside = beside_text(paragraphs)
        return Counts(
            sum([s.words for s in sizes]),
            sum([s.characters for s in sizes]),
            sum([s.solid for s in sizes]),
            sum([s.spoken for n, s in enumerate(sizes) if n not in beside]),
        )


def _place(manuscript: Manuscript, blank: Blank) -> tuple[str, int, int, str]:
    paragraph = manuscript.paragraphs[blank.span.paragraph]
    return (paragraph.text, blank.span.start, blank.span.end, paragraph.frame)


def make_analyzer(on_error: Callable[[Exception], None] | None = None) -> SpeechAnalyzer:
    """An analyzer with the bundled rules."""
    return SpeechAnalyzer(Checker(bundled_rules()), on_error)
