"""What a line looks like: a heading, a salutation, a title, a sentence that goes on."""

from __future__ import annotations

import re
from typing import Final

# Marks that end a paragraph; 、and ， never do.
ENDS: Final = "。！？!?；;：:…"
CLOSERS: Final = "”’』」）)】〕》〉\"'"
SPACES: Final = " \t\u3000\u00a0\u2028"

_NUMERAL = "[一二三四五六七八九十百]{1,4}"
_HEADING = re.compile(
    rf"[{SPACES}]*(?:第?{_NUMERAL}(?:[、.．]|是|要)|第{_NUMERAL}(?:部分|章|节|"
    rf"个方面)?[、，,:：{SPACES}]"
    rf"|[(（〔]{_NUMERAL}[)）〕]|\d{{1,2}}[、.．](?!\d)|[(（]\d{{1,2}}[)）]|[①-⑳]"
    r"|(?:首先|其次|再次|最后|第[一二三四五六七八九十])[，,、])"
)
_MAJOR = re.compile(
    rf"[{SPACES}]*(?:{_NUMERAL}、|[(（〔]{_NUMERAL}[)）〕]|第{_NUMERAL}(?:部分|章))"
)
_CALLED = (
    "同志|领导|代表|委员|来宾|嘉宾|女士|先生|朋友|同学|老师|乡亲|战友|同仁|职工|家长|企业家|干部"
)
_SALUTATION = re.compile(
    rf"[{SPACES}]*(?:尊敬的|敬爱的|亲爱的)?[^。；;]{{0,24}}(?:{_CALLED})[^。；;]{{0,12"
    rf"}}?[:：!！，,]?[{SPACES}]*"
)
_GREETED = re.compile(
    rf"[{SPACES}]*(?:尊敬的|敬爱的|亲爱的|各位|同志们|女士们|先生们|朋友们|同学们|乡亲们|老师们)"
)
# 全体员工、离退休老同志、员工家属们：
_ALL = re.compile(
    r"(?:全[体国省市县区镇乡校院厂村社]|老师|同学|家长|居民|村民|党员|业主|战友|父老|离退休)"
    r"[^。；;]{0,30}[们员属志友生众胞亲工][:：]"
)
_TITLE = re.compile(
    r"(?:讲话|发言|致辞|致词|报告|演讲|党课|总结|述职|表态|主持词|开幕词|闭幕词|祝词|"
    r"贺词|献词|悼词)"
    r"(?:稿|提纲|材料|例文|范文|范本|模板)*(?:[(（]?[一二三四五六七八九十\d]{0,2}[)）]"
    r"?|篇[一二三四五六七八九十\d]+)$"
)


def ends_paragraph(text: str) -> bool:
    """Whether a text ends as a paragraph may: with an end mark, perhaps closed by ” or ）."""
    text = text.rstrip(SPACES)
    inner = text.rstrip(CLOSERS)
    if not inner:
        return True
    last = inner[-1]
    if last in ENDS:
        return True
    if last == ".":
        return not inner[-2:-1].isdigit()
    return len(inner) < len(text) and text[-1] in "）)】" and _remark(text)


def _remark(text: str) -> bool:
    """Whether the bracket that closes the text was opened behind an end mark."""
    opened = max(text.rfind(mark) for mark in "（(【")
    return opened <= 0 or text[:opened].rstrip(SPACES)[-1:] in ENDS


def is_heading(text: str) -> bool:
    """Whether a text starts with a number or a word that counts (一、 （一） 1. 一是 首先，)."""
    return _HEADING.match(text) is not None


def is_major_heading(text: str) -> bool:
    """Whether a text starts with 一、 or （一）or 第一部分."""
    return _MAJOR.match(text) is not None


def is_bare_heading(text: str) -> bool:
    """Whether a line is a heading and nothing else: short, numbered, no sentence in it."""
    return is_heading(text) and len(text) <= 60 and "。" not in text


def is_salutation(text: str) -> bool:
    """Whether a line calls on the audience and says nothing more."""
    text = text.strip()
    if len(text) > 42:
        return False
    if not _GREETED.match(text):
        return _ALL.fullmatch(text) is not None
    plain = text[-1:] in "：:" and not any(mark in text for mark in "，,。；;")
    return plain or _SALUTATION.fullmatch(text) is not None


def calls_audience(text: str) -> bool:
    """Whether a text begins by calling on the audience."""
    return _GREETED.match(text) is not None


def is_title(text: str) -> bool:
    """Whether a line is a speech's title: short, no end mark, and it names a kind of speech."""
    text = text.strip()
    return 4 <= len(text) <= 50 and _TITLE.search(text) is not None and "。" not in text


def is_prose(text: str) -> bool:
    """Whether a line is running text rather than a title, a label or a list of links."""
    text = text.strip()
    return len(text) >= 30 and ("。" in text or (text.count(",") + text.count("，") >= 2))


def indent_of(text: str) -> int:
    """How many white characters a line begins with."""
    return len(text) - len(text.lstrip(SPACES))
