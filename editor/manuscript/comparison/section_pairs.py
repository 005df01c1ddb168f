"""A comparison told by section: which are untouched, reworded, moved, new or gone.

Separate from `compare` because it needs the outlines of both texts, which a comparison of
two bare texts does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from editor.manuscript.comparison.compare import Comparison, DifferenceKind, TextChange
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.sentences import bare_words

_NAMES: Final = {
    SectionKind.SALUTATION: "称谓",
    SectionKind.OPENING: "开头",
    SectionKind.CLOSING: "结尾",
}


class SectionStatus(StrEnum):
    """What became of a section; the value is its name in JSON."""

    SAME = "same"
    REWORDED = "reworded"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class SectionPair:
    """A section in both texts (None where it is not), its status and the changes inside.

    A moved section may be reworded too: then it has changes of that kind. ``moved`` of an
    untouched section is False also where others moved past it.
    """

    old: Section | None
    new: Section | None
    status: SectionStatus
    changes: tuple[TextChange, ...] = ()

    @property
    def section(self) -> Section:
        """The section as the new text has it, else as the old one had it."""
        found = self.new or self.old
        assert found is not None
        return found


def section_pairs(comparison: Comparison, old: Outline, new: Outline) -> tuple[SectionPair, ...]:
    """All sections that begin a paragraph: those of the new text in order, then the gone."""
    olds, news = _starting(old), _starting(new)
    partners = _partners(comparison, olds, news)
    found = [
        _pair(comparison, partners.get(number), section) for number, section in enumerate(news)
    ]
    kept = {id(section) for section in partners.values()}
    found += [_pair(comparison, section, None) for section in olds if id(section) not in kept]
    return tuple(found)


def changes_of(
    comparison: Comparison, old: Section | None, new: Section | None
) -> tuple[TextChange, ...]:
    """The changes that touch a section on either side."""
    before, after = _run(old), _run(new)

    def touches(change: TextChange) -> bool:
        if change.kind is DifferenceKind.ADDED:
            return _overlap(change.new, after)
        if change.kind is DifferenceKind.REMOVED:
            return _overlap(change.old, before)
        return _overlap(change.old, before) or _overlap(change.new, after)

    return tuple(change for change in comparison.changes if touches(change))


def path_words(outline: Outline, paragraph: int) -> str:
    """The title of the innermost section that holds a whole paragraph, with its number."""
    place = ""
    for section in outline.walk():
        inside = section.start.paragraph == paragraph and section.start.offset > 0
        if section.start.paragraph <= paragraph and section.level > 0 and not inside:
            first, last = _run(section)
            if first <= paragraph < last:
                place = heading_words(section) or place
    return place


def heading_words(section: Section) -> str:
    """Number and title as one would say them: '二 抓落实', '开头'."""
    return f"{section.number} {section.called}".strip() or _NAMES.get(section.kind, "")


def _starting(outline: Outline) -> list[Section]:
    found: list[Section] = []
    seen: set[int] = set()
    for section in outline.walk():
        # Only one node a paragraph: the outermost that begins there.
        if section.start.offset == 0 and section.start.paragraph not in seen:
            seen.add(section.start.paragraph)
            found.append(section)
    return found


def _partners(
    comparison: Comparison, olds: Sequence[Section], news: Sequence[Section]
) -> dict[int, Section]:
    at = {section.start.paragraph: section for section in olds}
    found: dict[int, Section] = {}
    for number, section in enumerate(news):
        partner = comparison.old_of.get(section.start.paragraph)
        if partner is not None and partner in at:
            found[number] = at.pop(partner)
    titles = {bare_words(section.called): section for section in at.values() if section.called}
    for number, section in enumerate(news):
        if number not in found and (title := bare_words(section.called)) in titles:
            found[number] = titles.pop(title)
    return found


def _pair(comparison: Comparison, old: Section | None, new: Section | None) -> SectionPair:
    changes = changes_of(comparison, old, new)
    if old is None or new is None:
        return SectionPair(
            old, new, SectionStatus.ADDED if old is None else SectionStatus.REMOVED, changes
        )
    if new.start.paragraph in comparison.moved:
        return SectionPair(old, new, SectionStatus.MOVED, changes)
    inside = [c for c in changes if c.kind is not DifferenceKind.MOVED]
    return SectionPair(old, new, SectionStatus.REWORDED if inside else SectionStatus.SAME, changes)


def _run(section: Section | None) -> tuple[int, int]:
    if section is None:
        return 0, 0
    return section.start.paragraph, section.end.paragraph + (1 if section.end.offset else 0)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
