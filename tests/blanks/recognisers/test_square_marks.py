"""【…】 of templates and of finished texts: a line, a heading, a label, words in a sentence."""

import pytest

from editor.blanks.grammar import scan
from tests.blanks.marked import plain, shown

# A whole line is left to be written, whatever its words.
LINES = """
⟦【为什么要做这件事：上级要求、本地实际、群众期盼】⟧
⟦【学习、作风、能力】⟧
⟦【明年的两三件大事】⟧
⟦【说明这次活动的意义】⟧
⟦【报告标题】⟧
⟦【讲话人姓名】⟧
　　⟦【讲几件身边的小事】⟧
⟦【感谢来宾，回顾友谊】⟧。
⟦【防汛形势和下一步打算】⟧
⟦【此处放一段承上启下的话】⟧
"""
# A heading in such brackets is left to be written where its words say so.
HEADINGS = """
（一）⟦【第一条经验】⟧。⟦【来自哪里、为什么管用】⟧
（二）⟦【方面二】⟧。⟦【做法、数字、成效】⟧
二、⟦【此处写今年的任务】⟧
三、⟦【目标/举措】⟧
（三）⟦【第三项任务】⟧。⟦【谁牵头、何时完成】⟧
第一，⟦【想法一】⟧。⟦【展开】⟧
最后，⟦【祝愿或要求】⟧。谢谢大家！
一是⟦【做什么】⟧。⟦【怎么做、做到什么程度】⟧。
四、⟦【需要强调的几个问题】⟧
1.⟦【填写任务名称】⟧
"""
IN_SENTENCES = """
⟦【单位】⟧工会成立于上世纪。
⟦【上级】⟧领导作出部署后，我们立即行动。
⟦【时间范围】⟧，我们办成了几件实事。
会上，⟦【发言单位】⟧作了发言。
总的要求是：⟦【一句话】⟧。重点做好以下工作。
工作中还有不足：⟦【不足一】⟧；⟦【不足二】⟧。
今年是⟦【定性：攻坚/巩固/提升】⟧之年。
安全事故⟦【如有，写明；如无，写“未发生”】⟧。
参加会议的有⟦【数量】⟧人，其中代表⟦【人数】⟧名。
真诚希望大家⟦【希望】⟧。
"""
FINISHED = """
一、【工作回顾】
（二）【强化组织领导】。要成立专班，挂图作战。
三、【聚焦主业，建强队伍】
【案例】城东区把调解室建在楼道口，邻里纠纷少了一半。
【案例一】青年工人小王的故事。
【时间】3月5日上午9点
【主题】建功新时代，奋进新征程
【打印本页】【关闭】【字体：大 中 小】
【摘要】本文谈三点体会。
【掌声】
【全体起立，奏国歌】
【任务一】修路架桥，年底通车。
第一部分【奋斗的五年】
【城东经验】网格员每天巡查两遍，隐患当日清零。
【女】春风拂面，【男】喜气盈门。
谢谢大家！【热烈鼓掌】
【编者按】这是一位老劳模的来信。
一是【强化学习】，二是【强化落实】。
【新华社北京3月5日电】大会今天开幕。
【附件】
"""


@pytest.mark.parametrize(
    "row", [row for row in (LINES + HEADINGS + IN_SENTENCES).split("\n") if row]
)
def test_what_is_left_to_be_written_is_found(row: str) -> None:
    assert shown(plain(row)) == row


@pytest.mark.parametrize("row", [row for row in FINISHED.split("\n") if row])
def test_labels_and_headings_of_finished_texts_are_none(row: str) -> None:
    assert [row[f.start : f.end] for f in scan(row)] == []
