"""Promote and demote sections by the numbers that are typed before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from editor.manuscript.edits import Edit, Replace, from_last, replace
from editor.manuscript.heading.heading_candidate import POINT_STYLES
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import Marker, MarkerStyle, marker_at, marker_text, write_marker
from editor.manuscript.outline.sections import Outline, Section
from editor.manuscript.paragraph import Span

# The order of GB/T 9704-2012, 7.3.3, with ① below it.
_ORDER: Final = (
    MarkerStyle.CHINESE,
    MarkerStyle.CHINESE_BRACKET,
    MarkerStyle.ARABIC,
    MarkerStyle.ARABIC_BRACKET,
    MarkerStyle.CIRCLED,
)


def change_typed_level(
    manuscript: Manuscript, outline: Outline, section: Section, step: int
) -> tuple[Edit, ...]:
    """The edits that promote (-1) or demote (+1) a section: its markers, nothing else.

    Those of the sections under it go along. Empty where there is no number in the text
    to change, or no level beyond.
    """
    edits: list[Replace] = []
    models: dict[MarkerStyle, tuple[str, Marker] | None] = {}
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


def _marker(manuscript: Manuscript, section: Section) -> Marker | None:
    paragraph = manuscript.paragraphs[section.start.paragraph]
    if paragraph.label and section.start.offset == 0:
        return None
    return marker_at(paragraph.text, section.start.offset)


def _next_style(marker: Marker | None, section: Section, step: int) -> MarkerStyle | None:
    if marker is None:
        return None
    now = _ORDER.index(marker.style) if marker.style in _ORDER else section.level - 1
    if marker.style not in _ORDER and marker.style not in POINT_STYLES:
        return None
    return _ORDER[now + step] if 0 <= now + step < len(_ORDER) else None


def _value(
    manuscript: Manuscript, outline: Outline, section: Section, style: MarkerStyle, step: int
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


def _model(
    manuscript: Manuscript, outline: Outline, style: MarkerStyle
) -> tuple[str, Marker] | None:
    """The first marker of a style in the text, with its paragraph; None where there is none."""
    for node in outline.walk():
        marker = _marker(manuscript, node)
        if marker and marker.style is style:
            return manuscript.paragraphs[node.start.paragraph].text, marker
    return None


def _written(model: tuple[str, Marker] | None, style: MarkerStyle, value: int) -> str:
    """A marker written as the text writes that style elsewhere."""
    return marker_text(*model, value) if model else write_marker(style, value)
