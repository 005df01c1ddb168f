"""What programs must see, and what they must leave alone."""

import pytest

from editor.checks.programs.repeated import SENTENCE, long_sentences
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
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


@pytest.mark.parametrize(
    ("claim", "rules"),
    [("三", ["count", "doubled"]), ("四", ["doubled"])],
)
@pytest.mark.parametrize("last", ["三", "四"])
def test_a_doubled_number_still_counts_as_a_section(claim: str, rules: list[str], last: str):
    line = f"下面，我讲{claim}点意见。 | 一、甲 | 二、乙 | 要干。 | 二、丙 | {last}、丁 | 要实。"
    assert [rule for rule, _ in said(line, "structure")] == rules


@pytest.mark.parametrize(
    "line",
    [
        "首先要学习。其次要调研。第三要整改。",
        "一是学习。二是调研。第三是整改。",
        "首先，学。 | 其次，干。 | 第三，严。",
    ],
)
def test_ordinals_of_two_sets_are_told_without_a_comma_too(line: str):
    assert [rule for rule, _ in said(line, "structure")] == ["ordinals"]


def test_first_needs_are_no_ordinals():
    line = "首先要肯定成绩。其次要看到问题。第一要务是发展，第三要素是人才。"
    assert said(line, "structure/ordinals") == []
    far = " | ".join(["首先要感谢大家。其次要祝贺大家。", *["要干。"] * 9, "第三，要严。"])
    assert said(far, "structure/ordinals") == []


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
        "要做到三点：一是读原文，二是悟原理，三是见行动。",
        "要做到三点：一是读原文。二是悟原理。 | 三是见行动。",
        "要做到三点：一是读原文，二是悟原理，同时还要见行动。",
        "关键在三点，要学要干。 | 一、甲 | 二、乙",
        "我讲两个问题。 | 一、甲 | 二、乙 | 同志们： | 一、丙 | 二、丁",
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
        "我再强调三点。 | 一、甲 | 二、乙",
        "我讲三层意思。 | 一、甲 | 二、乙",
        "要做到三点：一是读原文，二是悟原理。 | 要见行动。",
        "要抓四个环节：一是学习，二是调研，三是落实。",
        "要把握三点：一是学；二是干；三是严；四是实。",
        "二、抓落实 | 要办好五件实事：第一，修路。第二，架桥。",
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
    assert [len(piece) for piece in SENTENCE.findall("要努力工作，" * 50)] == [300]
    assert long_sentences("要努力工作，" * 50) == ()


def test_numbers_that_word_counts_are_counted_against_what_is_announced():
    heads = [("一、", "甲事"), ("二、", "乙事"), ("三、", "丙事"), ("四、", "丁事")]
    rows = [Paragraph("同志们："), Paragraph("下面，我讲三点意见。")]
    for number, (label, title) in enumerate(heads, 1):
        rows += [Paragraph(title, number, label), Paragraph(f"{title}要办好，各单位要抓紧。")]
    found = findings(Manuscript(0, tuple(rows)), ())
    assert [(f.rule, f.excerpt) for f in found] == [("structure/count", "三点意见")]
