"""Numbers of classes, groups, documents and hotlines, and N where a text writes N elsewhere."""

from __future__ import annotations

import pytest

from editor.blanks.blank_reader import find_blanks
from tests.blanks.marked import plain, shown
from tests.notation import doc

FOUND = """
我们八（⟦*⟧）班得了第一。
高一(⟦X⟧)班的同学最先到。
县委第⟦△⟧督查组已经进驻。
第⟦■⟧工作队包了三个村。
高速⟦●⟧标段的桩打完了。
热线96⟦□□□⟧昼夜有人接。
市里印发的⟦　　⟧号文件讲得明白。
联系人：⟦　　⟧　电话：⟦　　　⟧
全村⟦……⟧人参加了投票。
"""
TWINS = """
这道题（*）班里没人会做。
三楼3□□室
我有N个理由不答应。
市里下发的 3 号文件讲得明白。
地址：云川路　电话：{gap}
「乡镇」一词由来已久。
公元202年三月，郡守上书。
"""


@pytest.mark.parametrize("line", [s for s in FOUND.strip("\n").split("\n") if "⟦" in s])
def test_the_number_that_is_wanting_is_found(line: str) -> None:
    assert shown(plain(line)) == line


@pytest.mark.parametrize("line", TWINS.strip("\n").split("\n"))
def test_what_looks_like_one_is_none(line: str) -> None:
    assert find_blanks(doc(line.replace("{gap}", "　　"))) == ()


@pytest.mark.parametrize(
    "line", ["大会由 主持，书记总结。", "会议自202年3月起开。", "请留步：……。", "C先生表了态。"]
)
def test_what_may_be_one_is_asked_about(line: str) -> None:
    assert [blank.sure for blank in find_blanks(doc(line))] == [False]


def test_n_is_a_number_where_the_text_has_others() -> None:
    found = find_blanks(doc("专班抽调N人，查出N个问题，走遍N户人家，开了N次会。"))
    assert [blank.sure for blank in found] == [True, True, True, False]


def test_a_text_that_ends_in_dots_is_asked_about() -> None:
    assert [blank.sure for blank in find_blanks(doc("歌里唱：我们走在大路上……"))] == [False]
