"""Headings glued to their bodies: where one ends, alone and among its siblings."""

import pytest

from editor.manuscript.heading.heading_features import HeadingSigns
from tests.manuscript.outline.test_outline import headings
from tests.notation import doc


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "一、总结上半年的工作今年以来，上下同心，干成了几件大事。还要努力。",
            "总结上半年的工作",
        ),
        ("一、明确目标任务：要把责任压到岗位，把任务排到每一天，抓紧干起来。", "明确目标任务"),
        ("（一）查漏洞：仓库、车间、宿舍统统看一遍。", "查漏洞"),
    ],
)
def test_a_heading_ends_where_its_body_begins(line: str, title: str) -> None:
    assert headings(doc(line))[0].split(" ", 1)[1] == title


def test_siblings_of_one_length_show_where_each_ends() -> None:
    m = doc(
        "一、思想认识要再提升道路安全，重于泰山。要记在心里。 | "
        "二、防控措施要再严格进山路口要设卡，祭扫用火要劝导。不能松。 | "
        "三、应急准备要再充分队伍要集结待命，装备要检修到位。要快。"
    )
    assert headings(m) == ["1 思想认识要再提升", "1 防控措施要再严格", "1 应急准备要再充分"]


def test_a_finished_heading_of_several_clauses_is_not_cut() -> None:
    line = "一、聚焦新目标，开启新征程，努力开创老区工作新局面。做好今年的工作，意义重大。"
    assert headings(doc(line)) == ["1 聚焦新目标，开启新征程，努力开创老区工作新局面"]


def test_a_first_point_ends_the_heading_it_is_glued_to() -> None:
    m = doc("一、重点要再聚焦1．清查要全。不漏一户。2．登记要准。不错一项。")
    assert headings(m) == ["1 重点要再聚焦", "3 清查要全", "3 登记要准"]


def test_lessons_and_agenda_items_are_headings() -> None:
    m = doc("第一讲　基本功 | 要练。 | 第二讲　办法 | 要学。")
    assert headings(m) == ["1 基本功", "1 办法"]
    m = doc("第一项议程：请局长通报情况。 | 第二项议程：请镇长发言。")
    assert headings(m) == ["3 请局长通报情况", "3 请镇长发言"]


def test_no_heading_ends_inside_a_word() -> None:
    m = doc(
        "一、看清差距，增强改造的紧迫感菜场一头连着摊主，一头连着住户，拖不得了。 | "
        "二、抓住关键，拿出改造的硬办法工期只有四十天，白天卖菜，晚上施工，两不耽误。"
    )
    assert headings(m) == ["1 看清差距，增强改造的紧迫感", "1 抓住关键，拿出改造的硬办法"]


def test_sentences_with_a_full_stop_are_not_cut_to_be_alike() -> None:
    m = doc(
        "1.在正规的店里买菜，看清日期再付钱。 | 2.生吃瓜果以前，先用清水泡一泡。 | "
        "3.少买路边没有招牌的熟食，夏天尤其如此。"
    )
    assert headings(m)[0].endswith("看清日期再付钱")
    assert headings(m)[1].endswith("先用清水泡一泡")


def test_the_items_of_an_agenda_are_no_headings() -> None:
    line = "今天的议程共3项：1.馆长通报情况；2.两家单位发言；3.局长讲话。下面开始。"
    assert headings(doc(line)) == []


def test_a_first_figure_glued_to_its_heading_has_its_second_on_another_line() -> None:
    m = doc("一、改造的好处1. 少走弯路。老人买菜近了。 | 2. 少淋雨。顶棚修好了。")
    assert headings(m) == ["1 改造的好处", "3 少走弯路", "3 少淋雨"]


def test_an_announced_first_heading_may_stand_alone_where_a_text_is_cut_off() -> None:
    line = "今天把大家请来，是要把时间表定死。我再补充三点：一、认清改造的难处。顶棚漏，地面黑"
    assert headings(doc(line)) == ["1 认清改造的难处"]


def test_a_long_heading_that_only_its_line_ends_is_whole() -> None:
    words = (
        "教训沉痛，手里有章的同志都要从三起案件里照一照自己的影子，想一想家里的老小，"
        "真正把法纪当成护身的铠甲"
    )
    assert headings(doc(f"一、{words} | 先说第一起案子，六家的标书错字都一样。"))[0] == f"1 {words}"


def test_what_stands_behind_a_title_in_its_line_is_not_of_it() -> None:
    m = doc("在校车安全会议上的讲话（20xx年9月3日）副区长 某某 同志们： | 开学了。 | 路上要当心。")
    assert headings(m) == ["0 在校车安全会议上的讲话"]


@pytest.mark.parametrize(
    "title",
    [
        "扩大对外开放",
        "减少污染排放",
        "引导公众参与",
        "找准问题所在",
        "明确学习目的",
        "层层从严把关",
    ],
)
def test_a_word_that_ends_with_a_word_of_going_on_may_end_a_heading(title: str) -> None:
    signs = HeadingSigns(title + "各级各部门要切实负起责任来")
    assert not signs.cannot_end(len(title))


@pytest.mark.parametrize("words", ["提高学习的", "工作落实在", "群众利益与", "任务分解把"])
def test_a_word_that_wants_another_behind_it_ends_no_heading(words: str) -> None:
    assert HeadingSigns(words + "各级各部门要切实负起责任来").cannot_end(len(words))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("一、家底怎么样据统计，上半年签约项目十个。", "家底怎么样"),
        ("一、责任谁来担各级领导干部要走在前面，把担子挑起来。", "责任谁来担"),
        ("一、差距在哪里这里要讲三句话：个头小，落地慢。", "差距在哪里"),
    ],
)
def test_a_heading_that_asks_ends_behind_its_question(line: str, title: str) -> None:
    assert headings(doc(line)) == [f"1 {title}"]
