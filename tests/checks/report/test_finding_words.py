"""What is said of a finding: the same words everywhere, and never the signs of a rule file."""

from __future__ import annotations

import pytest

from editor.checks.finding import Finding
from editor.checks.report.finding_fixes import fixes_of
from editor.checks.report.finding_words import (
    advice,
    everywhere_words,
    fix_words,
    may_be_ignored,
    reason_of,
)
from editor.checks.rules.rule import Rule
from editor.manuscript.manuscript import Manuscript, manuscript_of
from tests.checks.rule_lab import findings, rules, speaks
from tests.notation import doc

SIGNS = set("‹›")


def words_of(finding: Finding, manuscript: Manuscript) -> str:
    """All that is said of a finding."""
    fixes = [fix_words(fix, finding, manuscript) for fix in fixes_of(finding, manuscript)]
    return "".join((finding.message, advice(finding), everywhere_words(finding), *fixes))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_no_rule_shows_the_signs_of_its_examples(rule: Rule) -> None:
    reason = reason_of(rule)
    told = f"{rule.title}{reason.why}{reason.source}"
    for example in rule.bad:
        assert not SIGNS & set(example.text) and example.marks
        manuscript = manuscript_of(example.text)
        told += "".join(words_of(f, manuscript) for f in speaks(rule, example))
    assert not SIGNS & set(told)


def one(line: str, excerpt: str) -> tuple[Finding, Manuscript]:
    manuscript = doc(line)
    return next(f for f in findings(manuscript) if f.excerpt == excerpt), manuscript


def test_a_fix_says_what_will_stand_there() -> None:
    finding, manuscript = one("今天,我们开会。", ",")
    assert fix_words(finding.fixes[0], finding, manuscript) == "改为“，”"
    line = "全县各级工会要认真学习会议精神，切实提高引导的针 | 对性和有效性，打开新局面。"
    found = next(f for f in findings(doc(line)) if f.rule == "structure/hard-break")
    (fix,) = fixes_of(found, doc(line))
    assert fix_words(fix, found, doc(line)) == "接上：……提高引导的针对性和有效性……"


def test_where_nothing_mends_it_it_is_said_what_does() -> None:
    finding, _ = one("会上，X同志讲话。", "X")
    assert "填" in advice(finding) and not may_be_ignored(finding)
    finding, _ = one("其它单位也来。", "其它")
    assert everywhere_words(finding) == "全文忽略“其它”" and may_be_ignored(finding)
