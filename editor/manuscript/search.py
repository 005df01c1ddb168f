"""Find and replace plain words, blind to letter case, to full or half width and to what the eye
does not see (a space of no width, a radical in a word's place).

Separate from the window so that the command line and tests find the same places.
Spans are offsets of the text itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from editor.language.script import seen
from editor.manuscript.edits import Replace, from_last, replace
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0x00A0: 0x20,
    ord("“"): ord('"'),
    ord("”"): ord('"'),
    ord("‘"): ord("'"),
    ord("’"): ord("'"),
}


def find(
    manuscript: Manuscript, words: str, *, case: bool = False, whole_width: bool = True
) -> tuple[Span, ...]:
    """All places of ``words`` inside paragraphs, in order, not overlapping.

    ``case``: tell a from A. ``whole_width``: take １ for 1, Ａ for A, ， for , and “ for ".
    """
    wanted = _folded(seen(words).text, case, whole_width)
    if not wanted or "\n" in wanted:
        return ()
    return tuple(_places(manuscript, wanted, case, whole_width))


def replacements(found: Iterable[Span], text: str) -> tuple[Replace, ...]:
    """The edits that put ``text`` in every place found, last place first."""
    return from_last(replace(span, text) for span in found)


def _places(manuscript: Manuscript, wanted: str, case: bool, whole_width: bool) -> Iterator[Span]:
    for number, paragraph in enumerate(manuscript.paragraphs):
        shown = seen(paragraph.text)
        text = _folded(shown.text, case, whole_width)
        at = text.find(wanted)
        while at >= 0:
            yield Span(number, shown.place(at), shown.end(at + len(wanted)))
            at = text.find(wanted, at + len(wanted))


def _folded(text: str, case: bool, whole_width: bool) -> str:
    if whole_width and not text.isascii():
        text = text.translate(_HALF_WIDTH)
    if case:
        return text
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
