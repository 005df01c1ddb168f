"""别处痕迹: what speaks of another place, level, unit or leader as if it were ours.

Each find is told by its place; those of one name share one message, so that a list
groups them. Without a profile only what disagrees inside the speech is found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.programs.check_input import CheckInput
from editor.checks.scanning.hits import Spot
from editor.checks.traces.check_context import CheckContext
from editor.checks.traces.gazetteer import stem_of
from editor.checks.traces.own_unit import RANK, OwnUnit, OwnUnits, is_own
from editor.checks.traces.unit_traces import TraceKind, UnitTrace

OFTEN = 3
"""Times a foreign place must be named, neither as ours nor aside, to be a trace."""


class PlacedTrace(NamedTuple):
    """A trace with its paragraph."""

    paragraph: int
    trace: UnitTrace


def foreign_traces(given: CheckInput) -> Iterator[Spot]:
    """The traces of each speech, held against its own unit."""
    rows = [(paragraph, traces.units) for paragraph, traces in given.traced if traces.units]
    if not rows:
        return
    places = [paragraph for paragraph, _ in rows]
    units = OwnUnits(given.context.perspective.profile, given.context.places)
    for first, last in given.speeches():
        speech = rows[bisect_left(places, first) : bisect_left(places, last)]
        finds = [PlacedTrace(p, trace) for p, row in speech for trace in row]
        if finds:
            yield from _of_speech(given.context, units.of([f.trace for f in finds]), finds)


def _of_speech(context: CheckContext, own: OwnUnit, finds: Sequence[PlacedTrace]) -> Iterator[Spot]:
    yield from _levels(own, [f for f in finds if f.trace.level in RANK])
    yield from _units(own, [f for f in finds if f.trace.about is TraceKind.UNIT])
    named = [f for f in finds if f.trace.about is TraceKind.PLACE]
    yield from (
        _places_told(own, context, named) if own.places else _places_said(own, context, named)
    )
    yield from _leaders(own, context, [f for f in finds if f.trace.about is TraceKind.LEADER])


def _levels(own: OwnUnit, finds: Sequence[PlacedTrace]) -> Iterator[Spot]:
    rank = RANK.get(own.level)
    if rank is None:
        return
    for find in finds:
        trace = find.trace
        if trace.level == own.level or not _foreign_level(own, trace, rank):
            continue
        topic = "committee" if trace.about is TraceKind.COMMITTEE else "level"
        yield _spot(topic, find, own.words)


def _foreign_level(own: OwnUnit, trace: UnitTrace, rank: int) -> bool:
    other = RANK[trace.level]
    region = trace.level == "区" and any("自治区" in place for place in own.places)
    if region:  # 全区, 我区 of an autonomous region
        return False
    match trace.about:
        case TraceKind.LEVEL:
            return other >= rank or (trace.own and other > 1)
        case TraceKind.WHOLE:
            return other == rank
        case TraceKind.COMMITTEE:
            return trace.own and other >= rank
        case _:
            return False


def _units(own: OwnUnit, finds: Sequence[PlacedTrace]) -> Iterator[Spot]:
    if own.units is None:
        return
    for find in finds:
        if find.trace.name not in own.units:
            yield _spot("unit", find, "单位档案" if own.told or own.place else "全文其他地方")


def _places_told(
    own: OwnUnit, context: CheckContext, finds: Sequence[PlacedTrace]
) -> Iterator[Spot]:
    """Places that are none of our chain: spoken of as ours, or named again and again."""
    foreign = [f for f in finds if _judged(own, context, f.trace)]
    ours = {f.trace.name for f in foreign if f.trace.own}
    plain = Counter(f.trace.name for f in foreign if not f.trace.aside)
    for find in foreign:
        name = find.trace.name
        # one word on the people of a far province is said by everybody
        once = find.trace.level == "省" and plain[name] < 2
        if not find.trace.aside and not once and (name in ours or plain[name] >= OFTEN):
            yield _spot("place", find, _of_place(name, own.words, plain[name]))


def _judged(own: OwnUnit, context: CheckContext, trace: UnitTrace) -> bool:
    if is_own(own, trace.name, context.places):
        return False
    if trace.level in own.levels:
        return True
    # a listed place is known to lie elsewhere; of an unlisted one nothing is known
    chain = context.places.chain(trace.name)
    return bool(chain) and any(_rivals(a, b, context) for a in chain for b in own.places)


def _rivals(one: str, other: str, context: CheckContext) -> bool:
    """Two listed places of one level: what lies in one does not lie in the other."""
    first, second = context.places.by_name.get(one), context.places.by_name.get(other)
    return bool(first and second and first.level == second.level and first != second)


def _places_said(
    own: OwnUnit, context: CheckContext, finds: Sequence[PlacedTrace]
) -> Iterator[Spot]:
    """Places spoken of as ours where another of their level is so twice as often."""
    ours = [f for f in finds if f.trace.own]
    if not ours:
        return
    for level, rank in (("市", 2), ("县", 3)):
        if own.level and RANK.get(own.level) != rank and not (rank == 2 and own.level != "省"):
            continue
        if rank == 3 and RANK.get(own.level) != 3:
            continue
        count = Counter(stem_of(f.trace.name) for f in ours if f.trace.level == level)
        ranked = count.most_common(1)
        if not ranked or ranked[0][1] < (2 if own.level else OFTEN):
            continue
        first, most = ranked[0]
        for find in ours:
            stem = stem_of(find.trace.name)
            if find.trace.level == level and stem != first and count[stem] * 2 <= most:
                yield _spot("place", find, _of_place(stem, f"全文多处说的“{first}”", count[stem]))


def _leaders(own: OwnUnit, context: CheckContext, finds: Sequence[PlacedTrace]) -> Iterator[Spot]:
    told = context.perspective.profile.leaders
    said: dict[str, str] = {}
    for find in finds:
        title, _, name = find.trace.name.partition(" ")
        if find.trace.aside or (title[0] in RANK and own.level and title[0] != own.level):
            continue
        known = [x for x in told if x.title.endswith(title) or title.endswith(x.title)]
        if known and all(x.name != name for x in known):
            yield _spot("leader", find, f"单位档案里{title}是{'、'.join(x.name for x in known)}")
        elif not told and own.level and title[0] == own.level and "副" not in title:
            first = said.setdefault(title, name)
            if first != name:
                yield _spot("leader", find, f"前面说{title}是{first}")


def _of_place(name: str, own: str, number: int) -> str:
    return f"“{stem_of(name)}”像是别处的地名，与{own}不一致，全文{number}处"


def _spot(topic: str, find: PlacedTrace, note: str) -> Spot:
    return Spot(topic, find.paragraph, find.trace.start, find.trace.end, None, note)
