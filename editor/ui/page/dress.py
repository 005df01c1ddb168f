"""How every paragraph is set on the screen, from what was read: role, faces, marks.

Pure values; kept through a keystroke by `carry` until the next reading comes.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple

from editor.checks.finding import Severity
from editor.editions.roles import Heading, Part, faces_of, special_parts, style_of
from editor.editions.styles import OFFICIAL, Align, Face, Role
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.sections import Kind
from editor.ui.page.reading import Reading

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

# Dresses by all that one depends on: role, headings, length, whether it closes the title.
Wardrobe = dict[tuple[Role, tuple[Heading, ...], int, bool], Dress]


def dresses(reading: Reading, wardrobe: Wardrobe | None = None) -> list[Dress]:
    """The dress of every paragraph; ``wardrobe`` keeps those made, and may be None."""
    paragraphs = reading.manuscript.paragraphs
    found = [PLAIN] * len(paragraphs)
    made = {} if wardrobe is None else wardrobe
    parts = special_parts(reading.manuscript, reading.outline)
    for part, behind in zip_longest(parts, parts[1:]):
        closes = part.role in _HEAD and not _goes_on(paragraphs, part, behind)
        key = (part.role, part.headings, len(paragraphs[part.paragraph].text), closes)
        dress = made.get(key)
        if dress is None:
            dress = made[key] = _dress(part, key[2], closes=closes)
        found[part.paragraph] = dress
    return found


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


def shape(reading: Reading) -> Hashable:
    """What the dresses depend on: equal for two readings that are dressed alike.

    Much cheaper than `dresses`, for the many keystrokes that change no heading. Beside
    the sections these are the few lines under a title (date, name) and the frames.
    """
    paragraphs = reading.manuscript.paragraphs
    sections: list[Hashable] = [len(paragraphs)]
    for section in reading.outline.walk():
        sections.append((section.kind, section.level, section.start, section.body))
        if section.kind is Kind.TITLE:
            sections.append(paragraphs[section.start.paragraph :][:_TITLE_BLOCK])
        elif section.kind is Kind.SALUTATION:
            sections.append(paragraphs[section.start.paragraph])
    return tuple(sections)


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
