"""The gate before the printer, and what a rule says of itself."""

from editor.blanks.reader import find_blanks
from editor.checks.explain import explain, help_page, marked
from editor.checks.gate import gate
from editor.checks.rule import standing
from tests.checks.rule_lab import findings, rules
from tests.notation import doc


def gate_of(line: str):
    m = doc(line)
    return gate(m, findings(m), find_blanks(m))


def test_a_clean_text_may_go():
    assert gate_of("同志们： | 今天，我们召开动员大会。").clean


def test_blanks_and_sure_faults_hold_it_up_doubtful_ones_do_not():
    held = gate_of("X工会要再接再励。")
    assert not held.clean and len(held.must) == 2 and len(held.blanks) == 1
    look = gate_of("其它单位也要参加。")
    assert look.clean and len(look.look) == 1


def test_every_rule_explains_itself_with_a_marked_example():
    for rule in rules():
        said = explain(rule)
        assert said.why and said.source and "‹" in marked(said.bad[0])


def test_a_source_is_cited_with_its_standing():
    told = {standing(r.checked) for r in rules()}
    assert told == {"2026-11-21与转载件核对", "惯例，未见明文", "未与原文核对"}
    for rule in rules():
        assert explain(rule).source == f"{rule.source}（{standing(rule.checked)}）"


def test_the_help_page_has_every_rule_once():
    told = [rule for family in help_page(rules()) for rule in family.rules]
    assert sorted(rule.title for rule in told) == sorted(rule.title for rule in rules())
    assert len({family.title for family in help_page(rules())} - {""}) == len(help_page(rules()))
