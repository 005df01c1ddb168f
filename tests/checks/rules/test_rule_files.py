"""A faulty rule file is refused with its name and its key."""

from pathlib import Path

import pytest

from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import RuleSet
from editor.checks.rules.rule import ExpressionError
from editor.checks.rules.rule_files import read_rules, rule_of
from editor.checks.rules.rule_table import RuleError, example_of
from editor.manuscript.outline.sections import Outline
from tests.notation import doc

SOUND: dict[str, object] = {
    "severity": "请看",
    "defect": "wording",
    "title": "题",
    "message": "“{found}”",
    "why": "因",
    "source": "据",
    "bad": ["‹甲乙›"],
    "good": ["丙丁"],
    "words": {"甲乙": "丙丁"},
}


def test_a_sound_table_is_a_rule():
    rule = rule_of(SOUND, "wording/x")
    assert (rule.family, rule.words[0].found, rule.words[0].fix) == ("wording", "甲乙", "丙丁")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("severity", "严重"),
        ("title", 3),
        ("bad", ["没有标记"]),
        ("good", []),
        ("words", {"甲": "乙"}),
        ("words", {"甲乙": 1}),
        ("colour", "red"),
        ("checked", "去年"),
        ("cases", [{"is": "maybe"}]),
        ("pattern", [{"regex": r"\b甲"}]),
        ("formula", [{"exact": "甲乙丙", "anchors": ["丁戊"]}]),
        ("formula", [{"exact": "深刻领𕽿“两个确立”"}]),
        ("pattern", [{"table": {",": "，"}}]),
        ("date", "去年"),
        ("message", "“{found”有误"),
        ("message", "“{what}”有误"),
        ("message", "“{found.__class__}”有误"),
        ("fix_label", "改为{}"),
    ],
)
def test_a_faulty_key_is_named_with_its_file(key: str, value: object):
    with pytest.raises(RuleError) as caught:
        rule_of({**SOUND, key: value}, "wording/x")
    assert "wording/x" in str(caught.value) and key in caught.value.key


def test_a_fact_says_whether_it_was_compared_with_its_source():
    formula: dict[str, object] = {"exact": "甲乙丙丁戊己庚辛"}
    plain = rule_of({**SOUND, "formula": formula}, "wording/x")
    assert (plain.checked, plain.formulas[0].source) == ("", "据，未与原文核对")
    known = {**SOUND, "checked": "2026-11-21", "formula": formula}
    assert rule_of(known, "wording/x").formulas[0].source == "据"
    dated: list[dict[str, object]] = [
        {"names": ["甲乙"]},
        {"names": ["丙丁"], "checked": "未核对"},
    ]
    entries = rule_of({**known, "dated": dated}, "wording/x").dated
    assert [e.checked for e in entries] == ["2026-11-21", ""]


def test_a_missing_key_and_a_broken_file_are_named_too(tmp_path: Path):
    with pytest.raises(RuleError, match="source"):
        rule_of({k: v for k, v in SOUND.items() if k != "source"}, "wording/x")
    (tmp_path / "wording").mkdir()
    (tmp_path / "wording" / "y.toml").write_text("= 1", encoding="utf-8")
    (problem,) = read_rules(tmp_path).problems
    assert (problem.file, problem.line) == ("y.toml", 1)


def test_the_notation_of_examples_gives_text_marks_and_mended_text():
    example = example_of("甲‹乙→丙›丁 | 戊‹己›")
    assert (example.text, example.marks) == ("甲乙丁\n戊己", ((1, 2), (5, 6)))
    assert example.fixed == "甲丙丁\n戊己"


@pytest.mark.parametrize(
    "pattern", [{"regex": "甲("}, {"regex": "甲", "fix": r"\1"}, {"regex": "甲", "group": 1}]
)
def test_an_expression_that_cannot_be_run_is_named_when_it_is_needed(pattern: dict[str, object]):
    checker = Checker(RuleSet([rule_of({**SOUND, "pattern": [pattern]}, "wording/x")]))
    with pytest.raises(ExpressionError, match="甲"):
        checker.check(doc("甲乙"), Outline())
