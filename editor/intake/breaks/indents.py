"""The blanks that a web page puts before its paragraphs: the page of paper indents by itself.

Only where the text was copied in a browser or has what goes for sure as a site's; elsewhere,
and in a Word file, they are their author's. So are
they before a line that is set to the middle or the right by them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import indent_of, is_heading, is_prose, is_salutation, is_title

WHY: Final = "网页排版留下的段首空格，稿纸自己会缩进"
# What only a page has.
_OF_PAGES: Final = frozenset(
    ("site-intro", "watermark", "site-note", "url", "site-nav", "share-bar", "copyright")
) | {"related-links", "site-header", "site-footer", "member-notice", "preview", "jammer"}
_USUAL: Final = 4  # letters' half widths before the first line of a paragraph
_TAB: Final = 4


def indents(buffer: LineBuffer, joined: Collection[int]) -> Iterator[tuple[int, int]]:
    """The lines of a page with the blanks before them (code points).

    ``joined``: the lines that go on from the one before, whose blanks go with the break.
    """
    if buffer.from_docx or not _is_of_page(buffer):
        return
    for number in buffer.remaining():
        size = indent_of(buffer.lines[number])
        if not size or number in joined or buffer.guarded[number]:
            continue
        beside = (*buffer.changes.get(number, ()), *buffer.doubts.get(number, ()))
        if all(change.start >= size for change in beside) and _is_usual(buffer, number, size):
            yield number, size


def _is_of_page(buffer: LineBuffer) -> bool:
    changes = (change for every in buffer.changes.values() for change in every)
    return buffer.of_page or any(change.kind in _OF_PAGES for change in changes)


def _is_usual(buffer: LineBuffer, number: int, size: int) -> bool:
    """Whether a line is one of the running text, or stands no further in than one would."""
    text = buffer.kept_text(number)
    if is_prose(text) or is_heading(text) or is_salutation(text) or is_title(text):
        return True
    return sum(map(_width, text[:size])) <= _USUAL


def _width(blank: str) -> int:
    return _TAB if blank == "\t" else 2 if blank == "\u3000" else 1
