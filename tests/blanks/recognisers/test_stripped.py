"""Words that a page stripped, each leaving one space: two such gaps in a paragraph are blanks."""

import pytest

from editor.blanks.grammar import scan
from tests.blanks.marked import plain, shown

STRIPPED = """
新桥全长⟦ ⟧米，宽⟦ ⟧米；通车仪式由⟦ ⟧主持。
会议由⟦ ⟧主持，⟦ ⟧同志作了动员讲话。
大会在⟦ ⟧召开，由⟦ ⟧牵头承办。
今年植树⟦ ⟧棵，修渠⟦ ⟧公里，惠及群众⟦ ⟧户。
我代表⟦ ⟧，向⟦ ⟧表示衷心的感谢！
任命⟦ ⟧为组长，任命⟦ ⟧为副组长。
项目位于⟦ ⟧，占地⟦ ⟧亩，总投资⟦ ⟧亿元。
在⟦ ⟧的坚强领导下，在⟦ ⟧的大力支持下，我们完成了任务。
塔高⟦ ⟧米，重⟦ ⟧吨，可供⟦ ⟧人同时登临。
参加会议的有⟦ ⟧、⟦ ⟧等领导。
"""
LOOSE = """
我们 使用 AI 辅助 写作，效率 提高 30% 以上。
王 刚、李 明、张 三同志出席会议。
在 全 市 工 会 大 会 上 的 讲 话
会议由 主持人宣布开始，请 各位代表入座。
建设国 家，服务大 家，开拓市 场。
共 3 项任务、5 个目标，由 12 家单位承担。
长三 米，宽两 米，高一 米。
一 是抓学习，二 是抓落实，三 是抓督查。
领导 组织 部门 负责人 名单 附后
同志们 ，今天 ，我们开会。
甲队 乙队 丙队 并列 第三 名。
请 组织部、宣传部 领导讲话，由 负责人汇报。
"""


@pytest.mark.parametrize("row", [row for row in STRIPPED.split("\n") if row])
def test_two_gaps_of_a_paragraph_are_blanks(row: str) -> None:
    assert shown(plain(row)) == row


@pytest.mark.parametrize("row", [row for row in LOOSE.split("\n") if row])
def test_loose_and_aligned_words_have_none(row: str) -> None:
    assert [row[f.start : f.end] for f in scan(row)] == []
