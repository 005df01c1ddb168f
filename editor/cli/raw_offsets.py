"""From places in a manuscript to offsets in the decoded file."""

from __future__ import annotations

import re
from itertools import accumulate

from editor.files.open import Opened
from editor.manuscript.paragraph import Position


class RawOffsets:
    """Offsets as `analyse` prints them; ``text`` is what they count in."""

    def __init__(self, opened: Opened) -> None:
        self.text = opened.manuscript.text
        if opened.kind == "txt" and opened.path:
            raw = opened.path.read_bytes()
            self.text = raw.decode(opened.encoding.removesuffix("-sig"), "replace")
        lengths = [len(p.text) for p in opened.manuscript.paragraphs]
        ends = [m.end() - m.start() for m in re.finditer(r"\r\n|\n|\r", self.text)]
        head = 1 if opened.bom and self.text.startswith("\ufeff") else 0
        gaps = [*ends, *[1] * (len(lengths) - len(ends))]
        steps = [length + gap for length, gap in zip(lengths, gaps, strict=False)]
        self._starts = [head, *(head + s for s in accumulate(steps))]

    def flat(self, place: Position) -> int:
        """The offset of a place."""
        return self._starts[place.paragraph] + place.offset
