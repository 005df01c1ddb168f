"""How titles stand in several lines: beginnings and ends of lines, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from editor.language.lists import words


class TitleForms(NamedTuple):
    """Patterns of a line's beginning (``match`` them) and of its end (``search``)."""

    goes_on: re.Pattern[str]
    phrase: re.Pattern[str]
    meeting: re.Pattern[str]
    body: re.Pattern[str]
    unfinished: re.Pattern[str]
    organ: re.Pattern[str]
    gathering: re.Pattern[str]
    other: re.Pattern[str]


@cache
def title_forms() -> TitleForms:
    """The forms of title lines, compiled when first asked for."""
    begins = (re.compile(choice(p)) for p in ("goes-on", "phrase", "meeting", "body-begins"))
    ends = ("unfinished", "organs", "gathering", "another-thing")
    return TitleForms(*begins, *(re.compile(f"(?:{choice(part)})$") for part in ends))


def choice(part: str) -> str:
    """'(?:…|…)' of one part of the list."""
    return f"(?:{'|'.join(words('title-lines', part))})"
