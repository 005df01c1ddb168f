"""All places where a heading glued to its body may end, each with what speaks for it.

Separate from `heading_extent`, which finds the mark that ends a heading; `sibling_headings`
then chooses among the places of all siblings together, and `heading_features` weighs one
place. Offsets are code points in one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from editor.language.office import office_prose
from editor.manuscript.heading_features import SHORTEST, BoundaryFeatures, ending_weight

LONGEST_HEADING: Final = 50  # code points; the longest seen in real speeches is 47
_KEPT: Final = 8  # the right place is among so many of the best in 98 of 100 headings
_OPENS: Final = 4.0  # against a heading that ends with '三句话：'
_LOWEST: Final = -3.0
_REST: Final = 12  # a first sentence of a body is hardly shorter

_OPEN: Final = frozenset("“‘《（(「『〈【")
_CLOSE: Final = frozenset("”’》）)」』〉】")
_GOES_ON: Final = frozenset("，,、。；：:;.!！？?的得和与及并”》）)】们了着是—－")
_STARTS: Final = "是"  # unless a blank or colon stands before it
_IN_WORDS: Final = "和与及"  # 和谐, 与会, 及时
_COMMAS: Final = re.compile("[，,]")
_VERB: Final = re.compile("是(?!否)|没有|关系|事关|就是|不仅|既|[要应须](?!求)|就")
# A colon behind these opens what they announce: 这里要说三句话：…
_ANNOUNCES: Final = re.compile(
    "(?:[几两二三四五六七八九十\\d](?:句话|点|条|个?方面|件事|个字|个问题|层意思|种情况|笔账)|如下|以下)$"
)
# What ending at the mark is worth, by the heading's length.
_WHOLE: Final = ((8, 2.4), (12, 2.2), (16, 1.4), (20, 0.6), (24, 0.3), (LONGEST_HEADING, -0.1))


@dataclass(frozen=True, slots=True)
class HeadingEnd:
    """A place where heading and body may part: the words end, the body begins."""

    end: int
    body: int
    score: float


def possible_ends(text: str, start: int, end: int) -> tuple[HeadingEnd, ...]:
    """Places inside ``[start, end)`` where heading and body may part, best first."""
    segment = text[start : min(end, start + LONGEST_HEADING + 24)]
    rest = end - start if text[end : end + 1] not in ("：", ":") else len(segment) + 1
    signs = BoundaryFeatures(segment)
    found: list[HeadingEnd] = []
    depth = 0
    for place, char in enumerate(segment):
        if char in _OPEN or char in _CLOSE:
            may, depth = depth == 0, max(0, depth + (1 if char in _OPEN else -1))
        else:
            may = depth == 0
        if not may or not _may_begin(segment, place, signs):
            continue
        head = signs.spaces.get(place, place)
        if SHORTEST <= head <= LONGEST_HEADING and not signs.hopeless(head, place):
            said = signs.score(head, place)
            said -= 0.0 if segment[head] in "：:" else _stub(segment, place, rest)
            if said >= _LOWEST:
                found.append(HeadingEnd(start + head, start + place, round(said, 2)))
    return tuple(sorted(found, key=lambda s: (-s.score, s.end))[:_KEPT])


def _may_begin(segment: str, place: int, signs: BoundaryFeatures) -> bool:
    """Whether a body can begin with this character."""
    char = segment[place]
    if char not in _GOES_ON:
        return True
    if char in _STARTS:
        return place in signs.spaces
    return char in _IN_WORDS and segment[place : place + 2] in office_prose().words


def _stub(segment: str, place: int, end: int) -> float:
    """What speaks against a body that is a mere rest: '…打赢消防安全 翻身仗。'."""
    if end > len(segment) or end - place >= _REST or _COMMAS.search(segment, place):
        return 0.0
    if _VERB.search(segment, place + 2):
        return 0.0
    return 3.0 if end - place < _REST // 2 else 1.5


def whole_score(words: str, mark: str) -> float:
    """What speaks for ending the heading at the mark, by its length and clauses."""
    score = next((s for limit, s in _WHOLE if len(words) <= limit), -4.0)
    score -= 0.4 * max(0, len(_COMMAS.findall(words)) - 1)
    score -= 2.0 if words.endswith(("是", "如下", "例如", "比如")) else 0.0
    score -= _OPENS if mark in ("：", ":") and _ANNOUNCES.search(words) else 0.0
    score += 1.2 * office_prose().ends.get(words[-1:], 0.0)
    tails = [ending_weight(words[-size:]) for size in (2, 3, 4)]
    score += 1.4 if words[-1:] in ("”", "》") or max(tails) > 0 else 0.0
    return score + (1.0 if mark in ("？", "?", "：", ":") else 0.0)
