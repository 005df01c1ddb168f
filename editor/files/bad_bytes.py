"""Bytes that are no letter of a text: each shows as U+FFFD, and goes back as it was.

A text with a few of them opens, is written in, and is saved with these very bytes wherever
their line or the place in it is still there. What is known of them is their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

SIGN = "\ufffd"
_FIRST = re.compile(rb"[\x00-\xff][\x80-\xff]*", re.DOTALL)


def decode_around(data: bytes, encoding: str) -> tuple[str, tuple[bytes, ...]]:
    """The text with a sign for each place that is none, and the bytes of every sign in order.

    A sign that the file has itself counts too. Only for encodings in which no letter has a
    line feed among its bytes.
    """
    try:
        if SIGN not in (text := data.decode(encoding)):
            return text, ()
    except UnicodeDecodeError:
        pass  # now line by line
    pieces, bad = list[str](), list[bytes]()
    for line in data.splitlines(keepends=True):
        for piece, lost in _pieces(line, encoding):
            pieces.append(piece)
            bad += lost
    return "".join(pieces), tuple(bad)


def _pieces(line: bytes, encoding: str) -> Iterator[tuple[str, list[bytes]]]:
    own = SIGN.encode(encoding, "ignore")
    while line:
        try:
            text, rest, lost = line.decode(encoding), b"", b""
        except UnicodeDecodeError as error:
            text = line[: error.start].decode(encoding)
            # A lead byte without its trail takes no digit and no line feed along.
            lost = _FIRST.findall(line[error.start : error.end])[0]
            rest = line[error.start + len(lost) :]
        known = [own] * text.count(SIGN)
        yield (text + SIGN, [*known, lost]) if lost else (text, known)
        line = rest


def shares(lines: Sequence[str], bad: Sequence[bytes]) -> dict[int, tuple[bytes, ...]]:
    """The bytes of each line (from 1) that has signs."""
    counts = [line.count(SIGN) for line in lines]
    ends = accumulate(counts)
    return {
        key: tuple(bad[end - size : end])
        for key, (size, end) in enumerate(zip(counts, ends, strict=True), 1)
        if size
    }


def encode_around(text: str, was: str, bad: Sequence[bytes], encoding: str) -> bytes:
    """The bytes of a line that was ``was``, with ``bad`` where its signs still are.

    A sign among words that were changed, of which nobody knows which it is, goes as a sign; so
    do all of a line where such bytes would make a letter with what was written behind them.
    Raises UnicodeEncodeError.
    """
    if not bad or SIGN not in text:
        return text.encode(encoding)
    pieces = text.split(SIGN)
    kept = _kept(text, was, bad)
    made = [pieces[0].encode(encoding)]
    for one, piece in zip(kept, pieces[1:], strict=True):
        made += (SIGN.encode(encoding) if one is None else one, piece.encode(encoding))
    line = b"".join(made)
    return line if decode_around(line, encoding)[0] == text else text.encode(encoding)


def _kept(text: str, was: str, bad: Sequence[bytes]) -> list[bytes | None]:
    """Of each sign of a changed line the bytes it stands for, where that is known."""
    count = text.count(SIGN)
    if count == len(bad):
        return list(bad)
    head = _alike(text, was)
    tail = min(_alike(text[::-1], was[::-1]), min(len(text), len(was)) - head)
    before = text.count(SIGN, 0, head)
    behind = text.count(SIGN, len(text) - tail) if tail else 0
    middle: list[bytes | None] = [None] * (count - before - behind)
    return [*bad[:before], *middle, *bad[len(bad) - behind :]]


def _alike(one: str, other: str) -> int:
    """How many letters at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
