"""A table of contents goes; the headings behind it, lists and agendas stay."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from tests.notation import doc, lines

SAID = "今年以来，全镇上下拧成一股绳，重点工作一件一件往前推，群众看在眼里，也记在心里。"
BODY = f"一、认清形势 | {SAID} | 二、压实责任 | {SAID} | 三、抓好落实 | {SAID}"
SPEECH = f"在全镇安全生产会上的讲话 | 同志们： | {BODY}"

CONTENTS = [
    f"‹目录 | 一、认清形势……1 | 二、压实责任……3 | 三、抓好落实……5 | ›{SPEECH}",
    f"‹目　录 | 一、认清形势\t1 | 二、压实责任\t3 | 三、抓好落实\t5 | ›{SPEECH}",
    f"‹目 录 | 一、认清形势 1 | 二、压实责任 3 | 三、抓好落实 5 | ›{SPEECH}",
    f"‹一、认清形势.........1 | 二、压实责任.........3 | 三、抓好落实.........5 | ›{SPEECH}",
    f"‹目录 | 一、认清形势……1 | 二、压实责任……3 | 三、抓好落实……5 | ›{BODY}",
    f"‹目录 | 一、认清形势 1 | 二、压实责任 3 | 三、抓好落实 5 | ›{BODY}",
    f"‹目录 | 一、认清形势 1 | （一）看外面 1 | （二）看自己 2 | 二、压实责任 3 | "
    f"三、抓好落实 5 | ›一、认清形势 | （一）看外面 | {SAID} | （二）看自己 | {SAID} | "
    f"二、压实责任 | {SAID} | 三、抓好落实 | {SAID}",
    f"‹目录 | 在全镇安全生产会上的讲话……1 | 在全镇春耕会上的讲话……4 | ›{SPEECH} | "
    f"在全镇春耕会上的讲话 | 同志们： | {SAID}",
    f"‹【目录】 | 一、认清形势（1） | 二、压实责任（3） | 三、抓好落实（5） | ›{SPEECH}",
    f"‹目录 | 一、认清形势………………第1页 | 二、压实责任………………第3页 | "
    f"三、抓好落实………………第5页 | ›{SPEECH}",
    f"在全镇安全生产会上的讲话 | ‹目录 | 一、认清形势……1 | 二、压实责任……3 | "
    f"三、抓好落实……5 | ›同志们： | {BODY}",
    f"‹目录 | 一、认清形势…………1 | 二、压实责任…………3 | 三、抓好落实…………5 | ›"
    f"一、认清形势 | （一）看外面 | {SAID} | 二、压实责任 | {SAID} | 三、抓好落实 | {SAID}",
]
ITEMS = (
    "1、推荐评选一批市级先进工作者并召开表彰大会 | 2、组织开展全市职工职业技能竞赛和岗位练兵活动 | "
    "3、新建三十个户外劳动者服务站点并统一标识 | 4、走访慰问困难职工家庭 | 5、办好职工运动会"
)
TWINS = [
    f"在全镇安全生产会上的讲话 | 同志们： | 今年的重点是五件实事。 | {ITEMS} | {SAID}",
    f"在全镇安全生产会上的讲话 | 同志们： | 得分如下： | 青石村 12 | 红岩村 9 | 白水 7 | {SAID}",
    f"议程 | 一、镇长通报情况 10 | 二、代表发言 15 | 三、书记讲话 20 | {SPEECH}",
    f"讲话提纲 | 一、认清形势 | 二、压实责任 | 三、抓好落实 | 以上请领导审定。{SAID}",
    f"在全镇安全生产会上的讲话 | 同志们： | 一、严格目录管理 | {SAID} | 二、目录要公开 | {SAID}",
    f"在全镇安全生产会上的讲话 | 同志们： | 一、认清形势 | 二、压实责任 | {SAID}",
    f"在全镇安全生产会上的讲话 | 同志们： | 得分如下： | 青石村……7 | 红岩村……9 | 白水……12 | {SAID}",
    f"附件目录：名单、办法、表格 | {SPEECH}",
    f"节目单 | 1、开场舞 3 | 2、小品 12 | 3、合唱 5 | 主持词 | 各位来宾： | {SAID}",
    f"同志们： | 全年完成： | 一、修路 8 | 二、修桥 3 | 三、打井 12 | {SAID}",
    f"在全镇安全生产会上的讲话 | 同志们： | 一、认清形势…… | {SAID} | 二、压实责任…… | {SAID}",
]


def split(case: str) -> tuple[str, str]:
    """A case as it stands, and without what is marked."""
    kept = "".join(part.partition("›")[2] if n else part for n, part in enumerate(case.split("‹")))
    return case.replace("‹", "").replace("›", ""), kept


@pytest.mark.parametrize("case", CONTENTS)
def test_a_table_of_contents_goes_and_the_headings_stay(case: str) -> None:
    text, kept = split(case)
    assert lines(tidy(doc(text), docx=False).clean()) == kept


@pytest.mark.parametrize("said", TWINS)
def test_what_is_no_table_of_contents_stays(said: str) -> None:
    assert lines(tidy(doc(said), docx=False).clean()) == said
