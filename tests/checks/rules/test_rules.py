"""One test for every rule there is: its own examples hold it to its word."""

import pytest

from editor.checks.rules.rule import Rule
from editor.checks.rules.rule_files import RULES
from editor.checks.rules.rule_table import example_of
from editor.manuscript.manuscript import manuscript_of
from tests.checks.rule_lab import marks, mended, rules, speaks

every_rule = pytest.mark.parametrize("rule", rules(), ids=lambda r: r.id)


@every_rule
def test_finds_every_bad_example_exactly_where_it_is_marked(rule: Rule):
    for example in rule.bad:
        found = speaks(rule, example)
        assert marks(manuscript_of(example.text), found) == list(example.marks), example.text


@every_rule
def test_says_nothing_of_a_good_example(rule: Rule):
    for example in rule.good:
        assert speaks(rule, example) == (), example.text


@every_rule
def test_its_fix_mends_the_bad_example(rule: Rule):
    for example in rule.bad:
        m = manuscript_of(example.text)
        found = speaks(rule, example)
        if any(f.fixes for f in found):
            text = mended(m, found)
            assert not example.fixed or text == example.fixed
            left = speaks(rule, example_of(text.replace("\n", " | ")))
            assert [f for f in left if f.fixes] == [], text


def test_there_are_rules_in_every_family_each_with_a_source():
    assert len(rules()) >= 55
    families = {r.family for r in rules()}
    assert families >= {"blanks", "structure", "punctuation", "numbers", "wording", "formulations"}
    assert all(r.source and r.why and r.good for r in rules())


def test_every_rule_file_says_how_far_its_facts_were_checked():
    files = sorted(RULES.glob("*/*.toml"))
    assert [f.name for f in files if "\nchecked = " not in f.read_text(encoding="utf-8")] == []


def test_every_formulation_carries_the_date_of_its_source():
    assert [r.id for r in rules() if r.family == "formulations" and not r.date] == []
