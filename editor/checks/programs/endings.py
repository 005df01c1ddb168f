"""A speech that stops without an end: the last words of a body with no mark behind."""

from __future__ import annotations

from collections.abc import Iterator

from editor.blanks.blank import Blank, BlankKind
from editor.checks.programs.check_input import CheckInput
from editor.checks.programs.closing import stops_short, trails_off
from editor.checks.scanning.hits import Spot

_DOTS = "….。． \u3000"


def endings(given: CheckInput) -> Iterator[Spot]:
    """The last character of each speech that merely stops."""
    elided: dict[int, list[Blank]] = {}
    for blank in given.blanks:
        if blank.kind is BlankKind.ELIDED:
            elided.setdefault(blank.span.paragraph, []).append(blank)
    last_words = list(_last_words(given, elided))
    notes = given.memory.each(_note, [text for _, text in last_words])
    for (paragraph, text), note in zip(last_words, notes, strict=True):
        if note:
            yield Spot("missing", paragraph, len(text) - 1, len(text), None, note)


def _last_words(given: CheckInput, elided: dict[int, list[Blank]]) -> Iterator[tuple[int, str]]:
    """The last paragraph of each speech in which something is said."""
    for first, last in given.speeches():
        for paragraph in range(last - 1, first - 1, -1):
            text = given.prose[paragraph].rstrip()
            if paragraph in elided:
                text = _without(text, elided[paragraph])
            if text.strip(_DOTS):  # a row of dots alone is a blank and nobody's last words
                yield paragraph, text
                break


def _without(text: str, elided: list[Blank]) -> str:
    for blank in reversed(elided):
        span = blank.span
        # mere dots stay: they are the end to be judged; a note of what is left out goes
        if span.end >= len(text) and blank.text.strip(_DOTS):
            text = text[: span.start].rstrip()
    return text


def _note(text: str) -> str:
    """How the text stops short; '' where it ends."""
    if trails_off(text):
        return "省略号"
    return "没有句末标点" if stops_short(text) else ""
