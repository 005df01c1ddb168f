"""What a Word file keeps beside the letters of a paragraph, as values that edits map.

A mark lies on a stretch of one paragraph. ``run`` marks tell where letters came from: their
value is ``'K.n'``, the n-th run content of the source's paragraph K, or ``'K'`` for the whole
of a paragraph with one look. From them a save cuts and glues the original runs, so that every
character keeps its look and everything that is no letter (a picture, a note, a bookmark)
stays beside the letters it stood by. The other kinds say what the look means.

A paragraph that came from the file and has no marks is all of its own element and of one look
(`explicit` says so in marks). A letter without a ``run`` mark was typed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple

RUN: Final = "run"
# Looks: value '' but where said.
BOLD: Final = "bold"
ITALIC: Final = "italic"
UNDERLINE: Final = "underline"
STRIKE: Final = "strike"
HIDDEN: Final = "hidden"
DOTTED: Final = "dotted"  # 着重号
RAISED: Final = "raised"
LOWERED: Final = "lowered"
FACE: Final = "face"  # value: the East Asian font's name
SIZE: Final = "size"  # value: half points, as w:sz
COLOUR: Final = "colour"  # value: RRGGBB
HIGHLIGHT: Final = "highlight"  # value: Word's colour name
RUBY: Final = "ruby"  # value: what stands over the letters
LOOKS: Final = (
    BOLD, ITALIC, UNDERLINE, STRIKE, HIDDEN, DOTTED, RAISED, LOWERED, FACE, SIZE, COLOUR, HIGHLIGHT,
)  # fmt: skip
# What the letters stand in.
INSERTED: Final = "inserted"  # a tracked insertion; value: 'author|date'
LINK: Final = "link"  # value: the address, or the bookmark's name
FIELD: Final = "field"  # value: its instruction ('DATE', 'MERGEFIELD 姓名')
CONTROL: Final = "control"  # a content control; value: its title
PLACEHOLDER: Final = "placeholder"  # a control's own prompt; value: its words

_ELSEWHERE = (*LOOKS, RUBY, LINK)
ADDRESSES: Final = ("http://", "https://", "mailto:")


_FINEST: Final = 250_000  # product of lengths up to which the words are compared letter by letter


class Mark(NamedTuple):
    """A stretch ``[start, end)`` of a paragraph (code points) with what lies on it."""

    start: int
    end: int
    kind: str
    value: str = ""


Marks = tuple[Mark, ...]


def explicit(key: int, size: int, marks: Marks) -> Marks:
    """The marks of a paragraph of the file, said in full where it has none."""
    if marks or not key or not size:
        return marks
    return (Mark(0, size, RUN, str(key)),)


def implied(key: int, size: int, marks: Marks) -> Marks:
    """The marks without what `explicit` would say of itself: () for all of its own element."""
    alone = len(marks) == 1 and key and marks[0] == (0, size, RUN, str(key))
    return () if alone else marks


def loose(marks: Marks) -> Marks:
    """What of the marks means something in another file: looks, ruby, links to the web."""
    return tuple([m for m in marks if m.kind in _ELSEWHERE and not _is_inner(m)])


def _is_inner(mark: Mark) -> bool:
    """Whether a link leads to a place of its own file."""
    return mark.kind == LINK and not mark.value.startswith(ADDRESSES)


def cut(marks: Marks, start: int, end: int) -> Marks:
    """The marks of the stretch ``[start, end)``, counted from its start."""
    found: list[Mark] = []
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first < last:
            found.append(Mark(first - start, last - start, mark.kind, mark.value))
    return tuple(sorted(found))


def moved(marks: Marks, by: int) -> Marks:
    """The marks further on by a number of code points."""
    return tuple([Mark(m.start + by, m.end + by, m.kind, m.value) for m in marks]) if by else marks


def merged(marks: Iterable[Mark]) -> Marks:
    """The marks in order, those of one kind and value that touch made one."""
    open_ones: dict[tuple[str, str], Mark] = {}
    done: list[Mark] = []
    for mark in sorted(marks):
        if mark.start >= mark.end:
            continue
        kind = (mark.kind, mark.value)
        last = open_ones.get(kind)
        if last is not None and last.end >= mark.start:
            open_ones[kind] = last._replace(end=max(last.end, mark.end))
            continue
        if last is not None:
            done.append(last)
        open_ones[kind] = mark
    return tuple(sorted([*done, *open_ones.values()]))


def at(marks: Marks, offset: int) -> frozenset[tuple[str, str]]:
    """What lies on the code point at an offset."""
    return frozenset((m.kind, m.value) for m in marks if m.start <= offset < m.end)


def stretches(marks: Marks, size: int) -> Iterator[tuple[int, int, frozenset[tuple[str, str]]]]:
    """All letters of a text of that size in stretches with what lies on them, from the first."""
    ends = sorted({0, size, *[m.start for m in marks], *[m.end for m in marks]})
    waiting, lying = sorted(marks, reverse=True), list[Mark]()
    for start, end in pairwise(ends):
        lying = [m for m in lying if m.end > start]
        while waiting and waiting[-1].start <= start:
            lying.append(waiting.pop())
        yield start, end, frozenset([(m.kind, m.value) for m in lying])


def replaced(marks: Marks, start: int, end: int, size: int) -> Marks:
    """The marks after ``size`` new letters came in place of ``[start, end)``.

    New letters take what lay on the first letter they replace, else on the one before them,
    else on the one behind: typed words look like the words they were typed into.
    """
    before = cut(marks, 0, start)
    behind = [m._replace(start=max(m.start, end)) for m in marks if m.end > end]
    shifted = moved(tuple(behind), start + size - end)
    like = at(marks, start) if end > start or not start else at(marks, start - 1)
    fresh = [Mark(start, start + size, kind, value) for kind, value in like] if size else []
    return merged([*before, *fresh, *shifted])


def rewritten(marks: Marks, old: str, new: str) -> Marks:
    """The marks of ``old`` on ``new``, whose words tell what was put in and taken out."""
    if old == new or not marks:
        return marks
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    if not gone or not come or len(gone) * len(come) > _FINEST:
        return replaced(marks, head, head + len(gone), len(come))
    steps = SequenceMatcher(None, gone, come, autojunk=False).get_opcodes()
    for tag, first, last, start, end in reversed(steps):
        if tag != "equal":
            marks = replaced(marks, head + first, head + last, end - start)
    return marks
