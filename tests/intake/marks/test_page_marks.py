"""Marks of pages between the halves of a sentence go, whatever their form; counted things stay."""

from __future__ import annotations

import pytest

from editor.intake.tidy import tidy
from tests.notation import doc, lines

A = "今年以来全镇上下拧成一股绳，重点工作一件一件往前推，"
B = "群众看在眼里记在心里，干部也有了劲头，"
PAGE = "安全生产是头等大事，一刻也不能放松。" * 6
LIST = "推荐评选一批全市先进工作者并召开表彰大会"


def page(mark: str, glued: str = "") -> str:
    """A page's mark between two halves of a sentence."""
    return f"{A}各单位要把责任落实到 ‹| {mark} |› {glued}每一个班组，{B}"


MARKED = [
    page("3"),
    page("- 3 -"),
    page("第3页"),
    page("3/12"),
    page("第 3 页 共 12 页"),
    page("— 3 —"),
    page("2、"),
    page("3") + " | " + page("4"),
    page("2、") + f"{PAGE} | " + page("3、"),
    f"{PAGE}{A}要把思想统一 | ‹2、›到部署上来，{B}{PAGE}要把行动落实 | ‹3、›到要求上来，{B}",
    f"{A}要把责任压实 ‹| ·3· |› 到人，{B}",
    f"{A}要把责任压实 ‹| Page 3 |› 到人，{B}",
    f"{A}要把责任压实 ‹| [3] |› 到人，{B}",
    f"{A}要把责任压实 ‹| （3） |› 到人，{B}",
    f"{A}要把责任压实 ‹| P3 |› 到人，{B}",
    f"{A}要把责任压实 ‹| 第三页 |› 到人，{B}",
]
TWINS = [
    f"1、{LIST} | 2、{LIST} | 3、{LIST} | 4、{LIST} | 5、{LIST}",
    f"{A}全镇共有 | 3 | 个村，{B}",
    f"{A}去年修了 | 12 | 座桥，{B}",
    f"{A}重点是两条： | 1、{LIST} | 2、{LIST}",
    f"{PAGE} | （1） | {PAGE} | （2） | {PAGE}",
    f"会场在三楼 | 3 | 号会议室，{B}",
    f"{A}分三组讨论： | 第1组 | 第2组 | 第3组",
    f"{A}会期定在 | 3/12—3/14 | 三天，{B}",
    f"{A}共培训工人 | 60 | 余人次，{B}",
    f"{PAGE} | 1、基本情况（9月4日） | {PAGE}（见附件） | 2、下步打算（9月5日） | {PAGE}（见附件）",
    f"{PAGE}{A} | 1、岛内情况 | {PAGE}{A} | 2、岛外情况 | {PAGE}",
    f"{A}去年底广义货币M | 2 | 增长一成，{B}",
    f"{A}完成投资 | 30 | 亿元，{B}",
    "成绩单 | 李明 | 95 | 王芳 | 88 | 张伟 | 91",
]


def split(case: str) -> tuple[str, str]:
    """A case as it stands, and without what goes: a mark and the break it made."""
    kept = "".join(part.partition("›")[2] if n else part for n, part in enumerate(case.split("‹")))
    return case.replace("‹", "").replace("›", ""), kept.replace(" ", "")


@pytest.mark.parametrize("case", MARKED)
def test_a_pages_mark_goes_and_the_sentence_is_one_again(case: str) -> None:
    text, kept = split(case)
    clean = lines(tidy(doc(f"同志们： | {text} | {PAGE}"), docx=False).clean())
    assert clean.replace(" ", "").replace("|", "") == f"同志们：{kept}{PAGE}".replace("|", "")


@pytest.mark.parametrize("said", TWINS)
def test_what_is_counted_stays(said: str) -> None:
    text = f"同志们： | {said} | {PAGE}"
    kept = lines(tidy(doc(text), docx=False).clean())
    assert kept.replace(" ", "").replace("|", "") == text.replace(" ", "").replace("|", "")


HEAD = "云川镇二〇二六年工作会议材料"


@pytest.mark.parametrize(("mark", "stays"), [("— {n} —", False), ("第{n}页", False), ("", True)])
def test_a_line_that_comes_again_with_the_pages_is_their_head(mark: str, stays: bool) -> None:
    pages = [f"{HEAD} | {mark.format(n=n)} | {PAGE}" for n in (1, 2, 3, 4)]
    text = " | ".join(["在全镇会上的讲话", "同志们：", PAGE, *pages]).replace(" |  | ", " | ")
    assert (HEAD in lines(tidy(doc(text), docx=False).clean())) is stays
