"""One node a level up or down, with all under it: typed numbers and Word's own together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from editor.manuscript.edits import Edit, Replace, apply_all, from_last, replace
from editor.manuscript.heading.heading_candidate import POINT_STYLES
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import Marker, MarkerStyle, marker_at, marker_text, write_marker
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Span
from editor.manuscript.structure.list_levels import (
    auto_numbered,
    change_list_level,
    change_list_levels_below,
    recounted,
)
from editor.manuscript.structure.new_headings import typed_marker
from editor.manuscript.structure.section_extent import Refused

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


def level_step(
    manuscript: Manuscript, outline: Outline, section: Section, step: int
) -> tuple[Edit, ...]:
    """The edits that promote (-1) or demote (+1) a node. Raises Refused where it cannot be."""
    if typed_marker(manuscript, section) is None:
        return _automatic(manuscript, outline, section, step)
    edits = change_typed_level(manuscript, outline, section, step)
    if not edits:
        raise Refused(
            "已经是最高一级了。" if step < 0 else "已经是最低一级了，或者下面的节不能再降。"
        )
    return (*edits, *change_list_levels_below(manuscript, section, step))


def _automatic(
    manuscript: Manuscript, outline: Outline, section: Section, step: int
) -> tuple[Edit, ...]:
    edits = change_list_level(manuscript, section, step)
    for node in _typed_below(manuscript, section):
        edits += change_typed_level(manuscript, outline, node, step)
    fresh = recounted(apply_all(manuscript, edits)).paragraphs[section.start.paragraph]
    if not (marker_at(fresh.label.strip()) or fresh.style.startswith("heading")):
        raise Refused(
            f"那一级的自动编号是“{fresh.label}”，不是标题的序号，改了就不在提纲里，没有改动。"
        )
    return edits


def _typed_below(manuscript: Manuscript, section: Section) -> Iterator[Section]:
    """The highest headings under a section that have typed numbers (those go on by themselves)."""
    for child in section.children:
        if auto_numbered(manuscript, child) is not None:
            yield from _typed_below(manuscript, child)
        elif child.kind is SectionKind.SECTION and typed_marker(manuscript, child):
            yield child
