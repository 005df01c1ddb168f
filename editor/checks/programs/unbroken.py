"""A speech without paragraphs: title, salutation and body run together in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.hits import Spot
from editor.checks.programs.draft import Draft

_LONG = 300
"""Characters behind a salutation that are more than the opening of a speech."""

_HEAD = 200
"""Characters in front of it that a title, a date and a name may take."""

_SALUTATION = re.compile(
    r"(?:尊敬的|敬爱的|亲爱的|各位|同志们|女士们|老师们|同学们|朋友们)[^。！？!?：:；;]{0,40}?[：:]"
)
_TITLE = re.compile(r"讲话|致辞|致词|报告|发言|主持词|开幕词|闭幕词|稿|大会|会议|仪式|典礼|动员会")


def unbroken(draft: Draft) -> Iterator[Spot]:
    """The salutation that stands inside a paragraph, behind its title and before the body."""
    for paragraph, (start, end) in draft.facts.found(_salutation, draft.places):
        yield Spot("unbroken", paragraph, start, end)


def _salutation(text: str) -> tuple[int, int] | None:
    """Where it stands; None where the paragraph begins with it or has none."""
    if len(text) <= _LONG:
        return None
    match = _SALUTATION.search(text, 0, _HEAD + 60)
    if match is None or not 0 < match.start() <= _HEAD or len(text) - match.end() < _LONG:
        return None
    head = text[: match.start()]
    titled = _TITLE.search(head) and not re.search("[。！？!?；;]", head)
    return match.span() if titled else None
