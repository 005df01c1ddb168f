"""Braces and signs of templates are one blank with their words; round other words they are none."""

import pytest

from editor.blanks.grammar import scan
from tests.blanks.marked import plain, shown

FIELDS = """
尊敬的⟦{{姓名}}⟧同志：
⟦${单位}⟧工会于去年成立。
⟦{{unit}}⟧定于⟦{date}⟧召开动员会。
时间：⟦{date}⟧
主持人⟦[[x]]⟧宣布开会。
我代表⟦<<单位>>⟧向大家问好！
我代表⟦<‹单位›>⟧党委讲三点。
⟦<‹单位>>⟧的同志们：
⟦«单位»⟧党支部
⟦‹单位›⟧党支部
⟦#单位#⟧⟦#姓名#⟧同志作了发言。
会议在⟦%地点%⟧举行，由⟦%主持人%⟧主持。
⟦@单位名称@⟧工会委员会
⟦〖单位名称〗⟧党支部书记⟦〖姓名〗⟧
由⟦「姓名」⟧同志主持，⟦「单位名称」⟧协办。
⟦〖此处插入获奖名单〗⟧
⟦｛｛单位｝｝⟧工会，⟦＄｛单位｝⟧党委，⟦＃姓名＃⟧同志，⟦％地点％⟧。
⟦｛｛ｕｎｉｔ｝｝⟧的同志们。
⟦$NAME$⟧同志，⟦%unit_name%⟧工会。
⟦【】⟧市总工会主席⟦〖〗⟧同志
"""
OTHERS = """
参加#安全生产月#话题讨论，转发#最美职工#。
产值增长5%单位能耗下降3%，占90%人数的9%。
请关注@云川工会 和@职工之家，联系人@李明。
「单位」这个词由来已久，他说「时间就是生命」。
诸葛亮写了<<出师表>>，又见《《论语》别裁》。
集合{1,2}、{a}和{b}的并集。
程序写作 if (a) { name } else { b }。
〖注〗数据来自统计部门。
参见文献[[1]]、[[2]]。
C#语言和F#语言都要学。
实现从「数量」到「质量」的转变。
在〖城东经验〗的启发下，我们改了流程。
价格$5和$6，邮箱a@b.cn和c@d.cn。
第一名#一车间#，第二名#二车间#。
"""


@pytest.mark.parametrize("row", [row for row in FIELDS.split("\n") if row])
def test_a_field_is_one_blank_with_its_signs(row: str) -> None:
    assert shown(plain(row)) == row


@pytest.mark.parametrize("row", [row for row in OTHERS.split("\n") if row])
def test_the_same_signs_round_other_words_are_none(row: str) -> None:
    assert [row[f.start : f.end] for f in scan(row)] == []
