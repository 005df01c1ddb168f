"""Lines made of nothing but a site's buttons and captions: 下载 相关 举报, 猜你喜欢.

By vocabulary, so that any order and any separators are met; a speech has no such line.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from editor.intake.line_buffer import LineBuffer
from editor.language.sites import sure_captions, weak_captions

_SEPARATORS = r"[\s　|｜/\\·•>＞»«<＜\-—_+,，、:：()（）\[\]【】《》〈〉★☆※↓↑→←▲▼◆●\d.…~*]*"
_RELATED = ("相关", "往期", "延伸", "精彩", "热文", "猜", "推荐", "热门", "最新", "喜欢", "感兴趣")
_SHARED = ("分享", "收藏", "赞", "在看", "微博", "微信", "朋友圈", "关注")
_BARE = re.compile(r"[\s　]*(?:目录|范文|公文|论文|文库|新闻|资讯)[\s　]*")


class _Captions(NamedTuple):
    """A line of captions, one caption, and those that stand for themselves."""

    line: re.Pattern[str]
    one: re.Pattern[str]
    sure: frozenset[str]


@cache
def _captions() -> _Captions:
    every = (*sure_captions(), *weak_captions())
    one = "|".join(sorted(map(re.escape, every), key=len, reverse=True))
    line = re.compile(f"(?:{_SEPARATORS}({one}))+?{_SEPARATORS}")
    return _Captions(line, re.compile(one), frozenset(sure_captions()))


def button_kind(text: str) -> str:
    """The kind of a line of buttons, '' where it is none; 'weak' where it may be a word."""
    captions = _captions()
    if len(text) > 120 or not captions.line.fullmatch(text):
        return ""
    words = captions.one.findall(text)
    if not any(word in captions.sure for word in words) and len(words) < 2:
        return "" if _BARE.fullmatch(text) else "weak"
    if not any(word in captions.sure for word in words) and (
        all(len(word) == 1 for word in words) or any(mark in text for mark in "，、。；,;")
    ):
        return "weak"
    if any("版权" in word or "声明" in word for word in words):
        return "copyright"
    if any(word.startswith(_RELATED) or "喜欢" in word for word in words):
        return "related-links"
    if any(part in word for word in words for part in _SHARED):
        return "share-bar"
    return "site-header"


def remove_caption_lines(buffer: LineBuffer) -> None:
    """Remove the lines of buttons."""
    for number, line in enumerate(buffer.lines):
        if 1 < len(line) <= 120 and line.strip():
            kind = button_kind(line)
            if kind and kind != "weak":
                buffer.remove_line(number, kind, "整行都是网页按钮和栏目名，不是讲话内容")
