"""Headings glued to their bodies: where one ends, alone and among its siblings."""

import pytest

from tests.manuscript.test_outline import headings
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
