"""What programs must see, and what they must leave alone."""

import pytest

from editor.checks.programs.repeated import _SENTENCE, _sentences
from tests.checks.rule_lab import findings
from tests.notation import doc


def said(line: str, *rules: str) -> list[tuple[str, str]]:
    found = findings(doc(line), ())
    return [(f.rule.partition("/")[2], f.excerpt) for f in found if f.rule.startswith(rules)]


def test_a_doubled_number_does_not_make_the_next_one_skipped():
    line = "（一）甲事 | （二）乙事 | （三）丙事 | （三）丁事 | （五）戊事"
    assert said(line, "structure") == [("doubled", "（三）")]


def test_a_new_enumeration_in_the_same_section_is_no_fault():
    line = "一、抓学习 | 第一，读原文。第二，悟原理。 | 第一，要带头。第二，要真用。 | 二、抓落实"
    assert said(line, "structure") == []


def test_ordinals_of_a_later_enumeration_are_not_mixed_with_an_earlier_one():
    line = "首先，致以问候。 | 下面讲三点。 | 第一，要学。 | 第二，要干。 | 第三，要严。"
    assert said(line, "structure/ordinals") == []


@pytest.mark.parametrize(
    "line",
    [
        "下面，我讲三点意见。 | 一、甲 | 二、乙 | 三、丙",
        "去年我们办成了五件大事。 | 今年要抓好以下两项工作： | 一、甲 | 二、乙",
        "要做到“两个维护”。 | 一、甲 | 二、乙 | 三、丙",
        "下面，我讲几点意见。 | 一、甲 | 二、乙",
        "这四个方面的成绩来之不易。 | 一、甲 | 二、乙",
    ],
)
def test_counts_that_agree_or_announce_nothing_are_left_alone(line: str):
    assert said(line, "structure/count") == []


@pytest.mark.parametrize(
    "line",
    [
        "下面，我讲三点意见。 | 一、甲 | 二、乙 | 三、丙 | 四、丁",
        "要重点做好以下五个方面的工作： | （一）甲 | （二）乙 | （三）丙",
        "要抓好四件大事。 | 一、甲 | 二、乙 | 三、丙",
    ],
)
def test_counts_that_disagree_are_found_at_the_count(line: str):
    assert [rule for rule, _ in said(line, "structure/count")] == ["count"]


def test_the_last_words_tell_whether_a_speech_was_cut():
    whole = "同志们： | 要把各项工作抓实抓好，不辜负大家的期望。 | 2026年3月5日"
    assert said(whole, "structure/missing-end") == []
    cut = "同志们： | 要把各项工作抓实抓好，不辜负大家的期"
    assert said(cut, "structure/missing-end") == [("missing-end", "期")]


def test_a_row_of_dots_alone_is_nobodys_last_words():
    preview = "讲话提纲 | 一、提高认识 | 二、狠抓落实 | ……"
    assert said(preview, "structure/missing-end") == []


def test_quotes_inside_quotes_and_counted_points_are_balanced():
    line = "他说：“要记住‘安全第一’这句话。” | 1）学习；2）调研。 | 见《关于〈条例〉的说明》。"
    assert said(line, "structure") == []


def test_a_text_without_a_full_stop_is_one_piece_and_scanned_once():
    # Looked for from each of its characters, a million of them would hold the window for hours.
    assert [len(piece) for piece in _SENTENCE.findall("要努力工作，" * 50)] == [300]
    assert _sentences("要努力工作，" * 50) == ()
