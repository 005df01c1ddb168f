"""The style of every paragraph, from an analysis; those of before are not made again.

A section that comes again, or only stands elsewhere, is set as it was: after a command
that is nearly all of a text. Held to making all anew by a property test.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from editor.analysis.values import Structure
from editor.editions.roles import (
    HeadingSpan,
    PageParagraph,
    faces_of,
    head_roles,
    page_paragraph_at,
    special_paragraphs,
    style_of,
)
from editor.editions.styles import OFFICIAL, WORKING_GAP, Align, Role
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Paragraph
from editor.ui.layout.paragraph_style import BODY, PLAIN, FaceRun, ParagraphStyle

ROOM = 5000  # styles kept
_HEAD = (Role.TITLE, Role.SUBTITLE, Role.BYLINE)

_Headings = tuple[int, ...]  # start, end, level of each, one after the other


class _Run(NamedTuple):
    """A section as it was set: its paragraphs, and styles by their place among them."""

    section: Section
    paragraphs: tuple[Paragraph, ...]
    styles: list[tuple[int, ParagraphStyle]]


class StyleCache:
    """Keeps what was made for one text."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, _Headings], ParagraphStyle] = {}
        self._runs: dict[int, _Run] = {}
        self.looked_at = 0  # headings, since it was made

    def styles(self, structure: Structure) -> list[ParagraphStyle]:
        """The style of every paragraph."""
        paragraphs, outline = structure.manuscript.paragraphs, structure.outline
        found = [PLAIN] * len(paragraphs)
        if len(self._made) > ROOM:
            self._made.clear()
        roles = head_roles(structure.manuscript, _heads(outline))
        others = {*roles, *[n for n, p in enumerate(paragraphs) if p.frame or p.label]}
        headed = self._wear(found, structure, others, max(roles, default=-1))
        if headed is None:
            return all_styles(structure)
        parts = [
            page_paragraph_at(
                structure.manuscript, line, roles.get(line), _parted(headed.get(line, ()))
            )
            for line in sorted(others.union(headed))
        ]
        _put_on(found, paragraphs, [part for part in parts if part])
        return found

    def _wear(
        self, found: list[ParagraphStyle], structure: Structure, others: set[int], above: int
    ) -> dict[int, _Headings] | None:
        """Dress the headings; tell those of lines that need more, None: nothing was kept.

        ``others`` are such lines; ``above`` is the last of a title block.
        """
        old, self._runs = self._runs, {}
        left: dict[int, _Headings] = {}
        behind = 0  # the lines that are done with
        for section in _tops(structure.outline):
            first = section.start.paragraph
            if first < behind:
                return None  # two sections in a line
            run = self._again(old, structure, section) if first > above else None
            if run is None:
                headed = _headed(section)
                if headed is None:
                    return None
                behind = max(headed, default=first) + 1
                if first <= above or not others.isdisjoint(headed) or _crowded(headed):
                    left.update(headed)
                    continue
                made = [(n - first, self._dress(structure, n, headed[n])) for n in headed]
                run = _Run(section, structure.manuscript.paragraphs[first:behind], made)
            behind = first + len(run.paragraphs)
            self._runs[id(section)] = run
            for place, style in run.styles:
                found[first + place] = style
        return left

    def _again(self, old: dict[int, _Run], structure: Structure, section: Section) -> _Run | None:
        known = old.get(id(section)) or old.get(id(structure.outline.moved.get(id(section))))
        if known is None:
            return None
        first = section.start.paragraph
        now = structure.manuscript.paragraphs[first : first + len(known.paragraphs)]
        return _Run(section, now, known.styles) if now == known.paragraphs else None

    def _dress(self, structure: Structure, line: int, heading: _Headings) -> ParagraphStyle:
        """The style of a paragraph with one heading and nothing else about it."""
        self.looked_at += 1
        text = structure.manuscript.paragraphs[line].text
        style = self._made.get((text, heading))
        if style is None:
            part = page_paragraph_at(structure.manuscript, line, None, _parted(heading))
            style = _made_for(part, len(text), closes=False) if part else PLAIN
            self._made[text, heading] = style
        return style


def all_styles(structure: Structure) -> list[ParagraphStyle]:
    """The style of every paragraph, nothing kept: what a `StyleCache` must always give."""
    paragraphs = structure.manuscript.paragraphs
    found = [PLAIN] * len(paragraphs)
    _put_on(found, paragraphs, special_paragraphs(structure.manuscript, structure.outline))
    return found


def _put_on(
    found: list[ParagraphStyle], paragraphs: Sequence[Paragraph], parts: Sequence[PageParagraph]
) -> None:
    for part, behind in zip_longest(parts, parts[1:]):
        closes = part.role in _HEAD and not _goes_on(paragraphs, part, behind)
        length = len(paragraphs[part.paragraph].text)
        found[part.paragraph] = _made_for(part, length, closes=closes)


def _made_for(part: PageParagraph, length: int, *, closes: bool) -> ParagraphStyle:
    style = style_of(part, OFFICIAL)
    faces = faces_of(part, OFFICIAL, length)
    special = tuple(FaceRun(*f) for f in faces if f[2] is not BODY.face)
    centred = style.align is Align.CENTRE
    return ParagraphStyle(
        style.indent, centred, style.size, WORKING_GAP if closes else 0.0, special
    )


def _goes_on(
    paragraphs: Sequence[Paragraph], part: PageParagraph, behind: PageParagraph | None
) -> bool:
    """Whether the title block goes on behind a part of it (empty paragraphs aside)."""
    if behind is None or behind.role not in _HEAD:
        return False
    between = paragraphs[part.paragraph + 1 : behind.paragraph]
    return not any(p.text.strip() or p.label for p in between)


def _headed(section: Section) -> dict[int, _Headings] | None:
    """The headings of a section by paragraph; None where one runs over a line's end."""
    found: dict[int, _Headings] = {}
    for kind, level, _, _, (line, head), (last, tail), *_ in section.walk():
        if kind is SectionKind.SECTION:
            if line != last:
                return None
            if head < tail:
                one = (head, tail, level or 1)
                found[line] = found[line] + one if line in found else one
    return found


def _crowded(headed: dict[int, _Headings]) -> bool:
    """Whether a paragraph has several headings."""
    return any(len(headings) > 3 for headings in headed.values())


def _parted(headings: _Headings) -> tuple[HeadingSpan, ...]:
    return tuple(HeadingSpan(*headings[n : n + 3]) for n in range(0, len(headings), 3))


def _heads(outline: Outline) -> Outline:
    """The outline as far as the block of a title depends on it."""
    kept: list[Section] = []
    for section in outline.sections:
        if section.kind is SectionKind.TITLE:
            greetings = [c for c in section.children if c.kind is SectionKind.SALUTATION]
            first = [c for c in section.children if c.kind is SectionKind.SECTION][:1]
            bare = [c._replace(children=()) for c in first]
            kept.append(section._replace(children=(*greetings, *bare)))
        elif section.kind is SectionKind.SALUTATION:
            kept.append(section)
    return Outline(tuple(kept))


def _tops(outline: Outline) -> list[Section]:
    """The numbered sections that stand under no other."""
    found: list[Section] = []
    for section in outline.sections:
        found += section.children if section.kind is SectionKind.TITLE else (section,)
    return [s for s in found if s.kind is SectionKind.SECTION or s.kind is SectionKind.POINT]
