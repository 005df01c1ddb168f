"""Near misses of fixed formulations: pieces of one stand there, the whole does not.

The text is read four characters at a time as one whole number each, at two shifts; what
little a sieve lets through is looked up among the pieces of all formulations at once,
whatever their number. What is found is compared with `likeness`. A stretch of five
unchanged characters is enough to be seen.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.checks.rules.rule import Formula
from editor.checks.scanning.formula_likeness import Likeness, alike, folded, likeness
from editor.checks.scanning.hits import RuleHit, Scan
from editor.checks.scanning.sieve import Sieve

_PIECE = 4
_SIEVED = 4000  # of more pieces than this a sieve stops too little
_SHARED = 6  # a piece of more formulations than this says little of each
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class _FormulaEntry(NamedTuple):
    """A formulation made ready: what to compare, what else is right, what to say.

    ``number`` tells it from the others.
    """

    number: int
    rule: int
    formula: Formula
    like: Likeness
    also: tuple[str, ...]


Rows = Sequence[tuple[int, int, int, _FormulaEntry]]
"""Of the formulations that have a piece the number, where it is in them, their size, all else."""
Pieces = Mapping[int, Mapping[int, Rows]]
"""By the first two characters of a piece and by the other two, what has it, and where."""


def formula_scan(formulas: Sequence[tuple[int, Formula]]) -> Scan:
    """One scan for all formulations, each with the index of its rule."""
    entries = [
        _FormulaEntry(number, rule, f, likeness(folded(f.exact)), tuple(map(folded, f.also)))
        for number, (rule, f) in enumerate(formulas)
    ]
    if not entries:
        return lambda text: ()
    found = _pieces_of(entries)
    pieces = _by_halves(found)
    sieve = Sieve(map(_coded, found)) if len(found) <= _SIEVED else None

    def scan(text: str) -> Iterator[RuleHit]:
        if text.isascii():
            return
        lines = folded(text).split("\n")
        flat = _even(lines)
        data = _coded(flat)
        if len(data) != 2 * len(flat):
            flat = _ASTRAL.sub("\ufffd", flat)  # so that each character is one unit
            data = _coded(flat)
        hits = _scanned(_places(pieces, sieve, data), flat, len(entries))
        starts = _moved(lines) if hits else []
        for hit in hits:
            back = bisect_right(starts, hit.start)  # so many characters were put in before
            start, end = hit.start - back, hit.end - back
            if text[start:end] != hit.fix:
                yield RuleHit(start, end, hit.rule, hit.fix, hit.note)

    return scan


def _even(lines: Iterable[str]) -> str:
    """The paragraphs joined so that each begins at an even place.

    So that what is seen of a paragraph does not hang on what stands before it.
    """
    return "\n".join([line if len(line) % 2 else line + "\n" for line in lines])


def _moved(lines: Iterable[str]) -> list[int]:
    """Before which places a character was put in to make them even."""
    starts, at = list[int](), 0
    for line in lines:
        at += len(line) + 1
        if at % 2:
            starts.append(at)
            at += 1
    return starts


def _coded(text: str) -> bytes:
    """Two bytes for each character; more only for those beyond the sixteen bits."""
    return text.encode("utf-16-le", "surrogatepass")


def _pieces_of(entries: Sequence[_FormulaEntry]) -> dict[str, Rows]:
    """All pieces with their formulations; those that many share only where nothing else is."""
    found: dict[str, list[tuple[int, int, int, _FormulaEntry]]] = {}
    for entry in entries:
        number, exact = entry.number, entry.like.exact
        for at in range(len(exact) - _PIECE + 1):
            found.setdefault(exact[at : at + _PIECE], []).append((number, at, len(exact), entry))
    rare = {piece: row for piece, row in found.items() if len(row) <= _SHARED}
    sizes: dict[int, int] = {}
    for row in rare.values():
        for number, *_ in row:
            sizes[number] = sizes.get(number, 0) + 1
    for piece, row in found.items():
        poor = [pair for pair in row if sizes.get(pair[0], 0) < _PIECE]
        if poor and piece not in rare:
            rare[piece] = poor
    return dict(rare)


def _by_halves(pieces: Mapping[str, Rows]) -> Pieces:
    """The pieces by two characters and two, each pair as one number."""
    found: dict[int, dict[int, Rows]] = {}
    for piece, row in pieces.items():
        first, second = array("I", _coded(piece))
        found.setdefault(first, {})[second] = row
    return found


def _places(pieces: Pieces, sieve: Sieve | None, data: bytes) -> list[tuple[int, Rows]]:
    """Where pieces stand, in the order of the text."""
    units = array("I", data[: len(data) // 4 * 4])
    units.append(0)
    maybe = sieve.through(data) if sieve else range(len(units) - 1)
    return [
        (2 * at, row)
        for at in maybe
        if (rests := pieces.get(units[at])) and (row := rests.get(units[at + 1]))
    ]


class _FormulaTrail:
    """What has been seen of one formulation in this paragraph, from the left."""

    __slots__ = ("count", "done", "line", "need", "since")

    def __init__(self, size: int) -> None:
        self.need = 1 if size < 12 else 2 if size < 20 else 3
        self.count, self.since, self.done, self.line = 0, 0, 0, 0

    def enough(self, place: int, size: int) -> bool:
        """Whether this piece and those shortly before it are enough to look closely."""
        if not self.count or place - self.since > size:
            self.since, self.count = place, 0
        self.count += 1
        return self.count >= self.need


def _scanned(places: Iterable[tuple[int, Rows]], text: str, count: int) -> list[RuleHit]:
    traces: list[_FormulaTrail | None] = [None] * count
    sure = [0] * count  # the ends of the last exact ones, in which nothing begins anew
    right: list[tuple[int, int]] = []
    found: list[RuleHit] = []
    end = 0
    for place, row in places:
        if place >= end:
            end = text.find("\n", place) + 1 or len(text) + 1
        for number, at, size, entry in row:
            if place < sure[number]:
                continue
            trace = traces[number]
            if trace is None:
                trace = traces[number] = _FormulaTrail(size)
            if trace.line != end:  # in another paragraph everything begins anew
                trace.line, trace.count, trace.done = end, 0, 0
            if place < trace.done:
                continue
            begin = place - at
            if begin >= 0 and text.startswith(entry.like.exact, begin):
                right.append((begin, begin + size))
                sure[number] = trace.done = begin + size
                trace.count = 0
            elif trace.enough(place, size):
                hit = _judged(entry, text, place, begin)
                trace.done, trace.count = place + size // 2, 0
                if hit is not None:
                    trace.done = hit.end
                    found.append(hit)
    right.sort()
    return [hit for hit in _apart(found) if not _inside(hit, right)]


def _judged(entry: _FormulaEntry, text: str, place: int, begin: int) -> RuleHit | None:
    like = entry.like
    base = max(text.rfind("\n", 0, place) + 1, begin - len(like.exact), 0)
    window = text[base : begin + 2 * len(like.exact)].partition("\n")[0]
    if sum(map(window.__contains__, like.chars)) < 0.7 * len(like.chars):
        return None
    if any(other in window for other in entry.also):
        return None
    stretch = alike(like, window, place - base)
    if stretch is None:
        return None
    start, end = base + stretch[0], base + stretch[1]
    if _only_more(text[start:end], like.exact, entry.formula.may):
        return None
    return RuleHit(start, end, entry.rule, entry.formula.exact, entry.formula.source)


def _only_more(stretch: str, exact: str, may: Sequence[str]) -> bool:
    """Whether only words that may stand there were put in (坚决做到“两个维护”)."""
    for word in may:
        stretch = stretch.replace(word, "", 1) if word not in exact else stretch
    return stretch == exact


def _apart(hits: Iterable[RuleHit]) -> list[RuleHit]:
    """Of overlapping hits the longest stays."""
    kept: list[RuleHit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return kept


def _inside(hit: RuleHit, right: Sequence[tuple[int, int]]) -> bool:
    """Whether the stretch is mostly another formulation, and exact."""
    size = hit.end - hit.start
    near = right[max(0, bisect_left(right, (hit.start, 0)) - 40) : bisect_left(right, (hit.end, 0))]
    return any(min(e, hit.end) - max(s, hit.start) > 0.6 * size for s, e in near)
