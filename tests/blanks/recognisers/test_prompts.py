"""Prompts of Word, WPS and templates told by their words, and sentences that speak of prompts."""

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.blanks.grammar import scan
from tests.notation import doc

PROMPTS = [
    "单击或点击此处输入文字。",
    "单击此处输入文字。",
    "单击或点击此处输入日期。",
    "单击或点按以输入日期。",
    "点击此处添加标题",
    "单击此处添加文本",
    "选择一项。",
    "[在此处键入]",
    "请在此处键入",
    "请输入姓名",
    "请输入……",
    "姓名：请输入姓名",
    "单位：点击此处输入单位名称\u3000联系电话：点击此处输入电话",
    "[键入文字]",
    "[键入公司名称]",
    "【请输入标题】",
    "Click or tap here to enter text.",
    "Click here to enter a date.",
    "Choose an item.",
    "[Type text]",
    "[Pick the date]",
    "会议时间：单击此处输入日期。",
    "联系人单击或点击此处输入文字。",
    "选择一个项目。",
    "双击此处添加标题",
    "（在此处输入主送机关）",
    "请选择日期",
    "请键入文档标题",
    "Enter text here",
    "单击此处输入文字。单击此处输入日期。",
    "请选择",
    "Click to add title",
    "在此处输入您的姓名",
    "此处输入单位名称",
    "轻触此处输入内容",
    "导师：待填写",
]
SENTENCES = [
    "请在此处签名。",
    "参会人员请在此处签到后领取材料。",
    "用户单击此处输入验证码后即可登录。",
    "系统提示“请输入密码”。",
    "窗口里显示“单击此处输入文字。”的字样。",
    "请填写登记表后交会务组。",
    "请选择一项您最关心的工作。",
    "请填写以下表格",
    "请输入姓名，再点“查询”。",
    "办事群众只要点击此处输入姓名就能查到进度。",
    "只需单击表格的最后一个单元格，然后按 Tab 键即可。",
    "请各单位登录平台，在此处填写数据。",
    "请填写完整",
    "要选择一项最难的任务先啃下来。",
    "请选择好典型，讲好故事。",
    "老师说，请输入法人姓名的同学举手。",
    "[输入法]",
    "[选择题]",
    "请录入人员注意核对数据",
    "此处输入管道直径为一米。",
    "我在此处添加一点说明。",
    "单击鼠标右键，选择“粘贴”。",
    "点击率高不等于影响力大。",
    "双击屏幕可以放大图片。",
    "请输入正确的网址并回车。",
    "待填写的表格放在桌上。",
]


@pytest.mark.parametrize("text", PROMPTS)
def test_a_prompt_is_a_blank_as_a_whole(text: str) -> None:
    found = scan(text)
    rest = text
    for blank in reversed(found):
        rest = rest[: blank.start] + rest[blank.end :]
    assert found and all(f.origin.value == "prompt" for f in found)
    assert rest in ("", "单位：　联系电话：") or len(rest) <= 5


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_that_speaks_of_typing_is_none(text: str) -> None:
    assert scan(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "slot"),
    [
        ("单击或点击此处输入日期。", "date", "field:日期"),
        ("姓名：请输入姓名", "blank", "field:姓名"),
        ("联系电话：单击此处输入文字。", "blank", "field:联系电话"),
        ("单击此处输入文字。", "blank", "prompt:"),
        ("【请输入会议主题】", "blank", "field:会议主题"),
        ("Click or tap to enter a date.", "date", "prompt:日期"),
    ],
)
def test_its_kind_and_slot_are_told_by_its_words(text: str, kind: str, slot: str) -> None:
    (blank,) = find_blanks(doc(text))
    assert (blank.text, blank.kind.value, blank.slot) == (
        text.partition("：")[2] or text,
        kind,
        slot,
    )
