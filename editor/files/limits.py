"""How much of a text is opened at all: what is refused before the window would stand still.

Measured on a PC of 2020: an empty paragraph costs the window 24 µs, a character about 1 µs of
processor time. The largest of 370 real Word files has 3,501 paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable

from editor.files.trouble import Trouble

MOST_PARAGRAPHS = 80_000  # two seconds of empty ones
MOST_CHARACTERS = 2_000_000  # code points; three seconds to read through
MOST_TAGS = 2_000_000  # of a Word file's body: half a gigabyte as a tree
_BYTES_A_TAG = 8  # there are 16 in real files; the fewest are 4
LONGEST_PARAGRAPH = 300_000  # code points; a second to paint
# No encoding has more bytes a character, so that more bytes are more characters.
_WIDEST = 4
_PART = "请把要用的部分复制到一份新文稿里，再打开新文稿。"


def refuse_many_paragraphs(count: int) -> None:
    """Raises Trouble where a text has more paragraphs (or lines) than can be shown."""
    if count > MOST_PARAGRAPHS:
        raise Trouble(
            f"这份文稿有 {MOST_PARAGRAPHS // 10_000} 万段以上，多半是空段落，讲话稿不会有这么多。",
            "请用 Word、WPS 或记事本打开，删去空段落再存一次；或" + _PART.removeprefix("请"),
        )


def refuse_crowded_part(data: bytes) -> None:
    """The same for a Word file's body in bytes, before anything is made of it.

    A million empty paragraphs are 9.6 KB in the zip. What writes its elements with another
    prefix is counted when it is read.
    """
    if len(data) > MOST_TAGS * _BYTES_A_TAG and data.count(b"<") > MOST_TAGS:
        raise Trouble(
            f"这份文稿的格式标记有 {MOST_TAGS // 10_000} 万个以上，多半是反复粘贴、修订留下的。",
            "请用 Word 或 WPS 打开，把正文“只粘贴文字”到一份新文稿里，再打开新文稿。",
        )
    # One look is enough for nearly all: each costs a twentieth of lxml's parse.
    if data.count(b"<w:p") > MOST_PARAGRAPHS:
        refuse_many_paragraphs(sum([data.count(tag) for tag in (b"<w:p>", b"<w:p/>", b"<w:p ")]))


def refuse_many_characters(count: int) -> None:
    """Raises Trouble where a text has more characters than can be read through in time."""
    if count > MOST_CHARACTERS:
        raise Trouble(
            f"这份文稿有 {MOST_CHARACTERS // 10_000} 万字以上，讲话稿不会有这么长。", _PART
        )


def refuse_long_paragraph(texts: Iterable[str]) -> None:
    """Raises Trouble where a paragraph is longer than can be set and painted in a second."""
    if max(map(len, texts), default=0) > LONGEST_PARAGRAPH:
        raise Trouble(
            f"这份文稿里有一段 {LONGEST_PARAGRAPH // 10_000} 万字以上，多半是没有分段。",
            "请用 Word、WPS 或记事本打开，分成几段再存一次。",
        )


def refuse_long_bytes(data: bytes) -> None:
    """The same for a plain text that is not decoded yet."""
    refuse_many_characters(len(data) // _WIDEST)
