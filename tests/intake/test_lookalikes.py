"""Sentences of a speech that look like a site's words: nothing of them goes."""

import pytest

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.intake.messy import wrapped
from tests.intake.speeches import LIBRARY, SAFETY

LINES = [
    "关注我们身边的每一位困难职工，帮到点子上。",
    "扫一扫二维码就能办事，群众很欢迎。",
    "未经批准不得擅自动火，未经许可严禁进入作业区。",
    "转载别人的文章，要注明出处。",
    "更多的同志要到一线去，请登录平台报名。",
    "工会会员可免费使用活动室，登录后即可查看时间。",
    "表格在网站上下载，打印三份，修改后再交。",
    "版权声明制度要健全，侵权行为要及时删除、及时联系权利人。",
    "以上是各镇上报的数据，供大家参考。",
    "下面是我梳理的三点体会，供大家参考。",
    "宣传部门的小编们很辛苦，他们每天整理稿件到深夜。",
    "这篇文章发表于2019年，作者是一位普通工人。",
    "志愿服务积分3万多分，全市第一。",
    "气温降到-5-10度的时候，管道要包好。",
    "2017-3-5这一天，工地停了电。",
    "请大家翻到第3页，看第二段。",
    "欢迎来到云川，欢迎浏览我们的展板。",
    "首页要放民生，栏目要少而精。",
    "报名材料.docx发到邮箱就可以了",
    "当前位置很关键，不进就是退。",
    "长风破浪会有时，",
    "直挂云帆济沧海。",
    "建设职工之家",
    "织密安全防护网",
    "说明：以上数字不含临江街道。",
    "本站观测资料共四十年。",
    "亲，不是叫出来的，是处出来的。",
    "阅读100本书，写下100篇心得。",
    "来源：区统计局年报",
    "1、加强领导",
    "2、强化责任",
    "3、严格考核",
    "一是下载，二是收藏，三是分享。",
]


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_of_the_speech_stays(line: str) -> None:
    body = SAFETY.split("\n")
    text = "\n".join([*body[:6], line, *body[6:]])
    assert tidy(manuscript_of(text)).items == ()


def test_they_stay_all_together_and_twice() -> None:
    body = SAFETY.split("\n")
    text = "\n".join([*body[:6], *LINES, *body[6:10], *LINES, *body[10:]])
    assert tidy(manuscript_of(text)).clean().text.replace("\n", "") == text.replace("\n", "")


@pytest.mark.parametrize("width", range(16, 46, 3))
def test_they_stay_when_lines_break_anywhere(width: int) -> None:
    body = LIBRARY.split("\n")
    text = "\n".join([*body[:4], "".join(LINES[:28]), *body[4:]])
    clean = tidy(manuscript_of(wrapped(text, width))).clean().text
    assert clean.replace("\n", "") == text.replace("\n", "")


def test_a_salutation_with_a_comma_is_not_joined() -> None:
    text = "在全县大会上的讲话\n尊敬的各位领导，\n同志们：\n今天，我们开会。"
    assert tidy(manuscript_of(text)).items == ()


def test_blank_lines_here_and_there_stay() -> None:
    text = SAFETY.replace("同志们：\n", "同志们：\n\n")
    assert tidy(manuscript_of(text)).items == ()


def test_a_reading_aid_behind_a_rare_name_stays() -> None:
    text = SAFETY.replace("同志们：", "仇（qiú）书记，同志们：").replace("青石镇", "亳（bó）溪镇")
    assert tidy(manuscript_of(text)).items == ()
