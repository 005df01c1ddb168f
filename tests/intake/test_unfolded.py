"""A page copied into one line loses its furniture as one copied in lines does."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of

TITLE = "在全县河湖管护工作会议上的讲话"
CALL = "同志们："
BODY = (
    "今天召开河湖管护工作会议，主要任务是总结去年工作，安排今年任务。去年以来，各镇各部门清理河道三百余公里，"
    "拆除违建二十四处，水面干净了，岸线通畅了，群众是满意的。一、责任要落到河段每条河都要有人管，"
    "每个段都要有人巡，巡河不能只是走一走、看一看。二、整治要见到成效对乱占乱倒要露头就打，"
    "查一处、清一处，名单报县河长办备案。三、监督要经常管用各镇要把公示牌立起来，群众打一个电话就有人来。"
    "会议材料已发到各单位，请会后下载学习。谢谢大家！"
)
PAGES = [
    ("当前位置：首页 > 范文大全 > 讲话稿 ", "上一篇：河长制汇报材料下一篇：植树节致辞"),
    ("发布时间：2023-03-08 10:22 来源：文稿岭 浏览：1260次", "【打印本页】【关闭窗口】"),
    ("作者：佚名 点击：35次", "版权声明：本站文章均由网友上传，如有侵权请联系管理员删除。"),
    (
        "字体：【大 中 小】",
        "相关推荐：防汛动员会讲话稿 更多范文请访问 www.wengaoling.example",
    ),
    ("扫码下载APP免费阅读全文 ", "猜你喜欢：护林防火讲话精选 本文来自文稿岭网，转载请注明出处。"),
]
# Nothing around them is a page's.
CLEAN = [
    TITLE + CALL + BODY,
    CALL + BODY,
    TITLE + "（2024年3月8日）" + CALL + BODY + "附件：巡河记录表",
    TITLE + CALL + BODY.replace("会议材料", "网站和公众号要管好，未经审核不得转载。会议材料"),
    "河长办主任" + TITLE + CALL + "请大家关注三件事。" + BODY,
]


def taken(text: str) -> list[str]:
    """What cleaning takes out of a text, in order."""
    items = tidy(manuscript_of(text)).sure
    return [item.before for item in items if item.before.strip() and not item.after.strip()]


@pytest.mark.parametrize(("head", "tail"), PAGES)
def test_what_a_page_has_around_a_speech_goes(head: str, tail: str) -> None:
    receipt = tidy(manuscript_of(head + TITLE + CALL + BODY + tail))
    assert receipt.clean().text.replace("\n", "").strip() == TITLE + CALL + BODY


@pytest.mark.parametrize("text", CLEAN)
def test_a_speech_in_one_line_keeps_every_word(text: str) -> None:
    assert taken(text) == []


def test_a_page_in_one_line_is_balanced() -> None:
    head, tail = PAGES[1]
    receipt = tidy(manuscript_of(head + TITLE + CALL + BODY + tail))
    assert receipt.balanced()
    assert receipt.balanced(receipt.items)
