"""Findings of one rule stand together and are mended together."""

from editor.checks.finding import Finding, Said, Severity
from editor.checks.report.finding_groups import group
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span
from tests.notation import doc, lines

TEXT = doc("甲乙丙丁 | 戊己庚辛")


def found(
    rule: str, span: tuple[int, int, int], new: str | None, severity: Severity = Severity.LOOK
) -> Finding:
    text = TEXT.paragraphs[span[0]].text
    label = "" if new is None else f"改为{new}"
    return Finding(Span(*span), text, Said(rule, severity, f"{rule}说的", label, new))


def mended(m: Manuscript, *findings: Finding) -> str:
    (made,) = group(findings)
    return lines(apply_all(m, made.fix.edits)) if made.fix else ""


def test_all_of_a_rule_are_mended_at_once_and_the_button_says_how_many() -> None:
    both = (found("a/b", (0, 0, 1), "子子"), found("a/b", (1, 3, 4), ""))
    assert mended(TEXT, *both) == "子子乙丙丁 | 戊己庚"
    (made,) = group(both)
    assert made.fix and made.fix.label == "全部改正（2处）"


def test_of_two_that_overlap_the_first_is_mended_and_of_two_that_meet_both() -> None:
    assert mended(TEXT, found("a/b", (0, 0, 2), "子"), found("a/b", (0, 1, 3), "丑")) == (
        "子丙丁 | 戊己庚辛"
    )
    assert mended(TEXT, found("a/b", (0, 0, 2), "子"), found("a/b", (0, 2, 3), "丑")) == (
        "子丑丁 | 戊己庚辛"
    )


def test_what_nobody_can_mend_has_no_button() -> None:
    (made,) = group([found("a/b", (0, 0, 1), None)])
    assert made.fix is None and made.title == "a/b说的"


def test_what_must_be_mended_stands_first_then_as_the_rules_first_speak() -> None:
    look, must = found("a/b", (0, 0, 1), "子"), found("c/d", (0, 1, 2), "丑", Severity.MUST)
    other = found("e/f", (1, 0, 1), "寅")
    groups = group([look, must, other, look])
    assert [g.rule for g in groups] == ["c/d", "a/b", "e/f"]
    assert groups[0].severity is Severity.MUST and groups[1].findings == (look, look)


def test_each_foreign_name_is_a_group_of_its_own() -> None:
    one = found("elsewhere/county", (0, 0, 1), None)
    two = one._replace(said=one.said._replace(message="另一处地名"))
    assert [g.title for g in group([one, two])] == ["elsewhere/county说的", "另一处地名"]
    assert len(group([one, one])) == 1
