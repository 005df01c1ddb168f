"""China's places by name: provinces, cities, common counties, and what lies in what.

Plain data in resources/places. Separate from the programs that judge by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from editor.data_files.plain_text import text_in
from editor.data_files.problem import DataProblem, problem_in

PLACES = Path(__file__).resolve().parents[3] / "resources" / "places"
_SUFFIX = re.compile(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|新区|地区|[省市县区州盟旗])\Z")
_PEOPLES = re.compile(
    r"(?:土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族?|朝鲜族"
    r"|哈萨克|柯尔克孜|畲族){1,6}自治[州县]\Z"
)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place: full name, the name as it is said, level (省 市 县), and what it lies in."""

    name: str
    stem: str
    level: str
    within: tuple[str, ...] = ()
    bare: bool = True


class Gazetteer:
    """Places by each string that means one; a stem shared by two means both."""

    def __init__(self, places: tuple[KnownPlace, ...]) -> None:
        self.by_words: dict[str, tuple[KnownPlace, ...]] = {}
        for place in places:
            for words in {place.name, *([place.stem] if place.bare else [])}:
                self.by_words[words] = (*self.by_words.get(words, ()), place)
        self.by_name = {place.name: place for place in places}

    def chain(self, name: str) -> tuple[str, ...]:
        """The full names of what a place lies in; () where it is not known."""
        place = self.by_name.get(name)
        return place.within if place else ()


def load_places(folder: Path | None = None) -> Gazetteer:
    """The places of the data files."""
    folder = folder or PLACES
    found: list[KnownPlace] = []
    within: dict[str, tuple[str, ...]] = {}
    for province, cities in _rows(folder / "cities.txt"):
        found.append(_place(province, "省", ()))
        # what lies right in a municipality is a district
        below = "县" if province.endswith("市") else "市"
        for city in cities:
            found.append(_place(city, below, (province,)))
            within[city.rstrip("*")] = (province,)
    for city, counties in _rows(folder / "counties.txt"):
        chain = (*within.get(city, ()), city)
        found.extend(_place(county, "县", chain) for county in counties)
    return Gazetteer(tuple(found))


def stem_of(name: str) -> str:
    """'漯河市' is said '漯河', '凉山彝族自治州' is said '凉山'; '雄县' stays."""
    stem = _PEOPLES.sub("", name)
    stem = _SUFFIX.sub("", stem) if stem == name else stem
    return stem if len(stem) >= 2 else name


def _place(words: str, level: str, within: tuple[str, ...]) -> KnownPlace:
    name = words.rstrip("*")
    return KnownPlace(name, stem_of(name), level, within, bare=not words.endswith("*"))


def place_problems(folder: Path = PLACES) -> tuple[DataProblem, ...]:
    """Files of places that cannot be read: the places in them are not known."""
    found: list[DataProblem] = []
    for path in (folder / "cities.txt", folder / "counties.txt"):
        try:
            text_in(path)
        except (OSError, ValueError) as error:
            found.append(problem_in(path, error))
    return tuple(found)


def _rows(path: Path) -> list[tuple[str, list[str]]]:
    try:
        lines = text_in(path).splitlines()
    except (OSError, ValueError):
        return []  # `place_problems` says so
    parts = (line.partition("：") for line in lines if line and not line.startswith("#"))
    return [(head, rest.split()) for head, _, rest in parts]
