"""How every paragraph is set on the screen, from what was read: role, faces, marks.

Pure values; kept through a keystroke by `carry` until the next reading comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple

from editor.checks.finding import Severity
from editor.editions.roles import (
    Heading,
    Part,
    faces_of,
    head_roles,
    part_at,
    special_parts,
    style_of,
)
from editor.editions.styles import OFFICIAL, Align, Face, Role
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.sections import Kind, Outline, Section
from editor.ui.page.reading import Reading, Sketch

_BODY = OFFICIAL.styles[Role.BODY]
_HEAD = (Role.TITLE, Role.SUBTITLE, Role.BYLINE)
_TITLE_BLOCK = 12  # paragraphs; a title, its lines and its salutation
_HEAD_GAP = 0.9  # characters between the title block and the text


class Marked(Enum):
    """What a stretch is marked as, in the order of painting."""

    BLANK = "blank"
    HIT = "hit"
    CURRENT_HIT = "current hit"
    LOOK = "look"
    MUST = "must"


class Stretch(NamedTuple):
    """``[start, end)`` of a paragraph (code points) set in another face than the body."""

    start: int
    end: int
    face: Face


class Mark(NamedTuple):
    """``[start, end)`` of a paragraph (code points) marked."""

    start: int
    end: int
    kind: Marked


@dataclass(frozen=True, slots=True)
class Dress:
    """How one paragraph is set: ``size`` in printed pt, ``indent`` and ``after`` in characters."""

    indent: int = _BODY.indent
    centred: bool = False
    size: float = _BODY.size
    after: float = 0.0
    stretches: tuple[Stretch, ...] = ()


PLAIN = Dress()

# Dresses of paragraphs with one heading, by all that they depend on: the text, where the
# heading begins and ends in it, its level.
Wardrobe = dict[tuple[str, tuple[int, ...]], Dress]


def dresses(sketch: Sketch, wardrobe: Wardrobe | None = None) -> list[Dress]:
    """The dress of every paragraph; ``wardrobe`` keeps those made, and may be None."""
    manuscript = sketch.manuscript
    paragraphs = manuscript.paragraphs
    found = [PLAIN] * len(paragraphs)
    made = {} if wardrobe is None else wardrobe
    headed = _headed(sketch.outline)
    if headed is None:
        _dress_all(found, paragraphs, special_parts(manuscript, sketch.outline))
        return found
    roles = head_roles(manuscript, _heads(sketch.outline))
    others = {*roles, *[n for n, p in enumerate(paragraphs) if p.frame]}
    for line, heading in headed.items():
        paragraph = paragraphs[line]
        if len(heading) > 3 or line in others or paragraph.label:
            others.add(line)
            continue
        dress = made.get((paragraph.text, heading))
        if dress is None:
            part = part_at(manuscript, line, None, (Heading(*heading),))
            dress = _dress(part, len(paragraph.text), closes=False) if part else PLAIN
            made[paragraph.text, heading] = dress
        found[line] = dress
    parts = [
        part_at(manuscript, line, roles.get(line), _parted(headed.get(line, ())))
        for line in sorted(others)
    ]
    _dress_all(found, paragraphs, [part for part in parts if part])
    return found


def _dress_all(found: list[Dress], paragraphs: Sequence[Paragraph], parts: Sequence[Part]) -> None:
    for part, behind in zip_longest(parts, parts[1:]):
        closes = part.role in _HEAD and not _goes_on(paragraphs, part, behind)
        length = len(paragraphs[part.paragraph].text)
        found[part.paragraph] = _dress(part, length, closes=closes)


def _headed(outline: Outline) -> dict[int, tuple[int, ...]] | None:
    """The headings (start, end, level, start, end, …) by paragraph; None where one breaks."""
    found: dict[int, tuple[int, ...]] = {}
    for kind, level, _, _, (line, head), (last, tail), *_ in outline.walk():
        if kind is Kind.SECTION:
            if line != last:
                return None
            if head < tail:
                one = (head, tail, level or 1)
                found[line] = found[line] + one if line in found else one
    return found


def _parted(headings: tuple[int, ...]) -> tuple[Heading, ...]:
    return tuple(Heading(*headings[n : n + 3]) for n in range(0, len(headings), 3))


def _heads(outline: Outline) -> Outline:
    """The outline as far as the block of a title depends on it."""
    kept: list[Section] = []
    for section in outline.sections:
        if section.kind is Kind.TITLE:
            greetings = [c for c in section.children if c.kind is Kind.SALUTATION]
            first = [c for c in section.children if c.kind is Kind.SECTION][:1]
            kept.append(section._replace(children=(*greetings, *[_bare(c) for c in first])))
        elif section.kind is Kind.SALUTATION:
            kept.append(section)
    return Outline(tuple(kept))


def _bare(section: Section) -> Section:
    """The section without what is under it."""
    return section._replace(children=())


def _dress(part: Part, length: int, *, closes: bool) -> Dress:
    style = style_of(part, OFFICIAL)
    faces = faces_of(part, OFFICIAL, length)
    special = tuple(Stretch(*f) for f in faces if f[2] is not _BODY.face)
    centred = style.align is Align.CENTRE
    return Dress(style.indent, centred, style.size, _HEAD_GAP if closes else 0.0, special)


def _goes_on(paragraphs: Sequence[Paragraph], part: Part, behind: Part | None) -> bool:
    """Whether the title block goes on behind a part of it (empty paragraphs aside)."""
    if behind is None or behind.role not in _HEAD:
        return False
    between = paragraphs[part.paragraph + 1 : behind.paragraph]
    return not any(p.text.strip() or p.label for p in between)


def shape(sketch: Sketch) -> object:
    """What the dresses depend on: equal for two readings that are dressed alike.

    Much cheaper than `dresses`, for the many keystrokes that change no heading: then the
    outline is the very same. Beside it these are the few lines under a title (date, name).
    """
    paragraphs = sketch.manuscript.paragraphs
    lines: list[object] = [len(paragraphs), sketch.outline]
    for section in sketch.outline.sections:
        if section.kind is Kind.TITLE:
            lines.append(paragraphs[section.start.paragraph :][:_TITLE_BLOCK])
        for one in (section, *section.children[:1]):
            if one.kind is Kind.SALUTATION:
                lines.append(paragraphs[one.start.paragraph])
    return lines


def marks(reading: Reading) -> dict[int, tuple[Mark, ...]]:
    """The marks by paragraph: blanks, 必改 and 请看 (hints stay in their panel)."""
    found: dict[int, list[Mark]] = {}
    for blank in reading.blanks:
        mark = Mark(blank.span.start, blank.span.end, Marked.BLANK)
        found.setdefault(blank.span.paragraph, []).append(mark)
    kinds = {Severity.MUST: Marked.MUST, Severity.LOOK: Marked.LOOK}
    for finding in reading.findings:
        kind = kinds.get(finding.severity)
        if kind is not None:
            mark = Mark(finding.span.start, finding.span.end, kind)
            found.setdefault(finding.span.paragraph, []).append(mark)
    return {number: tuple(some) for number, some in found.items()}


class Shift(NamedTuple):
    """How one paragraph's text changed: ``[start, old_end)`` became ``[start, new_end)``."""

    start: int
    old_end: int
    new_end: int

    def through(self, start: int, end: int, *, grows: bool = False) -> tuple[int, int]:
        """Where a stretch went; text put in at its end belongs to it if it ``grows``."""
        delta = self.new_end - self.old_end
        if end < self.start or (end == self.start and not grows):
            return start, end
        if start >= self.old_end:
            return start + delta, end + delta
        head = min(start, self.start)
        return head, end + delta if end >= self.old_end else max(head, self.start)


