"""Every literal string of every rule in one scan: C finds, Python judges what is found.

Words, anchors of formulations and the triggers of patterns all go in here, so that a
text is walked once however many rules there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from editor.checks.scanning.hits import RuleHit, Scan

Judge = Callable[[str, int], Iterable[RuleHit]]
"""What a literal found at an offset of a text amounts to."""

COMMON = (
    "的工作会一是和在全中国人大为要上以了不发地有我们展职业动生产成方面化市经社政组织学习"
    "党实新行服务能建设关心队思想推进加强提高各级到个多力量主出开部年对基层农民于企群众改革合"
    "理定同这性体重点进之三二十四五六七八九日月第省县区委书记领导干事把好问题就与等也下过"
    "，。、；：“”？！,;:.（）()0123456789"
)
"""Characters frequent in speeches: a literal is looked for by a rarer piece of it."""

_BRANCHES = 4  # so many are asked one after another at each fork of the tree


def literal_scan(literals: Mapping[str, Sequence[Judge]]) -> Scan:
    """One scan for all literals (two code points or more), each with its judges."""
    if not literals:
        return lambda text: ()
    tails: dict[str, list[tuple[int, str]]] = {}
    for literal in literals:
        at = _rarest(literal)
        tails.setdefault(literal[at:], []).append((at, literal))
    # a found tail stands also for the shorter ones that begin it
    meant = {
        tail: [pair for other in tails if tail.startswith(other) for pair in tails[other]]
        for tail in tails
    }
    finder = re.compile(_pattern(list(tails)))

    def scan(text: str) -> Iterator[RuleHit]:
        for match in finder.finditer(text):
            place = match.start()
            for at, literal in meant[text[place] + match[match.lastindex or 1]]:
                start = place - at
                if at == 0 or (start >= 0 and text.startswith(literal, start)):
                    for judge in literals[literal]:
                        yield from judge(text, start)

    return scan


def _rarest(literal: str) -> int:
    """Where the piece begins that is least likely to stand elsewhere."""

    def cost(at: int) -> int:
        return 2 * (literal[at] in COMMON) + (literal[at + 1] in COMMON)

    return min(range(len(literal) - 1), key=cost)


def _pattern(tails: list[str]) -> str:
    """A pattern that consumes one character a find, so that overlaps are all found.

    Sets of leading characters let the matcher throw most places away, first for all
    literals together and then by halves of halves, without trying each.
    """
    by_first: dict[str, list[str]] = {}
    for tail in sorted(tails, key=len, reverse=True):
        by_first.setdefault(tail[0], []).append(tail[1:])
    firsts = sorted(by_first, key=lambda c: by_first[c][0])
    return _set(firsts) + _tree({first: by_first[first] for first in firsts})


def _tree(by_first: Mapping[str, list[str]]) -> str:
    """The tails behind their first characters: sets again and again, at last each by itself."""
    firsts = list(by_first)
    if len(firsts) <= _BRANCHES:
        inner = "|".join(
            f"(?<={re.escape(c)})(?=({'|'.join(map(re.escape, rests))}))"
            for c, rests in by_first.items()
        )
    else:
        size = -(-len(firsts) // _BRANCHES)
        parts = [firsts[i : i + size] for i in range(0, len(firsts), size)]
        inner = "|".join(_tree({c: by_first[c] for c in part}) for part in parts)
    seconds = _set(rest[0] for rests in by_first.values() for rest in rests)
    return f"(?={seconds})(?<={_set(by_first)})(?:{inner})"


def _set(chars: Iterable[str]) -> str:
    return "[" + "".join(re.escape(c) for c in sorted(set(chars))) + "]"
