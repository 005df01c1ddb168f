"""Notes that a document library glues to every page, between the words: '下载后可…'.

Told by three or more equal copies in unlike places that speak of the document, whatever
the wording is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Final

from editor.intake.evidence import ENOUGH, weigh
from editor.intake.sheet import Mark, Sheet
from editor.intake.watermarks import shared, unlike

_WHY = "反复夹在正文里的文档库说明，不是讲话内容"
_ANCHOR = re.compile(
    "文档|下载|[Ww]ord|WORD|编辑|打印|格式|复制|版权|公众号|关注|资料|水印|原创|整理|会员|收藏|免费|稿件|范文|更多"
)
_BRACKET = re.compile(r"[\[【〖〔(（][^\[\]【】〖〗〔〕()（）\n]{4,40}[\]】〗〕)）]")
# A name between two equal odd symbols: @好词库@
_FRAMED = re.compile(r"([@＠※§◎◆☆★#＃])[^\s@＠※§◎◆☆★#＃，。、；：]{2,14}\1")
# So many characters behind the anchor must be the same in all copies.
_SAME = 4
_SHORTEST: Final = 7
_COPIES: Final = 3
_WEIGHT: Final = 5


def strike_glued(sheet: Sheet) -> None:
    """Strike the copies of a library's note wherever they stand."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    text = _masked(sheet)
    for hit in _ANCHOR.finditer(text):
        places[text[hit.start() : hit.end() + _SAME]].append(hit.start())
    phrases: set[str] = set()
    for words, starts in places.items():
        if len(starts) < 2 or "\n" in words.strip("\n"):
            continue
        phrase = shared(text, starts, len(words.strip("\n")))
        enough = len(starts) >= _COPIES or _beside_struck(sheet, text, phrase)
        if enough and len(phrase) >= _SHORTEST and weigh(phrase).score >= _WEIGHT:
            phrases |= {phrase} if unlike(text, phrase) else set()
    brackets = Counter(_BRACKET.findall(text))
    phrases |= {p for p, copies in brackets.items() if copies > 1 and _is_sites(p)}
    framed = Counter(hit.group() for hit in _FRAMED.finditer(text))
    phrases |= {p for p, copies in framed.items() if copies > 1}
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        _strike(sheet, phrase)


def _beside_struck(sheet: Sheet, text: str, phrase: str) -> bool:
    """Whether all copies of a phrase stand beside what is struck in the middle of a line."""
    return bool(phrase) and all(
        "\n" in text[hit.start() - 1 : hit.start()] + text[hit.end() : hit.end() + 1]
        and sheet.text[hit.start() - 1 : hit.start()] != "\n"
        for hit in re.finditer(re.escape(phrase), text)
    )


def _is_sites(bracket: str) -> bool:
    """Whether a bracket that comes back speaks of a page; (热烈鼓掌) does not."""
    found = weigh(bracket)
    return found.score >= ENOUGH and bool(found.signs & {"site", "stamp"})


def _masked(sheet: Sheet) -> str:
    """The text with line feeds for what is struck already: a note does not reach over it."""
    lines = list(sheet.lines)
    for number, marks in sheet.marks.items():
        for mark in marks:
            line = lines[number]
            gap = "\n" * (mark.end - mark.start)
            lines[number] = line[: mark.start] + gap + line[mark.end :]
    return "\n".join(lines)


def _strike(sheet: Sheet, phrase: str) -> None:
    for number, line in enumerate(sheet.lines):
        for hit in re.finditer(re.escape(phrase), line) if phrase in line else ():
            sheet.strike([Mark(number, hit.start(), hit.end(), "watermark", _WHY)])
