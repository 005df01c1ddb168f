"""Which paragraph of before a paragraph is, so that what stands beside it goes with it.

Pure; separate from `decorations`, which carries by it until the next analysis comes.
"""

from __future__ import annotations

from collections.abc import Sequence

from editor.manuscript.paragraph import Paragraph


def found_again(gone: Sequence[Paragraph], fresh: Sequence[Paragraph]) -> list[int | None]:
    """For each of ``fresh`` its place among ``gone``, each of which is used once."""
    places: dict[tuple[str, str], list[int]] = {}
    for number in range(len(gone) - 1, -1, -1):
        one = gone[number]
        places.setdefault((one.text, one.label), []).append(number)
    found: list[int | None] = []
    for one in fresh:
        known = places.get((one.text, one.label))
        found.append(known.pop() if known else None)
    return found


def pairs(olds: int, places: Sequence[int | None]) -> list[tuple[int, int]]:
    """What was changed into what: the places of before and of now that are left over.

    As many as before, in order: each was edited. Of one that became several it is the first.
    """
    left = sorted({*range(olds)}.difference(n for n in places if n is not None))
    made = [number for number, place in enumerate(places) if place is None]
    if len(left) == len(made):
        return list(zip(left, made, strict=True))
    return [(left[0], made[0])] if left and made and 1 in (len(left), len(made)) else []
