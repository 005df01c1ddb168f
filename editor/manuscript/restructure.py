"""Move, promote and demote sections: each command is edits, nothing is rewritten.

A section of whole paragraphs goes with `Move`, which keeps what its paragraphs carry.
Points inside a paragraph are cut and put by `point_moves`. Numbers stay as they
are typed, see `renumber`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from editor.manuscript.edits import Edit, Move, Replace, from_last, replace
from editor.manuscript.line_facts import POINT_STYLES
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import Marker, Style, marker_at, marker_text, write_marker
from editor.manuscript.paragraph import Position, Span
from editor.manuscript.point_moves import in_one_line, moved_point, reordered
from editor.manuscript.sections import Kind, Outline, Section

# The order of GB/T 9704-2012, 7.3.3, with ① below it.
_ORDER: Final = (
    Style.CHINESE,
    Style.CHINESE_BRACKET,
    Style.ARABIC,
    Style.ARABIC_BRACKET,
    Style.CIRCLED,
)
_MOVABLE: Final = (Kind.SECTION, Kind.POINT, Kind.TITLE)


def move_section(
    manuscript: Manuscript, outline: Outline, section: Section, target: Position
) -> tuple[Edit, ...]:
    """The edits that put a section, with all under it, before ``target``.

    Empty where it is there already. Raises ValueError for a target inside the section
    or a section that stands in a table or text box.
    """
    if section.start < target < section.end:
        raise ValueError("a section cannot be moved into itself")
    if target in (section.start, section.end):
        return ()
    first, last = _lines(manuscript, section)
    if any(p.frame for p in manuscript.paragraphs[first:last]):
        raise ValueError("what stands in a table or text box cannot be moved")
    before = _line_of(manuscript, target)
    if _is_whole(manuscript, section) and before is not None:
        return () if first <= before <= last else (Move(first, last, before),)
    siblings = _run(outline, section)
    if in_one_line(manuscript, siblings) and (order := _order(siblings, section, target)):
        return reordered(manuscript, siblings, order)
    return moved_point(manuscript, section, siblings, target)


def shift_section(
    manuscript: Manuscript, outline: Outline, section: Section, step: int
) -> tuple[Edit, ...]:
    """The edits that move a section past its next (+1) or previous (-1) sibling.

    Empty where there is none.
    """
    siblings = _run(outline, section)
    if section not in siblings:
        return ()
    other = siblings.index(section) + step
    if not 0 <= other < len(siblings):
        return ()
    target = siblings[other].end if step > 0 else siblings[other].start
    return move_section(manuscript, outline, section, target)


def change_level(
    manuscript: Manuscript, outline: Outline, section: Section, step: int
) -> tuple[Edit, ...]:
    """The edits that promote (-1) or demote (+1) a section: its markers, nothing else.

    Those of the sections under it go along. Empty where there is no number in the text
    to change, or no level beyond.
    """
    edits: list[Replace] = []
    models: dict[Style, tuple[str, Marker] | None] = {}
    for node in section.walk():
        marker = _marker(manuscript, node)
        if node is section or (marker and marker.style in _ORDER):
            style = _next_style(marker, node, step)
            if marker is None or style is None:
                return ()
            value = _value(manuscript, outline, node, style, step) if node is section else 0
            if style not in models:
                models[style] = _model(manuscript, outline, style)
            text = _written(models[style], style, value or marker.value)
            span = Span(node.start.paragraph, marker.start, marker.end)
            edits.append(replace(span, text))
    return from_last(edits)


def _lines(manuscript: Manuscript, section: Section) -> tuple[int, int]:
    """The paragraphs a section touches, as a run ``[first, last)``."""
    last = section.end.paragraph + (1 if section.end.offset else 0)
    if section.end == manuscript.end:
        last = len(manuscript.paragraphs)
    return section.start.paragraph, last


def _is_whole(manuscript: Manuscript, section: Section) -> bool:
    """Whether a section is made of whole paragraphs."""
    head = _line_of(manuscript, section.start) == section.start.paragraph
    return head and _line_of(manuscript, section.end) is not None


def _line_of(manuscript: Manuscript, place: Position) -> int | None:
    """The paragraph that begins at a place (blanks before it aside), or None."""
    if place == manuscript.end:
        return len(manuscript.paragraphs)
    before = manuscript.paragraphs[place.paragraph].text[: place.offset]
    return place.paragraph if not before.strip() else None


def _run(outline: Outline, section: Section) -> Sequence[Section]:
    """The section and its siblings: movable nodes under the same parent."""
    families = [outline.sections, *(s.children for s in outline.walk())]
    own = next((f for f in families if section in f), ())
    kinds = (Kind.TITLE,) if section.kind is Kind.TITLE else (Kind.SECTION, Kind.POINT)
    return [s for s in own if s.kind in kinds and s.kind in _MOVABLE]


def _order(siblings: Sequence[Section], section: Section, target: Position) -> list[int]:
    """The new order of siblings, or nothing where the target is elsewhere."""
    at = siblings.index(section)
    starts = [s.start for s in siblings]
    place = starts.index(target) if target in starts else -1
    if target == siblings[-1].end:
        place = len(siblings)
    if place < 0:
        return []
    order = [n for n in range(len(siblings)) if n != at]
    order.insert(place if place <= at else place - 1, at)
    return order


def _marker(manuscript: Manuscript, section: Section) -> Marker | None:
    paragraph = manuscript.paragraphs[section.start.paragraph]
    if paragraph.label and section.start.offset == 0:
        return None
    return marker_at(paragraph.text, section.start.offset)


def _next_style(marker: Marker | None, section: Section, step: int) -> Style | None:
    if marker is None:
        return None
    now = _ORDER.index(marker.style) if marker.style in _ORDER else section.level - 1
    if marker.style not in _ORDER and marker.style not in POINT_STYLES:
        return None
    return _ORDER[now + step] if 0 <= now + step < len(_ORDER) else None


def _value(
    manuscript: Manuscript, outline: Outline, section: Section, style: Style, step: int
) -> int:
    """The number that goes on from the last of the new style before the section."""
    number = 0
    fence = _ORDER.index(style)
    for node in _before(outline, section):
        marker = _marker(manuscript, node)
        if marker is None:
            continue
        if marker.style is style:
            number = marker.value
        elif marker.style in _ORDER and _ORDER.index(marker.style) < fence:
            number = 0
    return number + 1


def _before(outline: Outline, section: Section) -> Iterator[Section]:
    for node in outline.walk():
        if node.start >= section.start and node.level:
            return
        yield node


def _model(manuscript: Manuscript, outline: Outline, style: Style) -> tuple[str, Marker] | None:
    """The first marker of a style in the text, with its paragraph; None where there is none."""
    for node in outline.walk():
        marker = _marker(manuscript, node)
        if marker and marker.style is style:
            return manuscript.paragraphs[node.start.paragraph].text, marker
    return None


def _written(model: tuple[str, Marker] | None, style: Style, value: int) -> str:
    """A marker written as the text writes that style elsewhere."""
    return marker_text(*model, value) if model else write_marker(style, value)
