"""What the unit's profile offers for a slot: its unit, places, leaders, session, years.

A blank's mark stands for a part of a name ('X' in 'X工会'). What is offered is the whole
name; `fill` leaves out the words of it that stand behind the mark already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from editor.manuscript.numbering import read_numeral, write_numeral
from editor.profile.unit_profile import Profile

_ORGANS = ("党工委", "党委", "县委", "市委", "区委", "省委", "镇委", "委员会", "委")
_PLACES = frozenset("省市县区州镇乡村") | {"街道", "社区"}
_COMMITTEES = frozenset("省市县区州")
_BRACKETS: tuple[tuple[str, str], ...] = (
    (r"单位|工会名|企业名|公司名|学校名|机关", "unit"),
    (r"姓名|领导|讲话人|发言人|主持人", "name"),
    (r"年份|年度", "year"),
    (r"届", "session"),
    (r"地名|地点|地区|省市|市县|县名|市名", "place"),
)


class SlotLike(Protocol):
    """What of a slot is needed: its key ('unit:X工会')."""

    @property
    def key(self) -> str:
        """The key."""
        ...


def suggest(slot: SlotLike, profile: Profile) -> tuple[str, ...]:
    """What may be filled into a slot, the likeliest first; empty where nothing fits."""
    family, _, rest = slot.key.partition(":")
    match family:
        case "unit":
            found = _units(rest.removeprefix("X"), profile)
        case "name" | "person" | "several":
            found = _names(rest.partition("@")[0], profile)
        case "place":
            found = _units("", profile)
        case "level":
            found = [profile.place[-1:]]
        case "number":
            found = _session(profile) if rest in ("第届", "届") else ()
        case "year":
            found = _years(profile)
        case "time":
            found = _years(profile) if rest == "年" else ()
        case "field" | "cell":
            found = _field(rest, profile)
        case _:
            found = ()
    return tuple(dict.fromkeys(value for value in found if value))


def sure(slot: SlotLike, profile: Profile) -> str:
    """The value that needs no choice: a place, a unit, a session, the only leader; or ''.

    Years are never sure: a template masks this year and the years before it alike.
    """
    family = slot.key.partition(":")[0]
    found = suggest(slot, profile) if family in ("unit", "name", "number") else ()
    if family == "unit":
        return found[0] if found else ""
    return found[0] if len(found) == 1 else ""


def _units(words: str, profile: Profile) -> Iterable[str]:
    """Names of ours that end with the words behind the mark."""
    if not words:
        return [*(_stem(p) for p in reversed(profile.places)), profile.short, profile.unit]
    if words in _PLACES:
        return [p for p in reversed(profile.places) if _ends(p, words)]
    ours = [unit for unit in profile.units if _ends(unit, words)]
    if words in _ORGANS:
        level = words.removesuffix("委")
        if level in _PLACES:
            return [*ours, *(f"{p}委" for p in reversed(profile.places) if _ends(p, level))]
        if words == "委" and profile.place[-1:] in _COMMITTEES:
            return [*ours, f"{profile.place}委"]
    return ours


def _names(title: str, profile: Profile) -> Iterable[str]:
    if title in ("", "同志"):
        return [leader.name for leader in profile.leaders]
    return [leader.name for leader in profile.leaders if _holds(leader.title, title)]


def _holds(held: str, title: str) -> bool:
    """Whether a post is the one that a title asks for, its organ told or not; no deputy's."""
    same = held.endswith(title) or (bool(held) and title.endswith(held))
    return same and ("副" in held) == ("副" in title)


def _session(profile: Profile) -> Iterable[str]:
    words = profile.session.strip().removeprefix("第").partition("届")[0]
    number = read_numeral(words) if words else None
    return [write_numeral(number, "一"), str(number)] if number else [words]


def _years(profile: Profile) -> Iterable[str]:
    year = profile.year or date.today().year
    return [str(year), str(year - 1), str(year + 1)] if profile != Profile() else []


def _field(words: str, profile: Profile) -> Iterable[str]:
    for regex, kind in _BRACKETS:
        if re.search(regex, words):
            match kind:
                case "unit":
                    return profile.units
                case "name":
                    return [leader.name for leader in profile.leaders]
                case "year":
                    return _years(profile)
                case "session":
                    return _session(profile)
                case _:
                    return reversed(profile.places)
    return ()


def _stem(place: str) -> str:
    """'青石县' is said '青石'; a name of one character keeps its last word."""
    stem = re.sub(r"(?:自治[区州县]|街道|[省市县区州镇乡村])$", "", place)
    return stem if len(stem) >= 2 else place


def _ends(name: str, words: str) -> bool:
    return name.endswith(words) and len(name) > len(words)
