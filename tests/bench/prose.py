"""Official prose of our own for the benches: seeded, no paragraph twice, with blanks and faults.

A text that repeats is answered out of every cache that remembers a paragraph; here each
sentence is put together from lists of words, with its own numbers, so that a bench pays for
what a writer's text would cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

PLACES = (
    "青石县", "云川市", "临江区", "松坪镇", "白河街道", "南岭开发区", "梅岗新区", "柳湾港区",
    "北原农场", "东屏矿区",
)  # fmt: skip
BODIES = (
    "总工会", "机关党委", "教育局", "交通运输局", "供销合作社", "水务集团", "纺织公司", "职业学院",
    "人民医院", "城建公司", "机务段", "图书馆", "园区管委会", "行业协会",
)  # fmt: skip
PEOPLE = (
    "一线职工", "班组长", "青年教师", "新就业群体", "技术骨干", "困难家庭", "基层干部", "劳动模范",
    "退役军人", "农民工", "女职工", "业务能手", "志愿者", "离退休同志",
)  # fmt: skip
TASKS = (
    "安全生产", "技能培训", "集体协商", "民主管理", "走访慰问", "困难帮扶", "阵地建设", "岗位练兵",
    "防汛备汛", "招商引资", "项目建设", "环境整治", "服务窗口", "数字档案", "信访化解", "质量提升",
    "秋冬农田水利", "集中充电", "食堂改造", "夜校课程", "普法宣传", "换届选举",
)  # fmt: skip
VERBS = (
    "抓紧抓实", "稳步推进", "统筹谋划", "带头落实", "细化分解", "持续改进", "认真总结", "全面铺开",
    "从严把关", "主动对接", "及早安排", "逐项核查",
)  # fmt: skip
FRUITS = (
    "群众的满意度明显上升", "基础更加牢固", "办事环节大为减少", "队伍的面貌焕然一新",
    "一批老问题得到解决", "经验在全系统推广", "短板一块一块补上", "工作有了新的起色",
    "账目清楚、责任到人", "制度从墙上落到了地上", "大家的干劲更足了", "风险隐患逐步减少",
)  # fmt: skip
REASONS = (
    "任务越重，越要沉得住气", "时间不等人", "标准不能降低", "底数必须摸清", "规矩就是规矩",
    "办法总比困难多", "细节决定成败", "家底来之不易", "人心齐、泰山移", "磨刀不误砍柴工",
)  # fmt: skip
TIMES = (
    "今年以来", "上半年", "过去的一年里", "入冬以后", "换届以来", "前一阶段", "这几个月", "近三年",
)  # fmt: skip
OPENERS = (
    "结合实际，在", "上旬到", "这次到", "刚才听了", "上周调研时在", "对照", "比如说",
    "还要看到，在", "说到底，像", "接下来，从",
)  # fmt: skip
FRAMES = (
    "{when}，{place}{body}围绕{task}{verb}，先后组织{people}{n}人次参加，{fruit}。",
    "{opener}要把{task}和{other}结合起来，{verb}，决不能一边干一边丢。",
    "从掌握的情况看，{n}个点位中还有{few}个没有达到要求，主要卡在{task}上。",
    "{opener}{reason}，{people}最有发言权，{task}做得好不好，要由他们来评判。",
    "{place}的做法值得借鉴：先摸底、再立账、后销号，{few}个月办结{n}件。",
    "{opener}{body}要对{task}{verb}，{month}月底前拿出清单，年底前见到成效。",
    "{opener}各单位主要负责同志要亲自过问{task}，每季度至少到现场{few}次，当面听{people}说心里话。",
    "我们拿出{n}万元用于{task}，又争取社会资金{few}笔，{fruit}。",
    "{opener}对{task}中的好经验，要写成人人看得懂的几条；对{other}里的老毛病，要一条一条改过来。",
    "{opener}有的同志说{task}难，难在哪里？{few}个{people}中有{digit}个没听进{place}{body}讲的{reason}。",
    "{opener}请{body}牵头，{place}配合，把{task}的责任{verb}，{month}月上旬报送进度。",
    "{people}提出的{n}条意见，已经答复{few}条，其余的都要有回音、有期限、有结果。",
    "{opener}实践证明，只要{verb}，{task}就不会落空，{fruit}。",
    "{opener}同{when}的情况相比，{task}增长{few}.{digit}%，{other}下降{digit}.{few}%，总的形势是好的。",
)  # fmt: skip
BLANKED = (
    "在此，我代表X工会、{place}{body}，向各位{people}表示感谢，向为{task}付出辛劳的同志致以问候。",
    "20XX年，{place}共完成{task}项目××个，投入____万元，{fruit}。",
    "请【单位名称】的{people}代表就{task}、{other}发言，时间控制在X分钟以内。",
)  # fmt: skip
FAULTS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("，", ",", 1),
    lambda text: text.replace("。", ". ", 1),
    lambda text: text[:-1] + "的的。",
    lambda text: text.replace("，", "，“", 1),
    lambda text: text[:-1] + "，截止5月底。",
    lambda text: text[:-1] + "。。",
)
NUMERALS = "一二三四五六七八九十"


class Share(NamedTuple):
    """Of a hundred sentences, how many have a blank and how many a fault."""

    blanks: float = 2.0
    faults: float = 3.0


PLAIN, FAULTY = Share(), Share(faults=100.0)


class Prose:
    """Sentences, headings and paragraphs, one after the other from one seed."""

    def __init__(self, seed: int = 1, share: Share = PLAIN) -> None:
        self._chance, self._share = Random(seed), share

    def sentence(self) -> str:
        """One sentence of 25 to 60 characters."""
        chance = self._chance
        opener = f"{chance.choice(OPENERS)}{chance.choice(PLACES)}{chance.choice(BODIES)}，"
        frames = BLANKED if chance.random() * 100 < self._share.blanks else FRAMES
        task, other = chance.sample(TASKS, 2)
        text = chance.choice(frames).format(
            place=chance.choice(PLACES), body=chance.choice(BODIES), people=chance.choice(PEOPLE),
            task=task, other=other, verb=chance.choice(VERBS), fruit=chance.choice(FRUITS),
            reason=chance.choice(REASONS), when=chance.choice(TIMES),
            opener=opener if chance.random() < 0.9 else "",
            n=chance.randint(11, 9999), few=chance.randint(2, 9), month=chance.randint(1, 12),
            digit=chance.randint(1, 9),
        )  # fmt: skip
        if chance.random() * 100 < self._share.faults:
            text = chance.choice(FAULTS)(text)
        return text

    def paragraph(self, characters: int) -> str:
        """Sentences for about so many characters, more rather than fewer."""
        made: list[str] = []
        size = 0
        while size < characters:
            made.append(self.sentence())
            size += len(made[-1])
        return "".join(made)

    def heading(self) -> str:
        """The words of a heading."""
        chance = self._chance
        task, other = chance.sample(TASKS, 2)
        return f"{chance.choice(VERBS)}，把{task}和{other}办好"

    def points(self) -> str:
        """A paragraph with points inside: 一是…二是…三是…"""
        parts = (f"{NUMERALS[n]}是{self.sentence()}" for n in range(self._chance.randint(2, 4)))
        return "".join(parts)

    def lines(self, paragraph: int) -> Iterator[str]:
        """A speech without end: title, salutation, then sections of two levels."""
        chance = self._chance
        yield f"在{chance.choice(PLACES)}{chance.choice(BODIES)}工作会议上的讲话"
        yield "（2026年3月5日）"
        yield "同志们："
        yield self.paragraph(paragraph)
        number = 0
        while True:
            yield f"{numeral(number % 99 + 1)}、{self.heading()}"
            yield self.paragraph(paragraph)
            for part in range(chance.randint(2, 4)):
                yield f"（{NUMERALS[part]}）{self.heading()}"
                yield self.paragraph(paragraph)
                yield self.points() if chance.random() < 0.3 else self.paragraph(paragraph // 2)
            number += 1


def numeral(number: int) -> str:
    """A number below a hundred as one writes it before a heading."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else NUMERALS[tens - 1] + "十"
    return head + (NUMERALS[ones - 1] if ones else "")


def speech(characters: int, seed: int = 1, share: Share = PLAIN, paragraph: int = 160) -> str:
    """A speech of about so many characters in paragraphs of about ``paragraph``."""
    made: list[str] = []
    size = 0
    for line in Prose(seed, share).lines(paragraph):
        made.append(line)
        size += len(line) + 1
        if size >= characters:
            break
    return "\n".join(made)
