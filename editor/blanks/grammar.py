"""The grammar of blanks: small recognisers, one for each kind, composed over a paragraph.

The scan walks from one trigger character to the next; the recognisers of that character
are asked in order and the first answer wins. Text without a trigger costs one search.
"""

from __future__ import annotations

import re
from itertools import chain

from editor.blanks import brackets, dates, elided, gaps, marks
from editor.blanks.dropped import dropped
from editor.blanks.found import Found, Recogniser

__all__ = ["Found", "scan"]


def _table() -> dict[str, tuple[Recogniser, ...]]:
    rows = chain(
        elided.RECOGNISERS,
        marks.RECOGNISERS,
        gaps.RECOGNISERS,
        brackets.RECOGNISERS,
        dates.RECOGNISERS,
    )
    table: dict[str, tuple[Recogniser, ...]] = {}
    for alphabet, recogniser in rows:
        for char in alphabet:
            table[char] = (*table.get(char, ()), recogniser)
    return table


_RECOGNISERS = _table()
# Common characters are triggers only with the neighbour that makes them worth a look.
_COMMON = {
    "月": r"(?<=[0-9０-９])月",
    "。": r"。(?=。。)",
    ".": r"\.(?=\.\.)",
    "．": r"．(?=．．)",
    "此": r"此(?=处)",
    "这": r"这(?=里(?:请|可|应|需|宜|插|填|补|添|加|列|举|根|结))",
    "以": r"以(?=下[省略])",
    "下": r"下(?=文?[省略])",
    "中": r"中(?=间部分)",
    "未": r"未(?=完)",
    "T": r"T(?=ODO|BD)",
    "F": r"F(?=IXME)",
    "“": r"“(?=[ \u3000]*”)",
    "《": r"《(?=[ \u3000]*》)",
    " ": r"(?<=[^ \u3000\t]) ",
    "\u3000": r"(?<=[^ \u3000\t])\u3000",
}
_TRIGGER = re.compile(
    "|".join(
        ["[" + "".join(re.escape(c) for c in sorted(_RECOGNISERS.keys() - _COMMON.keys())) + "]"]
        + list(_COMMON.values())
    )
)


def scan(text: str) -> tuple[Found, ...]:
    """The blanks of one paragraph in order, without overlaps; pure, so cache it by text.

    A blank that needs the paragraph before or behind is `reader.find_blanks`' business.
    """
    found = list(_walk(text))
    if eaten := dropped(text):
        found = _merged(found, eaten)
    return tuple(found)


def _walk(text: str) -> list[Found]:
    found: list[Found] = []
    floor = 0
    trigger = _TRIGGER.search(text)
    while trigger is not None:
        at = trigger.start()
        answer = _ask(text, at, floor)
        if answer is None:
            floor_next = at + 1
        else:
            found.append(answer)
            floor = floor_next = answer.end
        trigger = _TRIGGER.search(text, floor_next)
    return found


def _ask(text: str, at: int, floor: int) -> Found | None:
    for recogniser in _RECOGNISERS[text[at]]:
        answer = recogniser(text, at)
        if answer is not None and answer.start >= floor and answer.end > at:
            return answer
    return None


def _merged(found: list[Found], eaten: list[Found]) -> list[Found]:
    """Both lists in order; where they overlap the mark wins over the eaten word."""
    kept = list(found)
    for one in eaten:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept)
