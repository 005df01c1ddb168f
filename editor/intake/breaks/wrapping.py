"""Text that was broken at a usual line length (a PDF copy, a mail): where, and how long."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import ends_paragraph

# Offices print 20 to 50 characters a line; a longer one is a paragraph.
_NARROWEST, _WIDEST = 10, 80
# Below this it takes many lines: titles, names and dates are as short by themselves.
_USUAL, _MANY = 20, 8
# Fewer lines than this say nothing of a usual length.
_FEWEST = 5
# Line ends hang by a mark or two where a line must not begin with one; half-width ones
# make a line uneven.
_SLACK = 2
_SLACK_HALVED = 3


@dataclass(frozen=True, slots=True)
class Wrapping:
    """A stretch of wrapped lines. ``width`` counts characters, or half of an ASCII one.

    ``blanks`` is the number of blank lines that stand behind every line, however it ends.
    """

    width: int
    halved: bool
    blanks: int

    def full(self, text: str, raw: str) -> bool:
        """Whether a line reaches the usual length (before or after noise was taken out)."""
        slack = _SLACK_HALVED if self.halved else _SLACK
        return any(abs(size(t, self.halved) - self.width) <= slack for t in (text, raw))

    def nearly_full(self, text: str) -> bool:
        """Whether a line is somewhat shorter than usual, as one with Latin letters may be."""
        return size(text, self.halved) >= self.width * 4 // 5


def size(text: str, halved: bool) -> int:
    """The length of a line in characters; ``halved``: ASCII counts as half of one."""
    text = text.rstrip()
    if not halved:
        return len(text)
    narrow = sum(c < "\u0250" for c in text)
    return len(text) - narrow // 2


def find_wrappings(buffer: LineBuffer, kept: list[int], texts: list[str]) -> list[Wrapping | None]:
    """For each kept line the wrapping it stands in, or None."""
    found: list[Wrapping | None] = [None] * len(kept)
    start = 0
    for at in range(len(kept) + 1):
        inside = at < len(kept) and len(texts[at]) <= _WIDEST
        if inside:
            continue
        if at - start >= _FEWEST:
            wrapping = _measure(buffer, kept[start:at], texts[start:at])
            for i in range(start, at):
                found[i] = wrapping
        start = at + 1
    return found


def _measure(buffer: LineBuffer, kept: list[int], texts: list[str]) -> Wrapping | None:
    for halved in (False, True):
        sizes = [size(t, halved) for t in texts]
        width = _usual(sizes)
        if width and _breaks_sentences(texts, sizes, width):
            return Wrapping(width, halved, _blanks(buffer, kept, texts, sizes, width))
    return None


def _usual(sizes: list[int]) -> int:
    """The usual full length: many lines have it and next to none is longer; 0 if none."""
    counts = Counter(sizes)
    for width in sorted(counts, reverse=True):
        if not _NARROWEST <= width <= _WIDEST:
            continue
        near = sum(counts[w] for w in range(width - _SLACK, width + 1))
        longer = sum(n for w, n in counts.items() if w > width)
        if longer > max(1, len(sizes) / 25):  # one may be a site's own line
            return 0
        if near >= max(3 if width >= _USUAL else _MANY, len(sizes) * 0.3):
            return width
    return 0


def _breaks_sentences(texts: list[str], sizes: list[int], width: int) -> bool:
    """Headings of like length end nothing mid-sentence with their successor; prose does."""
    full = [t for t, s in zip(texts, sizes, strict=True) if width - _SLACK <= s]
    if sum(c > "\u2e80" for t in full for c in t) * 2 < sum(map(len, full)):
        return False
    broken = sum(not ends_paragraph(t) for t in full)
    marked = sum(any(mark in t for mark in "，,。；;：:、") for t in full)
    ended = sum(ends_paragraph(t) for t in texts)
    return broken * 2 >= len(full) and marked * 2 >= len(full) and ended >= 1


def _blanks(
    buffer: LineBuffer, kept: list[int], texts: list[str], sizes: list[int], width: int
) -> int:
    gaps: Counter[int] = Counter()
    for at in range(len(kept) - 1):
        if sizes[at] >= width - _SLACK and not ends_paragraph(texts[at]):
            between = range(kept[at] + 1, kept[at + 1])
            gaps[sum(not buffer.lines[n].strip() for n in between)] += 1
    return gaps.most_common(1)[0][0] if gaps else 0
