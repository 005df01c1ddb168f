"""Letters made alike where a search is blind to case and width; every code point stays one."""

from __future__ import annotations

from typing import Final

from editor.manuscript.search.query import Query

_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0x00A0: 0x20,
    ord("“"): ord('"'),
    ord("”"): ord('"'),
    ord("‘"): ord("'"),
    ord("’"): ord("'"),
}


def folded(text: str, query: Query) -> str:
    """The text as the query compares it, of the same length."""
    if not query.width and not text.isascii():
        text = text.translate(_HALF_WIDTH)
    if query.case:
        return text
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join([c.lower() if len(c.lower()) == 1 else c for c in text])
