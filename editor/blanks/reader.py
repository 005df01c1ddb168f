"""Blanks of a whole text: each paragraph by the grammar, then what needs neighbours.

A page copied from the web breaks its lines anywhere, so a mark may be cut in two
('20' / 'xx年') or be judged by a word on the next line ('X' / '光'). Such seams are read
again with both sides joined.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import compress, count
from operator import ne
from typing import NamedTuple

from editor.blanks.blank import Blank, BlankKind
from editor.blanks.dropped import at_start
from editor.blanks.found import CROSSES, DIGITS, LINES, RINGS, STARS, Found, is_han
from editor.blanks.gaps import hollow
from editor.blanks.grammar import scan
from editor.blanks.lookalikes import bold_pairs, in_markdown
from editor.blanks.marks import lone, somewhere
from editor.blanks.slots import slot_of
from editor.blanks.vanished import suspected
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import marker_at
from editor.manuscript.paragraph import Span

_REACH = 48
# A line shorter than this was ended by its author (a name, a date), not by a page's width.
_BROKEN = 12
# So many marks make a text a template; so many gaps one that has lost its numbers.
_ENOUGH = 2
# Kinds that a neighbour can change; the others end where their paragraph ends.
_CUT = frozenset({BlankKind.X, BlankKind.YEAR, BlankKind.MANGLED})
_MARKS = CROSSES | STARS | LINES | RINGS
_INDENT = frozenset(" \u3000\t")
_ENDS = frozenset("。！？!?；;：:”）)")

ROOM = 500  # paragraphs that are no longer there and no burden

Scan = Callable[[str], tuple[Found, ...]]


class Looks(NamedTuple):
    """The looks at a paragraph: always, in a text with proven gaps, in one with empty rooms."""

    scan: Scan
    suspect: Scan
    hollow: Scan


def _suspected(text: str) -> tuple[Found, ...]:
    return tuple(suspected(text))


def _hollow(text: str) -> tuple[Found, ...]:
    return tuple(hollow(text))


class _Memory:
    """A look that remembers the paragraphs it was asked for."""

    def __init__(self, look: Scan) -> None:
        self._look = look
        self._known: dict[str, tuple[Found, ...]] = {}

    @property
    def texts(self) -> Collection[str]:
        """The paragraphs that are remembered."""
        return self._known.keys()

    def forget(self, texts: Sequence[str]) -> None:
        """Keep what is in a text, where most of the memory is of what is not."""
        if len(self._known) > 2 * len(texts) + ROOM:
            self._known = {text: self._known[text] for text in texts if text in self._known}

    def __call__(self, text: str) -> tuple[Found, ...]:
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._look(text)
        return found


_Founds = dict[int, Sequence[Found]]
_Around = tuple[str, str, str, tuple[Found, ...]]


def find_blanks(manuscript: Manuscript) -> tuple[Blank, ...]:
    """All blanks of a text in order, with the slot each belongs to."""
    texts = [p.text for p in manuscript.paragraphs]
    founds = _founds(texts, Looks(scan, _suspected, _hollow))
    return tuple(_blank(texts, at, one) for at in sorted(founds) for one in founds[at])


class BlankReader:
    """`find_blanks` that remembers the text it read last.

    What a paragraph has by itself and its two neighbours is found anew only where these
    are others than before. Not to be shared between threads.
    """

    def __init__(self) -> None:
        self._memories = (_Memory(scan), _Memory(_suspected), _Memory(_hollow))
        self._made: dict[int, tuple[_Around, tuple[Blank, ...]]] = {}
        self._texts: list[str] = []
        self._near: _Founds = {}

    @property
    def remembered(self) -> Collection[str]:
        """The paragraphs that would not be searched again."""
        return self._memories[0].texts

    def read(self, manuscript: Manuscript) -> tuple[Blank, ...]:
        """The blanks of a text; equal to `find_blanks` of it."""
        texts = [p.text for p in manuscript.paragraphs]
        looks = Looks(*self._memories)
        self._near = self._nearby(texts, looks.scan)
        self._texts = texts
        founds = _judged(texts, dict(self._near), looks)
        for memory in self._memories:
            memory.forget(texts)
        made = {at: self._make(texts, at, founds[at]) for at in sorted(founds)}
        self._made = made
        return tuple(blank for _, blanks in made.values() for blank in blanks)

    def _nearby(self, texts: Sequence[str], scanned: Scan) -> _Founds:
        """`_nearby` of the text, of which only the middle is another than before."""
        old, size = self._texts, len(texts)
        head = _alike(old, texts)
        tail = min(_alike(old[::-1], texts[::-1]), min(len(old), size) - head)
        if head == size == len(old):
            return self._near
        first, last = max(0, head - 1), min(size, size - tail + 1)
        above = max(0, first - 1)
        inside = _nearby(texts[above : last + 1], scanned)
        delta, behind = size - len(old), last - size + len(old)
        return {
            **{at: found for at, found in self._near.items() if at < first},
            **{at + above: f for at, f in inside.items() if first <= at + above < last},
            **{at + delta: found for at, found in self._near.items() if at >= behind},
        }

    def _make(
        self, texts: Sequence[str], at: int, found: Sequence[Found]
    ) -> tuple[_Around, tuple[Blank, ...]]:
        """The blanks of a paragraph: those made before where nothing around it changed."""
        above = texts[at - 1] if at else ""
        below = texts[at + 1] if at + 1 < len(texts) else ""
        around = (above, texts[at], below, tuple(found))
        known = self._made.get(at)
        if known is not None and known[0] == around:
            return known
        return around, tuple(_blank(texts, at, one) for one in found)


def _founds(texts: Sequence[str], looks: Looks) -> _Founds:
    return _judged(texts, _nearby(texts, looks.scan), looks)


def _nearby(texts: Sequence[str], scanned: Scan) -> _Founds:
    """What each paragraph has by itself and its two neighbours."""
    founds: _Founds = {}
    for index, text in enumerate(texts):
        if text and (found := scanned(text)):
            founds[index] = found
    _mend_seams(texts, founds, scanned)
    return founds


def _judged(texts: Sequence[str], founds: _Founds, looks: Looks) -> _Founds:
    """The same after a look at the whole text; the dictionary is changed."""
    _look_again(texts, founds, looks)
    _cut_end(texts, founds)
    return founds


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many texts at the beginning are the same."""
    others = compress(count(), map(ne, one, other))
    return next(others, min(len(one), len(other)))


