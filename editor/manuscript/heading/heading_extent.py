"""Where a heading's words end and its body begins, also where they stand in one line.

Separate because it is the one judgement by wording in the outline: '一、上半年主要工作
今年是…' and '…正确政治方向2018年是…' have no mark between heading and body. Offsets are
code points in one paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from editor.manuscript.heading.heading_ends import (
    LONGEST_HEADING,
    HeadingEnd,
    possible_ends,
    whole_score,
)

_SEARCHED: Final = 240
_LONGEST_SENTENCE: Final = 36  # a line of one sentence beyond this has its body in it
_LONGEST_LINE: Final = 70  # of a line that nothing but its end ends
_SHORTEST_SPLIT: Final = 10  # a heading and a clause of body
_GLUED_LINE: Final = 16  # a line of one sentence so long may hold its body
_BY_ITSELF: Final = 1.0  # what speaks for a line that is a heading and nothing else
_SURELY_GLUED: Final = 1.0  # what speaks more for an end inside a line than for all of it
_POINT: Final = 1.0  # 第一，… is seldom glued

_STOP: Final = re.compile("[。！？；…!?;：:.“”‘’《》（）()「」『』〈〉]")
_OPEN: Final = "“‘《（(「『〈"
_CLOSE: Final = "”’》）)」』〉"
_SAYING: Final = ("指出", "强调", "提出", "要求", "说", "认为", "讲", "道", "表示", "明确", "写道")
_TRAILING: Final = " \u3000\t。；;：:，,、.…"
_NEXT_ITEM: Final = re.compile("[；;](?=[一二三四五六七八九十第（(①-⑳0-9])")
_SENTENCE_INSIDE: Final = re.compile("[。！!]|[？?].{6}|(?<=[\u4e00-\u9fff])\\.(?=[\u4e00-\u9fff])")
_PAGE_MARK: Final = re.compile(r"[\s\u3000]*(?:[-—－]\s?\d{1,3}\s?[-—－])?[\s\u3000]*")


@dataclass(frozen=True, slots=True)
class HeadingExtent:
    """A heading's words ``[start, end)``; its body begins at ``body``.

    ``whole``: the heading fills its line. ``ends``: all places to end it, where there
    are others than its mark; siblings decide among them.
    """

    start: int
    end: int
    body: int
    whole: bool
    ends: tuple[HeadingEnd, ...] = ()


def sentence_end(text: str, start: int) -> int:
    """The first mark from ``start`` that ends a clause group, outside quotes; or the end.

    A full-width or ASCII colon counts where what stands before it is short and does
    not announce someone's words.
    """
    depth, inside, limit = 0, -1, min(len(text), start + _SEARCHED)
    for match in _STOP.finditer(text, start, limit):
        c, at = match.group(), match.start()
        if c in _OPEN:
            depth += 1
        elif c in _CLOSE:
            depth = max(0, depth - 1)
        elif not _ends(text, start, at, c):
            continue
        elif depth == 0:
            return at
        elif inside < 0 and c in "。！？!?":
            inside = at
    return inside if depth and inside >= 0 else limit


def _ends(text: str, start: int, at: int, c: str) -> bool:
    if c == ".":
        return at > start and not text[at - 1].isascii() and not text[at + 1 : at + 2].isdigit()
    if c in "：:":
        title = text[start:at]
        return 2 <= len(title) <= 36 and not title.endswith(_SAYING) and not title[-1].isdigit()
    return True


def heading_extent(text: str, start: int, *, own_line: bool, point: bool) -> HeadingExtent:
    """The heading whose words begin at ``start`` (behind the marker).

    ``own_line``: its marker begins the line. ``point``: 一是 / 第一 / 首先.
    """
    while start < len(text) and text[start] in " \u3000\t":
        start += 1
    if own_line and (line := _whole_line(text, start, point)):
        return line
    end = sentence_end(text, start)
    may = end - start >= _SHORTEST_SPLIT
    found = possible_ends(text, start, end) if may else ()
    if not found:
        return HeadingExtent(start, end, _behind(text, end), False)
    whole = whole_score(text[start:end], text[end : end + 1]) + (_POINT if point else 0.0)
    ends = (*found, HeadingEnd(end, _behind(text, end), whole))
    said = point and not own_line  # mostly all of its sentence; its siblings may tell otherwise
    best = found[0] if end - start > LONGEST_HEADING and not said else ends[-1]
    return HeadingExtent(start, best.end, best.body, False, ends)


def _whole_line(text: str, start: int, point: bool) -> HeadingExtent | None:
    end = len(text)
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    words = text[start:end]
    longest = LONGEST_HEADING if end < len(text) else _LONGEST_LINE
    if len(words) > longest or _SENTENCE_INSIDE.search(words) or _NEXT_ITEM.search(words):
        return None
    if point and re.search("[；;]", words):
        return None
    if len(words) > _LONGEST_SENTENCE and text.startswith("。", end):
        return None
    ended = text[end : end + 1] in tuple("。；;：:") or words.endswith(("】", "）", ")"))
    colon = re.search("^[^：:]{2,20}[：:][^：:]{5}", words) is not None
    ended = ended and (colon or len(words) >= _GLUED_LINE)
    if not ended and not re.search("[ \u3000]", words):
        return HeadingExtent(start, end, len(text), True)
    ends = possible_ends(text, start, end)
    alone = -_BY_ITSELF if colon else _BY_ITSELF
    said = whole_score(words, "") + alone if ends else 0.0
    glued = ends and ends[0].score > said + _SURELY_GLUED
    if glued and re.search("[，,]", text[ends[0].body : end]):
        return None
    if ended and ends:
        whole = HeadingEnd(end, len(text), said)
        return HeadingExtent(start, end, len(text), True, (*ends, whole))
    return HeadingExtent(start, end, len(text), True)


def _behind(text: str, end: int) -> int:
    """The body's beginning: behind the mark, closing quotes, a page mark and blanks."""
    while end < len(text) and text[end] in "。！？；…!?;：:.”’」』）)":
        end += 1
    match = _PAGE_MARK.match(text, end)
    return match.end() if match else end
