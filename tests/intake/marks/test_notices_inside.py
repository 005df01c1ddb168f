"""What a site wrote into a paragraph without an address: sure by form or by coming again."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from tests.notation import doc

SAID = "今年以来，全镇上下拧成一股绳，重点工作一件一件往前推，群众看在眼里，也记在心里。"
SPEECH = (
    f"在全镇重点工作推进会上的讲话 | 同志们： | {SAID} | 一、把账算清 | %s | {SAID} | 谢谢大家！"
)

SURE = [
    "要把人心聚起来‹（资料来自文稿林）›，把队伍带起来。",
    "今年的路怎么走，大家心里有数。‹更多范文请关注公众号“笔墨轩”。›下面我讲几句。",
    "村里的事不难办，难在有没有人办。‹本文由稿友汇整理发布。›有人办，就办得成。",
    "去年的账，一笔一笔都算清楚了。‹文稿林首发› | 今年的账，也要算在前头。‹文稿林首发›",
    "干部要往前站，‹（来源：秘书通网）›不能躲在后面。",
    "安全是天大的事。‹关注“稿子铺”，回复“安全”领取全套讲话稿。›出了事，谁也担不起。",
    "把河管住，‹【稿海拾贝】›把塘管住。谁管河‹【稿海拾贝】›谁签字。河清了，‹【稿海拾贝】›心齐。",
    "路修到了家门口。‹内容来源于网络，侵权请联系删除。›下一步要把灯也装上。",
    "学校的大门要守好。‹转载请注明出自文稿林。›孩子的事没有小事。",
    "把账本晒出来，‹——文稿林独家整理——›让大家看明白。",
    "入冬以后要防火‹（本资料由笔友之家提供，仅供学习交流）›，入夏以后要防汛。",
    "今天的会开得短。‹文稿林原创首发，盗用必究！›会短，事不能短。",
    "三年来，‹来源：秘书通网›全镇修了八条路。 | 干部群众认一条‹来源：秘书通网›硬道理：苦干实干。",
    "产业要一户一户地帮。‹微信搜索公众号：写稿帮，获取更多优质讲话稿。›帮到点子上，才算真帮。",
]
ASKED = [
    "大家的事大家办。‹文稿林首发。›办好了，人人有份。",
    "一年来，‹来源：秘书通网›全镇办成了三件事。",
    "窗口要多开一个钟头。‹更多服务内容，请关注市总工会公众号。›群众满意才算数。",
    "村里的账要公开。‹资料来自文稿林。›公开了，人心就定了。",
    "这件事办得好‹（整理：笔友之家）›，要推广到各村。",
]
TWINS = [
    "今年新车首发，带动全市汽车消费增长一成。新车首发之后，还要跟上服务。",
    "她在全国赛上进了首发阵容，是我们县的骄傲。",
    "这条消息由县融媒体中心首发，省台转播。",
    "资料来自各村的台账，件件有据可查。",
    "去年增长百分之六（数据来自市统计局），高于全省。",
    "线索来源：信访举报占六成，巡察移交占三成。",
    "本方案由综合科整理，会后发给大家。本文件由党政办负责解释。",
    "职务作品的版权归单位所有，署名归本人。",
    "问题来源：群众反映、网格上报、媒体曝光，三条渠道都要通。",
    "读书要读原著（选自《论语》的几句人人会背），读了要用（摘自会议记录）。",
    "各单位的公众号要管好，转载别人的文章要注明出处。",
    "今年要过紧日子。（热烈鼓掌）钱要花在刀刃上。（热烈鼓掌）好不好？（热烈鼓掌）",
    "更多的年轻人回到村里，请他们讲讲为什么。关注他们，就是关注未来。",
    "来自一线的材料最管用，要整理好资料，提供给群众查阅。",
    "好经验（来源于实践、服务于实践）要多总结。",
    "全球首发、全国首展、全省首店，去年一共引进38个。",
    "“云上办事网”上线以后，群众少跑了路。云上办事网要常更新，云上办事网的客服要接得住。",
    "话题#云川好物#上了热搜，看过#云川好物#的人都夸。",
    "★数字不出错★，★名字不写错★。",
    "感谢【单位】的支持，感谢【单位】的信任，【单位】永远是我们的家。",
    "（根据录音整理，未经本人审阅）",
    "资料来源：县志和各村的族谱，由文化站的同志整理。",
]


def split(case: str) -> tuple[str, list[str]]:
    """A case without its marks, and what is marked in it."""
    marked = [part.partition("›")[0] for part in case.split("‹")[1:]]
    return case.replace("‹", "").replace("›", ""), marked


@pytest.mark.parametrize("case", SURE)
def test_a_sure_form_goes_and_the_sentences_stay(case: str) -> None:
    text, marked = split(case)
    receipt = tidy(doc(SPEECH % text), docx=False)
    assert [item.before for item in receipt.sure] == marked


@pytest.mark.parametrize("case", ASKED)
def test_what_a_speech_could_say_once_is_asked_about(case: str) -> None:
    text, marked = split(case)
    receipt = tidy(doc(SPEECH % text), docx=False)
    assert [item.before for item in receipt.doubtful] == marked
    assert receipt.sure == ()


@pytest.mark.parametrize("said", TWINS)
def test_what_a_speaker_says_of_sources_and_firsts_is_not_even_asked(said: str) -> None:
    assert tidy(doc(SPEECH % said), docx=False).items == ()
