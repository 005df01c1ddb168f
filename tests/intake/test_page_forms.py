"""What real pages do to a speech: previews, sunk page numbers, titles sown into the text."""

from __future__ import annotations

import pytest

from editor.intake.noise_score import ENOUGH, noise_score
from editor.intake.piece_titles import opens_piece, unnumbered
from editor.intake.tidy import tidy
from editor.language.script import simplified
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.speech_lines import is_goodbye
from tests.intake.speeches import SAFETY

TITLE = "在全镇安全生产推进会上的讲话"
PLAIN = (
    "各村各单位要把这件事放在心上，主要负责同志亲自过问，分管同志一线调度，"
    "确保每一件事有人管、每一个环节有人盯。对工作不力的，要严肃追究责任，决不迁就。"
)


def cleaned(text: str) -> str:
    """Without what goes for sure and what is asked about."""
    receipt = tidy(manuscript_of(text))
    return receipt.clean(receipt.items).text


def kinds(text: str) -> set[str]:
    return {item.kind for item in tidy(manuscript_of(text)).items}


@pytest.mark.parametrize("size", [2, 3, 4])
def test_a_preview_goes_where_its_words_come_again(size: int) -> None:
    lines = SAFETY.split("\n")[:size]
    preview = "\n".join([*lines[:-1], lines[-1][: max(6, len(lines[-1]) // 2)]])
    assert cleaned(f"{preview}\n展开阅读全文\n{SAFETY}") == SAFETY


def test_a_paragraph_said_twice_is_no_preview() -> None:
    text = f"{TITLE}\n同志们：\n一、抓责任\n{PLAIN}\n二、抓落实\n{PLAIN}\n谢谢大家！"
    assert cleaned(text) == text


def test_numbers_that_sank_into_the_words_count_on_at_a_pages_distance() -> None:
    sunk = (
        f"同志们：{PLAIN * 3}增强做好1工作的自觉。{PLAIN * 3}具有深远2意义。{PLAIN * 3}下定决3心。"
    )
    assert cleaned(sunk) == "".join(c for c in sunk if c not in "123")


@pytest.mark.parametrize("gap", ["", PLAIN * 3])
def test_numbers_that_count_something_stay(gap: str) -> None:
    text = f"同志们：围绕1个中心{gap}、2条主线{gap}、3类人群来做。{PLAIN}"
    assert cleaned(text) == text


def test_a_title_of_a_piece_keeps_its_words() -> None:
    text = f"第1篇：{TITLE}\n{SAFETY.split(chr(10), 1)[1]}"
    assert TITLE in cleaned(text)
    assert opens_piece("【第二篇】" + TITLE)
    assert unnumbered(TITLE + "【第一篇】") == TITLE
    assert unnumbered(TITLE + "（精选5篇）") == TITLE + "（精选5篇）"


def test_the_pages_title_goes_from_between_the_paragraphs() -> None:
    text = f"{TITLE}\n同志们：\n{PLAIN}\n{PLAIN[:40]}。\n谢谢大家！"
    assert cleaned(text.replace(PLAIN, f"{TITLE}\n{PLAIN}", 1)) == text


def test_who_speaks_to_an_audience_in_one_line_is_no_introduction() -> None:
    note = "该文由(第③笔 耕网)整理。"
    line = (
        f"全体护士同志们：今天是大家的节日，我代表院党委向大家问好！{PLAIN}{note}祝大家节日快乐！"
    )
    assert cleaned(line) == line.replace(note, "")


def test_wishes_begin_a_clause() -> None:
    assert is_goodbye("最后，祝各位身体健康，万事如意！")
    assert not is_goodbye("向全市职工致以节日的祝贺和美好的祝福。")


def test_what_stands_below_the_thanks_among_sure_notices_goes() -> None:
    tail = "来源：青石之声\n编辑：小禾 审核：老岸\n往期推荐\n① 镇里开了会\n② 一图读懂\n分享点赞在看"
    assert cleaned(f"{SAFETY}\n谢谢大家！\n{tail}") == f"{SAFETY}\n谢谢大家！"


def test_traditional_greetings_are_read() -> None:
    assert simplified("謝謝各位領導") == "谢谢各位领导"


def test_a_speech_may_call_its_work_a_text() -> None:
    assert noise_score("一、做足文化这篇大文章").total < ENOUGH


def test_a_table_of_contents_that_dots_close_goes_though_the_text_is_cut() -> None:
    table = "目录/提纲：……\n一、压实责任\n二、从严检查\n……\n"
    text = f"同志们：\n{PLAIN}"
    assert cleaned(table + text) == text
    assert "toc" in kinds(table + text)


@pytest.mark.parametrize(
    "note", ["……（笔耕网省略863字，会员可完整阅读）……", "（未完，全文共900字）"]
)
def test_the_thanks_stay_below_a_notice_in_the_sentence(note: str) -> None:
    assert cleaned(f"同志们：{PLAIN}{note}{PLAIN}\n谢谢大家！").endswith("\n谢谢大家！")


PAGE_LINES = (
    "[1] [2] [3] 下一页",
    "（接上页）",
    "未完，下页继续",
    "（来源：网络）",
    "▼▼▼",
    "本文共2156字",
    "◆您正在阅读：安全讲话",
    "看完记得点赞收藏哦~",
    "一审：阿禾 二审：阿岸",
)


@pytest.mark.parametrize("line", PAGE_LINES)
def test_a_pages_own_line_goes_wherever_it_stands(line: str) -> None:
    lines = SAFETY.split("\n")
    for at in (1, 6, len(lines)):
        assert cleaned("\n".join([*lines[:at], line, *lines[at:]])) == SAFETY


@pytest.mark.parametrize("note", ["点击下载全文", "更多范文请关注青石文稿", "本站资源来自网友上传"])
def test_a_note_glued_to_a_paragraph_does_not_take_it(note: str) -> None:
    text = f"{TITLE}\n同志们：\n{PLAIN}{note}\n请大家抓好落实。\n谢谢大家！"
    assert PLAIN in cleaned(text)
    assert cleaned(text).endswith("请大家抓好落实。\n谢谢大家！")


BLANKS = (
    "近年来，X工会先后举办竞赛__场次，评选工匠××名，有力地推动了全县经济社会发展。但是，"
    "全县高技能人才仅占技能人才总量的____%，与先进县区相比还有不小差距。"
)


@pytest.mark.parametrize("page", ["-1-\n", "第2页/共4页\n", ""])
def test_a_sentence_with_blanks_is_joined_where_a_page_ended(page: str) -> None:
    broken = BLANKS.replace("不小差距", f"不小差\n{page}距")
    text = f"{TITLE}\n同志们：\n一、抓责任\n{broken}\n二、抓落实\n{PLAIN}\n谢谢大家！"
    assert BLANKS in cleaned(text)


def test_a_form_to_fill_in_is_not_joined() -> None:
    form = "姓名：____　单位：____　联系电话：______，\n参赛工种：____　报名时间：____。"
    text = f"{TITLE}\n同志们：\n一、抓责任\n{PLAIN}\n{form}\n二、抓落实\n{PLAIN}"
    assert form in cleaned(text)


@pytest.mark.parametrize(
    "notice",
    [
        "本文来自笔墨之家,更多范文请访问www.bimozj8.com",
        "文章转自公文驿站，更多资料欢迎登录 www.gwyz66.cn。",
    ],
)
def test_a_source_with_where_to_have_more_goes_from_the_end_of_a_paragraph(notice: str) -> None:
    text = f"{TITLE}\n同志们：\n一、抓责任\n{PLAIN}{notice}\n二、抓落实\n{PLAIN}\n谢谢大家！"
    assert cleaned(text) == text.replace(notice, "")


def test_where_the_hall_finds_more_stays() -> None:
    said = "具体名单已在县总工会网站公布，大家可以登录查看，更多内容请看会议材料。"
    text = f"{TITLE}\n同志们：\n一、抓责任\n{PLAIN}{said}\n二、抓落实\n{PLAIN}\n谢谢大家！"
    assert cleaned(text) == text
