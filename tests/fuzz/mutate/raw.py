"""Changes of bytes that know nothing."""

from __future__ import annotations

from random import Random

EDGES = (0, 1, 0x0A, 0x7F, 0x80, 0x81, 0xA1, 0xFE, 0xFF)
SCRAPS = (
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x84\x31\x95\x33",
    b"\x00",
    b"\r\n",
    b"\xe4\xb8",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"PK\x03\x04",
    b"%PDF-1.4",
    b"{\\rtf1",
    b"\x00\xd8",
    b"\xa1\xa1",
    b"\x80\x00",
    b"<?xml version='1.0'?>",
    b"\x1f\x8b",
    b"\x89PNG",
    "一".encode("gb18030"),
    "一、".encode("big5"),
    "あ".encode("shift-jis"),
    "가".encode("euc-kr"),
    "\U00020000".encode("gb18030"),
    "你好".encode("utf-16-le"),
    "你好".encode("utf-16-be"),
    b"\xf0\x90\x80",
    b"\xed\xa0\x80",
)


def changed_bytes(data: bytes, chance: Random) -> bytes:
    """Some bytes put in, taken out, swapped, turned or written again."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randint(0, len(made))
        match chance.randrange(6):
            case 0:
                made[at:at] = chance.choice(SCRAPS)
            case 1:
                del made[at : at + chance.choice((1, 1, 2, 8, 100))]
            case 2 if at < len(made):
                made[at] = chance.choice((*EDGES, chance.randrange(256)))
            case 3 if at < len(made):
                made[at] ^= 1 << chance.randrange(8)
            case 4:
                made[at:at] = made[at : at + chance.randint(1, 30)] * chance.randint(1, 5)
            case _:
                to = chance.randint(0, len(made))
                made[to:to] = made[at : at + chance.randint(1, 40)]
    return bytes(made)
