"""Spun words: proof first, then the real words; the proven false positives stay silent."""

import pytest

from tests.checks.rule_lab import findings
from tests.notation import doc

PROOF = "推动经济社会开展，夯实根底设施，做好公共效劳，团结广阔职工。 | "


def spun(line: str) -> list[str]:
    return [f.excerpt for f in findings(doc(line), ()) if f.rule.startswith("spun/")]


@pytest.mark.parametrize(
    "line",
    [
        "假设干扰存在，假设干预无效，假设干净的水，假设干活不细。",
        "是否那么重要？如果否那么返回。",
        "正规那么好，常规那么多，违规那么严重，小于当前的原那么大。",
        "可继续开展后续工作。非正式经济开展为期一年的合作。",
        "与该国文明建立外交关系。",
        "提供广阔舞台，前景广阔。缺乏经验。抓住时机。局部服从全局。鼓励创新。",
        "无私奉献。表达敬意。根底深厚。本钱不大。为国效劳。",
    ],
)
def test_proven_false_positives_and_lonely_real_words_are_silent(line: str):
    assert spun(line) == []


def test_in_a_spun_text_the_real_words_speak():
    assert "开展" in spun(PROOF + "要认清新的开展阶段。")
    assert "缺乏" in spun(PROOF + "人才总量缺乏，结构不优。")


@pytest.mark.parametrize(
    "line",
    ["要广泛开展宣传教育。", "组织开展立功竞赛活动。", "依法普遍开展集体协商。", "搭建广阔舞台。"],
)
def test_in_a_spun_text_what_was_always_there_stays(line: str):
    before = spun(PROOF)
    assert spun(PROOF + line) == before


def test_one_verdict_for_the_whole_text_at_its_first_proof():
    found = [f for f in findings(doc(PROOF + PROOF), ()) if f.rule == "spun/verdict"]
    assert [f.span for f in found] == [(0, 6, 8)]


def test_a_long_text_with_three_slips_is_not_spun():
    clean = "各级工会要把职工的事放在心上，把工作做到一线。" * 2000
    assert "本稿" not in "".join(f.message for f in findings(doc(PROOF + clean), ()))
