"""How versions are told."""

import time
from dataclasses import replace

import pytest

from editor.files.versions.kept_version import Occasion, Version
from editor.manuscript.comparison.compare import ChangeTally
from editor.manuscript.comparison.provenance import KeptShare
from editor.ui.drafts.version_words import (
    kept_words,
    name_words,
    next_name,
    tally_words,
    time_words,
)

SAVED = Version("a", 1, 0.0, Occasion.SAVED, "保存", "", ChangeTally(), 9, "", "")


@pytest.mark.parametrize(
    ("names", "offered"),
    [([], "第1稿"), (["第2稿"], "第3稿"), (["第十稿", "送审"], "第11稿"), (["送审"], "第1稿")],
)
def test_the_next_draft_is_offered(names: list[str], offered: str) -> None:
    assert next_name([replace(SAVED, name=name) for name in names]) == offered


def test_a_name_goes_before_why_and_when() -> None:
    assert name_words(replace(SAVED, name="第3稿")) == "第3稿"
    assert name_words(SAVED).startswith("保存")


def test_times_of_today_are_short() -> None:
    noon = time.mktime((2026, 11, 3, 12, 30, 0, 0, 0, -1))
    assert time_words(noon, noon + 60) == "今天 12:30"
    assert time_words(noon, noon + 9 * 86400) == "11月3日 12:30"
    assert time_words(noon, noon + 400 * 86400) == "2026年11月3日"


def test_counts_are_told_where_there_are_any() -> None:
    assert tally_words(ChangeTally()) == ""
    assert tally_words(ChangeTally(2, 0, 0, 1, 1234, 0)) == "修改2段、移动1段；增加1,234字"
    assert (
        tally_words(ChangeTally(18, 0, 5, 0, 74, 351)) == "修改18段、删去5段；增加74字、减少351字"
    )
    assert tally_words(ChangeTally(split=1, taken_out=2)) == "拆开1段；减少2字"


def test_the_share_of_the_template_is_told_in_words() -> None:
    told = [kept_words(KeptShare(None, *sizes)) for sizes in ((3, 3), (1, 3), (0, 3), (0, 0))]
    assert told == ["一句没动", "1/3 句是原样", "全是新写的", "没有句子"]
