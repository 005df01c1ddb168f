"""Ranges over several paragraphs (a comment's, a bookmark's) begin before they end.

Where their paragraphs changed places the two halves change places too: the range then covers
what lies between them, as it did.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from editor.files.docx_patch.paragraph_patch import ByteSplice, spliced

_HALF = re.compile(
    rb"<((?:[\w.-]+:)?(bookmark|commentRange|perm|moveFromRange|moveToRange)(Start|End))"
    rb"((?:\s[^<>\"']*(?:\"[^\"]*\"|'[^']*'))*)\s*(?:/>|>\s*</\1\s*>)"
)
_ID = re.compile(rb"""(?:[\w.-]+:)?\bid\s*=\s*["']([^"']*)""")


class _Half(NamedTuple):
    start: int
    end: int
    opens: bool


def ranges_in_order(data: bytes, before: bytes) -> bytes:
    """The part with the halves of turned ranges put right; those turned in ``before`` stay."""
    halves = _halves(data)
    turned = {name: pair for name, pair in halves.items() if _is_turned(pair)}
    if not turned:
        return data
    was = _halves(before)
    splices: list[ByteSplice] = []
    for name, (first, second) in turned.items():
        if not _is_turned(was.get(name, ())):
            splices.append(ByteSplice(first.start, first.end, data[second.start : second.end]))
            splices.append(ByteSplice(second.start, second.end, data[first.start : first.end]))
    return spliced(data, 0, len(data), splices)


def _halves(data: bytes) -> dict[bytes, tuple[_Half, ...]]:
    found: dict[bytes, tuple[_Half, ...]] = {}
    for one in _HALF.finditer(data):
        identity = _ID.search(one[4])
        if identity:
            name = one[2] + b" " + identity[1]
            half = _Half(one.start(), one.end(), one[3] == b"Start")
            found[name] = (*found.get(name, ()), half)
    return found


def _is_turned(pair: tuple[_Half, ...]) -> bool:
    return len(pair) == 2 and not pair[0].opens and pair[1].opens
