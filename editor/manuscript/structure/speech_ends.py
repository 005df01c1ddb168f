"""Empty paragraphs behind the last words of a speech: they belong to none of its sections.

A file's last line feed, and the lines that part two speeches, say where a speech ends and stay
there, whatever section comes to be the last. Empty paragraphs between two sections part these:
they go with the one above them, and to the end of a speech with the one below.
"""

from __future__ import annotations

from collections.abc import Sequence

from editor.manuscript.edits import Edit, Move, Replace, Splice, apply, map_position
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Paragraph, Position


def is_empty(paragraph: Paragraph) -> bool:
    """Whether nothing is to be seen in a paragraph of the body: no word, number or picture."""
    seen = paragraph.label or paragraph.holds or paragraph.frame
    return not seen and not paragraph.text.strip()


def above_empty(manuscript: Manuscript, line: int) -> int:
    """The first of the empty paragraphs right above a line; the line where there are none."""
    while line > 0 and is_empty(manuscript.paragraphs[line - 1]):
        line -= 1
    return line


def words_end(manuscript: Manuscript, outline: Outline, place: Position) -> Position:
    """The place, or where the words end before it where a speech ends there."""
    if place == manuscript.end:
        line = len(manuscript.paragraphs)
    elif any(s.start == place for s in outline.sections if s.kind is SectionKind.TITLE):
        line = place.paragraph
    else:
        return place
    first = above_empty(manuscript, line)
    return place if first == line else Position(first, 0)


def own_end(manuscript: Manuscript, outline: Outline, section: Section) -> Position:
    """Where what a command takes with a section ends.

    A speech among others goes with the empty paragraphs that part it from the next.
    """
    if section.kind is SectionKind.TITLE and section.end != manuscript.end:
        return section.end
    return words_end(manuscript, outline, section.end)


def within_words(manuscript: Manuscript, outline: Outline, place: Position) -> Position:
    """The place, or the end of the words above it where it is behind those of a speech."""
    for line in _ends(manuscript, outline):
        first = above_empty(manuscript, line)
        if 0 < first <= place.paragraph < line:
            return Position(first - 1, len(manuscript.paragraphs[first - 1].text))
    return place


def end_edits_after(
    manuscript: Manuscript,
    outline: Outline,
    edits: Sequence[Edit],
    after: Manuscript,
    *,
    speeches: bool,
) -> tuple[Edit, ...]:
    """The edits behind ``edits`` that leave as many empty paragraphs as before at each end.

    ``after`` is the text that ``edits`` make. Those that parted the last section from the one
    above it follow what was last, to part it again; where that is gone they go. ``speeches``:
    whole ones were moved, with their ends.
    """
    if all(isinstance(edit, Replace) for edit in edits):
        return ()
    made: list[Edit] = []
    ends = [len(manuscript.paragraphs)] if speeches else _ends(manuscript, outline)
    for line in (*ends, *ends):  # twice: what one end is rid of may come to another
        edit = _evened(manuscript, line, (*edits, *made), after)
        if edit is not None:
            made.append(edit)
            after = apply(after, edit)
    return tuple(made)


def _ends(manuscript: Manuscript, outline: Outline) -> list[int]:
    titles = [s.start.paragraph for s in outline.sections if s.kind is SectionKind.TITLE]
    return [*titles, len(manuscript.paragraphs)]


def _evened(before: Manuscript, line: int, edits: Sequence[Edit], after: Manuscript) -> Edit | None:
    """What takes the empty paragraphs away that came to the end of the speech above ``line``."""
    first = above_empty(before, line)
    end = len(after.paragraphs)
    if line < len(before.paragraphs):
        end = _line_after(before, line, edits)
    if not first or end is None:
        return None
    top = above_empty(after, end)
    more = min((end - top) - (line - first), len(after.paragraphs) - 1)
    if more <= 0:
        return None
    last = _line_after(before, first - 1, edits)
    if last is None:
        return Splice(top, top + more, ())
    return Move(top, top + more, last + 1) if last + 1 != top else None


def _line_after(before: Manuscript, line: int, edits: Sequence[Edit]) -> int | None:
    """Where the end of a paragraph is after edits, None where it is gone."""
    place = Position(line, len(before.paragraphs[line].text))
    for edit in edits:
        match edit:
            case Splice(first, last, made) if len(made) <= place.paragraph - first < last - first:
                return None
            case Replace(start, end) if start.paragraph < place.paragraph <= end.paragraph:
                return None
            case _:
                place = map_position(edit, place, after=False)
    return place.paragraph
