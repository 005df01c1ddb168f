"""What pages put around and into a speech beside their forms: paths, counts, names, readings."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of

SAID = "今年以来，全镇上下拧成一股绳，重点工作一件一件往前推，群众看在眼里。"
SPEECH = f"在全镇推进会上的讲话\n同志们：\n{SAID}\n%s\n{SAID}\n谢谢大家！"


def cleaned(text: str) -> str:
    return tidy(manuscript_of(text)).clean().text


@pytest.mark.parametrize(
    "line",
    [
        "公文之家 > 述职报告 > 教师述职 > 正文",
        "首选范文 » 讲话稿 » 全市校长会议上的讲话",
        "云林素材 › 党建 › 详情",
        "写稿库 ＞ 总结 ＞ 全镇半年工作总结",
        "举报/反馈",
        "全部评论 12条评论 登录后可发表",
        "已有3条留言",
        "本资料下载自公文林网，仅供参考",
    ],
)
def test_a_line_of_a_page_goes(line: str) -> None:
    assert cleaned(SPEECH.replace("%s\n", f"{line}\n")) == SPEECH.replace("%s\n", "")


@pytest.mark.parametrize(
    "line",
    [
        "安全 > 质量 > 进度",
        "申请 > 公示 > 述职报告 > 评议",
        "热线收到12条评论",
        "六安（lù ān）不念六（liù）安。",
    ],
)
def test_a_line_that_looks_like_one_stays(line: str) -> None:
    assert cleaned(SPEECH % line) == SPEECH % line


def test_a_sites_name_goes_with_its_address() -> None:
    noted = [f"{SAID}{note}" for note in ("笔林网 www.bl8.com", "（本文由笔林网www.bl8.com提供）")]
    text = SPEECH % "\n".join([*noted, "笔林网(www.bl8.com)等您投稿！"])
    assert "笔林网" not in cleaned(text) and "bl8" not in cleaned(text)


def test_a_reading_of_several_characters_goes_where_readings_are_sown() -> None:
    text = SPEECH % "我们坚持(jiān chí)不懈，各位领导(lǐng dǎo)放心，群众(qún zhòng)满意。"
    assert cleaned(text) == SPEECH % "我们坚持不懈，各位领导放心，群众满意。"


@pytest.mark.parametrize("words", ["［来源：笔友文稿网］", "【公众号“写稿帮”整理】"])
def test_a_note_goes_in_brackets_of_any_width(words: str) -> None:
    assert cleaned(SPEECH % f"{SAID}{words}{SAID}") == SPEECH % f"{SAID}{SAID}"
