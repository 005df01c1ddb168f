"""All places where a heading glued to its body may end, each with what speaks for it.

Separate from `heading_extent`, which finds the mark that ends a heading; `sibling_headings`
then chooses among the places of all siblings together, and `heading_features` names the
signs of one place. Offsets are code points in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from editor.manuscript.heading.heading_features import HeadingSigns, marked, weight_of

LONGEST_HEADING: Final = 50  # code points; the longest seen in real speeches is 47
BEHIND: Final = 24  # characters of the body that are looked at
SHORTEST: Final = 2
_KEPT: Final = 12  # the right place is among so many of the best in 99 of 100 headings
_OPENS: Final = 4.0  # against a heading that ends with '三句话：'

_OPEN: Final = frozenset("“‘《（(「『〈【")
_CLOSE: Final = frozenset("”’》）)」』〉】")
_GOES_ON: Final = frozenset("，,、。；：:;.!！？?”》）)】’—－ \u3000\t")
_NO_END: Final = frozenset("，,、：:“‘《（(【 \u3000\t—－")
_SPACE: Final = re.compile("[ \u3000\t]+|[：:](?=[^0-9])")
# A colon behind these opens what they announce: 这里要说三句话：…
_ANNOUNCES: Final = re.compile(
    "(?:[几两二三四五六七八九十\\d](?:句话|点|条|个?方面|件事|个字|个问题|层意思|种情况|笔账)|如下|以下)$"
)


@dataclass(frozen=True, slots=True)
class HeadingEnd:
    """A place where heading and body may part: the words end, the body begins."""

    end: int
    body: int
    score: float


def places(segment: str) -> Iterator[tuple[int, int]]:
    """Where a heading may end in a segment, and where its body then begins."""
    spaces = {m.end(): m.start() for m in _SPACE.finditer(segment)}
    depth = 0
    for place, char in enumerate(segment):
        may = depth == 0
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth, may = max(0, depth - 1), False
        head = spaces.get(place, place)
        if not may or char in _GOES_ON or not SHORTEST <= head <= LONGEST_HEADING:
            continue
        before = segment[head - 1]
        if before not in _NO_END and not (before.isascii() and char.isascii() and head == place):
            yield head, place


def possible_ends(text: str, start: int, end: int) -> tuple[HeadingEnd, ...]:
    """Places inside ``[start, end)`` where heading and body may part, best first."""
    segment = text[start : min(end, start + LONGEST_HEADING + BEHIND)]
    signs = HeadingSigns(segment)
    found: list[HeadingEnd] = []
    ends: dict[int, float] = {}
    for head, place in places(segment):
        if signs.cannot_end(head):
            continue
        if head not in ends:
            ends[head] = sum(map(weight_of, signs.ends(head)))
        said = ends[head] + sum(map(weight_of, signs.begins(head, place)))
        found.append(HeadingEnd(start + head, start + place, round(said, 2)))
    return tuple(sorted(found, key=lambda s: (-s.score, s.end))[:_KEPT])


def whole_score(words: str, mark: str) -> float:
    """What speaks for ending the heading at the mark, by its words, length and clauses."""
    if not words:
        return 0.0
    score = sum(map(weight_of, marked(HeadingSigns(words), len(words))))
    score -= 2.0 if words.endswith(("是", "如下", "例如", "比如")) else 0.0
    score -= _OPENS if mark in ("：", ":") and _ANNOUNCES.search(words) else 0.0
    return score + (1.0 if mark in ("？", "?", "：", ":") else 0.0)
