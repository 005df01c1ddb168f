"""Empty cells: what waits beside or below its label, what is asked about, what is left alone."""

from dataclasses import replace

import pytest

from editor.blanks.blank_reader import BlankReader, find_blanks
from editor.blanks.fill import fill, fill_values
from editor.blanks.slots import slots_of
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
from tests.blanks.cells.drawn import drawn, places

WAITS = [
    ("姓名│ │性别│男 / 单位│云川市总工会│职务│", ["1行2列 姓名", "2行4列 职务"]),
    ("姓  名│张三 / 工 作 单 位│ ", ["2行2列 工作单位"]),
    ("会议时间│ / 会议地点│云川宾馆 / 主持人│", ["1行2列 会议时间", "3行2列 主持人"]),
    ("时间│地点│主持人 / │云川宾馆│", ["2行1列 时间", "2行3列 主持人"]),
    ("主题│ / 目标│ / 预期收获│", ["1行2列 主题", "2行2列 目标", "3行2列 预期收获"]),
    ("基本情况│姓名│ / 〃│单位│", ["1行3列 姓名", "2行3列 单位"]),
    ("主要事迹 / ", ["2行1列 主要事迹"]),
    ("单位：;联系电话：", ["1行1列 单位", "1行1列 联系电话"]),
    ("姓名│性别 / │ / 单位│电话 / │", ["2行1列 姓名", "2行2列 性别", "4行1列 单位", "4行2列 电话"]),
    ("个;人;简;历│", ["1行2列 个人简历"]),
    ("主要事迹;（可另附页）│", ["1行2列 主要事迹"]),
    ("聯絡電話│ / 單位│", ["1行2列 聯絡電話", "2行2列 單位"]),
    ("年龄│　　岁│是否住宿│", ["1行2列 年龄", "1行4列 是否住宿"]),
    ("单位：\u2028电话：", ["1行1列 单位", "1行1列 电话"]),
    ("报送单位：      电话：      ", ["1行1列 报送单位", "1行1列 电话"]),
    ("负责人│：│ / 电话│：│62880001", ["1行3列 负责人"]),
    ("填表日期│　　年", ["1行2列 年"]),
    ("联系人：│联系电话： / 张三│", ["2行2列 联系电话"]),
]  # fmt: skip
ASKED = [
    ("序号│姓名│签名 / 1││ / 2││ / 3││", ["1行2列 姓名"]),
    ("姓名│单位│联系电话 / 张三│总工会│ / 李四│教育局│", ["2行3列 联系电话", "3行3列 联系电话"]),
    ("姓名│电话 / 甲│ / 乙│ / 丙│ / 丁│", ["1行2列 电话"]),
    ("姓名│张三 / 本人签字│", ["2行2列 本人签字"]),
    ("单位意见│（盖章）;    年  月  日", ["1行2列 年"]),
    ("呈报单位│（盖章）\u2028年   月   日 / 审批意见│", ["1行2列 年", "2行2列 审批意见"]),
    ("姓名│电话 / 甲│1380000 / 乙│ / 丙│1390000 / 丁│1370000 / 戊│1360000", ["3行2列 电话"]),
    ("王建国│ / 李秀英│ / 张卫东│", ["1行2列 王建国"]),
    ("姓名│单位│联系方式│> / │││ / │││ / │││", ["1行1列 姓名"]),
]
NOTHING = [
    "│一季度│二季度 / 云川市│12│ / 青山县││8 / 合计││",
    "项目│2023年│2024年│增长 / 会员│120│130│8.3% / 企业│45││ / 合计│165│130│",
    "姓名│笔试│面试│总分 / 张三│90│85│87.5 / 李四│88││ / 王五│70│75│72.5",
    "姓名│张三│备注│ / 单位│总工会│电话│123",
    "时间│内容│备注 / 9:00│开幕│ / 9:30│致辞│ / 10:00│讲话│",
    "云川市总工会文件 /  / 在动员会上的讲话",
    "照片│ / 备注│ / 说明│",
    "时间│地点│ / 9:00│云川宾馆│ / 10:00│会议室│",
    "星期一│星期二│星期三 / 值班│ │值班 / │值班│",
    "姓名│张三│〃 / 单位│总工会│",
    "会议时间：│2024年3月5日 / 会议地点：│云川宾馆",
    "候选人│赞成│反对 / 王建国││ / 李秀英││",
    "时间│周一│周二 / 上午││开会 / 下午│值班│",
    "年龄│35岁│人数│12人",
    "主要内容： / 一、总结工作；二、部署任务。",
    "单位│人数│金额 / 甲局│3│ / 乙局││200 / 丙局│5│300 / 丁局│2│100",
]


@pytest.mark.parametrize(("table", "where"), WAITS)
def test_room_beside_or_below_a_label_is_a_blank(table: str, where: list[str]) -> None:
    assert places(drawn(table)) == where


@pytest.mark.parametrize(("table", "where"), ASKED)
def test_what_may_be_filled_in_by_hand_is_asked_about(table: str, where: list[str]) -> None:
    assert (places(drawn(table)), places(drawn(table), asked=True)) == ([], where)


@pytest.mark.parametrize("table", NOTHING)
def test_sparse_figures_layouts_and_remarks_are_left_alone(table: str) -> None:
    assert find_blanks(drawn(table)) == ()


def test_a_cell_that_holds_a_table_or_picture_is_not_empty() -> None:
    m = drawn("姓名│ / 照片时间│")
    inner = Paragraph("甲", 9, frame="表1·1行2列·表2·1行1列")
    seen = [*m.paragraphs, inner, replace(m.paragraphs[3], holds="图片")]
    del seen[3]
    assert find_blanks(Manuscript(0, tuple(seen))) == ()


def test_numbers_that_the_file_shows_count_rows_and_are_no_entries() -> None:
    m = drawn("序号│姓名│单位 / ││ / ││ / ││")
    shown = [
        replace(p, label="1.") if p.frame.endswith("1列") and not p.text else p
        for p in m.paragraphs
    ]
    assert places(Manuscript(0, tuple(shown)), asked=True) == ["1行2列 姓名"]


def test_filling_writes_into_the_cell_each_with_its_own_value() -> None:
    m = drawn("姓名│ / 联系人│ / 电话：")
    assert [s.key for s in slots_of(m, find_blanks(m))] == [
        "cell:姓名",
        "cell:联系人",
        "cell:电话",
    ]
    done = apply_all(m, fill_values(m, {"姓名": "王建国", "电话": "6288"}).edits)
    assert [p.text for p in done.paragraphs] == [
        "姓名",
        "王建国",
        "联系人",
        "",
        "电话：6288",
    ]
    assert find_blanks(apply_all(m, fill(find_blanks(m), "甲"))) == ()


def test_a_reader_sees_what_is_typed_into_a_cell() -> None:
    reader = BlankReader()
    before = drawn("姓名│ / 单位│")
    rows = list(before.paragraphs)
    rows[1] = rows[1].with_text("王建国")
    after = Manuscript(1, tuple(rows))
    assert reader.read(before) == find_blanks(before)
    assert reader.read(after) == find_blanks(after)
    assert places(after) == ["2行2列 单位"]
