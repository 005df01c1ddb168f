"""A speech that stops without an end: the last words of a body with no mark behind."""

from __future__ import annotations

from collections.abc import Iterator

from editor.blanks.blank import Blank, BlankKind
from editor.checks.hits import Spot
from editor.checks.programs.closing import stops_short, trails_off
from editor.checks.programs.draft import Draft


def endings(draft: Draft) -> Iterator[Spot]:
    """The last character of each speech that merely stops."""
    elided = [b for b in draft.blanks if b.kind is BlankKind.ELIDED]
    for first, last in draft.speeches():
        for paragraph in range(last - 1, first - 1, -1):
            text = _without_elided(draft, paragraph, elided)
            if text:
                yield from _judge(paragraph, text)
                break


def _without_elided(draft: Draft, paragraph: int, elided: list[Blank]) -> str:
    text = draft.manuscript.paragraphs[paragraph].text.rstrip()
    for blank in reversed(elided):
        span = blank.span
        # mere dots stay: they are the end to be judged
        if span.paragraph == paragraph and span.end >= len(text) and len(blank.text) > 8:
            text = text[: span.start].rstrip()
    return text


def _judge(paragraph: int, text: str) -> Iterator[Spot]:
    at = Spot("missing", paragraph, len(text) - 1, len(text))
    if trails_off(text):
        yield at._replace(note="省略号")
    elif stops_short(text):
        yield at._replace(note="没有句末标点")
