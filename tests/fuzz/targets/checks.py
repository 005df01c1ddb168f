"""All checks: findings lie in their lines, remembering changes nothing, a fix can be done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from editor.analysis.analyzer import SpeechAnalyzer, make_analyzer
from editor.blanks.blank_reader import find_blanks
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.checks.finding import Finding
from editor.checks.report.finding_groups import group
from editor.checks.report.gate import gate
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from tests.fuzz.manuscripts import read
from tests.fuzz.mutate.text import changed_text
from tests.fuzz.seed_texts import text_seeds
from tests.fuzz.target import Target, law
from tests.fuzz.targets.outline import shorter


@cache
def analyzer() -> SpeechAnalyzer:
    """The one that has seen all inputs before, as a window's has."""
    return make_analyzer()


@cache
def checker() -> Checker:
    """One that is asked only for whole checks, of which it keeps nothing."""
    return Checker(bundled_rules())


def run(data: bytes) -> None:
    """What a window that has seen much says of a text is what a whole check says."""
    manuscript = read(data)
    for text in (shorter(manuscript, len(data)), manuscript):
        known = analyzer().analyze(text)
    blanks = find_blanks(manuscript)
    found = checker().check(manuscript, outline_of(manuscript), blanks)
    law(known.findings == found, "the findings are those of a whole check")
    findings_lie_in_their_lines(manuscript, found)
    for one in group(found):
        if one.fix:
            apply_all(manuscript, one.fix.edits)
    gate(manuscript, found, blanks)


def findings_lie_in_their_lines(manuscript: Manuscript, found: Sequence[Finding]) -> None:
    """Each finding has a place that is there, words, and fixes that fit by themselves."""
    for finding in found:
        line = manuscript.paragraphs[finding.span.paragraph].text
        start, end = finding.span[1:]
        law(0 <= start <= end <= len(line), "a finding lies in its line")
        law(finding.excerpt == line[start:end], "a finding holds its letters")
        law(finding.message, "a finding has its words")
        for fix in finding.fixes:
            apply_all(manuscript, fix.edits)


TARGET = Target("checks", run, text_seeds, changed_text)
