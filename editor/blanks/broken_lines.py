"""Lines that a page broke anywhere: a mark may be cut in two, or be judged by the next line.

'20' / 'xx年', 'X' / '光': such seams are read again with both sides joined.
"""

from __future__ import annotations

from collections.abc import Sequence

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import (
    CROSSES,
    DIGITS,
    LINES,
    RINGS,
    STARS,
    FoundBlank,
    FoundByLine,
    Scan,
    add_apart,
)
from editor.blanks.recognisers.vanished import at_start
from editor.manuscript.numbering import marker_at

ENDS = frozenset("。！？!?；;：:”）)")
CUT_KINDS = frozenset({BlankKind.X, BlankKind.YEAR, BlankKind.MANGLED})
"""Kinds that a neighbour can change; the others end where their paragraph ends."""

_REACH = 48
# A line shorter than this was ended by its author (a name, a date), not by a page's width.
_BROKEN = 12
_MARKS = CROSSES | STARS | LINES | RINGS
_BRACKETS = frozenset("（([［【〔〖{｛")
_INDENT = frozenset(" \u3000\t")


def mend_seams(texts: Sequence[str], founds: FoundByLine, scanned: Scan) -> None:
    """Judge anew what stands where one paragraph ends and the next begins."""
    for index in range(len(texts) - 1):
        upper, lower = texts[index], texts[index + 1]
        if not upper or not lower:
            continue
        if upper[-1] in ENDS:
            if lower[0] in "指强明深 \u3000" and (start := at_start(lower)):
                founds[index + 1] = (start, *founds.get(index + 1, ()))
            continue
        _clear_start(upper, lower, index + 1, founds)
        if len(upper) >= _BROKEN and lower[0] not in _INDENT:
            _mend(texts, index, founds, scanned)


def _clear_start(upper: str, lower: str, index: int, founds: FoundByLine) -> None:
    """A line may begin with 同志 or 们 whose subject stands on the broken line above."""
    here = founds.get(index)
    if here and here[0].kind is BlankKind.DROPPED and here[0].start == 0:
        size = here[0].end
        if lower[0] == "是" and marker_at(upper, len(upper) - len(upper.lstrip())):
            return  # below a heading begins a sentence
        if lower[0] == "是" or size == 2 or (size == 1 and upper[-1] in "志表友员学师亲士长工"):
            founds[index] = here[1:]


def _mend(texts: Sequence[str], index: int, founds: FoundByLine, scanned: Scan) -> None:
    """Judge what touches the end of one line and the start of the next once more."""
    upper, lower = texts[index], texts[index + 1]
    tail, head = upper[-_REACH:], lower[:_REACH]
    cut, shift = len(tail), len(upper) - len(tail)
    joined = scanned(tail + head)
    at_seam = [f for f in joined if f.start <= cut <= f.end and _may_be_cut(f, tail + head)]
    at_seam += [f for f in joined if f.start < cut < f.end and (tail + head)[f.start] in _BRACKETS]
    eaten = [f for f in joined if f.kind is BlankKind.DROPPED and f.start >= min(cut, 1)]
    above, below = list(founds.get(index, ())), list(founds.get(index + 1, ()))
    dated = not at_seam and (lower[0] in DIGITS or upper[-1] in DIGITS)
    if not dated:  # a name above a date (…书记XX / 2025年) is not one number
        above = [f for f in above if f.end < len(upper) or not _may_be_cut(f, upper)]
        below = [f for f in below if f.start > 0 or not _may_be_cut(f, lower)]
    for found in at_seam + eaten:
        upper_part, lower_part = _parted(found, tail + head, cut)
        add_apart(above, [f._replace(start=f.start + shift, end=f.end + shift) for f in upper_part])
        add_apart(below, lower_part)
    founds[index], founds[index + 1] = sorted(above), sorted(below)


def _may_be_cut(found: FoundBlank, text: str) -> bool:
    """Whether a blank's other part may stand on the next line: a mark, or an underline."""
    return found.kind in CUT_KINDS or all(c in LINES for c in text[found.start : found.end])


def _parted(found: FoundBlank, joined: str, cut: int) -> tuple[list[FoundBlank], list[FoundBlank]]:
    """Cut a blank found over a seam at ``cut``, into the lines that hold its marks.

    A blank lies in one paragraph: of '20' / 'xx年' it is 'xx', of 'XX' / 'X县' both
    parts are blanks, so that no mark is ever hidden by a broken line. The lower part
    counts from ``cut``.
    """
    upper = joined[found.start : min(cut, found.end)]
    lower = joined[max(cut, found.start) : found.end]
    both = (_marked(upper) and _marked(lower)) or joined[found.start] in _BRACKETS
    first = _marked(upper) or (len(upper) > len(lower) and not _marked(lower))
    above = found._replace(end=found.start + len(upper))
    below = found._replace(start=max(0, found.start - cut), end=found.end - cut)
    return (
        [above] if upper and (both or first) else [],
        [below] if lower and (both or not first) else [],
    )


def _marked(part: str) -> bool:
    return any(char in _MARKS for char in part)
