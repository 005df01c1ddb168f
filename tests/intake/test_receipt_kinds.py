"""Each kind of noise alone: the line goes, as the kind it is, and the speech stays."""

import pytest

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.intake.speeches import SAFETY, SCHOOL, UNION

HEAD = [
    ("site-nav", "您现在的位置：首页 >> 公文写作 >> 领导讲话"),
    ("site-nav", "您好，欢迎光临云川范文网！"),
    ("site-header", "时间：2021-04-06 09:12:30  [下载该文章] [会员注册]"),
    ("site-header", "作者：佚名 来源：秘书工作交流群 阅读次数：208"),
    ("site-header", "发布时间:2021-04-06文章大小:3940字节页数:7页"),
    ("site-header", "【字体：大 中 小】 【打印本页】 【关闭窗口】"),
    ("site-header", "在全区大会上的讲话.doc"),
    ("site-intro", "今天小编给大家带来安全生产讲话稿，希望对大家有所帮助。"),
    ("site-intro", "以下是我收集整理的安全生产讲话稿（精选3篇），仅供参考，欢迎大家阅读。"),
    ("site-intro", "导语：下面是云川范文网为您提供的讲话稿，供您参考。"),
    ("share-bar", "[工作讲话] 安全生产讲话 [复制链接]"),
    ("page-number", "第 1 页 共 12 页"),
    ("share-bar", "點擊上方藍字關注我們".replace("擊", "击").replace("藍", "蓝")),
]
TAIL = [
    ("related-links", "相关热词搜索：安全生产 讲话 范文"),
    ("related-links", "【上一篇】区领导调研：春耕备耕"),
    ("copyright", "Copyright © 2015-2024 云川公文网 All Rights Reserved"),
    ("copyright", "免责声明：本文来自网友投稿，如有侵权请联系本站删除。"),
    ("site-footer", "本文地址：http://www.yunchuanwenku.com/doc/1.html"),
    ("site-footer", "云ICP备20001234号-5"),
    ("member-notice", "试读结束，开通会员即可下载全文"),
    ("member-notice", "还剩5页未读，继续阅读"),
    ("share-bar", "分享到：微信 微博 QQ空间"),
    ("site-intro", "以上就是小编为您整理的讲话稿的全部内容，感谢阅读！"),
    ("url", "http://www.yunchuanwenku.com/doc/1.html"),
]


@pytest.mark.parametrize(("kind", "line"), HEAD)
def test_a_line_before_the_speech(kind: str, line: str) -> None:
    receipt = tidy(manuscript_of(line + "\n" + SAFETY))
    assert receipt.clean().text == SAFETY
    assert receipt.items[0].kind == kind


@pytest.mark.parametrize(("kind", "line"), TAIL)
def test_a_line_behind_the_speech(kind: str, line: str) -> None:
    receipt = tidy(manuscript_of(SAFETY + "\n" + line))
    assert receipt.clean().text == SAFETY
    assert receipt.items[-1].kind == kind


@pytest.mark.parametrize("mark", ["-3-", "— 3 —", "第3页共9页", " -3- "])
def test_page_marks_inside_words(mark: str) -> None:
    lines = [UNION.replace("主力军", f"主{mark}力军", 1)]
    lines.append(SCHOOL.replace("好奇", f"好{mark.replace('3', '4')}奇", 1))
    assert tidy(manuscript_of("\n".join(lines))).clean().text == UNION + "\n" + SCHOOL


def test_a_page_index_is_no_heading_and_headings_are_no_page_index() -> None:
    body = [UNION.replace("\n", "")[at : at + 180] for at in range(0, 540, 180)]
    raw = "\n\n".join(f"{n}、{page}" for n, page in enumerate(body, 1))
    assert tidy(manuscript_of(raw)).kinds()["page-split"] == 3


def test_the_mark_of_an_omission_stays_without_its_advertisement() -> None:
    raw = SAFETY.replace(
        "下面，我讲", "……(云川文秘网http://www.ycwm.cn省略320字,会员可阅读)……下面，我讲"
    )
    clean = tidy(manuscript_of(raw)).clean().text
    assert "……(省略320字)……下面，我讲" in clean
    assert "文秘网" not in clean


def test_a_join_over_a_struck_line_keeps_the_sentence_whole() -> None:
    cut = SAFETY.index("灭火器")
    raw = SAFETY[:cut] + "灭\n- 2 -\n\n火器" + SAFETY[cut + 3 :]
    assert tidy(manuscript_of(raw)).clean().text == SAFETY


def test_title_salutation_and_body_in_one_line_are_divided() -> None:
    raw = "".join(UNION.split("\n"))
    lines = tidy(manuscript_of(raw)).clean().text.split("\n")
    assert lines[:2] == UNION.split("\n")[:2]
    assert sum(line.startswith(("一、", "二、", "三、")) for line in lines) == 3


def test_two_half_lines_of_a_salutation_in_capitals_get_no_space() -> None:
    raw = SAFETY.replace("通知单", "GDP\nAPP通知单")
    assert "GDPAPP" in tidy(manuscript_of(raw)).clean().text.replace("\n", "")


def test_blank_lines_of_a_docx_are_its_own() -> None:
    raw = manuscript_of(SCHOOL.replace("\n", "\n\n"))
    assert tidy(raw).kinds() == {"blank-line": len(SCHOOL.split("\n")) - 1}
    assert tidy(raw, docx=True).items == ()


def test_a_title_broken_in_two_is_one_line_again() -> None:
    raw = (
        "在全区校车安全管理工作推进会\n上的讲话\n同志们：\n路上要当心，车上要清点，一个也不能少。\n"
    )
    clean = tidy(manuscript_of(raw)).clean()
    assert clean.paragraphs[0].text == "在全区校车安全管理工作推进会上的讲话"
