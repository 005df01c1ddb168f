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
from editor.manuscript.structure.section_copies import Place, SectionCopy


@dataclass(frozen=True, slots=True)
class ShiftSections:
    """Move neighbouring sections past their next (+1) or previous (-1) sibling."""

    sections: tuple[Section, ...]
    step: int


@dataclass(frozen=True, slots=True)
class MoveSections:
    """Move sections before, behind or into another one, the ``anchor``."""

    sections: tuple[Section, ...]
    anchor: Section
    where: DropPosition


@dataclass(frozen=True, slots=True)
class ChangeLevel:
    """Promote (-1) or demote (+1) sections with all under them."""

    sections: tuple[Section, ...]
    step: int


@dataclass(frozen=True, slots=True)
class DeleteSections:
    """Take sections out of the text, with all under them."""

    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class DuplicateSection:
    """Put a copy of a section behind it."""

    section: Section


@dataclass(frozen=True, slots=True)
class MergeSections:
    """Join a section with its next sibling."""

    section: Section


@dataclass(frozen=True, slots=True)
class RenameSection:
    """Give a heading other words."""

    section: Section
    words: str


@dataclass(frozen=True, slots=True)
class InsertSection:
    """Put a new heading beside or under a section."""

    section: Section
    where: DropPosition
    words: str = PLACEHOLDER


@dataclass(frozen=True, slots=True)
class SplitSection:
    """Begin a new section at a place."""

    place: Position


@dataclass(frozen=True, slots=True)
class PasteSections:
    """Put paragraphs that were copied elsewhere before, behind or into a section.

    ``place`` None: at the end of a text that has no sections.
    """

    copy: SectionCopy
    place: Place | None


@dataclass(frozen=True, slots=True)
class CollectText:
    """Move a stretch of text to the end of a section."""

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
    | PasteSections
)
