"""What a rule says of itself."""

from editor.checks.rules.explain import explain, help_page
from editor.checks.rules.rule import standing
from tests.checks.rule_lab import rules


def test_every_rule_explains_itself_with_a_marked_example():
    for rule in rules():
        said = explain(rule)
        assert said.why and said.source and said.bad[0].marks


def test_a_source_is_cited_with_its_standing():
    told = {standing(r.checked) for r in rules()}
    assert told == {"2026-11-21与转载件核对", "惯例，未见明文", "未与原文核对"}
    for rule in rules():
        assert explain(rule).source == f"{rule.source}（{standing(rule.checked)}）"


def test_the_help_page_has_every_rule_once():
    told = [rule for family in help_page(rules()) for rule in family.rules]
    assert sorted(rule.title for rule in told) == sorted(rule.title for rule in rules())
    assert len({family.title for family in help_page(rules())} - {""}) == len(help_page(rules()))
