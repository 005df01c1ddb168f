"""Paragraphs that were split in several, or joined from several, in a comparison.

Asked after the pairing: a paragraph's other part is left over there, or its likest part
has taken the pair. Only what stands in order is told so; what also moved is told as moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.comparison.sequences import Pair
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.sentences import bigrams, dice, shared_bigrams

_INSIDE: Final = 0.6  # share of a part's character pairs that the whole has
_ALIKE: Final = 0.7  # of the whole and its parts together
_SHORTEST: Final = 4  # characters; a shorter part is anywhere by chance
_MOST: Final = 12  # so many paragraphs are looked at for a part


class SplitOrJoin(NamedTuple):
    """Old paragraphs ``[old, old + olds)`` became new ones; one side has a single one."""

    old: int
    olds: int
    new: int
    news: int


class _PairedText(NamedTuple):
    """One text and which of its paragraphs have which partner."""

    paragraphs: Sequence[Paragraph]
    partner: dict[int, int]


class _Bigrams(dict[int, Counter[str]]):
    """The character pairs of the paragraphs of a text, counted when they are asked for."""

    def __init__(self, side: _PairedText) -> None:
        super().__init__()
        self._paragraphs = side.paragraphs

    def __missing__(self, at: int) -> Counter[str]:
        self[at] = found = bigrams(self._paragraphs[at].text)
        return found


def splits_and_joins(
    old: Sequence[Paragraph], new: Sequence[Paragraph], pairs: Iterable[Pair], staying: set[Pair]
) -> list[SplitOrJoin]:
    """The splits and joins that go with the pairs that stayed, in order of the old text."""
    there = list(pairs)
    olds, news = _PairedText(old, dict(there)), _PairedText(new, {j: i for i, j in there})
    turned = [(j, i) for i, j in staying]
    found = [SplitOrJoin(whole, 1, *run) for whole, run in _parted(olds, news, sorted(turned))]
    found += [SplitOrJoin(*run, whole, 1) for whole, run in _parted(news, olds, sorted(staying))]
    kept: list[SplitOrJoin] = []
    order = sorted(staying)  # rising on both sides, and so it stays
    for one in sorted(found):
        inside = _touching(one, olds, news)
        settled = all(pair in staying and _holds(one, pair) for pair in inside)
        first = bisect_left(order, (one.old, -1))
        last = bisect_left(order, (one.old + one.olds, -1), first)
        met = kept and _meet(one, kept[-1])  # those before lie before that one
        if settled and not met and _fits(one, order, first, last):
            kept.append(one)
            order[first:last] = [(one.old, one.new)]
    return kept


def _parted(
    wholes: _PairedText, parts: _PairedText, order: Sequence[Pair]
) -> list[tuple[int, Pair]]:
    """The paragraphs that several of the other text make up: ``(whole, (first, count))``.

    ``order`` are the pairs that stayed, ``(part, whole)``.
    """
    whole_bags = _Bigrams(wholes)
    members: dict[int, list[int]] = defaultdict(list)
    for part, paragraph in enumerate(parts.paragraphs):
        if part in parts.partner or not _plain_one(paragraph):
            continue
        near = _near(part, order, len(wholes.paragraphs))
        longer = [w for w in near if len(wholes.paragraphs[w].text) > _INSIDE * len(paragraph.text)]
        able = [w for w in longer if _open(wholes, parts, w)]
        bag = bigrams(paragraph.text) if able else Counter[str]()
        best = max([(shared_bigrams(whole_bags[w], bag), -w) for w in able], default=(0, 0))
        if best[0] and best[0] >= _INSIDE * sum(bag.values()):
            members[-best[1]].append(part)
    found: list[tuple[int, Pair]] = []
    for whole, own in members.items():
        partner = wholes.partner.get(whole)
        if partner is not None and _plain_one(parts.paragraphs[partner]):
            own.append(partner)
        run = _run(sorted(own), parts, partner)
        numbered = any(parts.paragraphs[at].label for at in run[1:])  # a number would be lost
        if len(run) < 2 or numbered:
            continue
        made = sum(
            [bigrams(p.text) for p in parts.paragraphs[run[0] : run[-1] + 1]], Counter[str]()
        )
        if dice(whole_bags[whole], made) >= _ALIKE:
            found.append((whole, (run[0], run[-1] + 1 - run[0])))
    return found


def _plain_one(paragraph: Paragraph) -> bool:
    """Whether a paragraph can be split or joined: none of a table, none with a picture."""
    return not paragraph.frame and not paragraph.holds and len(paragraph.text) >= _SHORTEST


def _open(wholes: _PairedText, parts: _PairedText, whole: int) -> bool:
    """Whether a paragraph may be the whole of others: it has no partner of the same words."""
    if not _plain_one(wholes.paragraphs[whole]):
        return False
    partner = wholes.partner.get(whole)
    return partner is None or text_with_label(wholes.paragraphs[whole]) != text_with_label(
        parts.paragraphs[partner]
    )


def _near(part: int, order: Sequence[Pair], count: int) -> range:
    """The paragraphs between those that the neighbours of a part stayed with, these included."""
    at = bisect_left(order, (part, -1))
    first = order[at - 1][1] if at else 0
    last = order[at][1] if at < len(order) else count - 1
    return range(first, min(last + 1, first + _MOST))


def _run(own: list[int], side: _PairedText, partner: int | None) -> list[int]:
    """The longest row of neighbours among the parts (with the partner); blank lines may lie in."""
    rows: list[list[int]] = [[own[0]]]
    for part in own[1:]:
        between = range(rows[-1][-1] + 1, part)
        if all(_blank(side, n) for n in between):
            rows[-1].append(part)
        else:
            rows.append([part])
    fitting = [row for row in rows if partner is None or partner in row]
    return max(fitting, key=len) if fitting else []


def _blank(side: _PairedText, at: int) -> bool:
    paragraph = side.paragraphs[at]
    empty = not paragraph.text and not paragraph.label
    return empty and not paragraph.frame and not paragraph.holds and at not in side.partner


def _fits(one: SplitOrJoin, order: Sequence[Pair], first: int, last: int) -> bool:
    """Whether no pair that stayed would cross it; ``[first, last)`` have its old paragraphs."""
    ahead = first == 0 or order[first - 1][1] < one.new
    behind = last == len(order) or order[last][1] >= one.new + one.news
    return ahead and behind and all(_holds(one, pair) for pair in order[first:last])


def _holds(one: SplitOrJoin, pair: Pair) -> bool:
    in_old = one.old <= pair[0] < one.old + one.olds
    return in_old and one.new <= pair[1] < one.new + one.news


def _touching(one: SplitOrJoin, olds: _PairedText, news: _PairedText) -> set[Pair]:
    """The pairs of which it has at least one side."""
    there = {(i, olds.partner.get(i, -1)) for i in range(one.old, one.old + one.olds)}
    there |= {(news.partner.get(j, -1), j) for j in range(one.new, one.new + one.news)}
    return {pair for pair in there if -1 not in pair}


def _meet(one: SplitOrJoin, other: SplitOrJoin) -> bool:
    return (one.old < other.old + other.olds and other.old < one.old + one.olds) or (
        one.new < other.new + other.news and other.new < one.new + one.news
    )
