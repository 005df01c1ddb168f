"""A reader that never fails: what it cannot read is left out, and said.

A rule that raises must cost nobody his text, nor pass for a rule that found nothing: what
could not be read is a finding that holds the text up at the gate.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from editor.analysis.analyzer import SpeechAnalyzer
from editor.analysis.values import Analysis, Structure
from editor.blanks.reader import BlankReader
from editor.checks.engine import Checker
from editor.checks.finding import Finding, Said, Severity
from editor.checks.loader import load_rules
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline import OutlineReader
from editor.manuscript.paragraph import Span
from editor.manuscript.sections import Outline
from editor.manuscript.statistics import Counts

T = TypeVar("T")
UNREAD = Said("reading/unread", Severity.MUST, "这份稿子没有检查完，程序遇到了自己的毛病")


class Health(QObject):
    """Tells when a reading begins to fail (True), and when all is read again (False)."""

    changed = Signal(bool)


class SteadyReader(SpeechAnalyzer):
    """As `SpeechAnalyzer`; where a part raises, the rest of the reading is of the present text.

    Findings are then those of the last good reading, in the paragraphs that are unchanged.
    """

    def __init__(self, checker: Checker) -> None:
        super().__init__(checker)
        self.health = Health()
        self._failing = False
        self._broken = False  # in the reading under way
        self._good: Analysis | None = None

    def analyze(self, manuscript: Manuscript) -> Analysis:
        """The reading of a text, or as much of it as can be had."""
        self._broken = False
        analysis = self._or(lambda: super(SteadyReader, self).analyze(manuscript), None)
        if analysis is None:
            analysis = self._partly(manuscript)
        if self._broken:
            findings = (Finding(Span(0, 0, 0), "", UNREAD), *analysis.findings)
            analysis = replace(analysis, findings=findings)
        else:
            self._good = analysis
        if self._broken is not self._failing:
            self._failing = self._broken
            self.health.changed.emit(self._failing)
        return analysis

    def structure(self, manuscript: Manuscript) -> Structure:
        """Outline and blanks; what raises is read anew without what was kept, or left out."""
        structure = self._or(lambda: super(SteadyReader, self).structure(manuscript), None)
        if structure is not None:
            return structure
        outline = self._or(lambda: OutlineReader().read(manuscript), Outline())
        self._found = self._or(lambda: BlankReader().read(manuscript), ())
        return Structure(manuscript, outline, self._open(manuscript))

    def forget(self) -> None:
        """Another text comes: a trouble with it is told anew."""
        self._failing, self._good = False, None

    def _or(self, read: Callable[[], T], instead: T) -> T:
        try:
            return read()
        except Exception as trouble:  # whatever it is, the text and its writer go on
            if not self._failing:
                # As of any slot that raises; tests fail by it.
                sys.excepthook(type(trouble), trouble, trouble.__traceback__)
            self._broken = True
            return instead

    def _partly(self, manuscript: Manuscript) -> Analysis:
        structure, good = self.structure(manuscript), self._good
        sizes = good.counts if good else Counts(*[len(manuscript.text)] * 4)
        counts = self._or(lambda: self._sizes(manuscript.paragraphs), sizes)
        return Analysis(
            manuscript, structure.outline, structure.blanks, self._still_true(manuscript), counts
        )

    def _still_true(self, manuscript: Manuscript) -> tuple[Finding, ...]:
        """Findings of the last good reading in paragraphs that stand as they stood."""
        if self._good is None:
            return ()
        pairs = zip(self._good.manuscript.paragraphs, manuscript.paragraphs, strict=False)
        same = {n for n, (old, new) in enumerate(pairs) if old.text == new.text}
        return tuple(f for f in self._good.findings if f.span.paragraph in same)


def make_steady_reader() -> SteadyReader:
    """A reader with the bundled rules."""
    return SteadyReader(Checker(load_rules()))