def _blank(texts: Sequence[str], index: int, found: Found) -> Blank:
    text = texts[index]
    before, behind = neighbours(texts, index, found.start, found.end)
    mark = text[found.start : found.end]
    slot = slot_of(found.kind, before, mark, behind)
    return Blank(Span(index, found.start, found.end), found.kind, mark, slot)


def neighbours(
    texts: Sequence[str], index: int, start: int, end: int, width: int = 12
) -> tuple[str, str]:
    """The text before and behind a stretch, over a broken line where there is one."""
    text = texts[index]
    left, right = text[max(0, start - width) : start], text[end : end + width]
    tail = texts[index - 1].rstrip() if index and len(left) < width else ""
    if tail and tail[-1] not in _ENDS:
        left = tail[len(left) - width :] + left.lstrip()
    if len(right) < width and index + 1 < len(texts) and not text.rstrip().endswith(tuple(_ENDS)):
        right += texts[index + 1].lstrip()[: width - len(right)]
    return left, right


def _mend_seams(texts: Sequence[str], founds: _Founds, scanned: Scan) -> None:
    for index in range(len(texts) - 1):
        upper, lower = texts[index], texts[index + 1]
        if not upper or not lower:
            continue
        if upper[-1] in _ENDS:
            if lower[0] in "指强明深 \u3000" and (start := at_start(lower)):
                founds[index + 1] = (start, *founds.get(index + 1, ()))
            continue
        _clear_start(upper, lower, index + 1, founds)
        if len(upper) >= _BROKEN and lower[0] not in _INDENT:
            _mend(texts, index, founds, scanned)


def _clear_start(upper: str, lower: str, index: int, founds: _Founds) -> None:
    """A line may begin with 同志 or 们 whose subject stands on the broken line above."""
    here = founds.get(index)
    if here and here[0].kind is BlankKind.DROPPED and here[0].start == 0:
        size = here[0].end
        if lower[0] == "是" and marker_at(upper, len(upper) - len(upper.lstrip())):
            return  # below a heading begins a sentence
        if lower[0] == "是" or size == 2 or (size == 1 and upper[-1] in "志表友员学师亲士长工"):
            founds[index] = here[1:]


def _mend(texts: Sequence[str], index: int, founds: _Founds, scanned: Scan) -> None:
    """Judge what touches the end of one line and the start of the next once more."""
    upper, lower = texts[index], texts[index + 1]
    tail, head = upper[-_REACH:], lower[:_REACH]
    cut, shift = len(tail), len(upper) - len(tail)
    joined = scanned(tail + head)
    at_seam = [f for f in joined if f.start <= cut <= f.end and _may_be_cut(f, tail + head)]
    eaten = [f for f in joined if f.kind is BlankKind.DROPPED and f.start >= min(cut, 1)]
    above, below = list(founds.get(index, ())), list(founds.get(index + 1, ()))
    dated = not at_seam and (lower[0] in DIGITS or upper[-1] in DIGITS)
    if not dated:  # a name above a date (…书记XX / 2025年) is not one number
        above = [f for f in above if f.end < len(upper) or not _may_be_cut(f, upper)]
        below = [f for f in below if f.start > 0 or not _may_be_cut(f, lower)]
    for found in at_seam + eaten:
        upper_part, lower_part = _parted(found, tail + head, cut)
        _add(above, [Found(f.start + shift, f.end + shift, f.kind) for f in upper_part])
        _add(below, lower_part)
    founds[index], founds[index + 1] = sorted(above), sorted(below)


