"""Where in a row of numbers a second enumeration begins, and where the first was only disturbed.

One answer for the checks, the counts and the renumbering: 1, 2, 3, 1, 2 are two enumerations,
1, 2, 1, 3 and 3, 1, 2 are one in which something was moved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from editor.manuscript.numbering import MarkerStyle
from editor.manuscript.paragraph import Paragraph, Position

# 一是…二是… come again and again under a heading; （一） only where something leads to them.
_SPOKEN: Final = (
    MarkerStyle.POINT_IS,
    MarkerStyle.POINT_MUST,
    MarkerStyle.ORDINAL,
    MarkerStyle.CIRCLED,
)
_LEADS: Final = re.compile(
    r"[：:][ \u3000]*$|(?:[以如]下|下面|下列|分别)[^。！？]*[。！？]?[ \u3000]*$"
)


def enumerations(values: Sequence[int], led: Callable[[int], bool] = lambda _: True) -> list[int]:
    """The places in a row at which an enumeration begins; the first is 0.

    A second one begins with 1, goes on with 2, and stands behind a whole one of at least two;
    ``led`` says of a place whether its surroundings allow that.
    """
    starts = [0]
    for place in range(2, len(values) - 1):
        before = values[starts[-1] : place]
        begins = values[place] == 1 and values[place + 1] == 2 and len(before) > 1
        if begins and sorted(before) == list(range(1, len(before) + 1)) and led(place):
            starts.append(place)
    return starts


def leads_to_more(paragraphs: Sequence[Paragraph], place: Position, style: MarkerStyle) -> bool:
    """Whether the words above a number at a place may lead to a new enumeration in its style."""
    if style in _SPOKEN:
        return True
    line = place.paragraph
    above = paragraphs[line].text[: place.offset]
    while line > 0 and not above.strip():
        line -= 1
        above = paragraphs[line].text
    return bool(_LEADS.search(above[-60:]))
