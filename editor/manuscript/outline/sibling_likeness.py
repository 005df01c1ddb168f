"""How alike two headings are built: what tells siblings where nothing else tells their ends.

Separate from `sibling_headings`, which chooses the ends. Each likeness has a name; what it
weighs stands in `resources/language/sibling-weights.txt`, fitted by `tests/bench/fit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from editor.language.office import sibling_weights
from editor.language.word_segments import WordSegments

_SHORT = 6  # a clause so short is seldom by chance as long as its sibling
_LINE = "/"  # where a line ends or a point begins, a mark may be left out
_TAIL = 8  # characters from the end that are compared


class Build(NamedTuple):
    """How a heading is built: its words, the lengths of its clauses, its words' classes.

    ``behind``: the two characters its body begins with; ``mark``: what parts the two.
    """

    title: str
    behind: str
    mark: str
    clauses: tuple[int, ...]
    last: str
    classes: tuple[str, ...]


def build_of(title: str, behind: str, mark: str) -> Build:
    """The build of a heading that ends here."""
    words = WordSegments(title)
    parts = words.words(0, len(title))
    classes = tuple(words.word_class(part) for part in parts)
    clauses = tuple(len(part) for part in re.split("[，,]", title))
    return Build(title, behind, mark, clauses, parts[-1] if parts else "", classes)


def likenesses(one: Build, other: Build) -> Iterator[tuple[str, float]]:
    """What two headings have in common, and what not, each with how much of it."""
    if one.title == other.title:
        yield "same title", 1.0
        return
    alike = one.mark == other.mark or _LINE in (one.mark, other.mark)
    yield ("same mark" if alike else "other mark"), 1.0
    if one.behind and one.behind == other.behind:
        yield "same words behind", 1.0
    if len(one.clauses) == len(other.clauses):
        yield from _of_clauses(one.clauses, other.clauses)
    else:
        yield "other number of clauses", 1.0
    tail = min(_TAIL, *one.clauses[-1:], *other.clauses[-1:])
    pairs = list(zip(one.title[: -tail - 1 : -1], other.title[: -tail - 1 : -1], strict=False))
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), len(pairs))
    yield f"same end {min(4, same)}", 1.0
    yield "same characters", min(6, sum(a == b for a, b in pairs)) / 2
    if one.last == other.last:
        yield "same last word", 1.0
    if len(one.last) == len(other.last):
        yield "last words alike long", 1.0
    for size, name in ((1, "same last class"), (2, "same last classes"), (99, "same classes")):
        if one.classes[-size:] == other.classes[-size:]:
            yield name, 1.0


def _of_clauses(one: tuple[int, ...], other: tuple[int, ...]) -> Iterator[tuple[str, float]]:
    apart = abs(one[-1] - other[-1])
    yield f"clauses {min(3, len(one))}", 1.0
    if len(one) > 1:
        yield ("same first clauses" if one[:-1] == other[:-1] else "other first clauses"), 1.0
    yield f"apart {min(4, apart)}", 1.0
    if max(one[-1:]) <= _SHORT:
        yield f"short, apart {min(2, apart)}", 1.0


def likeness(one: Build, other: Build) -> float:
    """How much speaks for two headings' being siblings."""
    return sum(_weight(name) * value for name, value in likenesses(one, other))


def own_words() -> float:
    """What a heading's own words count against its likeness to siblings."""
    return _weight("own words")


@cache
def _weight(name: str) -> float:
    return sibling_weights().get(name, 0.0)
