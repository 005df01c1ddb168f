"""The forms of title lines: what each matches, and what only looks like it."""

from __future__ import annotations

import re

import pytest

from editor.language.lists import parts_of
from editor.language.titles import choice

# Part: lines that have the form; lines that have it not.
BEGINS = {
    "goes-on": (
        "的讲话 会议上的讲话 第五次会议闭幕会上的讲话 与2026年计划草案的报告 暨表彰大会主持词",
        "在全县大会上的讲话 关于法治建设情况的报告 同志们： 同学们好",
    ),
    "phrase": (
        "在全县大会上的讲话 关于法治建设情况的报告 就换届工作答记者问",
        "全县工作会议主持词 第五次会议上的讲话",
    ),
    "meeting": (
        "全区营商环境提升年活动 2025年度优秀教师 中共青石县委 云川市重点项目 县第五次妇代会",
        "优化营商环境 总结表彰大会 弘扬工匠精神",
    ),
    "body-begins": (
        "今天，我们召开大会 刚才，听了发言 根据会议安排 受县政府委托， 一、提高认识 大家好",
        "今天正式发布 精神传达以后 提请大会审议",
    ),
}
ENDS = {
    "unfinished": (
        "关于加强耕地保护、 在公司安全生产月启动仪式上的 2025年工作总结和 在“学先进、 关于深入推进",
        "在全县大会上的讲话 云川市人民检察院 县长李某某",
    ),
    "organs": (
        "云川市人民检察院 中共青石县委 青石县教育局 云川市总工会 临江集团",
        "勇毅前行开新局 全面推进 下好先手棋布大局",
    ),
    "gathering": ("老干部迎春座谈会 全区营商环境提升年活动 在开工仪式上", "会议材料之三 赵某某"),
    "of-kind": ("工作 开班仪式 动员大会 专题", "青石县 精神 会上的"),
    "another-thing": (
        "云川市总工会文件 会议材料之三 内部资料 王某某同志",
        "全区营商环境提升年活动 在全县河湖长制",
    ),
    "about-ends": (
        "关于《条例（草案）》的说明 关于换届情况的汇报 关于信访情况的通报",
        "关于换届 关于开展大走访活动",
    ),
}


@pytest.mark.parametrize("part", BEGINS)
def test_a_beginning_is_met_in_its_lines_only(part: str) -> None:
    has, others = (lines.split() for lines in BEGINS[part])
    assert [line for line in has if not re.match(choice(part), line)] == []
    assert [line for line in others if re.match(choice(part), line)] == []


@pytest.mark.parametrize("part", ENDS)
def test_an_end_is_met_in_its_lines_only(part: str) -> None:
    has, others = (lines.split() for lines in ENDS[part])
    assert [line for line in has if not re.search(f"{choice(part)}$", line)] == []
    assert [line for line in others if re.search(f"{choice(part)}$", line)] == []


def test_every_part_has_its_lines() -> None:
    assert set(parts_of("title-lines")) == {*BEGINS, *ENDS}
