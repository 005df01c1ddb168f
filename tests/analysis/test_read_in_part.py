"""Of a paragraph that is too long only the beginning is read, and that is never kept quiet."""

from __future__ import annotations

import pytest

from editor.analysis.analyzer import make_analyzer
from editor.blanks.blank_reader import find_blanks
from editor.checks.finding import PART, Finding
from editor.checks.report.finding_words import advice, may_be_ignored
from editor.checks.report.gate import gate
from editor.cli.services import bundled_checker
from editor.intake import tidy as cleaning
from editor.intake.tidy import tidy
from editor.manuscript import in_part
from editor.manuscript.in_part import READ, read_in_part
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Span

HEAD = "同志们：\n一、抓好安全\n"
LONG = manuscript_of(HEAD + "好" * READ + "其它X件，，\n二、抓好生产\n谢谢大家！")


def findings(m: Manuscript) -> tuple[Finding, ...]:
    return bundled_checker().check(m, outline_of(m), find_blanks(m))


def test_what_stands_behind_is_not_read_and_a_finding_says_so() -> None:
    told = [f for f in findings(LONG) if f.rule == PART]
    assert [f.span for f in told] == [Span(2, READ, READ + 6)]
    assert told[0].excerpt == "其它X件，，" and "5 万字" in told[0].message
    assert not find_blanks(LONG) and not may_be_ignored(told[0]) and "分" in advice(told[0])


def test_it_is_not_fit_for_print_until_it_is_divided() -> None:
    assert not gate(LONG, findings(LONG), ()).clean
    text = LONG.paragraphs[2].text
    parted = manuscript_of(f"{HEAD}{text[:READ]}\n{text[READ:]}\n二、抓好生产\n谢谢大家！")
    rules = {f.rule for f in findings(parted)}
    assert PART not in rules and "wording/qita" in rules
    assert [b.text for b in find_blanks(parted)] == ["X"]


def test_the_window_and_the_command_line_say_the_same() -> None:
    analysis = make_analyzer().analyze(LONG)
    assert analysis.findings == findings(LONG) and analysis.outline == outline_of(LONG)


def test_the_outline_covers_the_whole_text_all_the_same() -> None:
    first, second = [s for s in outline_of(LONG).sections if s.number]
    assert first.end == second.start and second.start.paragraph == 3
    whole = outline_of(manuscript_of(LONG.text.replace("好" * READ, "好" * 900)))
    assert [s.title for s in whole.sections] == [s.title for s in outline_of(LONG).sections]


def test_a_text_of_usual_paragraphs_is_itself() -> None:
    m = manuscript_of(HEAD + "好" * READ)
    assert read_in_part(m) is m and read_in_part(LONG) is not LONG
    assert in_part.part_of(LONG.paragraphs[2]).text == "好" * READ


def test_nothing_goes_where_a_paragraph_was_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cleaning, "LONGEST", 40)
    m = manuscript_of(f"{HEAD}　　{'工作要抓紧抓实' * 6}  尾巴\n-1-\n谢谢大家。")
    receipt = tidy(m)
    assert receipt.items and receipt.balanced(receipt.items)
    assert "  尾巴\n谢谢" in receipt.clean(receipt.items).text
