"""How the matches of an expression can begin: the cheap way to find one of many in a long text.

An alternation is tried whole at every character. Its openings, one or two characters each, are
found at the speed of C, and it is asked only where one stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_SIZE: Final = 2
_DIGITS: Final = "0123456789０１２３４５６７８９"  # what \d is in our texts
# One piece of an expression: a look around, a group, a class, an escaped or a plain character.
_QUANTIFIER: Final = re.compile(r"(?:[?*+]|\{(\d*),?\d*\})[+?]?")
_PLAIN: Final = re.compile(r"[^\\.^$*+?{}\[\]()|]")

_Opening = tuple[str, bool]  # the characters, and whether what follows them goes on from there
_ANY: Final[frozenset[_Opening]] = frozenset({("", False)})
_NOTHING: Final[frozenset[_Opening]] = frozenset({("", True)})


class QuickSearch(NamedTuple):
    """The search for an alternation; ``starts`` None: nothing tells how it begins."""

    whole: re.Pattern[str]
    starts: re.Pattern[str] | None

    def found(self, text: str) -> bool:
        """Whether the text has a match."""
        if self.starts is None:
            return self.whole.search(text) is not None
        if self.whole.match(text):
            return True
        return any(self.whole.match(text, hit.start()) for hit in self.starts.finditer(text))


def quick_search(entries: Iterable[str]) -> QuickSearch:
    """The search for any of the entries, in capitals or not."""
    shapes = tuple(entries)
    whole = re.compile("|".join(shapes), re.IGNORECASE)
    inside = [one for shape in shapes for one in _parted(shape) if one[:1] != "^"]
    return QuickSearch(whole, _starts({words for one in inside for words, _ in _openings(one)}))


def _starts(openings: set[str]) -> re.Pattern[str] | None:
    if "" in openings:
        return None
    cased = {a + b for one in openings for a in _cases(one[0]) for b in _cases(one[1:])}
    after: dict[str, set[str]] = {}
    for one in cased:
        after.setdefault(one[0], set()).add(one[1:])
    return re.compile("|".join(re.escape(c) + _follows(some) for c, some in after.items()))


def _cases(char: str) -> set[str]:
    return {char, char.lower(), char.upper()}


def _follows(some: set[str]) -> str:
    return "" if "" in some else f"(?=[{''.join(map(re.escape, sorted(some)))}])"


def _openings(shape: str) -> frozenset[_Opening]:
    """How the matches of an expression begin."""
    return frozenset(one for part in _parted(shape) for one in _of_sequence(part))


def _of_sequence(shape: str) -> frozenset[_Opening]:
    if not shape:
        return _NOTHING
    size = _piece(shape)
    first = _of_piece(shape[:size])
    times = _QUANTIFIER.match(shape, size)
    if times:
        size = times.end()
        optional = times.group()[0] in "?*" or times[1] in ("", "0")
        once = times.group()[0] == "?"
        first = frozenset((words, goes and once) for words, goes in first)
        first |= _NOTHING if optional else frozenset()
    found: set[_Opening] = set()
    for words, goes in first:
        if goes and len(words) < _SIZE:
            found.update(((words + w)[:_SIZE], g) for w, g in _of_sequence(shape[size:]))
        else:
            found.add((words[:_SIZE], False))
    return frozenset(found)


def _of_piece(piece: str) -> frozenset[_Opening]:
    if piece.startswith(("(?<", "(?=", "(?!")):
        return _NOTHING
    if piece.startswith("(?:"):
        return _openings(piece[3:-1])
    if piece == r"\d":
        return frozenset((c, True) for c in _DIGITS)
    if piece[0] == "[" and not re.search(r"[\\^\-]", piece):
        return frozenset((c, True) for c in piece[1:-1])
    return frozenset({(piece, True)}) if _PLAIN.fullmatch(piece) else _ANY


def _piece(shape: str) -> int:
    """The length of the first piece of an expression."""
    if shape[0] == "\\":
        return 2
    if shape[0] == "[":
        return shape.index("]", 1) + 1
    if shape[0] != "(":
        return 1
    return next(at for at, depth in _depths(shape) if depth == 0) + 1


def _depths(shape: str) -> Iterator[tuple[int, int]]:
    """Each place of an expression that is no escape and in no class, with the groups around it."""
    depth, at = 0, 0
    while at < len(shape):
        depth += (shape[at] == "(") - (shape[at] == ")")
        yield at, depth
        at += _piece(shape[at:]) if shape[at] in "\\[" else 1


def _parted(shape: str) -> list[str]:
    """The alternatives of an expression."""
    bars = [at for at, depth in _depths(shape) if depth == 0 and shape[at] == "|"]
    return [shape[a + 1 : b] for a, b in zip([-1, *bars], [*bars, len(shape)], strict=True)]
