"""Points that are told off inside one sentence: which of them are headings.

一是守住防汛底线；二是管好山塘水库。 says what is to be done, in heads that could stand alone;
一是起步较早；二是群众参与，…。 only goes on counting. Those can be moved and are no headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from editor.language.word_segments import WordSegments
from editor.manuscript.heading.heading_candidate import POINT_STYLES, HeadingCandidate
from editor.manuscript.numbering import MarkerStyle

_SHORTEST, _LONGEST = 4, 12  # characters of a point that is a heading
_END: Final = re.compile("[。！？!?…]")
_PARTED: Final = re.compile("[，,：:；;]")
_CLOSES: Final = "；;。！!”’」』）) \u3000"
_IS_ONE: Final = {MarkerStyle.POINT_MUST: MarkerStyle.POINT_IS}
_AHEAD: Final = frozenset(("d", "yao", "bu"))  # 切实, 要, 不 before the verb
_OBJECTS: Final = frozenset("a")  # no object ends so: 办得好
_DONE: Final = "得"
_VERBS: Final = frozenset("v")
_ACTS: Final = frozenset(("v", "vn"))  # behind an adverb a noun made of a verb is a verb


def with_asides(text: str, found: tuple[HeadingCandidate, ...]) -> tuple[HeadingCandidate, ...]:
    """The candidates of a line; points of one sentence that are no headings are told aside."""
    made = list(found)
    for group in _groups(text, found):
        last = group[-1]
        after = _END.search(text, found[last].start)
        until = after.start() if after else len(text)
        ends = [found[n].start for n in group[1:]] + [until]
        clauses = [text[found[n].words : end] for n, end in zip(group, ends, strict=True)]
        heads = all(is_head(clause) for clause in clauses)
        for n in group:
            made[n] = replace(found[n], row=found[n].row and not heads, aside=not heads)
    return tuple(made)


def _groups(text: str, found: tuple[HeadingCandidate, ...]) -> Iterator[list[int]]:
    """The points that are two and more in one sentence, where their count ends with it."""
    group: list[int] = []
    apart = False  # the count has a point that is a sentence of its own
    for n, c in enumerate(found):
        if c.style not in POINT_STYLES:
            continue
        last = found[group[-1]] if group else None
        if last and _family(last) == _family(c) and c.value > last.value:
            apart = apart or _END.search(text, last.start, c.start) is not None
            group.append(n)
            continue
        if len(group) > 1 and not apart:
            yield group
        group, apart = [n], False
    if len(group) > 1 and not apart:
        yield group


def _family(c: HeadingCandidate) -> MarkerStyle | None:
    return _IS_ONE.get(c.style, c.style) if c.style else None


def is_head(clause: str) -> bool:
    """Whether a point's words are one clause of a verb and its object, as heads are."""
    words = clause.rstrip(_CLOSES).strip()
    if not _SHORTEST <= len(words) <= _LONGEST or _PARTED.search(words):
        return False
    return _has_object(words)


def _has_object(words: str) -> bool:
    segments = WordSegments(words)
    parts = segments.words(0, len(words))
    acts = _VERBS
    while parts and segments.word_class(parts[0]) in _AHEAD:
        del parts[0]
        acts = _ACTS
    classes = [segments.word_class(part) for part in parts]
    if len(parts) < 2 or classes[-1] in _OBJECTS or _DONE in parts or "bu" in classes:
        return False
    return (
        classes[0] in acts
        or segments.word_class(parts[0][:2]) == "v"
        or _is_resultative(segments, parts[0], classes)
    )


def _is_resultative(segments: WordSegments, first: str, classes: list[str]) -> bool:
    """压实, 用好, 严把: a verb by its parts, though no list has it as one."""
    parts = [segments.word_class(one) for one in first]
    return classes[1] == "ba" or classes[:2] == ["p", "a"] or parts == ["v", "a"]
