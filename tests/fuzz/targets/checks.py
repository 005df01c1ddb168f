"""All checks: findings lie in their lines, remembering changes nothing, a fix can be done."""

from __future__ import annotations

from functools import cache

from editor.analysis.analyzer import SpeechAnalyzer, make_analyzer
from editor.analysis.values import Analysis
from editor.checks.report.finding_groups import group
from editor.checks.report.gate import gate
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from tests.fuzz.manuscripts import read
from tests.fuzz.mutate.text import changed_text
from tests.fuzz.seed_texts import text_seeds
from tests.fuzz.target import Target, law
from tests.fuzz.targets.outline import shorter


@cache
def analyzer() -> SpeechAnalyzer:
    """The one that has seen all inputs before, as a window's has."""
    return make_analyzer()


def run(data: bytes) -> None:
    """What a window that has seen much says of a text is what a fresh one says."""
    manuscript = read(data)
    for text in (shorter(manuscript, len(data)), manuscript):
        known = analyzer().analyze(text)
    fresh = make_analyzer().analyze(manuscript)
    law(known.findings == fresh.findings, "the findings are those of a fresh check")
    law(known.counts == fresh.counts, "the counts are those of a fresh count")
    findings_lie_in_their_lines(manuscript, fresh)
    for one in group(fresh.findings):
        if one.fix:
            apply_all(manuscript, one.fix.edits)
    gate(manuscript, fresh.findings, fresh.blanks)


def findings_lie_in_their_lines(manuscript: Manuscript, analysis: Analysis) -> None:
    """Each finding has a place that is there, words, and fixes that fit by themselves."""
    for finding in analysis.findings:
        line = manuscript.paragraphs[finding.span.paragraph].text
        start, end = finding.span[1:]
        law(0 <= start <= end <= len(line), "a finding lies in its line")
        law(finding.excerpt == line[start:end], "a finding holds its letters")
        law(finding.message, "a finding has its words")
        for fix in finding.fixes:
            apply_all(manuscript, fix.edits)


TARGET = Target("checks", run, text_seeds, changed_text)
