"""Numbers and names that left no mark; the sentences are invented."""

import pytest

from editor.blanks.blank import BlankKind
from editor.blanks.blank_reader import BlankReader, find_blanks
from editor.blanks.fill import fill
from editor.blanks.grammar import scan
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import manuscript_of
from tests.blanks.marked import kinds, plain, shown
from tests.notation import doc

GAPS = """
今年⟦月⟧⟦日⟧，我们召开了动员会。
自⟦月⟧⟦日⟧开始，截至⟦月⟧⟦日⟧，任务全部完成。
2019年⟦月⟧，园区一期投产。
在工会第⟦届⟧代表大会上，县委第⟦次⟧全会之后。
认真学习党的十九届⟦中⟧全会和党的⟦大⟧精神。
全县有⟦个⟧村通了公路，共有⟦名⟧党员。
全市下辖⟦个⟧县区，共有⟦家⟧规模企业，总计⟦项⟧工程。
全年实现产值⟦亿元⟧，同比增长⟦%⟧，完成投资⟦万元⟧。
人均纯收入⟦元⟧，增速提高⟦个⟧百分点，造林⟦万亩⟧。
占地面积⟦亩⟧，公路里程达到⟦公里⟧。
今天应到代表⟦名⟧，实到⟦名⟧，因事请假⟦人⟧，可以开会。
代表名额⟦名⟧，正式候选人⟦名⟧。
从⟦名⟧代表候选人中选举产生⟦名⟧委员，共收到选票⟦张⟧。
会议由⟦同志⟧主持，请⟦同志⟧宣读决定，共⟦人⟧参加。
由⟦同志⟧担任监票人，⟦同志⟧担任计票人。
总监票人⟦是，⟧监票人⟦是。⟧
莅临会议的领导⟦有让⟧我们表示欢迎。
参加会议的还⟦有，⟧对他们的到来表示感谢。
现在⟦请.⟧，为新楼剪彩。谢谢⟦.⟧部长，感谢。
杜绝了一次死亡⟦人⟧以上的事故。
干部要深入基层，更多地接触⟦众⟧，听取意见。
⟦是⟧我市跨越发展的开局之年，任务很重。
我村共有党员⟦名⟧，其中预备党员⟦名⟧，⟦人⟧未到，其中有病假，共推选⟦名⟧支部委员。
首先听取上届支委（共⟦人⟧）述职，请⟦同志⟧述职。
大会进行第八项：请⟦宣布⟧运动会开幕。
⟦年⟧我参加工作，一直在一线。
"""
LOOK_ALIKES = """
本月日均产量创新高，每月日常检查两次，日月同辉。
有个别单位重视不够，有个村叫青石村，有名职工说得好。
几个村、每个人、各个环节、个体工商户、个人会员。
投资亿元以上项目12个，万元级设备，年收入过亿元，产值超亿元。
亿元企业和亿元村，人均收入万元，单位：万元。
申请日期：年月日
责任落实到人，任务分解到户，把服务送到家。
我们向所有台前幕后的同志致敬，全县有名的企业家。
共有名单、共有人员、共有产权、共有项目、共有条件。
请同志们起立，请各位同志认真学习，同志代表们好。
最重要的是，我们的目标是，值得一提的是。
在省市的领导下，党的大政方针，党的大家庭。
推进换届届次化，第一届、第二次、次第开放。
增长率、百分点、高个子、快个五分钟。
在公元前、单元楼、美元、日元区。
群众、观众、听众、大众、寡不敌众，与众不同。
领导有方，有请各位嘉宾上台。
参加会议的有市委领导，出席今天大会的领导有张明同志。
担任评委的是各校校长。请，大家鼓掌。
达到个人最好成绩，合计项目资金，设有家长学校。
年底，我们要冲刺；年初，我们作了部署。
年复一年，我们坚持下来。
今天到会的人，都是骨干，缺席的人，会后补课。
以理服众，不兴师动众，不哗众，率众而行，我代表、你代表都一样。
年产值达亿元，户均收入万元，场均得分，达到场均水平。
法定代表人，企业负责人，人未到，声先到，（共同参加）。
今年是我市的开局之年。这是我县的攻坚之年。
会议进行第八项，请主席宣布开幕，请宣布完结果的同志就座。
"""
GAP_ROWS = [row for row in GAPS.split("\n") if row]
QUIET_ROWS = [row for row in LOOK_ALIKES.split("\n") if row]


@pytest.mark.parametrize("row", GAP_ROWS)
def test_the_word_at_the_gap_is_found(row: str) -> None:
    assert shown(plain(row)) == row
    assert set(kinds(plain(row))) == {"dropped"}


@pytest.mark.parametrize("row", QUIET_ROWS)
def test_no_gap_where_none_is(row: str) -> None:
    assert [row[f.start : f.end] for f in scan(row)] == []


def test_a_gap_is_filled_before_its_word() -> None:
    text = manuscript_of("共有名党员。监票人是。谢谢.部长。")
    blanks = find_blanks(text)
    for blank, value in zip(reversed(blanks), ("丙", "甲", "12"), strict=True):
        text = apply_all(text, fill([blank], value))
    assert text.text == "共有12名党员。监票人是甲。谢谢丙部长。"


def test_a_line_may_go_on_with_a_verb() -> None:
    assert find_blanks(doc("二〇二五年 | 是我市跨越发展的开局之年，任务很重。")) == ()
    assert len(find_blanks(doc("一、看清形势 | 是我市跨越发展的开局之年，任务很重。"))) == 1


def test_a_doubtful_gap_counts_where_others_are_proven() -> None:
    doubtful = "我县有个村连年亏损。"
    assert find_blanks(doc(doubtful)) == ()
    proven = "会议由同志主持，共人参加。"
    found = find_blanks(doc(f"{proven} | {doubtful}"))
    assert [(b.span.paragraph, b.text) for b in found][-1] == (1, "个")
    assert BlankReader().read(doc(f"{proven} | {doubtful}")) == found


def test_a_lone_cross_is_a_blank_among_others() -> None:
    product = "把人数×单价算清楚，要建设美丽×强市。"
    assert find_blanks(doc(product)) == ()
    found = find_blanks(doc(f"×县、×镇的同志们： | {product}"))
    assert [b.text for b in found] == ["×", "×", "×"]
    assert {b.kind for b in found} == {BlankKind.X}
