"""A site's address sown between sentences: taken, asked about, or the speaker's own.

Labelled before anything was run.
"""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of

SAID = "今年以来，全镇上下拧成一股绳，重点工作一件一件往前推，群众看在眼里。"
FOOT = "本文来自 www.bigan.example.com 转载请注明"
TAKEN = (
    f"总结一年工作，部署今年任务。‹www.bigan.example.com ›刚才，两位同志作了发言。\n{FOOT}",
    f"渠要修，路要通，‹ www.bigan.example.com ›灯要亮。\n{FOOT}",
    f"要把账算清。‹bigan.example.com›下面，我讲三点意见。\n{FOOT}",
    f"大家都说“好”。‹http://www.bigan.example.com/ ›好在哪里？好在实。\n{FOOT}",
    f"一件一件抓落实。‹ WWW.BIGAN.EXAMPLE.COM›\n{FOOT}",
    f"‹www.bigan.example.com ›去年的事，一件一件都办成了，靠的是大家。\n{FOOT}",
    f"问题不少；‹www.bigan.example.com›办法更多，关键在干。\n{FOOT}",
    "今天举行技能大赛开幕式。‹公文网gongwen-example.com›首先，我向选手表示欢迎！",
    "一年下来不容易。‹云林范文网：www.yunlin-example.net ›明年更不容易，要早打算。",
    "先说成绩。‹写稿之家 www.xiegao-example.cn›再说不足，最后说打算。",
    "先说春耕。‹abc-example.com ›再说防汛，要早准备。\n后说秋收。‹abc-example.com ›最后说冬修。",
    "要守住底线。‹www.bigan-example.org。›下面说第二件事。\n要守住红线。‹www.bigan-example.org。›再说第三件事。",
)
ASKED = (
    "总结一年工作，部署今年任务。‹www.bigan.example.com ›刚才，两位同志作了发言。",
    "先说成绩。‹yunlin-example.com›再说不足，最后说打算。",
    "一件一件抓落实。‹ www.bigan-example.net›",
    "大家都说“好！”‹www.bigan-example.com.cn ›好在哪里？好在实。",
    "要把账算清！‹http://bigan-example.com/a.html ›下面，我讲三点意见。",
)
STAYS = (
    "要主动报名。请登录 www.bigan.example.com 报名，月底截止。",
    "欢迎来信。zhang@bigan-example.com 长期有人看。",
    "办事指南都在网上，网址：www.bigan-example.com。大家回去看一看。",
    "我们的网站是 www.bigan-example.com ，一天一更新。",
    "平台已经上线。www.yunchuan.gov.cn 上午就能查。",
    "打开 www.bigan-example.com 就能看到名单。",
    "网上商城建起来了。www.bigan-example.com 是我们自己的平台，要用好。",
    "采购一律走 www.bigan-example.com 平台，不许另开口子。",
    f"抄来的稿子没人听。不要再上 www.bigan.example.com 抄稿子了。\n{FOOT}",
    f"有人天天看 www.bigan.example.com ，就是不下村。\n{FOOT}",
    f"举报信箱开通了。jubao@bigan.example.com 全天有人值守。\n{FOOT}",
    "家底要清。职工之家 www.yunchuan-example.cn 开通一年，办成实事八百件。",
)


def receipt(text: str) -> tuple[str, list[str], list[str]]:
    """The text without the signs, what goes for sure of its line, and what is asked about."""
    raw = f"{SAID}\n{text.replace('‹', '').replace('›', '')}\n{SAID}"
    items = [i for i in tidy(manuscript_of(raw)).items if "." in i.before and FOOT not in i.before]
    told = [[i.before.strip() for i in items if i.sure is sure] for sure in (True, False)]
    return raw, told[0], told[1]


def signed(text: str) -> list[str]:
    """The words between the signs."""
    return [piece.split("›")[0].strip() for piece in text.split("‹")[1:]]


@pytest.mark.parametrize("text", TAKEN)
def test_a_sites_address_between_sentences_goes(text: str) -> None:
    assert receipt(text)[1:] == (signed(text), [])


@pytest.mark.parametrize("text", ASKED)
def test_one_that_nothing_confirms_is_asked_about(text: str) -> None:
    assert receipt(text)[1:] == ([], signed(text))


@pytest.mark.parametrize("text", STAYS)
def test_what_the_speaker_says_stays(text: str) -> None:
    assert receipt(text)[1:] == ([], [])
