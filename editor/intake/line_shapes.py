"""What a line looks like: a heading, a salutation, a title, a sentence that goes on."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from editor.language.speech import genre_choice, opening_choice, person_choice

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
# 全体员工、离退休老同志、员工家属们：
_ALL = re.compile(
    r"(?:全[体国省市县区镇乡校院厂村社]|老师|同学|家长|居民|村民|党员|业主|战友|父老|离退休)"
    r"[^。；;]{0,30}[们员属志友生众胞亲工][:：]"
)


@cache
def _salutation() -> re.Pattern[str]:
    return re.compile(
        rf"[{SPACES}]*(?:尊敬的|敬爱的|亲爱的)?[^。；;]{{0,24}}{person_choice()}[^。；;]{{0,12}}"
        rf"?[:：!！，,]?[{SPACES}]*"
    )


@cache
def _greeted() -> re.Pattern[str]:
    return re.compile(rf"[{SPACES}]*{opening_choice()}")


@cache
def _title() -> re.Pattern[str]:
    return re.compile(
        rf"{genre_choice(parts_too=True)}(?:稿|提纲|材料|例文|范文|范本|模板)*"
        r"(?:[(（]?[一二三四五六七八九十\d]{0,2}[)）]?|篇[一二三四五六七八九十\d]+)$"
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
    if not _greeted().match(text):
        return _ALL.fullmatch(text) is not None
    plain = text[-1:] in "：:" and not any(mark in text for mark in "，,。；;")
    return plain or _salutation().fullmatch(text) is not None


def calls_audience(text: str) -> bool:
    """Whether a text begins by calling on the audience."""
    return _greeted().match(text) is not None


def is_title(text: str) -> bool:
    """Whether a line is a speech's title: short, no end mark, and it names a kind of speech."""
    text = text.strip()
    return 4 <= len(text) <= 50 and _title().search(text) is not None and "。" not in text


def is_prose(text: str) -> bool:
    """Whether a line is running text rather than a title, a label or a list of links."""
    text = text.strip()
    return len(text) >= 30 and ("。" in text or (text.count(",") + text.count("，") >= 2))


def indent_of(text: str) -> int:
    """How many white characters a line begins with."""
    return len(text) - len(text.lstrip(SPACES))
