"""What stands before and behind a mark that is put for a number or a name: ●●人, 市长■■■."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from editor.language.lists import words
from editor.language.office import is_common


def measure_behind(text: str, at: int) -> str:
    """The measure word that begins at ``at``, '' where none does or a word begins like one."""
    found = _measures().match(text, at)
    if found is None or _is_other(text, at, found[0]):
        return ""
    return found[0]


def named_behind(text: str, at: int) -> str:
    """The place, organ or post that begins at ``at`` and wants a name before it, or ''."""
    return max(organ_behind(text, at), post_behind(text, at), key=len)


def post_behind(text: str, at: int) -> str:
    """The post that begins at ``at``: 书记, 主任, 同志; '' of 同志们."""
    return _unless_other(_posts(), text, at)


def organ_behind(text: str, at: int) -> str:
    """The place, organ or unit that begins at ``at``: 市, 公司, 工会; '' of 市场."""
    return _unless_other(_organs(), text, at)


def someone_behind(text: str, at: int) -> str:
    """What 某 may stand before and leave it open which one: 股, 书记, 县; or ''."""
    return _unless_other(_someone(), text, at)


def wanted_behind(text: str, at: int) -> bool:
    """Whether what begins at ``at`` wants a number or a name before it."""
    return bool(measure_behind(text, at) or named_behind(text, at))


def post_before(text: str, at: int) -> bool:
    """Whether a post, 请, 由 or 和 ends at ``at``, behind which a name stands."""
    return _post_before().search(text, max(0, at - 4), at) is not None


def counts_before(text: str, at: int, *, strictly: bool = False) -> bool:
    """Whether a word ends at ``at`` behind which a number stands; ``strictly``: nothing else."""
    part = "strictly" if strictly else "counting"
    return text.endswith(words("mask-words", part), max(0, at - 4), at)


def is_loose(measure: str) -> bool:
    """Whether N before this measure may only mean many: N次, N年来."""
    return measure[:1] in words("mask-words", "loose")


def _is_other(text: str, at: int, measure: str) -> bool:
    """Whether the measure is the beginning of a word of its own: 人员, 家庭, 年底."""
    own = _own().match(text, at)
    if own is not None and own.end() > at + len(measure):
        return True
    word = text[at : at + 2]
    return len(measure) == 1 and (is_common(word) or word == measure * 2)


def _unless_other(wanted: re.Pattern[str], text: str, at: int) -> str:
    found, own = wanted.match(text, at), _own().match(text, at)
    return found[0] if found and (own is None or own.end() <= found.end()) else ""


def _longest(entries: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(set(entries), key=len)[::-1])))


@cache
def _measures() -> re.Pattern[str]:
    return _longest((*words("measures", "measures"), *words("measures", "words")))


@cache
def _organs() -> re.Pattern[str]:
    others = {*words("measures", "measures"), *words("mask-words", "posts")}
    every = (*words("mask-words", "named"), *words("mask-words", "organs"))
    return _longest(word for word in every if word not in others)


@cache
def _posts() -> re.Pattern[str]:
    posts = words("mask-words", "posts")
    return _longest((*posts, *(f"副{post}" for post in posts)))


@cache
def _someone() -> re.Pattern[str]:
    return re.compile(f"{_longest(words('mask-words', 'someone')).pattern}|{_posts().pattern}")


@cache
def _own() -> re.Pattern[str]:
    return _longest(words("mask-words", "own"))


@cache
def _post_before() -> re.Pattern[str]:
    posts = "|".join(map(re.escape, words("mask-words", "posts")))
    return re.compile(f"(?:{posts}|[请由])$")
