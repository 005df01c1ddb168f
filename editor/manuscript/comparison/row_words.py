"""The words of a row of a comparison on either side: of one paragraph, or of a run of them.

A paragraph that was split, or several that were joined, are compared as one text; the
breaks between the paragraphs are places in it. All offsets are code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.numbering import marker_at
from editor.manuscript.paragraph import Paragraph


class RowWords(NamedTuple):
    """Old and new words, paragraphs joined without anything between; where they were joined."""

    old: str
    new: str
    old_breaks: tuple[int, ...] = ()
    new_breaks: tuple[int, ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """An old stretch as (which paragraph of the run, its start there).

        It crosses no break; an empty one at a break stands at the end of what is before it.
        """
        found = bisect_left if start == end else bisect_right
        member = found(self.old_breaks, start)
        return member, start - (self.old_breaks[member - 1] if member else 0)


def row_words(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> RowWords:
    """The words of the runs that stand in one row.

    The first new paragraph stands behind the old one's automatic number; those of the
    others become words when they are taken, and so are words here.
    """
    olds = [p.text for p in old]
    news = [behind_label(old[0], new[0]), *[text_with_label(p) for p in new[1:]]]
    if len(olds) == len(news) == 1:
        return RowWords(olds[0], news[0])
    return RowWords("".join(olds), "".join(news), _breaks(olds), _breaks(news))


def _breaks(texts: Sequence[str]) -> tuple[int, ...]:
    return tuple(accumulate([len(text) for text in texts[:-1]]))


def behind_label(old: Paragraph, new: Paragraph) -> str:
    """The new text as it stands behind the old one's automatic number.

    A colleague's program may have typed out the number, or made it automatic.
    """
    whole = text_with_label(new)
    if old.label and whole.startswith(old.label):
        return whole[len(old.label) :]
    if not old.label:
        return whole
    # Its own number follows the file; another one typed out in its place would double it.
    marker = None if new.label else marker_at(new.text)
    return new.text[marker.end :] if marker else new.text
