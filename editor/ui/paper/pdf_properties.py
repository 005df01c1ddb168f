"""A PDF without what it tells of its making: the program, the moment, whose it is.

Qt's writer puts these into its first object and into a packet beside it. They are painted over
with blanks in place, so that no length and no offset in the file changes.
"""

from __future__ import annotations

import re
from typing import Final

_INFO: Final = re.compile(
    rb"(?<=\n1 0 obj\n<<\n)(?P<title>/Title \((?:\\.|[^\\)])*\)\n)?(?P<rest>.*?)(?=>>\nendobj)",
    re.DOTALL,
)
_PACKET: Final = re.compile(rb"(?<=stream\n)<\?xpacket begin.*?<\?xpacket end[^>]*\?>", re.DOTALL)
_NO_PACKET: Final = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'


def without_maker(pdf: bytes) -> bytes:
    """The same PDF, in which at most its title is told."""

    def untold(found: re.Match[bytes]) -> bytes:
        return (found["title"] or b"") + _blank(found["rest"])

    pdf = _INFO.sub(untold, pdf, count=1)
    return _PACKET.sub(lambda found: _NO_PACKET + _blank(found[0][len(_NO_PACKET) :]), pdf)


def _blank(told: bytes) -> bytes:
    return b" " * len(told)
