"""The age of a text, and formulations older than the chosen year."""

import pytest

from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.checks.perspective import Perspective
from editor.checks.traces.age import age_from, age_signs
from editor.checks.traces.dated_formulations import DatedFormulations
from editor.checks.traces.gazetteer import Gazetteer
from editor.checks.traces.place_names import PlaceFinder
from editor.checks.traces.trace_reader import TraceReader
from editor.manuscript.outline.reader import outline_of
from tests.checks.rule_lab import rules
from tests.notation import doc


def stale(line: str, year: int = 2026) -> list[tuple[str, str]]:
    checker = Checker(bundled_rules())
    checker.perspective = Perspective(year=year)
    m = doc(line)
    found = checker.check(m, outline_of(m))
    return [
        (f.rule.removeprefix("era/"), f.excerpt)
        for f in found
        if f.rule.startswith("era/") and f.rule != "era/written"
    ]


OLD = [
    ("要深化“三严三实”专题教育。", "campaigns", "三严三实"),
    ("扎实开展党史学习教育，推动工作上台阶。", "campaigns", "党史学习教育"),
    ("要与党的群众路线教育实践活动紧密结合起来。", "campaigns", "群众路线教育实践活动"),
    ("深入学习贯彻党的十八届六中全会精神。", "plenaries", "十八届六中全会"),
    ("贯彻党的二十届三中全会精神，进一步全面深化改革。", "plenaries", "二十届三中全会"),
    ("把学习贯彻党的十九大精神作为首要任务。", "congresses", "十九大"),
    ("明年是十二五规划的开局之年。", "plans", "十二五"),
    ("今年是“十四五”规划的收官之年。", "plans", "十四五"),
    ("今年是中华人民共和国成立70周年。", "anniversaries", "中华人民共和国成立70周年"),
    ("环保局、工商局要联合执法。", "organs", "环保局"),
    ("决胜全面建成小康社会，任务艰巨。", "wording", "决胜全面建成小康社会"),
]


@pytest.mark.parametrize(("line", "rule", "words"), OLD)
def test_what_is_older_than_the_year_is_found(line: str, rule: str, words: str):
    assert (rule, words) in stale(line)


HISTORY = [
    "2021年，全县扎实开展党史学习教育，办成实事120件。",
    "回顾历史，党的十一届三中全会开启了改革开放新时期，党的十八届三中全会划时代。",
    "自党的群众路线教育实践活动开展以来，作风明显好转。",
    "我们曾在“三严三实”专题教育中受到深刻洗礼。",
    "党的十八大以来，党的十九大报告明确提出，要实施乡村振兴战略。",
    "五年来，我们深入开展主题教育、党纪学习教育，干部作风持续好转。",
    "巩固拓展党纪学习教育成果，推动常态化长效化。",
    "“十三五”以来，“十四五”时期，全市工会工作跨越发展。",
    "打赢脱贫攻坚战以后，我们接续推进乡村全面振兴。",
    "在建党100周年时，我们举办了歌咏比赛。原环保局干部王某。",
    "学习《中共中央关于党的十九届五中全会精神的通知》。",
    "深入学习贯彻党的二十大和二十届二中、三中、四中全会精神。",
]


@pytest.mark.parametrize("line", HISTORY)
def test_history_told_as_history_is_left_alone(line: str):
    assert stale(line) == []


def test_the_year_decides():
    line = "深入学习贯彻党的十九大精神，今年是“十三五”规划的收官之年。"
    assert stale(line, 2019) == []
    assert {rule for rule, _ in stale(line, 2024)} == {"congresses", "plans"}


def test_a_finding_tells_what_replaced_it_with_source_and_date():
    checker = Checker(bundled_rules())
    m = doc("深入学习贯彻党的十八届六中全会精神。")
    (found,) = [f for f in checker.check(m, outline_of(m)) if f.rule == "era/plenaries"]
    for words in ("2016-10-24", "二十届历次全会", "公报", "2026-11-21与转载件核对"):
        assert words in found.message


def test_a_date_that_nobody_has_checked_says_so():
    checker = Checker(bundled_rules())
    m = doc("深入学习贯彻党的十五届四中全会精神。")
    (found,) = [f for f in checker.check(m, outline_of(m)) if f.rule == "era/plenaries"]
    assert "未与原文核对" in found.message


@pytest.mark.parametrize("congress", ["中国工会十八大", "共青团十九大", "中国妇女十三大"])
def test_a_congress_of_a_group_is_no_congress_of_the_party(congress: str):
    checker = Checker(bundled_rules())
    m = doc(f"深入学习贯彻{congress}精神。")
    assert [f for f in checker.check(m, outline_of(m)) if f.rule.startswith("era/")] == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("明年是十二五规划的开局之年，是中国共产党成立90周年。", "2010年"),
        ("总结2017年工作，部署2018年任务。\n今年是改革开放40周年。", "2018年"),
        ("在全市工会工作会议上的讲话\n（2019年8月19日）", "2019年"),
        ("深化“三严三实”专题教育，深入学习贯彻党的十八届四中全会精神。", "2015年"),
        ("今天天气很好，大家辛苦了。", ""),
        ("（2015年3月2日）\n今年是改革开放40周年。\n今年是建党100周年。", ""),
    ],
)
def test_the_age_is_told_where_the_signs_agree(text: str, years: str):
    lines = text.split("\n")
    traces = TraceReader(DatedFormulations(rules()), PlaceFinder(Gazetteer(()))).read(lines)
    signs = [(at, traces[line].eras) for at, line in enumerate(lines) if line in traces]
    assert age_from(age_signs(lines, signs)).words == years


def test_an_old_text_is_told_once_and_a_present_one_not():
    def told(line: str) -> list[str]:
        m = doc(line)
        found = Checker(bundled_rules()).check(m, outline_of(m))
        return [f.message for f in found if f.rule == "era/written"]

    (message,) = told("明年是十二五规划的开局之年，是中国共产党成立90周年。")
    assert "大约写于2010年" in message and "十二五" in message
    assert told("（2026年3月18日） | 今年是“十五五”规划的开局之年。") == []
