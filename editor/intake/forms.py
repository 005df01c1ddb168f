"""The value of a line's form, and the labels of a file's card."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

# What may stand before the first word of a site's line.
LEAD: Final = r"[\s　【\[（(<>＞《·•※★☆◆◇▲▼►▶*\-—=]*"
STAMP: Final = r"20\d\d\s*[-/年.]\s*\d{1,2}\s*[-/月.]\s*\d{1,2}日?\s+\d{1,2}:\d\d(?::\d\d)?"
# What only a site's file card says, and what a speech's own card may say too.
_CARD_TEXT: Final = (
    "上传人 上传者 上传用户 上传时间 上传日期 文档编号 资源编号 资源ID 文档分类 "
    "所属分类 文档格式 文件格式 文件大小 文档大小 文章大小 文件类型 浏览量 浏览次数 "
    "阅读次数 阅读量 点击数 点击量 点击次数 访问量 下载量 下载次数 下载积分 所需积分 "
    "收藏数 评论数 售价 信息来源 文章来源 稿件来源 发布时间 发布日期 发布人 发布者 "
    "更新时间 添加时间 责任编辑 网站编辑 文章录入 录入者 索引号 信息索引 主题分类 "
    "信息分类 公开方式 所属栏目 字体大小 分享到 文章标题 文章作者"
)
_LOOSE_TEXT: Final = (
    "格式 页数 大小 积分 金币 价格 来源 作者 编辑 录入 审核 字体 字号 浏览 阅读 点击 "
    "人气 栏目 楼主 发布单位 发布机构 发文机关 发表于 时间 日期"
)
_CARD: Final = tuple(_CARD_TEXT.split())
PAIR: Final = "(?:" + "|".join((*_CARD, *_LOOSE_TEXT.split())) + ")"
# Government pages set their labels wide: 索 引 号：
_SPREAD = re.compile(r"(?<=[一-龥])[ 　](?=[一-龥](?:[ 　][一-龥])*\s*[:：])")
_LABEL = re.compile(rf"({PAIR})\s*[:：]")


class Form(NamedTuple):
    """A form of line: what it is, why it goes, and the words one of which it must hold."""

    kind: str
    why: str
    words: tuple[str, ...]
    gate: re.Pattern[str]
    pattern: re.Pattern[str]


def form(kind: str, why: str, gate: str, *shapes: str) -> Form:
    """A form made of alternative shapes, each a pattern for a whole line."""
    pattern = re.compile("|".join(f"(?:{shape})" for shape in shapes), re.IGNORECASE)
    words = tuple(gate.split())
    return Form(kind, why, words, any_of(words), pattern)


def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """The search for any of the words in one pass: the cheap gate before a long pattern."""
    return re.compile("|".join(map(re.escape, words)))


def matching(forms: tuple[Form, ...], text: str) -> Form | None:
    """The first of the forms that a whole line has."""
    for one in forms:
        if one.gate.search(text) and one.pattern.fullmatch(text):
            return one
    return None


def is_file_card(text: str) -> bool:
    """Whether a line is a file's or page's card: two labels, one of them a site's own."""
    text = _SPREAD.sub("", text)
    labels = _LABEL.findall(text)
    if len(text) > 240 or "。" in text or not labels:
        return False
    sure = sum(label in _CARD for label in labels)
    if sure and len(labels) >= 2:
        return True
    if sure and _LABEL.match(text.lstrip(" \t\u3000-—【[·•")):
        return len(text) <= 70
    return len(labels) >= 3 or {"作者", "来源"} <= set(labels)
