"""Pinyin sown against copying goes; the reading of a rare name or of a word in two ways stays."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from tests.notation import doc

SAID = "今年以来，全镇上下拧成一股绳，重点工作一件一件往前推，群众看在眼里，也记在心里。"
SPEECH = f"在全镇推进会上的讲话 | 同志们： | {SAID} | %s | {SAID} | 谢谢大家！"

SOWN = [
    "各位领‹(lǐng)›导‹(dǎo)›，同志们，这件事很急。",
    "各位领‹lǐng›导干‹gàn›部，要把责任扛起来。",
    "安全‹（quán）›是底‹（dǐ）›线，责任（rèn）是生命线。",
    "要发展‹ zhǎn ›经济，要改善民‹ mín ›生。",
    "今天‹［tiān］›开会，明天‹［tiān］›落实。",
    "群众‹(zhong)›在看，干部‹(bu)›在干，工作‹(zuo)›要实。",
    "群众‹(zhong4)›在看，干部‹(bu4)›在干。",
    "抓落‹luò›实，见‹jiàn›成效。",
    "经‹〔jīng〕›济要稳，民生‹〔shēng〕›要暖。",
    "学‹(xué)›习要深，作风‹(fēng)›要实，仇（qiú）主任要带头。",
]
ONCE = ["各位领‹(lǐng)›导都到了。", "要把责任扛‹káng›起来。"]
TWINS = [
    "仇（qiú）主任和解（xiè）书记都来了。",
    "郫（pí）县的经验、鄄（juàn）城的做法，都值得学。",
    "六安（lù ān）不念六（liù）安。",
    "角色（jué sè）要摆正，角（jué）逐要公平。",
    "“率”字读作lǜ，不读shuài。",
    "拼音课从ā á ǎ à学起。",
    "这个App要常更新，VIP窗口要撤。",
    "去Café坐坐，喝杯maté茶。",
    "执行（PDCA）循环，落实（5S）管理，用好（GIS）系统。",
    "运行(run)正常，停止(stop)要报告，重启(restart)要登记。",
]


def split(case: str) -> tuple[str, list[str]]:
    """A case without its marks, and what is marked in it."""
    marked = [part.partition("›")[0] for part in case.split("‹")[1:]]
    return case.replace("‹", "").replace("›", ""), marked


@pytest.mark.parametrize("case", SOWN)
def test_sown_pinyin_goes(case: str) -> None:
    text, marked = split(case)
    assert [i.before for i in tidy(doc(SPEECH % text), docx=False).sure] == marked


@pytest.mark.parametrize("case", ONCE)
def test_one_alone_is_asked_about(case: str) -> None:
    text, marked = split(case)
    receipt = tidy(doc(SPEECH % text), docx=False)
    assert ([i.before for i in receipt.doubtful], receipt.sure) == (marked, ())


@pytest.mark.parametrize("said", TWINS)
def test_a_reading_that_helps_stays(said: str) -> None:
    assert tidy(doc(SPEECH % said), docx=False).items == ()
