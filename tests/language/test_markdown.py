"""A text is Markdown by several signs; stars, dashes and numbers of a speech are none."""

from __future__ import annotations

import pytest

from editor.language.markdown import is_markdown

SAID = "今年，全镇上下一条心，把该办的事办了。"


@pytest.mark.parametrize(
    "text",
    [
        f"# 在全镇春耕动员会上的讲话|同志们：|## 一、抢农时|{SAID}",
        f"### 一、把堤守住|{SAID}|### 二、把人转移好|{SAID}",
        f"# 致辞|{SAID}|---|{SAID}",
        f"**一、管好水**|{SAID}|**二、管好电**|{SAID}",
        f"**尊敬的各位家长：**|{SAID}|**第一句**话|---|{SAID}",
        f"> 这篇稿子写给社区|{SAID}|- **守纪律**：{SAID}|- **讲规矩**：{SAID}",
        f"|环节|用时|\n|---|---|\n|致辞|5分钟|\n# 流程|{SAID}".replace("\n", "¦"),
        f"```text|{SAID}|```",
        f"见[镇政府网页](https://www.yunchuan.example/a)。|看[附表](./b.md)。|{SAID}",
        f"* 一块苗圃，{SAID}|* 一口水塘，{SAID}|***|{SAID}",
        f"## 主持词|{SAID}|- 请领导讲话|- 请代表发言",
    ],
)
def test_a_text_of_several_signs_is_markdown(text: str) -> None:
    assert is_markdown(text.split("¦" if "¦" in text else "|"))


@pytest.mark.parametrize(
    "text",
    [
        f"在**分局表彰会上的讲话|同志们：|**分局在市局、**区委领导下，{SAID}",
        f"****年全镇工作总结|{SAID}|***同志作了发言。",
        f"#单位#欢迎你|#姓名#同志：|{SAID}",
        f"- 1 -|{SAID}|- 2 -|{SAID}",
        f"1. 抓春耕|{SAID}|2. 抓防汛|{SAID}",
        f"- 抓春耕|- 抓防汛|- 抓安全|{SAID}",
        f"同志们：|{SAID}|---|附：名单",
        f"-5℃的早上|>80分的有3人|*号键用来返回|{SAID}",
        f"______年____月____日|______|{SAID}",
        f"[注](见附件一)和[表](第2页)|[1](注释)|{SAID}",
        f"|姓名|单位||张三|镇政府||{SAID}",
        f"# 1楼的同志请注意。|{SAID}",
        f"** |** |{SAID}",
    ],
)
def test_signs_that_a_speech_may_have_are_not_enough(text: str) -> None:
    assert not is_markdown(text.split("|"))


@pytest.mark.parametrize("char", "#*->|`[]( \t1一_~")
def test_a_line_of_one_sign_is_read_in_no_time(char: str) -> None:
    assert not is_markdown([char * 200_000 + "文"])
