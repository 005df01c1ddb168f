"""When a stage raises: nothing passes for checked, and the others are of the text of now."""

from __future__ import annotations

import pytest

from editor.analysis import analyzer as analyzer_module
from editor.analysis.analyzer import SpeechAnalyzer
from editor.analysis.stage_guard import EVERYTHING, UNREAD, not_looked_for
from editor.analysis.tally import tally
from editor.blanks.blank_reader import BlankReader
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import RuleSet, bundled_rules
from editor.data_files.problem import DataProblem
from editor.language.lists import FOLDER, LanguageListError
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import OutlineReader
from tests.analysis.failing import RED, fall_over

STAGES = {Checker: "live", OutlineReader: "read", BlankReader: "read"}
GOOD = manuscript_of("云川讲话\n同志们：\n一、甲事\n来了X人，其它都好。\n二、乙事")
BAD = manuscript_of(f"云川讲话\n同志们：\n一、甲事\n来了X人，其它都好。\n{RED}来了X人。")


class Told:
    """An analyzer with the bundled rules, and what it told of its troubles."""

    def __init__(self) -> None:
        self.troubles: list[Exception] = []
        self.analyzer = SpeechAnalyzer(Checker(bundled_rules()), self.troubles.append)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.mark.parametrize("stage", STAGES)
def test_whatever_stage_raises_the_analysis_is_of_the_text_of_now(
    stage: type, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    fall_over(stage, STAGES[stage], monkeypatch)
    analysis = told.analyzer.analyze(BAD)
    assert analysis.manuscript is BAD and told.analyzer.structure(BAD).manuscript is BAD
    assert bool(analysis.outline.sections) is (stage is not OutlineReader)
    assert bool(analysis.blanks) is (stage is not BlankReader)
    assert analysis.counts.words > 10
    assert not analysis.complete and analysis.findings[0].said is UNREAD


@pytest.mark.parametrize("stage", STAGES)
def test_findings_are_those_of_before_where_the_text_stands(
    stage: type, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told.analyzer.analyze(GOOD)
    fall_over(stage, STAGES[stage], monkeypatch)
    after = told.analyzer.analyze(BAD)
    there = [f for f in before.findings if f.span.paragraph != 4]
    assert there and list(after.findings[1:]) == there
    told.analyzer.forget()  # another text comes, and nothing of the last one is said of it
    assert [f.said for f in told.analyzer.analyze(BAD).findings] == [UNREAD]


@pytest.mark.parametrize("stage", STAGES)
def test_the_caller_is_told_once_until_all_is_read_again(
    stage: type, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    fall_over(stage, STAGES[stage], monkeypatch)
    for _ in range(3):  # not at every key
        told.analyzer.analyze(BAD)
    assert [type(trouble) for trouble in told.troubles] == [IndexError]
    analysis = told.analyzer.analyze(GOOD)
    assert analysis.complete and UNREAD not in [f.said for f in analysis.findings]
    told.analyzer.analyze(BAD)
    assert len(told.troubles) == 2


def test_where_only_what_was_kept_is_at_fault_all_of_the_text_is_read(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    worn: list[OutlineReader] = []
    whole = OutlineReader.read

    def read(self: OutlineReader, manuscript: Manuscript) -> object:
        worn.append(self)
        if self is worn[0] and RED in manuscript.text:
            raise IndexError("what was kept is wrong")
        return whole(self, manuscript)

    monkeypatch.setattr(OutlineReader, "read", read)
    told.analyzer.analyze(GOOD)
    analysis = told.analyzer.analyze(BAD)
    assert analysis.outline.sections and len(analysis.findings) > 1 and not analysis.complete
    assert told.analyzer.analyze(BAD).complete and len(told.troubles) == 1


def test_sizes_that_raise_are_those_of_before(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    before = told.analyzer.analyze(GOOD)

    def count(text: str) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(analyzer_module, "count", count)
    after = told.analyzer.analyze(BAD)
    assert after.counts == before.counts and not after.complete
    assert len(after.findings) > 1 and after.outline.sections  # the others went on


@pytest.mark.parametrize("stage", STAGES)
def test_without_a_hook_what_raises_is_raised(stage: type, monkeypatch: pytest.MonkeyPatch) -> None:
    fall_over(stage, STAGES[stage], monkeypatch)
    with pytest.raises(IndexError):
        SpeechAnalyzer(Checker(RuleSet(()))).analyze(BAD)


@pytest.mark.parametrize("stage", STAGES)
def test_where_a_stage_raised_nothing_counts_as_looked_at(
    stage: type, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not told.analyzer.analyze(GOOD).unlooked
    fall_over(stage, STAGES[stage], monkeypatch)
    analysis = told.analyzer.analyze(BAD)
    assert analysis.unlooked == EVERYTHING and not tally(analysis).all_blanks
    assert "没有查完" in tally(analysis).blanks_words()
    assert bool(analysis.outline_fault) is (stage is OutlineReader)


def test_a_file_of_a_family_leaves_the_others_looked_at_and_any_other_file_leaves_none() -> None:
    rule = DataProblem("resources/rules/wording/jiezhi.toml", "文件读不出来")
    assert not_looked_for((rule,)) == {"wording"} and not not_looked_for(())
    for file in ("resources/language/surnames.txt", "resources/contents.txt", "a.toml"):
        assert not_looked_for((rule, DataProblem(file, "文件不在"))) == EVERYTHING
    analysis = SpeechAnalyzer(Checker(RuleSet((), [rule]))).analyze(GOOD)
    assert analysis.unlooked == {"wording"} and analysis.complete


def test_an_outline_that_could_not_be_read_says_for_which_file(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_: object) -> None:
        raise LanguageListError(FOLDER / "line-forms.toml", FileNotFoundError())

    monkeypatch.setattr(OutlineReader, "read", fall)
    fault = told.analyzer.analyze(GOOD).outline_fault
    assert fault == "提纲没有认出来：程序的 line-forms.toml 不在"
