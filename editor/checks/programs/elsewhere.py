"""别处痕迹: what speaks of another place, level, unit or leader as if it were ours.

Each find is told by its place; those of one name share one message, so that a list
groups them. Without a profile only what disagrees inside the speech is found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.aids import Aids
from editor.checks.hits import Spot
from editor.checks.home import RANK, Home, Homes, is_ours
from editor.checks.ours import Ours, Trace
from editor.checks.places import stem_of
from editor.checks.programs.draft import Draft

OFTEN = 3
"""Times a foreign place must be named, neither as ours nor aside, to be a trace."""


class Find(NamedTuple):
    """A trace with its paragraph."""

    paragraph: int
    trace: Trace


def elsewhere(draft: Draft) -> Iterator[Spot]:
    """The traces of each speech, held against its home."""
    rows = [(paragraph, traces.ours) for paragraph, traces in draft.traced if traces.ours]
    if not rows:
        return
    places = [paragraph for paragraph, _ in rows]
    homes = Homes(draft.aids.standpoint.profile, draft.aids.places)
    for first, last in draft.speeches():
        speech = rows[bisect_left(places, first) : bisect_left(places, last)]
        finds = [Find(p, trace) for p, row in speech for trace in row]
        if finds:
            yield from _of_speech(draft.aids, homes.of([f.trace for f in finds]), finds)


def _of_speech(aids: Aids, home: Home, finds: Sequence[Find]) -> Iterator[Spot]:
    yield from _levels(home, [f for f in finds if f.trace.level in RANK])
    yield from _units(home, [f for f in finds if f.trace.about is Ours.UNIT])
    named = [f for f in finds if f.trace.about is Ours.PLACE]
    yield from _places_told(home, aids, named) if home.places else _places_said(home, aids, named)
    yield from _leaders(home, aids, [f for f in finds if f.trace.about is Ours.LEADER])


def _levels(home: Home, finds: Sequence[Find]) -> Iterator[Spot]:
    rank = RANK.get(home.level)
    if rank is None:
        return
    for find in finds:
        trace = find.trace
        if trace.level == home.level or not _foreign_level(home, trace, rank):
            continue
        topic = "committee" if trace.about is Ours.COMMITTEE else "level"
        yield _spot(topic, find, home.words)


def _foreign_level(home: Home, trace: Trace, rank: int) -> bool:
    other = RANK[trace.level]
    region = trace.level == "区" and any("自治区" in place for place in home.places)
    if region:  # 全区, 我区 of an autonomous region
        return False
    match trace.about:
        case Ours.LEVEL:
            return other >= rank or (trace.ours and other > 1)
        case Ours.WHOLE:
            return other == rank
        case Ours.COMMITTEE:
            return trace.ours and other >= rank
        case _:
            return False


def _units(home: Home, finds: Sequence[Find]) -> Iterator[Spot]:
    if home.units is None:
        return
    for find in finds:
        if find.trace.name not in home.units:
            yield _spot("unit", find, "单位档案" if home.told or home.place else "全文其他地方")


def _places_told(home: Home, aids: Aids, finds: Sequence[Find]) -> Iterator[Spot]:
    """Places that are none of our chain: spoken of as ours, or named again and again."""
    foreign = [f for f in finds if _judged(home, aids, f.trace)]
    ours = {f.trace.name for f in foreign if f.trace.ours}
    plain = Counter(f.trace.name for f in foreign if not f.trace.aside)
    for find in foreign:
        name = find.trace.name
        # one word on the people of a far province is said by everybody
        once = find.trace.level == "省" and plain[name] < 2
        if not find.trace.aside and not once and (name in ours or plain[name] >= OFTEN):
            yield _spot("place", find, _of_place(name, home.words, plain[name]))


def _judged(home: Home, aids: Aids, trace: Trace) -> bool:
    if is_ours(home, trace.name, aids.places):
        return False
    if trace.level in home.levels:
        return True
    # a listed place is known to lie elsewhere; of an unlisted one nothing is known
    chain = aids.places.chain(trace.name)
    return bool(chain) and any(_rivals(a, b, aids) for a in chain for b in home.places)


def _rivals(one: str, other: str, aids: Aids) -> bool:
    """Two listed places of one level: what lies in one does not lie in the other."""
    first, second = aids.places.by_name.get(one), aids.places.by_name.get(other)
    return bool(first and second and first.level == second.level and first != second)


def _places_said(home: Home, aids: Aids, finds: Sequence[Find]) -> Iterator[Spot]:
    """Places spoken of as ours where another of their level is so twice as often."""
    own = [f for f in finds if f.trace.ours]
    if not own:
        return
    for level, rank in (("市", 2), ("县", 3)):
        if home.level and RANK.get(home.level) != rank and not (rank == 2 and home.level != "省"):
            continue
        if rank == 3 and RANK.get(home.level) != 3:
            continue
        count = Counter(stem_of(f.trace.name) for f in own if f.trace.level == level)
        ranked = count.most_common(1)
        if not ranked or ranked[0][1] < (2 if home.level else OFTEN):
            continue
        first, most = ranked[0]
        for find in own:
            stem = stem_of(find.trace.name)
            if find.trace.level == level and stem != first and count[stem] * 2 <= most:
                yield _spot("place", find, _of_place(stem, f"全文多处说的“{first}”", count[stem]))


def _leaders(home: Home, aids: Aids, finds: Sequence[Find]) -> Iterator[Spot]:
    told = aids.standpoint.profile.leaders
    said: dict[str, str] = {}
    for find in finds:
        title, _, name = find.trace.name.partition(" ")
        if find.trace.aside or (title[0] in RANK and home.level and title[0] != home.level):
            continue
        known = [x for x in told if x.title.endswith(title) or title.endswith(x.title)]
        if known and all(x.name != name for x in known):
            yield _spot("leader", find, f"单位档案里{title}是{'、'.join(x.name for x in known)}")
        elif not told and home.level and title[0] == home.level and "副" not in title:
            first = said.setdefault(title, name)
            if first != name:
                yield _spot("leader", find, f"前面说{title}是{first}")


def _of_place(name: str, home: str, number: int) -> str:
    return f"“{stem_of(name)}”像是别处的地名，与{home}不一致，全文{number}处"


def _spot(topic: str, find: Find, note: str) -> Spot:
    return Spot(topic, find.paragraph, find.trace.start, find.trace.end, None, note)
