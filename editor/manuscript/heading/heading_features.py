"""What the words around one place say for a heading ending there and its body beginning.

Separate from `heading_ends`, which goes through the places. Each sign has a name; what it
weighs stands in `resources/language/heading-weights.txt`, the weights of a log-linear choice
among the places of a heading, fitted by `tests/bench/fit`. Offsets are code points in one
segment.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from editor.language.office import heading_weights
from editor.language.word_segments import LONGEST_WORD, WordSegments

_CUTS: Final = (0.0, 1.0, 2.5, 4.5, 7.0, 10.0)
_SIZES: Final = (3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 34, 40)
_RESTS: Final = (2, 4, 6, 8, 12, 16)
_INSIDE: Final = 7.0  # a cut that costs more is inside a word
_FAR: Final = 14  # no mark in sight
_LEADING: Final = ("p", "zai", "ba", "rang")  # classes that want a verb behind their words
_MARK: Final = re.compile("[，,。；：！？、;:!?“”《》（）]")
# 的, 把, 在, 与 … as words of their own; the word of 所在 or 参与 is another.
_GOES_ON: Final = frozenset({"de", "ba", "zai", "and", "rang", "p", "c", "shi"})
_QUESTION: Final = re.compile(
    "怎么(?!样|办)|怎样|如何|谁来|[找靠请问让由向跟为]谁(?!来)|为何|何以|靠啥|咋"
)
_NEAR: Final = 8  # a question further on is the body's
_FOLLOWED: Final = 8  # so many words of the body's first clause are looked at


class _Clause(NamedTuple):
    """The heading's last clause, up to a place: the classes of its words, and where it begins."""

    start: int
    classes: tuple[str, ...]
    first: str
    second: str


class HeadingSigns:
    """What the words of a segment say about all its places."""

    __slots__ = ("_asked", "_classes", "_commas", "_marks", "_segment", "_words")

    def __init__(self, segment: str) -> None:
        self._segment = segment
        self._words = WordSegments(segment)
        self._marks = [m.start() for m in _MARK.finditer(segment)]
        self._commas = [at for at in self._marks if segment[at] in "，,"]
        asked = _QUESTION.search(segment)
        self._asked = asked.end() if asked and asked.start() <= _NEAR else -1
        self._classes: dict[str, str] = {}

    def cannot_end(self, place: int) -> bool:
        """Whether a place is inside a word, or behind one that wants another behind it."""
        words = self._words
        return words.cut(place) > _INSIDE or self._class(words.before(place)) in _GOES_ON

    def ends(self, head: int) -> Iterator[str]:
        """The signs of a heading's end at ``head``: its last words, length and clauses."""
        words = self._words
        last = words.before(head)
        one = self._class(last)
        other = self._class(words.before(head - len(last)))
        yield "ends " + last
        yield "last " + self._segment[head - 1]
        yield "class end " + one
        yield f"class end {other} {one}"
        clause = self._clause(head)
        yield f"frame {clause.first} {one}"
        yield f"frame {clause.first} {clause.second} {one}"
        if self._asked >= 0 and head <= self._asked + LONGEST_WORD:
            verb = self._asked + len(words.behind(self._asked))
            yield "asks on" if head <= self._asked else f"asked {head == verb}"
        yield from self._shape(head, clause)

    def begins(self, head: int, place: int) -> tuple[str, ...]:
        """The signs of a body's beginning at ``place`` behind a heading up to ``head``."""
        words, segment = self._words, self._segment
        first = words.behind(place)
        second = words.behind(place + len(first))
        third = words.behind(place + len(first) + len(second))
        one, other, last = self._class(first), self._class(second), words.before(head)
        end, before = self._class(last), self._class(words.before(head - len(last)))
        said = [
            "begins " + first,
            "first " + segment[place],
            "class begin " + one,
            f"class begin {one} {other}",
            f"class begins {one} {other} {self._class(third)}",
            f"classes {end} {one}",
            f"classes {end} {one} {other}",
            f"classes {before} {end} {one}",
            f"sizes {len(last)} {len(first)}",
            f"cut {bisect_left(_CUTS, words.cut(head) if head == place else 0.0)}",
        ]
        if head < place:
            said.append("gap colon" if segment[head] in "：:" else "gap blank")
        if len(first) > 1 and segment.find(first, 0, head) >= 0:
            said.append("echo word")
        elif segment.find(segment[place : place + 2], 0, head) >= 0:
            said.append("echo")
        return (*said, *self._body(place))

    def _body(self, place: int) -> Iterator[str]:
        """The body's first clause."""
        segment, known = self._segment, bisect_left(self._marks, place)
        mark = self._marks[known] if known < len(self._marks) else len(segment)
        yield f"gap {min(_FAR, mark - place)}"
        yield f"mark {segment[mark : mark + 1] or '/'}"
        yield f"rest {bisect_left(_RESTS, len(segment) - place)}"
        classes = [self._class(word) for word in self._words.words(place, mark)[:_FOLLOWED]]
        yield f"body {'v' if 'v' in classes else '-'} {min(4, len(classes))}"
        yield "body says" if "shi" in classes or "yao" in classes else "body tells"

    def _class(self, word: str) -> str:
        known = self._classes.get(word)
        if known is None:
            known = self._classes[word] = self._words.word_class(word)
        return known

    def _clause(self, head: int) -> _Clause:
        number = bisect_left(self._commas, head)
        start = self._commas[number - 1] + 1 if number else 0
        classes = tuple(self._class(word) for word in self._words.words(start, head))
        first = classes[0] if classes else "/"
        return _Clause(start, classes, first, classes[1] if len(classes) > 1 else "/")

    def _shape(self, head: int, clause: _Clause) -> Iterator[str]:
        """The heading's length and clauses."""
        number = bisect_left(self._commas, head)
        size = head - clause.start
        yield f"clauses {min(3, number)}"
        yield f"clause {min(20, size)}"
        yield f"size {bisect_left(_SIZES, head)}"
        if number:
            ahead = self._commas[number - 2] + 1 if number > 1 else 0
            apart = size - (clause.start - 1 - ahead)
            yield f"apart {min(5, max(-5, apart))}"
            if number > 1:
                yield f"even {abs(apart) <= 1}"
        verbs = [at for at, one in enumerate(reversed(clause.classes)) if one == "v"]
        yield f"verbs {min(3, len(verbs))}"
        yield f"verb {min(5, verbs[0]) if verbs else '-'}"
        if clause.first in _LEADING:
            yield f"led {clause.first} {bool(verbs)}"
        if "de" in clause.classes[1:]:
            yield f"of {min(4, clause.classes[::-1].index('de'))}"


def marked(signs: HeadingSigns, head: int) -> Iterator[str]:
    """The signs of a heading that a mark or its line ends at ``head``."""
    for sign in signs.ends(head):
        yield sign
        if sign.startswith(("size", "clauses", "clause ", "apart", "frame", "class end")):
            yield "marked " + sign
    yield "marked"


@cache
def weight_of(sign: str) -> float:
    """What a sign weighs."""
    return heading_weights().get(sign, 0.0)
