"""Inside a page's foot everything is the page's; the last words of a speech are not in it."""

from __future__ import annotations

from editor.intake.tidy import tidy
from tests.notation import doc, lines

SPEECH = "在全县护士节大会上的讲话 | 同志们： | 今天开会，我讲三点。 | 让我们一起努力！"
FOOT = "上一篇：护士长竞聘演讲 | 下一篇：后勤科长发言"
LICENCE = "云ICP备00123号-9 | 关于我们 | 联系小编 | 友情链接"


def cleaned(tail: str) -> str:
    return lines(tidy(doc(f"{SPEECH} | {tail}"), docx=False).clean())


def test_a_list_and_a_notice_between_sure_lines_go() -> None:
    inside = "· 门诊部主任表态发言 | · 医德医风大会主持词 | 文字归写的人，白板笔记只作展示。"
    assert cleaned(f"{FOOT} | {inside} | {LICENCE}") == SPEECH


def test_last_words_below_one_stray_line_stay() -> None:
    words = "散会以后，请各科室主任留一下。"
    left = cleaned(f"分享到：QQ空间 新浪微博 | {words} | {LICENCE}")
    assert words in left


def test_below_the_foot_of_a_page_nothing_is_taken_for_certain() -> None:
    signed = "云川市卫生健康委员会 | 2026年5月12日"
    assert cleaned(f"{FOOT} | {signed}").endswith(signed)
