"""Which paragraph of one text is which of another, wherever it stands now.

In six rounds, each on what the last left over: equal and in order; equal elsewhere;
equal but for number, marks and width; the neighbours of what moved; alike by pairs of
characters; blank lines that were filled. Which of them *moved* is asked last: the
heaviest run in order stayed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from editor.manuscript.comparison.sequences import Pair, common_subsequence, increasing_subsequence
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.sentences import bare_words, bigrams, dice

_ALIKE: Final = 0.5  # share of common character pairs from which a paragraph is the same
_ALIKE_IN_PLACE: Final = 0.3  # the same where its neighbours are
_RARE: Final = 12  # a character pair in more paragraphs than this names none of them
_NAMED: Final = 4  # so many of the paragraphs that rare pairs name are looked at


class Pairing:
    """The pairs found so far; a paragraph has at most one partner."""

    def __init__(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> None:
        self._old = [_face(p) for p in old]
        self._new = [_face(p) for p in new]
        self.old_of: dict[int, int] = {}
        self.new_of: dict[int, int] = {}

    def add(self, pairs: Iterable[Pair]) -> None:
        """Take over the pairs whose sides are both free."""
        for i, j in pairs:
            if i not in self.new_of and j not in self.old_of:
                self.new_of[i], self.old_of[j] = j, i

    def equal_in_order(self) -> None:
        """First round: what did not change and did not move."""
        self.add(common_subsequence(self._old, self._new, lambda i: len(self._old[i][1]) + 1))

    def equal_elsewhere(self, key: Callable[[str], str]) -> None:
        """Equal by a key, wherever they stand; of several the first with the first."""
        places: dict[tuple[bool, str], list[int]] = defaultdict(list)
        for i, (framed, text) in enumerate(self._old):
            if i not in self.new_of and text.strip():
                places[framed, key(text)].append(i)
        for waiting in places.values():
            waiting.reverse()
        for j, (framed, text) in enumerate(self._new):
            if j not in self.old_of and (waiting := places.get((framed, key(text)))):
                self.add([(waiting.pop(), j)])

    def neighbours(self) -> None:
        """What stands beside a pair on both sides and is equal belongs to it (blank lines)."""
        for step in (1, -1):
            order = sorted(self.new_of.items(), reverse=step < 0)
            for i, j in order:
                a, b = i + step, j + step
                while 0 <= a < len(self._old) and 0 <= b < len(self._new):
                    if self._old[a] != self._new[b] or a in self.new_of or b in self.old_of:
                        break
                    self.add([(a, b)])
                    a, b = a + step, b + step

    def alike(self) -> None:
        """Last round: the same paragraph in other words, the likest first."""
        olds = {i: bigrams(t) for i, (_, t) in enumerate(self._old) if i not in self.new_of}
        news = {j: bigrams(t) for j, (_, t) in enumerate(self._new) if j not in self.old_of}
        scores = _scores(olds, news)
        for j in news:
            # Where the neighbours agree it is asked even if all its words are common ones.
            for i in (self.old_of.get(j - 1, -2) + 1, self.old_of.get(j + 1, -1) - 1):
                if i in olds:
                    scores[i, j] = dice(olds[i], news[j])
        ranked: list[tuple[float, int, int]] = []
        for (i, j), score in scores.items():
            in_place = self._in_place(i, j)
            enough = _ALIKE_IN_PLACE if in_place else _ALIKE
            if score >= enough and self._old[i][0] == self._new[j][0]:
                ranked.append((-score - (0.2 if in_place else 0), i, j))
        self.add((i, j) for _, i, j in sorted(ranked))

    def filled(self) -> None:
        """A blank line between the same neighbours in which words stand now, or the reverse."""
        for i, (framed, text) in enumerate(self._old):
            j = self.new_of.get(i - 1, -1 if i == 0 else -2) + 1
            if i in self.new_of or j < 0 or j >= len(self._new) or j in self.old_of:
                continue
            last = i == len(self._old) - 1 and j == len(self._new) - 1
            blank = not text or not self._new[j][1]
            there = last or self.new_of.get(i + 1, -2) == j + 1
            if blank and there and framed == self._new[j][0]:
                self.add([(i, j)])

    def staying(self) -> set[Pair]:
        """The heaviest choice of pairs that stand in the same order in both texts."""
        pairs = sorted(self.new_of.items())
        return set(increasing_subsequence(pairs, lambda i: len(self._old[i][1]) * 4 + 1))

    def part(self, pairs: Iterable[Pair]) -> None:
        """These are no pairs after all."""
        for i, j in pairs:
            del self.new_of[i], self.old_of[j]

    def _in_place(self, i: int, j: int) -> bool:
        """Whether the paragraph before or behind is the same on both sides."""
        before = self.new_of.get(i - 1, -1 if i == 0 else -2) == j - 1
        behind = self.new_of.get(i + 1, -2) == j + 1
        last = i == len(self._old) - 1 and j == len(self._new) - 1
        return before or behind or last


def paired(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[list[Pair], set[Pair]]:
    """All pairs sorted by the old index, and those of them that did not move.

    There is always at least one pair. What stands in a frame pairs only with the like,
    and is never said to have moved; neither is a blank line.
    """
    found = Pairing(old, new)
    found.equal_in_order()
    found.equal_elsewhere(lambda text: text)
    found.equal_elsewhere(bare_words)
    found.neighbours()
    found.alike()
    found.filled()
    staying = found.staying()
    loose = [
        (i, j)
        for i, j in found.new_of.items()
        if (i, j) not in staying and (old[i].frame or not old[i].text.strip())
    ]
    found.part(loose)
    if not found.new_of:
        found.add([(0, 0)])
        staying = {(0, 0)}
    return sorted(found.new_of.items()), staying


def text_with_label(paragraph: Paragraph) -> str:
    """The text with the automatic number that the file shows in front of it."""
    return paragraph.label + paragraph.text


def _face(paragraph: Paragraph) -> tuple[bool, str]:
    return bool(paragraph.frame), text_with_label(paragraph)


def _scores(olds: dict[int, Counter[str]], news: dict[int, Counter[str]]) -> dict[Pair, float]:
    """How alike the likeliest two are: rare character pairs name them, all are counted."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, bag in olds.items():
        for gram in bag:
            holders[gram].append(i)
    rare = {gram: found for gram, found in holders.items() if len(found) <= _RARE}
    scores: dict[Pair, float] = {}
    for j, bag in news.items():
        votes: Counter[int] = Counter()
        for gram in bag:  # in the order of the text: a tie falls the same way each time
            votes.update(rare.get(gram, ()))
        for i, _ in votes.most_common(_NAMED):
            scores[i, j] = dice(olds[i], bag)
    return scores
