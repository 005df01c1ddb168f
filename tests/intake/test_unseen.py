"""What the eye does not see goes, look-alikes become plain, a lost letter is asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.notation import doc, lines

SAID = "今年以来，全镇上下拧成一股绳，重点工作一件一件往前推，群众看在眼里，也记在心里。"
PAGE = (
    "更多范文请访问 www.yunbi.example.com | 在全镇护林防火会上的讲话 | 同志们： | "
    f"{SAID} | 一、把山看住 | {SAID}云笔范文网 www.yunbi.com | - 3 - | 二、把火管住 | {SAID} | "
    f"上一篇：致辞 | 云笔范文网 www.yunbi.com | 谢谢大家！"
)


def cleaned(text: str) -> str:
    return lines(tidy(doc(text), docx=False).clean())


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("全镇⼈⺠都要动⼿。", "全镇人民都要动手。"),
        ("⼀、抓学习", "一、抓学习"),
        ("\ufeff同志们，", "同志们，"),
        ("把责\u200b任扛\u200b起来。", "把责任扛起来。"),
        ("落\u00ad实到\u2060位。", "落实到位。"),
        ("\u202b先看数字\u202c：3户。", "先看数字：3户。"),
        ("先看數字，再看⻋辆和⻔店。", "先看數字，再看车辆和门店。"),
        ("金\ufa0c字招牌，不\uf967能砸。", "金兀字招牌，不不能砸。"),
        ("王㇐\U000e0100科长", "王㇐科长"),
        ("\uf06c 抓春耕", "抓春耕"),
        ("\u3164\uffa0办好\x02三件事。", "办好三件事。"),
    ],
)
def test_what_the_eye_does_not_see_goes(written: str, seen: str) -> None:
    assert cleaned(f"同志们： | {written} | {SAID}") == f"同志们： | {seen} | {SAID}"


@pytest.mark.parametrize(
    "written",
    [
        "这个姓写作\ue863，念yǎn。",
        "要把\ufffd任扛起来。",
        "大家辛苦了\uf0e0请坐。",
        "龍馬精神，兀立不倒。",
        "全程２０公里，Ⅱ类地区，㎡和㈠都照旧。",
        "①第一件事 ②第二件事",
        "北京市—上海市，¥300，5℃。",
        "ありがとう，한국어，Ćao。",
        "第二行\u2028还是这一段。",
        "〇三年，○○村，△△组。",
    ],
)
def test_what_is_only_strange_stays_unless_somebody_says_so(written: str) -> None:
    assert cleaned(f"同志们： | {written} | {SAID}") == f"同志们： | {written} | {SAID}"


@pytest.mark.parametrize("letter", ["\ufffd", "\ue863", "\U000f0001"])
def test_a_letter_that_is_lost_is_asked_about(letter: str) -> None:
    receipt = tidy(doc(f"同志们： | 要把{letter}任扛起来。 | {SAID}"), docx=False)
    [asked] = receipt.doubtful
    assert (asked.before, asked.kind, receipt.sure) == (letter, "lost", ())


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from("\u200b\ufeff\u00ad\u202d"))))
def test_sown_through_a_page_it_hides_nothing_from_cleaning(sown: list[tuple[int, str]]) -> None:
    text = doc(PAGE).text
    for at, char in sown:
        text = text[:at] + char + text[at:]
    receipt = tidy(manuscript_of(text), docx=False)
    assert receipt.balanced()
    assert receipt.balanced(receipt.items)
    assert lines(receipt.clean()) == cleaned(PAGE)


def test_words_inside_a_table_are_left_alone() -> None:
    text = doc(f"同志们： | 负责\u200b人 | {SAID}")
    cell = replace(text.paragraphs[1], frame="表1·1行1列")
    framed = replace(text, paragraphs=(text.paragraphs[0], cell, text.paragraphs[2]))
    assert not tidy(framed).items
