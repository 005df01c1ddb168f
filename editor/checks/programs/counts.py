"""Announced counts against the sections that follow: 五个方面 and six sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.programs.check_input import CheckInput
from editor.checks.programs.markers import Numbered
from editor.checks.scanning.hits import Spot
from editor.manuscript.enumeration.announced_counts import (
    Claim,
    announcement,
    claim_gate,
    claims_in,
)
from editor.manuscript.enumeration.number_rows import enumerations
from editor.manuscript.numbering import read_numeral
from editor.manuscript.paragraph import Position


def counts(given: CheckInput) -> Iterator[Spot]:
    """The announced count, where the numbered sections behind it are more or fewer."""
    rows = given.memory.found(counts_in, given.prose_places, claim_gate())
    claims = {paragraph: counted.claims for paragraph, counted in rows}
    found: set[tuple[int, int]] = set()
    for begin, row in given.siblings:
        first, marker = row[0], row[0].marker
        stretch = begin, Position(first.paragraph, marker.start)
        told = announcement(
            given.manuscript, stretch, first.text[marker.end :], lambda n: claims.get(n, ())
        )
        for spot in _compared(given, told[1], told[0], row) if told else ():
            found.add((spot.paragraph, spot.start))
            yield spot
    inside = [(paragraph, counted.mistold) for paragraph, counted in rows]
    yield from (s for s in _inside(given, inside) if (s.paragraph, s.start) not in found)


def _to_restart(row: list[Numbered]) -> list[Numbered]:
    """The row up to where a second enumeration begins: what follows is another's."""
    starts = enumerations([one.marker.value for one in row])
    return row[: starts[1]] if len(starts) > 1 else row


def _compared(
    given: CheckInput, claim: Claim, paragraph: int, row: list[Numbered]
) -> Iterator[Spot]:
    style = row[0].marker.style
    same = _to_restart([one for one in row if one.marker.style == style])
    row = _to_restart(row)
    # a heading that stands twice, word for word, is one, where the numbers go on so
    once = len({one.text for one in same})
    once = once if same[-1].marker.value <= once else len(same)
    if claim.value not in (len(same), once, len(row)):
        cut = len(same) < claim.value and given.cut_after(same[-1].paragraph)
        note = f"{len(same)}项" + ("，但后文被截断，补全后再核对" if cut else "")
        yield Spot("mismatch", paragraph, claim.start, claim.end, None, note)


_POINT = re.compile(
    r"(?:^|[：:；;，,。])[ \u3000]*第?(?P<n>[一二三四五六七八九十])(?P<kind>[是要，,、])"
)
_COLON = re.compile(r"”?[^。：:；;，,]{0,8}(?=[：:])")
_MORE = re.compile(r"同时|另外|此外|最后|还要|还有|等")


class _Told(NamedTuple):
    """A count at ``[start, end)`` whose row right behind it has ``points``, the last of a kind."""

    start: int
    end: int
    points: int
    kind: str


class Counted(NamedTuple):
    """What a paragraph announces, and of that what its own row does not keep."""

    claims: tuple[Claim, ...]
    mistold: tuple[_Told, ...]


def counts_in(text: str) -> Counted | None:
    """The counts of a paragraph; None where it has none."""
    claims = claims_in(text)
    return Counted(claims, _mistold(text, claims)) if claims else None


def _inside(given: CheckInput, rows: Sequence[tuple[int, tuple[_Told, ...]]]) -> Iterator[Spot]:
    """Counts that announce a row inside their own paragraph: 做到三点：一是…，二是…。"""
    for paragraph, row in rows:
        for told in row:
            below = given.texts[paragraph + 1 : paragraph + 2]
            if not (below and _goes_on(below[0], told)):
                note = f"{told.points}项"
                yield Spot("mismatch", paragraph, told.start, told.end, None, note)


def _goes_on(text: str, told: _Told) -> bool:
    """Whether the next point of a row opens the paragraph below."""
    match = _POINT.match(text.lstrip())
    return (
        match is not None
        and match["kind"] == told.kind
        and read_numeral(match["n"]) == told.points + 1
    )


def _mistold(text: str, claims: Sequence[Claim]) -> tuple[_Told, ...]:
    """The counts of a paragraph whose row, begun right behind them, has other than so many."""
    found: list[_Told] = []
    for claim in claims:
        colon = _COLON.match(text, claim.end)
        points, kind = _row_behind(text, colon.end()) if colon else (0, "")
        if points >= 2 and points != claim.value and not _MORE.search(text, claim.end):
            found.append(_Told(claim.start, claim.end, points, kind))
    return tuple(found)


def _row_behind(text: str, colon: int) -> tuple[int, str]:
    """How many points count on from one behind a colon, and by which word."""
    first = _POINT.match(text, colon)
    if first is None or first["n"] != "一":
        return 0, ""
    last = 1
    for match in _POINT.finditer(text, first.end()):
        if match["kind"] == first["kind"] and read_numeral(match["n"]) == last + 1:
            last += 1
    return last, first["kind"]
