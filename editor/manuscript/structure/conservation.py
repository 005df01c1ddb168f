"""Nothing lost, nothing doubled: the check that every structural command must pass.

Independent of how the commands work: it compares the text before with the text after,
paragraph by paragraph, and lets differ only what the command says it changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import is_not
from typing import Final

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph

# What may come, go or change where a point enters or leaves a run, and line beginnings.
_MARKS: Final = "；;，,。. \u3000\t"

# What numbers of headings are written with (see `numbering`), and how much one may differ.
_NUMBERS: Final = frozenset(
    "一二三四五六七八九十百〇零两第部分是要首先其次再者最后另方面点个条"
    "0123456789０１２３４５６７８９、.．，,：:（）() \u3000"
) | frozenset(chr(n) for n in (*range(0x2460, 0x249C), *range(0x3220, 0x3300)))
_LONGEST: Final = 12


@dataclass(frozen=True, slots=True)
class AllowedChanges:
    """What a command says it changes: beside it, every paragraph stays as it is.

    ``numbers`` is how many numbers of headings may change; ``gone`` and ``come`` are
    whole texts that are taken out or put in (line feeds aside); ``marks``: punctuation
    between points may change, and paragraphs may be parted or joined; ``keys`` of
    paragraphs that may go. ``measures``: what the text's own numbers have beside figures
    (the 个关键词 of 第一个关键词：), which comes and goes with a number.
    """

    numbers: int = 0
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    marks: bool = False
    keys: frozenset[int] = frozenset()
    measures: frozenset[str] = frozenset()


NOTHING: Final = AllowedChanges()


def conserved(before: Manuscript, after: Manuscript, changed: AllowedChanges = NOTHING) -> bool:
    """Whether ``after`` has the paragraphs of ``before``, but for what is said to change.

    Paragraphs that differ are compared character by character; keys are never doubled,
    none is lost unsaid, and tables and text boxes stay as they stand.
    """
    old, new = _different(before.paragraphs, after.paragraphs)
    if not _keys_kept(before, after, changed) or not frames_kept(before, after):
        return False
    if not old and not new:
        return True
    if changed == NOTHING:
        return False
    if _held(old) - _held(new) and not changed.gone:
        return False
    balance = _characters([*(p.text for p in old), *changed.come])
    balance.subtract(_characters([*(p.text for p in new), *changed.gone]))
    odd = {c: n for c, n in balance.items() if n and not (changed.marks and c in _MARKS)}
    known = _NUMBERS | changed.measures
    return all(c in known for c in odd) and sum(map(abs, odd.values())) <= (
        changed.numbers * _LONGEST
    )


def _different(
    before: Sequence[Paragraph], after: Sequence[Paragraph]
) -> tuple[list[Paragraph], list[Paragraph]]:
    """What only one of two texts has, each as often as it has it more than the other.

    The very same values (most of a text, moved or not) cancel out before any is compared.
    """
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    before, after = before[first : len(before) - last], after[first : len(after) - last]
    counts: dict[int, int] = {}
    values = {id(p): p for p in (*before, *after)}
    for paragraph in before:
        counts[id(paragraph)] = counts.get(id(paragraph), 0) + 1
    for paragraph in after:
        counts[id(paragraph)] = counts.get(id(paragraph), 0) - 1
    lost = Counter[Paragraph]()
    for name, number in counts.items():
        if number:
            lost[values[name]] += number
    return list((+lost).elements()), list((-lost).elements())


def _alike(one: Sequence[Paragraph], other: Sequence[Paragraph]) -> int:
    """How many at the beginning are the very same values."""
    others = compress(count(), map(is_not, one, other))
    return next(others, min(len(one), len(other)))


def _characters(texts: Iterable[str]) -> Counter[str]:
    counted = Counter("".join(texts))
    counted.pop("\n", None)
    return counted


def _held(paragraphs: Sequence[Paragraph]) -> Counter[str]:
    """What paragraphs hold besides words, each thing by itself: joined ones hold it together."""
    return Counter(name for p in paragraphs for name in p.holds.split("、") if name)


def _keys_kept(before: Manuscript, after: Manuscript, changed: AllowedChanges) -> bool:
    old = [p.key for p in before.paragraphs if p.key]
    new = [p.key for p in after.paragraphs if p.key]
    return len(new) == len(set(new)) and set(old) - set(new) <= changed.keys


def frames_kept(before: Manuscript, after: Manuscript) -> bool:
    """Whether each table and text box has its paragraphs in order, and none put between."""
    return sorted(_blocks(before)) == sorted(_blocks(after))


def _blocks(manuscript: Manuscript) -> list[tuple[tuple[int, str], ...]]:
    blocks: list[list[tuple[int, str]]] = []
    name = ""
    for p in manuscript.paragraphs:
        if not p.frame:
            name = ""
            continue
        own = p.frame.split("·")[0]
        if own and own != name:
            blocks.append([])
        if own:
            blocks[-1].append((p.key, p.frame))
        name = own
    return [tuple(b) for b in blocks]
