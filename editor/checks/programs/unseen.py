"""Characters that do not show, look like others, or that no fount has: found, and mended."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.programs.check_input import CheckInput
from editor.checks.scanning.hits import Spot
from editor.language.script import DIRECTION, HIDDEN, LOOK_ALIKE, ODD_SPACE, STRANGE, UNKNOWN, plain

_LOST = "\ufffd"
_Odd = tuple[str, int, int, str | None]
"""A topic, a stretch, and what should stand there where that is known."""


def unseen(given: CheckInput) -> Iterator[Spot]:
    """'hidden', 'direction', 'odd-space', 'look-alike'; 'private' one fount has, 'lost' none."""
    for paragraph, odd in given.memory.found(_odd_of, given.places, STRANGE):
        for topic, start, end, fix in odd:
            yield Spot(topic, paragraph, start, end, fix)


def _odd_of(text: str) -> tuple[_Odd, ...]:
    found: list[_Odd] = [
        ("direction" if DIRECTION.search(hit.group()) else "hidden", *hit.span(), "")
        for hit in HIDDEN.finditer(text)
    ]
    found += [("odd-space", *hit.span(), " ") for hit in ODD_SPACE.finditer(text)]
    for hit in LOOK_ALIKE.finditer(text):
        usual = plain(hit.group())
        found.append(("look-alike", *hit.span(), None if usual == hit.group() else usual))
    for hit in UNKNOWN.finditer(text):
        found.append(("lost" if _LOST in hit.group() else "private", *hit.span(), None))
    return tuple(sorted(found, key=lambda odd: odd[1]))
