"""A speech in one line: what a page left at both ends goes, a speaker's own words stay."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.intake.messy import Sample, score
from tests.intake.sites import SPEECH, blocks

OWN_ENDS = (
    "会议材料已发到各单位，请查看附件。",
    "请各单位登录市总工会网站下载《推荐表》。",
    "以上就是我汇报的全部内容，不当之处，请批评指正。",
    "联系电话：0000-1234567",
    "2025年3月12日",
    "（根据录音整理，未经本人审阅）",
    "附件：推荐表",
)


@pytest.mark.parametrize("between", ["", " "], ids=["glued", "spaced"])
def test_most_of_a_sites_words_go_from_both_ends(between: str) -> None:
    total = (0, 0, 0)
    for _, lines, sites in blocks():
        text = between.join(lines)
        labels = [2 if n in sites else 0 for n, one in enumerate(lines) for _ in one + between]
        receipt = tidy(manuscript_of(text))
        result = score(Sample(text, labels[: len(text)]), receipt)
        total = tuple(a + b for a, b in zip(total, result, strict=True))
    right, lost, missed = total
    assert lost <= 5
    assert right / (right + missed) >= 0.85


@pytest.mark.parametrize("words", OWN_ENDS)
def test_a_speakers_own_end_stays(words: str) -> None:
    text = "".join(SPEECH.split("\n")) + words
    assert tidy(manuscript_of(text)).clean().text.replace("\n", "") == text


def test_two_speeches_in_one_line_both_stay() -> None:
    text = "".join(SPEECH.split("\n")) * 2
    assert tidy(manuscript_of(text)).clean().text.replace("\n", "") == text
