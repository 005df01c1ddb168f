"""What changed from one text to the next, as rows for JSON; and the next text made of them.

A row is one of three: ``[first, end]`` are paragraphs of the old text as they were, wherever they
stand now; ``[text, …]`` is a paragraph of its own (`paragraph_rows`); ``[[number, start, end],
text, [first, end, marks]]`` is a paragraph of the old text with other letters at ``[start, end)``
and other marks at ``[first, end)`` of its marks (left out where they moved with the letters).
So a letter typed into a paragraph of a million is a row of a few bytes. A text from nothing is
rows of the second kind. Every old paragraph is named once at most: what the rows make is never
larger than the old text and they together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final, TypeVar, cast

from editor.manuscript.marks import Mark, Marks, cut, merged
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.paragraph_rows import paragraph_of_row, row_of

Paragraphs = tuple[Paragraph, ...]
Row = list[Any]
_S = TypeVar("_S", str, Paragraphs, Marks)
_STEPS: Final = (4096, 256, 16, 1)  # compared at once, by the machine and not by Python


def rows_between(old: Paragraphs, new: Paragraphs) -> Iterator[Row]:
    """The rows that make ``new`` of ``old``."""
    most = min(len(old), len(new))
    head = _same_start(old, new, most)
    tail = _same_end(old, new, most - head)
    if head:
        yield [0, head]
    for row in _rows_within(old[head : len(old) - tail], new[head : len(new) - tail]):
        yield _moved(row, head)
    if tail:
        yield [len(old) - tail, len(old)]


def text_of_rows(old: Paragraphs, rows: Sequence[Row]) -> Paragraphs:
    """The text that the rows make of ``old``. Raises ValueError or TypeError for what are none."""
    made: list[Paragraph] = []
    named: list[tuple[int, int]] = []
    for row in rows:
        first = row[0]
        if isinstance(first, str):
            made.append(paragraph_of_row(first, row[1:]))
        elif isinstance(first, list):
            number, paragraph = _respliced(old, row)
            named.append((number, number + 1))
            made.append(paragraph)
        else:
            start, end = _within(first, row[1], len(old))
            named.append((start, end))
            made += old[start:end]
    if any(end > start for (_, end), (start, _) in pairwise(sorted(named))):
        raise ValueError("a paragraph is named twice")
    return tuple(made)


def _rows_within(old: Paragraphs, new: Paragraphs) -> Iterator[Row]:
    """The rows for the middle, where paragraphs may have come, gone, moved and changed."""
    coming = set(new) if old else set[Paragraph]()
    places: dict[Paragraph, list[int]] = {}
    for number in range(len(old) - 1, -1, -1):
        places.setdefault(old[number], []).append(number)
    taken = bytearray(len(old))
    start = at = 0  # old paragraphs [start, at) go on to the next text together
    for paragraph in new:
        found = _place_of(paragraph, at, old, taken, places)
        if found == at:
            taken[at] = True
            at += 1
            continue
        if start < at:
            yield [start, at]
        start = at
        if found is not None:
            taken[found] = True
            start, at = found, found + 1
        elif at < len(old) and not taken[at] and old[at] not in coming:
            taken[at] = True
            yield _splice(at, old[at], paragraph)
            start = at = at + 1
        else:
            yield [paragraph.text, *row_of(paragraph)]
    if start < at:
        yield [start, at]


def _place_of(
    paragraph: Paragraph,
    at: int,
    old: Paragraphs,
    taken: bytearray,
    places: dict[Paragraph, list[int]],
) -> int | None:
    """An old paragraph like this one that nobody has taken, the one at ``at`` if it is."""
    if at < len(old) and not taken[at] and old[at] == paragraph:
        return at
    free = places.get(paragraph, [])
    while free and taken[free[-1]]:
        free.pop()
    return free[-1] if free else None


def _splice(number: int, old: Paragraph, new: Paragraph) -> Row:
    """A changed paragraph by what is other in it; the whole where its file says other things."""
    if replace(old, text="", marks=()) != replace(new, text="", marks=()):
        return [new.text, *row_of(new)]
    most = min(len(old.text), len(new.text))
    head = _same_start(old.text, new.text, most)
    tail = _same_end(old.text, new.text, most - head)
    start, end = head, len(old.text) - tail
    fresh = new.text[head : len(new.text) - tail]
    row: Row = [[number, start, end], fresh]
    marks, now = _shifted(_read(old), start, end, len(fresh)), _read(new)
    if marks != now:
        most = min(len(marks), len(now))
        first = _same_start(marks, now, most)
        last = _same_end(marks, now, most - first)
        others = now[first : len(now) - last]
        row.append([first, len(marks) - last, [list(mark) for mark in others]])
    return row


def _read(paragraph: Paragraph) -> Marks:
    """The marks as whoever reads the row of the paragraph has them."""
    marks = paragraph.marks
    return merged(cut(marks, 0, len(paragraph.text))) if marks else ()


def _respliced(old: Paragraphs, row: Row) -> tuple[int, Paragraph]:
    """The number of the old paragraph, and the new one."""
    place, fresh, *others = cast("tuple[list[int], str, Any]", row)
    number, _ = _within(place[0], place[0] + 1, len(old))
    before = old[number]
    start, end = _within(place[1], place[2], len(before.text))
    text = before.text[:start] + fresh + before.text[end:]
    marks = _shifted(before.marks, start, end, len(fresh))
    if others:
        first, last, rows = cast("tuple[int, int, list[Row]]", others[0])
        first, last = _within(first, last, len(marks))
        marks = marks[:first] + tuple([_mark_of(one, len(text)) for one in rows]) + marks[last:]
    if "\n" in fresh:
        raise ValueError("no paragraph")
    return number, replace(before, text=text, marks=marks)


def _mark_of(row: Row, size: int) -> Mark:
    start, end, kind, value = row
    if type(kind) is not str or type(value) is not str:
        raise ValueError("no mark")
    return Mark(*_within(start, end, size), kind, value)


def _shifted(marks: Marks, start: int, end: int, size: int) -> Marks:
    """Where marks come to lie if what covers the place stretches; as many as before, in order."""
    if not marks:
        return marks
    by = size - (end - start)

    def moved(place: int) -> int:
        return place if place <= start else max(start, place + by)

    return tuple([Mark(moved(m.start), moved(m.end), m.kind, m.value) for m in marks])


def _moved(row: Row, by: int) -> Row:
    """A row of the middle, counted in the whole text."""
    first = row[0]
    if isinstance(first, str) or not by:
        return row
    if isinstance(first, list):
        number, start, end = cast("tuple[int, int, int]", first)
        return [[number + by, start, end], *row[1:]]
    return [first + by, row[1] + by]


def _within(start: object, end: object, size: int) -> tuple[int, int]:
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= size:
        raise ValueError("no such stretch")
    return start, end


def _same_start(old: _S, new: _S, most: int) -> int:
    """How much is the same at the start, ``most`` at most."""
    at = 0
    for step in _STEPS:
        while at + step <= most and old[at : at + step] == new[at : at + step]:
            at += step
    return at


def _same_end(old: _S, new: _S, most: int) -> int:
    """How much is the same at the end, ``most`` at most."""
    at, last, latest = 0, len(old), len(new)
    for step in _STEPS:
        while (
            at + step <= most
            and old[last - at - step : last - at] == new[latest - at - step : latest - at]
        ):
            at += step
    return at
