"""Structural commands applied in one place, and checked there.

The window, the tests and whoever else restructures a text give a command and get a `StructureStep`;
a step that would lose or double a character is refused before anybody applies it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.manuscript.edits import Edit, Move, Replace, apply_all, map_position
from editor.manuscript.edits import Splice as EditSplice
from editor.manuscript.manuscript import Manuscript, text_between
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.behind_heading import end_of_heading
from editor.manuscript.structure.collect import collect_text
from editor.manuscript.structure.conservation import AllowedChanges, conserved, frames_kept
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.hanging_boxes import box_edits_after
from editor.manuscript.structure.insert_delete import (
    delete_sections,
    duplicate_section,
    insert_section,
    rename_section,
    title_span,
)
from editor.manuscript.structure.new_headings import PLACEHOLDER, typed_marker
from editor.manuscript.structure.promote_demote import change_levels
from editor.manuscript.structure.relabelling import label_edits_after_command
from editor.manuscript.structure.relocate import move_sections, shift_sections
from editor.manuscript.structure.section_copies import paste_sections
from editor.manuscript.structure.section_extent import Refused, outermost, section_extent
from editor.manuscript.structure.speech_ends import end_edits_after, is_empty
from editor.manuscript.structure.split_merge import merge_sections, split_section
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    CollectText,
    DeleteSections,
    DuplicateSection,
    InsertSection,
    MergeSections,
    MoveSections,
    PasteSections,
    RenameSection,
    ShiftSections,
    SplitSection,
    StructureCommand,
)


@dataclass(frozen=True, slots=True)
class StructureStep:
    """What a command comes to: the edits, the text after them, and how a place moves."""

    edits: tuple[Edit, ...]
    before: Manuscript
    after: Manuscript
    select: tuple[Position, Position] | None = None

    def carried(self, place: Position) -> Position:
        """Where a place goes; one in words that were cut and put in goes with them."""
        mapped = place
        for edit in self.edits:
            mapped = map_position(edit, mapped)
        text = self.before.paragraphs[place.paragraph].text
        if text == self.after.paragraphs[mapped.paragraph].text:
            return Position(mapped.paragraph, place.offset)
        return self._found(text, place) or mapped

    def selection(self, start: Position, end: Position) -> tuple[Position, Position]:
        """Where what was selected is now; where its words did not stay together, their end.

        A hand that takes a whole paragraph takes its line's end along, which stays behind.
        """
        if end.offset == 0 and start.paragraph < end.paragraph:
            last = end.paragraph - 1
            end = Position(last, len(self.before.paragraphs[last].text))
        first, behind = self.carried(start), self.carried(end)
        together = first <= behind and text_between(self.before, start, end) == text_between(
            self.after, first, behind
        )
        return (first if together else behind), behind

    def _found(self, text: str, place: Position) -> Position | None:
        """The words around a place in what has changed, where they are there just once."""
        old = {p.text for p in self.before.paragraphs}
        fresh = [(n, p.text) for n, p in enumerate(self.after.paragraphs) if p.text not in old]
        windows = [(w, w) for w in (12, 6, 3)] + [(0, w) for w in (6, 4, 2)] + [(4, 0), (2, 0)]
        for left, right in windows:
            start = max(0, place.offset - left)
            words = text[start : place.offset + right]
            hits = [(n, t.index(words)) for n, t in fresh if t.count(words) == 1]
            if len(hits) == 1 and words:
                return Position(hits[0][0], hits[0][1] + place.offset - start)
        return None


def apply_command(
    manuscript: Manuscript, outline: Outline, command: StructureCommand
) -> StructureStep:
    """The step that a command comes to. Raises Refused where it makes no sense.

    ``outline`` is that of ``manuscript``. Automatic numbers of a Word file are shown in
    their new order, as Word will show them.
    """
    edits = _edits(manuscript, outline, command)
    edits = (*edits, *box_edits_after(manuscript, edits))
    open_ended = apply_all(manuscript, edits)
    whole = _of_speeches(command)
    ends = end_edits_after(manuscript, outline, edits, open_ended, speeches=whole)
    edits, after = (*edits, *ends), apply_all(open_ended, ends)
    if not frames_kept(manuscript, after):
        raise Refused("那里在表格或文本框中间，它们的格局由原文件定，不能添段落、移段落。")
    changed = _changed(manuscript, outline, edits, command)
    keys = changed.keys | _emptied(open_ended, after)
    changed = replace(changed, keys=keys, measures=_measures(manuscript, outline))
    if not conserved(manuscript, after, changed):
        raise Refused("这样做会丢字或者多字，没有改动。请把这篇稿子发给我们看看。")
    follow = label_edits_after_command(manuscript, outline, after)
    if follow:
        after = apply_all(after, follow)
    select = _select(manuscript, after, command, edits)
    return StructureStep((*edits, *follow), manuscript, after, select)


def _edits(manuscript: Manuscript, outline: Outline, command: StructureCommand) -> tuple[Edit, ...]:
    match command:
        case ShiftSections(sections, step):
            return shift_sections(manuscript, outline, sections, step)
        case MoveSections(sections, anchor, where):
            return move_sections(manuscript, outline, sections, anchor, where)
        case ChangeLevel(sections, step):
            return change_levels(manuscript, outline, sections, step)
        case DeleteSections(sections):
            return delete_sections(manuscript, outline, sections)
        case DuplicateSection(section):
            return duplicate_section(manuscript, outline, section)
        case MergeSections(section):
            return merge_sections(manuscript, outline, section)
        case RenameSection(section, words):
            return rename_section(manuscript, outline, section, words)
        case InsertSection(section, where, words):
            return insert_section(manuscript, outline, section, where, words)
        case SplitSection(place):
            return split_section(manuscript, outline, place)
        case CollectText(start, end, section):
            return collect_text(manuscript, outline, (start, end), section)
        case PasteSections(copy, place):
            return paste_sections(manuscript, outline, copy, place)


def _changed(
    manuscript: Manuscript, outline: Outline, edits: Sequence[Edit], command: StructureCommand
) -> AllowedChanges:
    """What a command may change, told by the nodes it is about and not by its edits."""
    match command:
        case ShiftSections(sections, _) | MoveSections(sections, _, _):
            if all(isinstance(e, Move) for e in edits):
                return AllowedChanges()
            lower = isinstance(command, MoveSections) and command.where is DropPosition.INSIDE
            keys = _keys(manuscript, outline, sections)
            return AllowedChanges(_nodes(sections) if lower else 0, marks=True, keys=keys)
        case ChangeLevel(sections, _):
            return AllowedChanges(_nodes(sections), marks=True)
        case DeleteSections(sections):
            keys = _keys(manuscript, outline, sections)
            return AllowedChanges(gone=_texts(manuscript, outline, sections), marks=True, keys=keys)
        case DuplicateSection(section):
            return AllowedChanges(come=_texts(manuscript, outline, (section,)), marks=True)
        case MergeSections():
            return AllowedChanges(1, marks=True)
        case RenameSection(section, words):
            start, end = title_span(manuscript, section)
            lines = manuscript.paragraphs[start.paragraph + 1 : end.paragraph + 1]
            keys = frozenset(p.key for p in lines)
            gone = text_between(manuscript, start, end)
            return AllowedChanges(gone=(gone,), come=(words.strip(),), keys=keys)
        case InsertSection(_, _, words):
            return AllowedChanges(1, come=(words,), marks=True)
        case SplitSection():
            filled = any(PLACEHOLDER in _made(e) for e in edits)
            return AllowedChanges(1, come=(PLACEHOLDER,) if filled else (), marks=True)
        case CollectText(start, end, _):
            lines = manuscript.paragraphs[start.paragraph : end.paragraph + 1]
            return AllowedChanges(marks=True, keys=frozenset(p.key for p in lines))
        case PasteSections(copy, _):
            empty = frozenset(p.key for p in manuscript.paragraphs if is_empty(p))
            return AllowedChanges(
                come=tuple(p.text for p in copy.paragraphs), marks=True, keys=empty
            )


def _measures(manuscript: Manuscript, outline: Outline) -> frozenset[str]:
    """The letters that count in numbers of the text: 个关键词 of 第一个关键词：."""
    letters = set[str]()
    for node in outline.walk():
        if node.number.startswith("第") and (marker := typed_marker(manuscript, node)):
            text = manuscript.paragraphs[node.start.paragraph].text
            letters.update(text[marker.start : marker.end])
    return frozenset(letters)


def _of_speeches(command: StructureCommand) -> bool:
    """Whether whole speeches are moved, copied or deleted."""
    match command:
        case ShiftSections(sections, _) | MoveSections(sections, _, _) | DeleteSections(sections):
            return any(s.kind is SectionKind.TITLE for s in sections)
        case DuplicateSection(section):
            return section.kind is SectionKind.TITLE
        case PasteSections(copy, _):
            return any(head.kind is SectionKind.TITLE for head in copy.heads)
        case _:
            return False


def _emptied(before: Manuscript, after: Manuscript) -> frozenset[int]:
    """The keys of empty paragraphs that went with the section they parted from another."""
    if before is after:
        return frozenset()
    return frozenset(p.key for p in before.paragraphs if is_empty(p)) - frozenset(
        p.key for p in after.paragraphs
    )


def _nodes(sections: Sequence[Section]) -> int:
    return sum(1 for s in sections for _ in s.walk())


def _texts(
    manuscript: Manuscript, outline: Outline, sections: Sequence[Section]
) -> tuple[str, ...]:
    taken = [section_extent(manuscript, outline, s) for s in outermost(sections)]
    return tuple(text_between(manuscript, r.start, r.end) for r in taken)


def _keys(manuscript: Manuscript, outline: Outline, sections: Sequence[Section]) -> frozenset[int]:
    taken = [section_extent(manuscript, outline, s) for s in outermost(sections)]
    lines = {n for r in taken for n in range(r.first, r.last)}
    return frozenset(manuscript.paragraphs[n].key for n in lines)


def _made(edit: Edit) -> str:
    match edit:
        case Replace(_, _, text, _):
            return text
        case EditSplice(_, _, paragraphs):
            return "\n".join(p.text for p in paragraphs)
        case Move():
            return ""


def _select(
    before: Manuscript, after: Manuscript, command: StructureCommand, edits: Sequence[Edit]
) -> tuple[Position, Position] | None:
    """What to select after a command that makes something new; None keeps the caret."""
    if isinstance(command, InsertSection | SplitSection):
        words = command.words if isinstance(command, InsertSection) else PLACEHOLDER
        old = {p.text for p in before.paragraphs}
        fresh = (n for n, p in enumerate(after.paragraphs) if p.text not in old and words in p.text)
        line = next(fresh, -1)
        if line >= 0:
            at = after.paragraphs[line].text.rindex(words)
            return Position(line, at), Position(line, at + len(words))
    if isinstance(command, PasteSections):
        return _pasted(after, edits)
    if isinstance(command, CollectText):
        return _collected(before, after, command, edits)
    if isinstance(command, SplitSection):
        end = map_position(edits[0], command.place)
        for edit in edits[1:]:
            end = map_position(edit, end)
        return end, end
    return None


def _pasted(after: Manuscript, edits: Sequence[Edit]) -> tuple[Position, Position] | None:
    """Behind the heading of what was put in."""
    if not isinstance(first := edits[0], EditSplice):
        return None
    head = next((n for n, p in enumerate(first.paragraphs) if p.text.strip()), 0)
    place = Position(first.first + head, 0)
    for edit in edits[1:]:
        place = map_position(edit, place)
    path = outline_of(after).path(place)
    there = path and path[-1].start.paragraph == place.paragraph
    place = end_of_heading(after, path[-1]) if there else place
    return place, place


def _collected(
    before: Manuscript, after: Manuscript, command: CollectText, edits: Sequence[Edit]
) -> tuple[Position, Position] | None:
    """Where the words that were moved are now; None where whole paragraphs went."""
    if all(isinstance(e, Move) for e in edits):
        return None
    words = text_between(before, command.start, command.end).strip("\n")
    first = words.split("\n", 1)[0].strip(" \u3000\t；;，,。")
    old = {p.text for p in before.paragraphs}
    for line, paragraph in enumerate(after.paragraphs):
        if paragraph.text not in old and first and first in paragraph.text:
            at = paragraph.text.rindex(first)
            return Position(line, at), Position(line, at + len(first))
    place = command.start
    for edit in edits:
        place = map_position(edit, place)
    return place, place
