"""A marker that may begin a node of the outline, as a value.

Separate from `lines`, which finds them in a line, because all who judge them further take
them as they are. Offsets are code points in the line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from editor.manuscript.numbering import MarkerStyle

POINT_STYLES: Final = frozenset(
    {
        MarkerStyle.ORDINAL,
        MarkerStyle.POINT_IS,
        MarkerStyle.POINT_MUST,
        MarkerStyle.SEQUENCE,
        MarkerStyle.SIDE,
    }
)


class HeadingVariant(NamedTuple):
    """A way to end a heading: its words, where the body begins, what speaks for it.

    ``mark``: what stands between the two ('' nothing, '/' the line's end).
    """

    title: str
    body: int
    score: float
    mark: str


@dataclass(frozen=True, slots=True)
class HeadingCandidate:
    """A marker that may begin a node, with the words and body it would have.

    ``style`` None: a heading by the file's style, ``rank`` its level. ``at_line``: first
    on its line; ``whole``: its words fill the line; ``sentence``: behind a sentence's
    end; ``row``: one of '一是…，二是…' divided by commas only, or of an agenda's list;
    ``announced``: behind '我讲三点：'. ``variants``: all
    ways the heading may end, if there are several. ``words``: where
    the title begins. ``keyword``: counted as 第一个关键词. ``shown``: its first words where no
    end is good enough and the title is ''. ``aside``: a point inside a sentence that can be
    moved and is no heading.
    """

    style: MarkerStyle | None
    rank: int
    value: int
    number: str
    start: int
    title: str
    body: int
    at_line: bool = True
    whole: bool = False
    sentence: bool = True
    has_body: bool = False
    row: bool = False
    announced: bool = False
    variants: tuple[HeadingVariant, ...] = ()
    words: int = 0
    keyword: bool = False
    shown: str = ""
    aside: bool = False
