"""One node a level up or down, with all under it: typed numbers and Word's own together."""

from __future__ import annotations

from collections.abc import Iterator

from editor.manuscript.edits import Edit, apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import marker_at
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.structure.list_levels import (
    auto_numbered,
    change_list_level,
    change_list_levels_below,
    recounted,
)
from editor.manuscript.structure.new_headings import typed_marker
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.typed_levels import change_typed_level


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
