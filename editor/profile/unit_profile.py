"""单位档案: whose speech it is. A frozen value, and plain data that an office can read.

Kept apart from the store (which knows files) and from the checks (which ask it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from editor.manuscript.whole_number import whole_number

LEVELS = ("省", "市", "县", "区", "镇", "乡", "街道", "村", "社区", "企业", "学校", "其他")
KINDS = (
    "工会", "党委", "政府", "人大", "政协", "纪检监察", "组织", "宣传", "统战", "政法", "机关",
    "学校", "医院", "企业", "共青团", "妇联", "公安", "村（社区）", "其他",
)  # fmt: skip
_KEYS = {
    "全称": "unit", "简称": "short", "层级": "level", "类别": "kind", "省": "province",
    "市": "city", "县": "county", "乡": "town", "届次": "session", "年份": "year",
    "领导": "leaders",
}  # fmt: skip


class ProfileError(ValueError):
    """A profile that cannot be read; the words are for the user."""


@dataclass(frozen=True, slots=True)
class UnitLeader:
    """One leader: the name and the title as it is said ('县委书记')."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A unit: names, level, kind, the chain of places, leaders, session and year.

    Places carry their last word ('云川市', '青石县'); ``county`` is a county, a district or
    a county-level city, ``town`` a town, township or street. ``year`` 0 is the present one.
    """

    unit: str = ""
    short: str = ""
    level: str = ""
    kind: str = ""
    province: str = ""
    city: str = ""
    county: str = ""
    town: str = ""
    leaders: tuple[UnitLeader, ...] = ()
    session: str = ""
    year: int = 0

    @property
    def name(self) -> str:
        """What the profile is called in a list."""
        return self.unit or self.short or self.place or "未命名单位"

    @property
    def places(self) -> tuple[str, ...]:
        """The chain of places that are told, the widest first."""
        return tuple(p for p in (self.province, self.city, self.county, self.town) if p)

    @property
    def place(self) -> str:
        """The place of the unit itself: the narrowest that is told."""
        return self.places[-1] if self.places else ""

    @property
    def units(self) -> tuple[str, ...]:
        """The full name and the short one, as far as they are told."""
        return tuple(dict.fromkeys(u for u in (self.unit, self.short) if u))

    def to_data(self) -> dict[str, object]:
        """Plain data with the words of the form as keys; what is empty is left out."""
        data: dict[str, object] = {}
        for key, field in _KEYS.items():
            value = getattr(self, field)
            if field == "leaders":
                value = [f"{leader.title} {leader.name}".strip() for leader in self.leaders]
            if value:
                data[key] = value
        return data

    def to_toml(self) -> str:
        """The same as a TOML file."""
        lines = [f'"{key}" = {_literal(value)}' for key, value in self.to_data().items()]
        return "\n".join(lines) + "\n"


def profile_of(data: Mapping[str, object]) -> Profile:
    """A profile from plain data; keys may be Chinese or the names of the fields.

    Raises ProfileError, naming the key, for a key nobody knows or a value of a wrong type.
    """
    fields: dict[str, object] = {}
    for key, value in data.items():
        field = _KEYS.get(key, key)
        if field not in _KEYS.values():
            raise ProfileError(f"单位档案里没有“{key}”这一项，可填：{'、'.join(_KEYS)}")
        fields[field] = _read(key, field, value)
    return replace(Profile(), **fields)


def leader_of(line: str) -> UnitLeader:
    """A leader from '县委书记 王建国'; the title may hold spaces, the name may not."""
    title, _, name = line.replace("\u3000", " ").strip().rpartition(" ")
    return UnitLeader(name.strip(), title.strip())


def _read(key: str, field: str, value: object) -> object:
    if field == "leaders":
        rows = cast("list[object]", value) if isinstance(value, list) else None
        if rows is None or not all(isinstance(row, str) for row in rows):
            raise ProfileError(f'“{key}”要写成一列：["县委书记 王建国"]')
        leaders = (leader_of(_plain(cast(str, row))) for row in rows)
        return tuple(leader for leader in leaders if leader.name)
    if field == "year":
        text = str(value).strip().removesuffix("年")
        if text in ("", "0"):
            return 0
        year = whole_number(text) if text.isascii() else 0
        if not 1949 <= year <= 2099:
            raise ProfileError(f"“{key}”要写四位年份，如 2026")
        return year
    if not isinstance(value, str):
        raise ProfileError(f"“{key}”要写成文字，两边加引号")
    return _plain(value).strip()


def _plain(words: str) -> str:
    """The words as a file can hold them: TOML forbids what does not print, a form needs none."""
    return "".join(c if c.isprintable() else " " for c in words)


def _literal(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_literal(v) for v in cast("list[object]", value)) + "]"
    if isinstance(value, int):
        return str(value)
    text = _plain(str(value))
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
