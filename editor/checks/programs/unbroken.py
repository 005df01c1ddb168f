"""A speech without paragraphs: title, salutation and body run together in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.hits import Spot
from editor.checks.programs.draft import Draft
from editor.language.speech import genre_choice, opening_choice

_LONG = 300
"""Characters behind a salutation that are more than the opening of a speech."""

_HEAD = 200
"""Characters in front of it that a title, a date and a name may take."""


def unbroken(draft: Draft) -> Iterator[Spot]:
    """The salutation that stands inside a paragraph, behind its title and before the body."""
    for paragraph, (start, end) in draft.facts.found(_salutation, draft.places):
        yield Spot("unbroken", paragraph, start, end)


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"{opening_choice()}[^。！？!?：:；;]{{0,40}}?[：:]")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"{genre_choice()}|稿|大会|会议|仪式|典礼|动员会")


def _salutation(text: str) -> tuple[int, int] | None:
    """Where it stands; None where the paragraph begins with it or has none."""
    if len(text) <= _LONG:
        return None
    match = _called().search(text, 0, _HEAD + 60)
    if match is None or not 0 < match.start() <= _HEAD or len(text) - match.end() < _LONG:
        return None
    head = text[: match.start()]
    titled = _titled().search(head) and not re.search("[。！？!?；;]", head)
    return match.span() if titled else None
