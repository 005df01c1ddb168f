"""One name fills several places only where what stands around says that it is one person.

Labelled before anything was run: ten lines that say it, ten that do not.
"""

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.blanks.slots import slots_of
from tests.notation import doc

ONE = {
    "感谢XXX书记的关心。 | 按照XXX书记的要求抓好落实。": "XXX书记",
    "县长×××主持会议。 | 会上，县长×××对防汛作了部署。": "县长×××",
    "请县委书记XXX同志讲话。 | 刚才，县委书记XXX同志讲了三点意见。": "县委书记XXX",
    "在云川市委××书记的带领下，我们走过五年。 | 云川市委××书记三次到村。": "云川市委××书记",
    "尊敬的XX县长、各位来宾： | 下面，有请XX县长致辞。": "XX县长",
    "下面请市总工会主席XXX作报告。 | 市总工会主席XXX指出，要抓实。": "市总工会主席XXX",
    "感谢XXX董事长！ | XXX董事长多次到车间看望大家。": "XXX董事长",
    "刘XX局长到会指导。 | 刘XX局长还带来了两个项目。": "刘XX局长",
    "尊敬的X总： | 感谢X总的支持。": "X总",
    "在全县大会上的讲话 | XXX | （今年五月） | 正文从这里开始。": "XXX",
}
OTHERS = (
    "副书记×××同志宣读了决定。 | 由____同志任组长。",
    "××、××、××三位同志作了发言。",
    "请XXX同志上台领奖。 | 向XXX同志学习。",
    "副县长XXX到会。 | 副县长XXX作了说明。",
    "王XX、李XX、王XX等同志受到表彰。",
    "XXX书记、XXX书记先后发言。",
    "云川县委XX书记到会。 | 临江镇党委XX书记作了表态。",
    "姓名：XXX | 单位：机修车间 | 姓名：XXX",
    "责任人：XXX | 完成时限：月底 | 责任人：XXX",
    "XXX老师讲课最受欢迎。 | XXX老师带的徒弟最多。",
    "镇长XXX、镇长XXX在会上作检查。",
    "县委书记XXX出席。 | 村党支部书记XXX介绍经验。",
)


@pytest.mark.parametrize("line", ONE)
def test_the_same_title_is_one_person(line: str) -> None:
    shared = [s for s in slots_of(doc(line), find_blanks(doc(line))) if not s.alone]
    assert [(s.label, s.one_person or len(s.blanks) == 1) for s in shared] == [
        (f"{ONE[line]}（姓名）", True)
    ]


@pytest.mark.parametrize("line", list(ONE)[:9])
def test_one_person_is_filled_once(line: str) -> None:
    shared = [s for s in slots_of(doc(line), find_blanks(doc(line))) if not s.alone]
    assert [len(s.blanks) for s in shared] == [2]


@pytest.mark.parametrize("line", OTHERS)
def test_unlike_people_are_filled_one_by_one(line: str) -> None:
    rows = slots_of(doc(line), find_blanks(doc(line)))
    assert rows and all(slot.alone or len(slot.blanks) == 1 for slot in rows)
