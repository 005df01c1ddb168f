"""Every structural command as a value: what the window, the tree and the tests ask for.

Separate from `apply_command`, which does them, so that the window names a command without
knowing how it is done.
"""

from __future__ import annotations

from dataclasses import dataclass

from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.new_headings import PLACEHOLDER


@dataclass(frozen=True, slots=True)
class ShiftSections:
    """Past the next (+1) or previous (-1) sibling."""

    sections: tuple[Section, ...]
    step: int


@dataclass(frozen=True, slots=True)
class MoveSections:
    """To an anchor."""

    sections: tuple[Section, ...]
    anchor: Section
    where: DropPosition


@dataclass(frozen=True, slots=True)
class ChangeLevel:
    """Promote (-1) or demote (+1)."""

    sections: tuple[Section, ...]
    step: int


@dataclass(frozen=True, slots=True)
class DeleteSections:
    """Out of the text, with all under them."""

    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class DuplicateSection:
    """A copy behind it."""

    section: Section


@dataclass(frozen=True, slots=True)
class MergeSections:
    """With the next sibling."""

    section: Section


@dataclass(frozen=True, slots=True)
class RenameSection:
    """Other words for a heading."""

    section: Section
    words: str


@dataclass(frozen=True, slots=True)
class InsertSection:
    """A new heading beside or under a section."""

    section: Section
    where: DropPosition
    words: str = PLACEHOLDER


@dataclass(frozen=True, slots=True)
class SplitSection:
    """A new section from a place on."""

    place: Position


@dataclass(frozen=True, slots=True)
class CollectText:
    """A stretch of text to the end of a section."""

    start: Position
    end: Position
    section: Section


StructureCommand = (
    ShiftSections
    | MoveSections
    | ChangeLevel
    | DeleteSections
    | DuplicateSection
    | MergeSections
    | RenameSection
    | InsertSection
    | SplitSection
    | CollectText
)