def shift_between(old: str, new: str) -> Shift:
    """The smallest change that makes ``new`` of ``old``."""
    start = _shared(old, new, from_end=False)
    same = min(_shared(old, new, from_end=True), min(len(old), len(new)) - start)
    return Shift(start, len(old) - same, len(new) - same)


def _shared(old: str, new: str, *, from_end: bool) -> int:
    """How many characters both begin (or end) with, by halving: slices compare fast."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if from_end:
            equal = old[len(old) - middle :] == new[len(new) - middle :]
        else:
            equal = old[:middle] == new[:middle]
        low, high = (middle, high) if equal else (low, middle - 1)
    return low


def carry_dress(dress: Dress, old: str, new: str) -> Dress:
    """The dress after typing in the paragraph, until it is read again."""
    if not dress.stretches:
        return dress
    shift = shift_between(old, new)
    moved: list[Stretch] = []
    for start, end, face in dress.stretches:
        start, end = shift.through(start, end, grows=end == len(old))
        if start < end:
            moved.append(Stretch(start, end, face))
    return replace(dress, stretches=tuple(moved))


def carry_marks(some: tuple[Mark, ...], old: str, new: str) -> tuple[Mark, ...]:
    """The marks after typing in the paragraph, until it is read again."""
    if not some:
        return some
    shift = shift_between(old, new)
    moved = [Mark(*shift.through(m.start, m.end), m.kind) for m in some]
    return tuple(m for m in moved if m.start < m.end)
