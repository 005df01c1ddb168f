"""Whose speech it is: by the profile, else by what the speech itself says most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from editor.checks.traces.gazetteer import Gazetteer, stem_of
from editor.checks.traces.unit_traces import TraceKind, UnitTrace
from editor.profile.unit_profile import Profile

RANK = MappingProxyType(
    {"省": 1, "市": 2, "州": 2, "县": 3, "区": 3, "旗": 3, "镇": 4, "乡": 4, "街道": 4}
)
"""Levels from the widest; those of one rank stand beside each other."""

ENOUGH = 3
"""Votes that a speech needs to tell its level (a 我县 counts two, a 全县 one)."""

_KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "企业": frozenset({"企业"}),
        "学校": frozenset({"学校", "院"}),
        "医院": frozenset({"院"}),
        "政法": frozenset({"局", "院"}),
        "公安": frozenset({"局"}),
        "机关": frozenset({"局"}),
        "村": frozenset({"村"}),
        "社区": frozenset({"村"}),
        "村（社区）": frozenset({"村"}),
    }
)
_UNIT_WORDS = (
    ("公司", "企业"), ("集团", "企业"), ("厂", "企业"), ("银行", "企业"), ("学", "学校"),
    ("园", "学校"), ("院", "院"), ("局", "局"), ("厅", "局"), ("委", "局"), ("办", "局"),
    ("村", "村"), ("社区", "村"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """What is ours. ``told`` says that the profile told it; '' and None are unknown.

    ``places`` are the full names of our place and all it lies in.
    """

    level: str = ""
    told: bool = False
    units: frozenset[str] | None = None
    place: str = ""
    places: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """How a message names it."""
        if self.told and self.place:
            return f"单位档案里的“{self.place}”"
        return "单位档案里的层级" if self.told else f"通篇的“全{self.level}”“我{self.level}”"


class OwnUnits:
    """The own units of speeches of one profile; what the profile tells is asked once."""

    def __init__(self, profile: Profile, places: Gazetteer) -> None:
        own = _chain(profile, places)
        level = _level_told(profile)
        told = profile.unit or profile.kind
        units = _units_told(profile) if told else None
        levels = frozenset(_levels(own, places))
        self._told = OwnUnit(level, bool(level), units, profile.place, own, levels)
        self._complete = bool(level and told)

    def of(self, finds: Sequence[UnitTrace]) -> OwnUnit:
        """The own unit of one speech, by the profile and by what it says."""
        told = self._told
        if self._complete:
            return told
        level = told.level or _level_said(finds)
        units = _units_said(finds) if told.units is None else told.units
        return OwnUnit(level, told.told, units, told.place, told.places, told.levels)


def _level_told(profile: Profile) -> str:
    if profile.level in RANK:
        return profile.level
    return ""


def _level_said(finds: Sequence[UnitTrace]) -> str:
    """The level with three votes and enough more than the next.

    A speech speaks of the levels above it far more often than of those below as its own:
    a wider level needs four times the votes of a narrower one, else twice.
    """
    votes = Counter[str]()
    for find in finds:
        if find.about is TraceKind.LEVEL:
            votes[find.level] += 2
        elif find.about is TraceKind.WHOLE:
            votes[find.level] += 1
    if not votes or max(votes.values()) < ENOUGH:
        return ""
    ranked = votes.most_common(2)
    (first, most), (second, other) = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0)
    wider = bool(second) and RANK[first] < RANK[second]
    return first if most >= (4 if wider else 2) * other else ""


def _units_told(profile: Profile) -> frozenset[str]:
    told = _KINDS.get(profile.kind, frozenset()) | _KINDS.get(profile.level, frozenset())
    words = f"{profile.unit} {profile.short}"
    return told | {kind for word, kind in _UNIT_WORDS if word in words}


def _units_said(finds: Sequence[UnitTrace]) -> frozenset[str] | None:
    """The kind that is said at least twice, and twice as often as any other."""
    names = [f.name for f in finds if f.about is TraceKind.UNIT]
    if len(names) < 2:
        return None
    said = Counter(names).most_common(2)
    if said[0][1] < 2 or (len(said) > 1 and said[1][1] * 2 > said[0][1]):
        return None
    first = said[0][0]
    return frozenset(
        {first, "院"} if first == "学校" else {first, "学校"} if first == "院" else {first}
    )


def _chain(profile: Profile, places: Gazetteer) -> frozenset[str]:
    own = set(profile.places)
    for name in profile.places:
        own.update(places.chain(name))
    return frozenset(own)


def _levels(own: Iterable[str], places: Gazetteer) -> Iterable[str]:
    """The levels at which our own place is known, and others can be told from it."""
    for name in own:
        known = places.by_name.get(name)
        if known:
            yield known.level
        elif name.endswith(("省", "自治区")):
            yield "省"
        elif name.endswith(("市", "州", "地区", "盟")):
            yield "市"
        elif name.endswith(("县", "区", "旗")):
            yield "县"
        else:
            yield name[-1]


def is_own(unit: OwnUnit, place: str, places: Gazetteer) -> bool:
    """Whether a place is one of our chain, or lies in the narrowest of it."""
    if place in unit.places or stem_of(place) in {stem_of(own) for own in unit.places}:
        return True
    return unit.place in places.chain(place)
