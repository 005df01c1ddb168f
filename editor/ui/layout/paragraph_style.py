"""How every paragraph is set on the screen, from what was read: role, faces, marks.

Pure values; kept through a keystroke by `carry` until the next analysis comes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from editor.analysis.values import Analysis, Structure
from editor.checks.finding import Severity
from editor.editions.styles import OFFICIAL, Face, Role
from editor.manuscript.outline.sections import SectionKind
from editor.ui.document.text_shift import shift_between

BODY = OFFICIAL.styles[Role.BODY]
_TITLE_BLOCK = 12  # paragraphs; a title, its lines and its salutation


class UnderlineKind(Enum):
    """What a stretch is marked as, in the order of painting."""

    SEARCHED = "searched"
    BLANK = "blank"
    GUESS = "guess"  # what may be a blank
    HIT = "hit"
    CURRENT_HIT = "current hit"
    LOOK = "look"
    MUST = "must"


class FaceRun(NamedTuple):
    """``[start, end)`` of a paragraph (code points) set in another face than the body."""

    start: int
    end: int
    face: Face


class Underline(NamedTuple):
    """``[start, end)`` of a paragraph (code points) marked."""

    start: int
    end: int
    kind: UnderlineKind


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How one paragraph is set: ``size`` in printed pt, ``indent`` and ``after`` in characters."""

    indent: int = BODY.indent
    centred: bool = False
    size: float = BODY.size
    after: float = 0.0
    face_runs: tuple[FaceRun, ...] = ()


PLAIN = ParagraphStyle()


def shape(structure: Structure) -> object:
    """What the styles depend on: equal for two analyses that are set alike.

    Much cheaper than `styles`, for the many keystrokes that change no heading: then the
    outline is the very same. Beside it these are the few lines under a title (date, name).
    """
    paragraphs = structure.manuscript.paragraphs
    lines: list[object] = [len(paragraphs), structure.outline]
    for section in structure.outline.sections:
        if section.kind is SectionKind.TITLE:
            lines.append(paragraphs[section.start.paragraph :][:_TITLE_BLOCK])
        for one in (section, *section.children[:1]):
            if one.kind is SectionKind.SALUTATION:
                lines.append(paragraphs[one.start.paragraph])
    return lines


def marks(analysis: Analysis) -> dict[int, tuple[Underline, ...]]:
    """The marks by paragraph: blanks, 必改 and 请看 (hints stay in their panel)."""
    found: dict[int, list[Underline]] = {}
    for blank in (*analysis.blanks, *analysis.unsure):
        kind = UnderlineKind.BLANK if blank.sure else UnderlineKind.GUESS
        mark = Underline(blank.span.start, blank.span.end, kind)
        found.setdefault(blank.span.paragraph, []).append(mark)
    kinds = {Severity.MUST: UnderlineKind.MUST, Severity.LOOK: UnderlineKind.LOOK}
    for finding in analysis.findings:
        kind = kinds.get(finding.severity)
        if kind is not None and finding.side is None:
            mark = Underline(finding.span.start, finding.span.end, kind)
            found.setdefault(finding.span.paragraph, []).append(mark)
    return {number: tuple(some) for number, some in found.items()}


def carry_style(style: ParagraphStyle, old: str, new: str) -> ParagraphStyle:
    """The style after typing in the paragraph, until it is read again."""
    if not style.face_runs:
        return style
    shift = shift_between(old, new)
    moved: list[FaceRun] = []
    for start, end, face in style.face_runs:
        start, end = shift.through(start, end, grows=end == len(old))
        if start < end:
            moved.append(FaceRun(start, end, face))
    return replace(style, face_runs=tuple(moved))


def carry_marks(some: tuple[Underline, ...], old: str, new: str) -> tuple[Underline, ...]:
    """The marks after typing in the paragraph, until it is read again."""
    if not some:
        return some
    shift = shift_between(old, new)
    moved = [Underline(*shift.through(m.start, m.end), m.kind) for m in some]
    return tuple(m for m in moved if m.start < m.end)
