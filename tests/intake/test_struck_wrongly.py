"""What cleaning once took out of a speech and ticked: each stays, with the right value."""

from __future__ import annotations

import pytest

from editor.intake.receipt import Receipt
from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of

TITLE = "在全市信访工作会议上的讲话"
BEFORE = "今年以来，各单位围绕中心、服务大局，做了大量工作，成绩来之不易，应当充分肯定。"
AFTER = "下一步要在三个方面下功夫，把任务分到人头，一个月一调度，一个季度一通报。"
SPEECH = f"同志们：\n{BEFORE}\n{AFTER}\n谢谢大家！"
CARD = "发布时间：2025-03-13 09:20 来源：笔耕文库"
FIVE = """在全市工会重点工作推进会上的讲话
同志们：
今年的重点工作，概括起来是五件实事。
1、推荐评选一批市级劳动模范和先进工作者并召开表彰大会
2、组织开展全市职工职业技能竞赛和岗位练兵技术比武活动
3、新建三十个户外劳动者服务站点并统一标识和管理制度
4、开展困难职工家庭走访慰问和金秋助学活动
5、办好职工运动会
以上就是我汇报的全部内容，不当之处，请批评指正。"""
LONG = "\n".join(
    f"{n}、{item}"
    for n, item in enumerate(
        (
            "推进老旧小区改造三十六个，惠及居民八千余户并同步更新水电气管网设施",
            "新建改扩建中小学校八所，增加学位六千个，其中城区四千个、乡镇两千个",
            "开工建设区域医疗中心，完成主体工程并同步推进设备采购和人才引进培养工作",
            "新增公共停车位五千个，建设智慧停车平台实现全区停车资源一网统管共享",
        ),
        1,
    )
)
MAIL = "xinxiang@yunchuan-gonghui.com"
STAYS = {
    "five things": FIVE,
    "wide labels": f"{TITLE}\n时　间：2025年3月12日上午9:00\n地　点：三楼会议室\n{SPEECH}",
    "place alone": f"{TITLE}\n地　点：三楼会议室\n{SPEECH}",
    "time alone": f"{TITLE}\n时间：2025年3月12日 9:00\n{SPEECH}",
    "empty labels": f"{TITLE}\n时　间：　　年　月　日\n地　点：\n主　持：\n{SPEECH}",
    "long items": f"{TITLE}\n同志们：\n今年要办好几件事\n{LONG}\n任务已经明确。\n谢谢大家！",
    "a mailbox": f"{TITLE}\n{SPEECH}\n请发到{MAIL}备案。\n邮箱：{MAIL}\n也发{MAIL}。",
    "a mailbox in lines": f"{TITLE}\n同志们：\n{BEFORE}\n报{MAIL} 备案。\n{AFTER}\n"
    f"发 {MAIL} 邮箱。\n也发 {MAIL} 即可。\n再说一遍，邮箱是 {MAIL}\n谢谢大家！",
    "schools": f"{TITLE}\n同志们：\n{BEFORE}\n大中小学思政课一体化\n{AFTER}",
    "firms": f"{TITLE}\n同志们：\n{BEFORE}\n大中小企业协同发展\n{AFTER}",
    "an office's labels": f"{TITLE}\n{SPEECH}\n位置：主会场三楼\n请携带以下相关资料：\n"
    "主办单位：云川市总工会　承办单位：云川市文化馆",
    "points": f"{TITLE}\n同志们：\n{BEFORE}\n一等奖积分50 二等奖积分30\n{AFTER}",
}


def cleaned(text: str) -> Receipt:
    return tidy(manuscript_of(text))


@pytest.mark.parametrize("name", STAYS)
def test_the_speech_stays_and_nothing_is_asked(name: str) -> None:
    receipt = cleaned(STAYS[name])
    assert [item.before for item in receipt.items] == []


@pytest.mark.parametrize(
    "glued", ["笔耕范文网", " 公文资料网", "www.gwzlw.com", "笔耕文库"], ids=range(4)
)
def test_a_last_sentence_with_a_sites_name_glued_in_keeps_its_words(glued: str) -> None:
    for last in ("以上就是我汇报的全部内容，请批评指正。", "让我们携起手来，把这件事办好办实！"):
        clean = cleaned(f"{TITLE}\n{SPEECH}\n{last}{glued}").clean().text
        assert clean.split("\n")[-1].removesuffix(glued).rstrip() == last


def test_an_account_to_follow_can_be_either() -> None:
    line = "更多服务内容，请关注市总工会公众号。"
    receipt = cleaned(f"{TITLE}\n{SPEECH}\n{line}")
    assert receipt.sure == ()
    assert [item.before.strip() for item in receipt.doubtful] == [line]


@pytest.mark.parametrize(
    "caption",
    [f"{TITLE}_笔耕文库", f"{TITLE} - 领导讲话 - 笔耕文库", f"{TITLE} - 笔耕文库"],
    ids=range(3),
)
def test_a_caption_that_is_the_only_title_keeps_it(caption: str) -> None:
    assert cleaned(f"{caption}\n{CARD}\n{SPEECH}").clean().text == f"{TITLE}\n{SPEECH}"
    assert cleaned(f"{caption}\n{TITLE}\n{SPEECH}").clean().text == f"{TITLE}\n{SPEECH}"
    assert cleaned(f"{TITLE}\n{SPEECH}\n{caption}").clean().text == f"{TITLE}\n{SPEECH}"


@pytest.mark.parametrize("dots", ["…………{}", " {}", "......{}", "\t{}"], ids=range(4))
def test_the_first_headings_right_after_a_table_of_contents_stay(dots: str) -> None:
    heads = ["一、认清形势", "二、突出重点", "三、加强领导"]
    table = [head + dots.format(2 * n + 1) for n, head in enumerate(heads)]
    body = [line for head in heads for line in (head, BEFORE)]
    for mark in ("目录", "目　录"):
        clean = cleaned("\n".join([TITLE, mark, *table, *body])).clean().text
        assert clean == "\n".join([TITLE, *body])


@pytest.mark.parametrize(
    "notice",
    [
        "更多范文请关注公众号：笔墨轩", "本站还有更多精品范文供您免费下载", "本文来自笔墨轩网",
        "更多优质讲话稿请登录www.bimoxuan.com下载", "小编为您整理的范文就到这里了",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "heading",
    ["（二）备足物资 今年雨水偏多。", "二、抓落实 要落实到人。", "第二，抓落实，要到人。"],
)
def test_a_notice_without_an_end_takes_no_heading_behind_it(notice: str, heading: str) -> None:
    receipt = cleaned(f"{SPEECH}\n一、抓学习。要学懂弄通。{notice}{heading}\n谢谢大家！")
    assert heading in receipt.clean(receipt.items).text
    assert notice not in receipt.clean(receipt.items).text


@pytest.mark.parametrize("address", ["www.bimoxuan.com", "笔墨轩 www.bimoxuan.com"])
def test_an_address_behind_the_last_sentence_goes_where_nobody_is_told_to_look_there(
    address: str,
) -> None:
    said = "我们要团结起来向前进。"
    assert cleaned(f"{SPEECH}\n{said}{address}").clean().text.endswith(said)
    told = f"报名请登录市总工会网站。{address}"
    assert cleaned(f"{SPEECH}\n{told}").clean().text.endswith(told)
    official = f"{said}云川市工会 www.yunchuan.gov.cn"
    assert cleaned(f"{SPEECH}\n{official}").clean().text.endswith(official)
