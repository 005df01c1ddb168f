"""The outline: its forms one by one, its laws, and the reader that remembers."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import OutlineReader, outline_of
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.paragraph import Paragraph, Position
from tests.notation import doc

WORDS = """
一、认清形势 二、 三、四中全会 （一）抓学习。 （二）抓落实 1. 2、 ①
第一， 第二、 一是抓学习。 二是抓落实； 一要 首先， 其次， 最后
一方面， 另一方面， 。 ； ： ， 同志们： 各位代表、同志们：
在全区会议上的讲话 篇1 目录 -3- （2024年1月1日） 今年以来，各级各部门认真履职，主动作为，取得成效
谢谢大家！ 20xx年
____ “ ” 《 》
"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\u3000", "\n", "\n\n"])
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def headings(m: Manuscript) -> list[str]:
    """Level and title of what goes out as the outline."""
    kinds = (SectionKind.TITLE, SectionKind.SECTION, SectionKind.POINT)
    return [f"{s.level} {s.title}" for s in outline_of(m).walk() if s.kind in kinds]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("一、认清形势 | 正文。", "1 认清形势"),
        ("一、认清形势。 | 正文。", "1 认清形势"),
        ("（一）抓好思想教育。各级工会要重视。", "2 抓好思想教育"),
        ("(一)抓好思想教育。各级工会要重视。", "2 抓好思想教育"),
        ("一、上半年主要工作 今年是关键之年，任务更重，要求更高。", "1 上半年主要工作"),
        ("一、铸魂领航 把稳思想“定盘星” | 正文。", "1 铸魂领航 把稳思想“定盘星”"),
        ("一、为什么要学？因为学习是立身之本。", "1 为什么要学"),
        ("（一）突出一个“实”字：各级要务实。要落实。", "2 突出一个“实”字"),
    ],
)
def test_where_a_heading_ends(line: str, found: str) -> None:
    assert headings(doc(line)) == [found]


@pytest.mark.parametrize(
    "line",
    [
        "党的十九届 | 三、四中全会精神要学好。",
        "一、二线职工轮换。",
        "1.5亿元已经到位。 | 10.1假期值班。",
        "第一方阵、第一时间、第一要务。",
        "要做到，一是要学，二是要干。",
        "一是起步早，二是力度大，三是效果好。",
        "首先，我代表区委表示祝贺！最后，祝大家幸福。",
        "一方面要抓学习；另一方面要抓落实。",
        "“一是一，二是二”，讲的是实事求是。",
        "3、4月份是关键期。",
    ],
)
def test_words_that_look_like_numbers_are_no_headings(line: str) -> None:
    assert headings(doc("开会 | 同志们： | " + line)) == ["0 开会"]


def test_points_in_a_paragraph_are_nodes_with_their_own_stretch() -> None:
    m = doc("一、问题 | 有三点。一是不够高；二是不够实；三是不够硬。")
    points = [s for s in outline_of(m).walk() if s.kind is SectionKind.POINT]
    assert [(s.number, s.title, s.start.offset, s.body.offset) for s in points] == [
        ("一是", "不够高", 4, 10),
        ("二是", "不够实", 10, 16),
        ("三是", "不够硬", 16, 22),
    ]
    assert points[0].end == points[1].start


def test_an_ordinal_goes_on_with_a_sequence_of_words() -> None:
    outline = outline_of(doc("讲话 | 首先，要学。认真学。其次，要做。马上做。第三，要查。回头查。"))
    points = [(s.number, s.title, s.level) for s in outline.walk() if s.kind is SectionKind.POINT]
    assert points == [("首先", "要学", 3), ("其次", "要做", 3), ("第三", "要查", 3)]


def test_points_under_a_point_stand_one_level_deeper() -> None:
    m = doc("二、组织 | 第一，建支部。一是选人。要选好。二是培训。要办班。第二，管党员。")
    assert headings(m) == ["1 组织", "3 建支部", "4 选人", "4 培训", "3 管党员"]


def test_the_levels_of_the_standard() -> None:
    m = doc("一、甲 | （一）乙 | 1.丙 | （1）丁 | ①戊 | 二、己")
    assert headings(m) == ["1 甲", "2 乙", "3 丙", "4 丁", "5 戊", "1 己"]


