"""From places in a manuscript to offsets in the decoded file."""

from __future__ import annotations

from itertools import accumulate

from editor.files.opened import Opened
from editor.files.text_file import TextSource
from editor.manuscript.paragraph import Position


class RawOffsets:
    """Offsets as `analyse` prints them; ``text`` is what they count in."""

    def __init__(self, opened: Opened) -> None:
        self.text = opened.manuscript.text
        if opened.kind == "txt" and opened.path:
            raw = opened.path.read_bytes()
            self.text = raw.decode(opened.encoding.removesuffix("-sig"), "replace")
        paragraphs = opened.manuscript.paragraphs
        ends = ["\n"] * len(paragraphs)
        if isinstance(opened.source, TextSource):
            ends = list(opened.source.ends)
        head = 1 if opened.bom and self.text.startswith("\ufeff") else 0
        steps = [len(p.text) + len(end) for p, end in zip(paragraphs, ends, strict=True)]
        self._starts = [head, *(head + s for s in accumulate(steps))]

    def flat(self, place: Position) -> int:
        """The offset of a place."""
        return self._starts[place.paragraph] + place.offset
