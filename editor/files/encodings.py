"""Which encoding a text is in: mark first, then strict UTF-8, UTF-16 by its NULs, GB18030.

Separate from `text_file` because the guess is a pure function of bytes with its own
tests. The order is measured: it got 10 of 10 short GBK samples right where a
statistical detector got 6.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# What "reopen with another encoding" offers, with the words for the menu.
CHOICES: tuple[tuple[str, str], ...] = (
    ("utf-8", "UTF-8（通用）"),
    ("gb18030", "GB18030（简体中文，含 GBK）"),
    ("big5hkscs", "Big5（繁体中文）"),
    ("utf-16-le", "UTF-16（记事本 Unicode）"),
    ("utf-16-be", "UTF-16 大端"),
)
_ALIASES = {"gbk": "gb18030", "gb2312": "gb18030", "cp936": "gb18030", "big5": "big5hkscs"}


class Decoded(NamedTuple):
    """A text with how it was written; ``lost`` counts bytes that are no character."""

    text: str
    encoding: str
    bom: bytes
    lost: int = 0


def plain_name(encoding: str) -> str:
    """The name used here for an encoding. Raises LookupError where there is none."""
    name = encoding.lower().removesuffix("-sig")
    name = _ALIASES.get(name, name)
    found = codecs.lookup(name).name
    if found in ("utf-16", "utf-32"):
        return found + "-le"
    return found


def decode(data: bytes, encoding: str | None = None) -> Decoded | None:
    """The text of a file, or None where it is no text. Never raises for any bytes.

    With ``encoding`` nothing is guessed: what does not fit becomes U+FFFD.
    """
    bom, marked = _mark(data)
    body = data[len(bom) :]
    if encoding is not None:
        name = plain_name(encoding)
        if name != marked:
            bom, body = b"", data
        return _forced(body, name, bom)
    if marked:
        return _forced(body, marked, bom)
    for name in _candidates(data):
        try:
            return Decoded(data.decode(name), name, b"")
        except UnicodeDecodeError:
            continue
    return _least_lost(data)


def _mark(data: bytes) -> tuple[bytes, str]:
    for mark, name in MARKS:
        if data.startswith(mark):
            return mark, name
    return b"", ""


def _candidates(data: bytes) -> tuple[str, ...]:
    wide = _wide_by_nul(data)
    if wide:
        return (wide,)
    if b"\x00" in data:
        return ()
    if len(data) % 2 == 0:
        return ("utf-8", "gb18030", *_wide_without_nul(data))
    return ("utf-8", "gb18030")


def _wide_by_nul(data: bytes) -> str:
    # Line ends, digits and Latin letters put their NULs all on one side of each pair.
    if len(data) < 2 or len(data) % 2:
        return ""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd > 10 * even:
        return "utf-16-le"
    if even > 10 * odd:
        return "utf-16-be"
    return ""


def _wide_without_nul(data: bytes) -> tuple[str, ...]:
    # Reached only where UTF-8 and GB18030 both fail: nothing but Chinese, no line end.
    pairs = max(1, len(data) // 2)
    high = range(0x4E, 0xA0)
    found = {
        "utf-16-le": sum(b in high for b in data[1::2]),
        "utf-16-be": sum(b in high for b in data[::2]),
    }
    return tuple(name for name, number in found.items() if number > 0.6 * pairs)


def _forced(body: bytes, name: str, bom: bytes) -> Decoded:
    text = body.decode(name, "replace")
    lost = text.count("\ufffd")
    if lost:
        try:
            body.decode(name)
            lost = 0
        except UnicodeDecodeError:
            pass
    return Decoded(text, name, bom, lost)


def _least_lost(data: bytes) -> Decoded | None:
    if b"\x00" in data:
        return None
    tries = [_forced(data, name, b"") for name in ("utf-8", "gb18030")]
    best = min(tries, key=lambda d: d.lost)
    # A damaged text still reads; more than one bad place in fifty is no text.
    return best if best.lost * 50 <= len(best.text) else None
