"""Moves of points that stand inside a paragraph (一是…；二是…；三是…。).

Separate from `restructure`, because here marks must be set right: the last point ends
with 。 and the others as the run does, whatever its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.heading_extent import sentence_end
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.sections import Section
from editor.manuscript.stretch import text_between

_MARKS: Final = "；;，,。."
_BLANKS: Final = " \u3000\t"


def in_one_line(manuscript: Manuscript, siblings: Sequence[Section]) -> bool:
    """Whether siblings follow each other directly inside one paragraph."""
    if len(siblings) < 2:
        return False
    line = siblings[0].start.paragraph
    for one, other in pairwise(siblings):
        if other.start.paragraph != line or one.end != other.start:
            return False
    return _end_in_line(manuscript, siblings[-1]).paragraph == line


def _end_in_line(manuscript: Manuscript, section: Section) -> Position:
    """A section's end, without the line break before the next paragraph."""
    end = section.end
    if end.offset == 0 and end > section.start:
        above = end.paragraph - 1
        return Position(above, len(manuscript.paragraphs[above].text))
    return end


def reordered(
    manuscript: Manuscript, siblings: Sequence[Section], order: Sequence[int]
) -> tuple[Edit, ...]:
    """One edit that puts siblings of one paragraph in another order.

    The mark that ends each place of the run stays at that place.
    """
    line = siblings[0].start.paragraph
    text = manuscript.paragraphs[line].text
    ends = [s.end.offset for s in siblings[:-1]]
    ends.append(_last_end(manuscript, siblings))
    pieces = [text[s.start.offset : e] for s, e in zip(siblings, ends, strict=True)]
    marks = [_mark(p) for p in pieces]
    if all(marks):
        words = [p[: len(p) - len(m)] for p, m in zip(pieces, marks, strict=True)]
        made = "".join(words[n] + m for n, m in zip(order, marks, strict=True))
    else:
        made = "".join(pieces[n] for n in order)
    start, end = siblings[0].start, Position(line, ends[-1])
    return (Replace(start, end, made),)


def _last_end(manuscript: Manuscript, siblings: Sequence[Section]) -> int:
    """Where the last point ends: of a run with ；, what follows its 。 is not its own."""
    last = siblings[-1]
    text = manuscript.paragraphs[last.start.paragraph].text
    end = _end_in_line(manuscript, last).offset
    previous = text[siblings[-2].start.offset : siblings[-2].end.offset].rstrip(_BLANKS)
    if not previous.endswith(("；", ";")):
        return end
    stop = sentence_end(text, last.start.offset)
    while stop < end and text[stop] not in "。！？!?":
        stop = sentence_end(text, stop + 1)
    return min(end, stop + 1)


def _mark(piece: str) -> str:
    """The mark and blanks that end a piece, '' where it ends otherwise."""
    words = piece.rstrip(_BLANKS)
    if words and words[-1] in _MARKS:
        return piece[len(words) - 1 :]
    return ""


def moved_point(
    manuscript: Manuscript, section: Section, siblings: Sequence[Section], target: Position
) -> tuple[Edit, ...]:
    """Cut a section out of its paragraph and put it elsewhere, in two edits."""
    start, end = section.start, _end_in_line(manuscript, section)
    if in_one_line(manuscript, siblings) and section == siblings[-1]:
        end = Position(end.paragraph, _last_end(manuscript, siblings))
    text = text_between(manuscript, start, end)
    mark = _mark(text)
    if mark.strip() in ("；", ";", "，", ","):
        text = text[: len(text) - len(mark)] + "。"
    heads = manuscript.paragraphs[start.paragraph + 1 : end.paragraph + 1]
    put = _put(manuscript, text, heads, target)
    cut = _cut(manuscript, section, siblings, start, end)
    return (put, *cut) if target >= end else (*cut, put)


def _put(manuscript: Manuscript, text: str, heads: tuple[Paragraph, ...], target: Position) -> Edit:
    """Insert a piece: at a paragraph's start it becomes one, in a paragraph it joins it."""
    at_end = target == manuscript.end and target.offset > 0
    if target.offset and not at_end:
        return Replace(target, target, text, heads)
    lines = text.split("\n")
    below = [h.with_text(line) for h, line in zip(heads, lines[1:], strict=False)]
    line = target.paragraph + 1 if at_end else target.paragraph
    return Splice(line, line, (Paragraph(lines[0]), *below))


def _cut(
    manuscript: Manuscript,
    section: Section,
    siblings: Sequence[Section],
    start: Position,
    end: Position,
) -> tuple[Edit, ...]:
    """Take a piece out; the point before a last one gets its 。."""
    at = siblings.index(section) if section in siblings else 0
    line = manuscript.paragraphs[start.paragraph].text
    before = line[: start.offset].rstrip(_BLANKS)
    if at == len(siblings) - 1 and at > 0 and before.endswith(("；", ";")):
        return (Replace(Position(start.paragraph, len(before) - 1), end, "。"),)
    if not before and end.offset == len(manuscript.paragraphs[end.paragraph].text):
        return (Splice(start.paragraph, end.paragraph + 1, ()),)
    return (Replace(start, end, ""),)
