"""A paragraph as plain values and back: for snapshots, kept versions and the clipboard.

A row is what a paragraph has beside its text, in the order of its fields, without the empty
ones at its end; what was written before there were marks has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, cast

from editor.manuscript.marks import RUN, Mark, Marks, cut, merged
from editor.manuscript.paragraph import Paragraph

# The words of a row that are read further, by their places: style and list.
_FORMS: Final = {1: re.compile("title|heading[1-9]|"), 4: re.compile("(?s:.*)/[0-9]?|")}
_RUN: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def row_of(paragraph: Paragraph) -> list[Any]:
    """The row of a paragraph, for JSON."""
    row: list[Any] = [
        paragraph.key,
        paragraph.label,
        paragraph.style,
        paragraph.frame,
        paragraph.holds,
        paragraph.listed,
        [list(mark) if mark.value else list(mark[:3]) for mark in paragraph.marks],
    ]
    while row and not row[-1]:
        row.pop()
    return row


def paragraph_of_row(text: str, row: Sequence[Any]) -> Paragraph:
    """The paragraph with a text and a row; marks that do not fit the text are cut to it.

    Raises TypeError or ValueError for what is no row.
    """
    *fields, marks = row if len(row) > 6 else (*row, ())
    key, *words = fields or (0,)
    # Types are no promise of a file: a number for a label would stop the page that paints it.
    if type(text) is not str or "\n" in text or not _is_place(key) or not _all_words(words):
        raise TypeError("no paragraph")
    known = [_known(at, word) for at, word in enumerate(words)]
    return Paragraph(
        text, key, *known, marks=_marks(cast("Sequence[Sequence[Any]]", marks), len(text))
    )


def _known(at: int, word: str) -> str:
    """A word of a row; one that this program does not know says nothing, the text stays."""
    form = _FORMS.get(at)
    return word if form is None or form.fullmatch(word) else ""


def _marks(rows: Sequence[Sequence[Any]], size: int) -> Marks:
    marks = [Mark(*one) for one in rows]
    if not all(_is_place(m.start) and _is_place(m.end) and _all_words(m[2:]) for m in marks):
        raise TypeError("no mark")
    marks = [m for m in marks if m.kind != RUN or _RUN.fullmatch(m.value)]
    return merged(cut(tuple(marks), 0, size)) if marks else ()


def _is_place(value: object) -> bool:
    return type(value) is int and value >= 0


def _all_words(values: Iterable[object]) -> bool:
    return all(type(value) is str for value in values)