def test_a_point_may_stand_alone_only_with_a_body() -> None:
    body = "各级各部门要认真学习，深刻领会，抓好落实，务求实效。"
    assert headings(doc("一、甲 | 要重视。一要抓学习。" + body)) == ["1 甲", "3 抓学习"]
    assert headings(doc("一、甲 | 要重视。一要抓学习。")) == ["1 甲"]


def test_automatic_numbers_and_styles_of_a_docx_count() -> None:
    m = Manuscript(
        0,
        (
            Paragraph("全区工作会议上的话", style="title"),
            Paragraph("认清形势", label="一、"),
            Paragraph("抓学习。要学好。", label="（一）"),
            Paragraph("工作回顾", style="heading1"),
        ),
    )
    assert headings(m) == ["0 全区工作会议上的话", "1 认清形势", "2 抓学习", "1 工作回顾"]


def test_page_numbers_inside_sentences_are_no_headings() -> None:
    body = "全会分析了当前形势和任务，审议通过了规划建议，确定了指导思想和总体思路以及目标，统一到"
    m = doc(f"一、形势 | {body} | 2、决策部署上来。{body} | 3、的分析判断上来。{body} | 二、任务")
    assert headings(m) == ["1 形势", "1 任务"]


def test_a_page_mark_inside_a_heading_stays_in_its_words() -> None:
    m = doc("一、形势 | 要求如下。第一、发挥主-5-力军作用。要发挥。第二、补短板。要补。")
    assert headings(m) == ["1 形势", "3 发挥主-5-力军作用", "3 补短板"]


@settings(max_examples=200)
@given(TEXTS)
def test_nodes_nest_stand_in_order_and_hold_their_words(text: str) -> None:
    m = manuscript_of(text)
    outline = outline_of(m)
    _check(m, outline.sections, Position(0, 0), m.end)
    starts = [s.start for s in outline.walk()]
    assert starts == sorted(starts)


def _check(m: Manuscript, sections: tuple[Section, ...], start: Position, end: Position) -> None:
    for section in sections:
        line = m.paragraphs[section.start.paragraph].text
        assert section.title in line[section.start.offset :]
        assert start <= section.start <= section.body <= section.end <= end
        _check(m, section.children, section.start, section.end)
        assert all(child.level >= section.level for child in section.children)
    assert all(a.end <= b.start for a, b in pairwise(sections))


@settings(max_examples=150)
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_the_reader_finds_what_a_fresh_reading_finds(texts: list[str]) -> None:
    reader = OutlineReader()
    for text in texts:
        assert reader.read(manuscript_of(text)) == outline_of(manuscript_of(text))


def test_typing_in_the_body_leaves_the_outline_as_it_is() -> None:
    reader = OutlineReader()
    before = reader.read(doc("一、甲 | 今天我们开会。 | 二、乙 | 正文。"))
    assert reader.read(doc("一、甲 | 今天我们开个会。 | 二、乙 | 正文。")) is before


def test_a_place_lies_in_its_section_also_at_the_end_of_the_text() -> None:
    m = doc("一、甲 | 正文。 | 二、乙 | 正文。")
    assert [s.title for s in outline_of(m).path(m.end)] == ["乙"]
    assert [s.title for s in outline_of(m).path(Position(1, 3))] == ["甲"]


@pytest.mark.parametrize("order", ["一三二", "二一三", "三一二", "一四二三"])
def test_a_moved_part_stays_a_part_behind_a_paragraph_still_being_written(order: str) -> None:
    body = "要围绕全县重点产业链设置竞赛工种，产业需要什么就比什么，让竞赛覆盖更多的企业和职工"
    for unfinished in order:
        parts = [f"{x}、抓好第{x}件事 | {body}{'' if x == unfinished else '。'}" for x in order]
        outline = outline_of(doc(" | ".join(["在大会上的讲话", "同志们：", *parts])))
        assert [s.number for s in outline.walk() if s.number] == list(order)


def test_the_rows_of_a_table_in_words_are_no_headings() -> None:
    body = "今年以来，各级各部门认真履职，主动作为，取得成效，群众看在眼里，记在心上。"
    said = f"在大会上的讲话 | 同志们： | 一是赛出水平。{body} | 二是赛出风格。要尊重裁判。"
    rows = "工种\t人数 | 焊工\t32 | 电工\t____"
    assert headings(doc(f"{said} | {rows} | 最后，预祝大赛圆满成功！")) == headings(doc(said))
