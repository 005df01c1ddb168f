"""An analysis and the writer's decisions: what he says is no blank is none anywhere."""

from __future__ import annotations

from editor.analysis.analyzer import SpeechAnalyzer, make_analyzer
from editor.analysis.values import Analysis
from editor.checks.report.ignore_list import IgnoreList
from tests.notation import doc

SPEECH = doc("在大会上的讲话 | 同志们： | 今年新建工会X家，X光机两台，来了X名职工。")


def spare(analyzer: SpeechAnalyzer, analysis: Analysis, number: int) -> None:
    """Say that a blank is none."""
    span = analysis.blanks[number].span
    (finding,) = [f for f in analysis.findings if f.span == span and f.rule.startswith("blanks/")]
    analyzer.ignored = analyzer.ignored.with_finding(finding)


def test_a_place_that_is_no_blank_holds_nothing_up() -> None:
    analyzer = make_analyzer()
    before = analyzer.analyze(SPEECH)
    spare(analyzer, before, 0)
    after = analyzer.analyze(SPEECH)
    assert after.blanks == before.blanks[1:]
    assert len(after.findings) == len(before.findings) - 1 and len(after.aside) == 1


def test_it_stays_so_in_the_tree_while_one_types() -> None:
    analyzer = make_analyzer()
    spare(analyzer, analyzer.analyze(SPEECH), 0)
    number = len(analyzer.analyze(SPEECH).blanks)
    typed = doc("在全县大会上的讲话 | 同志们： | 今年新建工会X家，X光机两台，来了X名职工。")
    assert len(analyzer.structure(typed).blanks) == number == len(analyzer.analyze(typed).blanks)


def test_taken_back_it_is_a_blank_again() -> None:
    analyzer = make_analyzer()
    before = analyzer.analyze(SPEECH)
    spare(analyzer, before, 0)
    analyzer.analyze(SPEECH)
    analyzer.ignored = IgnoreList()
    assert analyzer.analyze(SPEECH) == before
