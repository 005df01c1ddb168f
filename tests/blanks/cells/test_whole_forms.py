"""Forms, registers and sheets as offices send them: what of each waits, and what is asked about."""

import pytest

from tests.blanks.cells.drawn import drawn, places

FORMS = {
    "an application": (
        "项目名称│ │>│> / 申报单位│ │联系人│周志强 / 联系电话│ │电子邮箱│zzq@example.cn / "
        "项目概况│ │>│> / 主管部门意见│（公章）;    年    月    日│>│> / 备注│ │>│> / "
        "申报人签名│ │>│>",
        ["项目名称", "申报单位", "联系电话", "项目概况"],
        ["年", "申报人签名"],
    ),
    "a sheet to sign in": (
        "序号│单位│姓名│手机│签到 / 1││││ / 2││││ / 3││││ / 4││││",
        [],
        ["单位"],
    ),
    "a notice": (
        "时间│ / 会议地点│ / 参会范围│各县区总工会主席 / 联系人│",
        ["时间", "会议地点", "联系人"],
        [],
    ),
    "a programme": (
        "时间│环节│主持人│备注 / 9:00│奏唱国歌│王建国│ / 9:10│领导致辞│王建国│第一会场 / "
        "9:30│表彰先进│李红│ / 10:30│散会││",
        [],
        ["主持人"],
    ),
    "marks of a jury": (
        "选手│内容40分│表达30分│总分 / 1号│38│27│65 / 2号│36││ / 3号│││ / 4号│35│25│60 / 平均│││",
        [],
        [],
    ),
    "an appointment": (
        "姓 名│陈立新│性 别│男 / 民 族│ │籍 贯│ / 入党时间│2003.06│健康状况│ / 任免理由│ │>│> / "
        "呈报单位│（盖章）\u2028年   月   日│>│> / 审批机关意见│ │>│>",
        ["民族", "籍贯", "健康状况", "任免理由"],
        ["年", "审批机关意见"],
    ),
    "a sheet for a document": (
        "签发│ │会签│ / 主送│ │>│> / 拟稿单位│办公室│拟稿│李明 / 密级│ │印数│ / 附件│ │>│>",
        ["主送", "密级", "印数"],
        ["签发", "会签"],
    ),
    "tasks with one term missing": (
        "序号│重点任务│责任单位│完成时限 / 1│任务甲│办公室│年底 / 2│任务乙│组织部│ / "
        "3│任务丙│宣传部│年底 / 4│任务丁│财务部│年底 / 5│任务戊│法律部│年底",
        [],
        ["完成时限"],
    ),
    "a budget under two headings": (
        "项目│预算│>│决算│> / 〃│数量│金额│数量│金额 / 会场│2│3000│2│2800 / "
        "资料││1200││ / 合计││4200││2800",
        [],
        [],
    ),
    "two records": (
        "姓名│性别│年龄 / 王建国││ / 工作单位│职务│电话 / │主席│",
        ["性别", "年龄", "工作单位", "电话"],
        [],
    ),
    "votes": ("测评内容│优秀│良好 / 政治素质││ / 工作能力││ / 工作作风││", [], []),
    "names in seats": (
        "市总工会│王建国│李红│ / 市教育局│张卫东││ / 市卫健委│赵明│钱亮│孙莉",
        [],
        [],
    ),
    "entries in cells": (
        "姓  名：李秀英│出生年月： / 民族：汉│手机号码： / 健康情况：│个人签字：",
        ["出生年月", "手机号码", "健康情况"],
        ["个人签字"],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_what_is_missing(form: str) -> None:
    table, waits, asked = FORMS[form]
    m = drawn(table)
    assert [place.split()[1] for place in places(m)] == waits
    assert [place.split()[1] for place in places(m, asked=True)] == asked