def _may_be_cut(found: Found, text: str) -> bool:
    """Whether a blank's other part may stand on the next line: a mark, or an underline."""
    return found.kind in _CUT or all(c in LINES for c in text[found.start : found.end])


def _add(kept: list[Found], parts: list[Found]) -> None:
    for part in parts:
        if all(part.end <= f.start or f.end <= part.start for f in kept):
            kept.append(part)


def _parted(found: Found, joined: str, cut: int) -> tuple[list[Found], list[Found]]:
    """Cut a blank found over a seam at ``cut``, into the lines that hold its marks.

    A blank lies in one paragraph: of '20' / 'xx年' it is 'xx', of 'XX' / 'X县' both
    parts are blanks, so that no mark is ever hidden by a broken line. The lower part
    counts from ``cut``.
    """
    upper = joined[found.start : min(cut, found.end)]
    lower = joined[max(cut, found.start) : found.end]
    both = _marked(upper) and _marked(lower)
    first = _marked(upper) or (len(upper) > len(lower) and not _marked(lower))
    above = Found(found.start, found.start + len(upper), found.kind)
    below = Found(max(0, found.start - cut), found.end - cut, found.kind)
    return (
        [above] if upper and (both or first) else [],
        [below] if lower and (both or not first) else [],
    )


def _marked(part: str) -> bool:
    return any(char in _MARKS for char in part)


def _look_again(texts: Sequence[str], founds: _Founds, looks: Looks) -> None:
    """What is a blank only where the text has others of its kind: 某县, a lone ×, 有个村."""
    _spare_bold(texts, founds)
    known = _evidence(texts, founds)
    marked, damaged, empty = known.marks >= _ENOUGH, known.gaps >= _ENOUGH, known.rooms >= _ENOUGH
    crossed, vague = known.crosses >= _ENOUGH, known.someones >= _ENOUGH
    if not (marked or damaged or empty):
        return
    for index, text in enumerate(texts):
        more = somewhere(text, wide=vague) if marked and "某" in text else []
        if crossed and "×" in text:
            more += lone(text)
        if damaged and text:
            more += looks.suspect(text)
        if empty and " " in text:
            more += looks.hollow(text)
        if more:
            here = list(founds.get(index, ()))
            _add(here, more)
            founds[index] = sorted(here)


class _Evidence(NamedTuple):
    """How many marks of any kind a text has, × and 某 among them, gaps and empty rooms."""

    marks: int
    crosses: int
    someones: int
    gaps: int
    rooms: int


def _evidence(texts: Sequence[str], founds: _Founds) -> _Evidence:
    marks = crosses = someones = gaps = rooms = 0
    for index, found in founds.items():
        text = texts[index]
        for start, end, kind in found:
            if kind in _CUT:
                marks += 1
                crosses += "×" in text[start:end]
                someones += text[start] == "某"
            elif kind is BlankKind.DROPPED:
                gaps += is_han(text[start])  # a word vanished there without a mark
            elif kind is BlankKind.BLANK:
                rooms += text[start:end] == " "  # a number left only a space
    return _Evidence(marks, crosses, someones, gaps, rooms)


def _spare_bold(texts: Sequence[str], founds: _Founds) -> None:
    """In a text pasted from Markdown, stars in pairs are bold words and no blanks."""
    starred = [
        index
        for index, found in founds.items()
        if any(texts[index][f.start : f.end] == "**" for f in found) and bold_pairs(texts[index])
    ]
    if starred and any(in_markdown(text) for text in texts):
        for index in starred:
            text = texts[index]
            founds[index] = [f for f in founds[index] if text[f.start : f.end] != "**"]


def _cut_end(texts: Sequence[str], founds: _Founds) -> None:
    """'……' that ends the whole text, where a sentence should have ended."""
    for index in range(len(texts) - 1, -1, -1):
        body = texts[index].rstrip()
        if body:
            break
    else:
        return
    if body.endswith("…") and not founds.get(index, ()) and len(body) > 2:
        founds[index] = (Found(len(body.rstrip("…")), len(body), BlankKind.ELIDED),)
