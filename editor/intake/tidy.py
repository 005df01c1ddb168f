"""`tidy`: what is not the speech goes, what was broken is mended; the receipt says what.

The recognisers remove in turn on one buffer of lines, from the surest to those that need to know
what the others have removed; then the changes become receipt items.
"""

from __future__ import annotations

from editor.intake.breaks.line_joins import LineJoin, blank_lines, find_joins
from editor.intake.breaks.line_splits import split_lines
from editor.intake.edges.attached_captions import remove_attached_captions
from editor.intake.edges.outer_lines import remove_outer_lines
from editor.intake.edges.site_titles import remove_frames, remove_site_titles
from editor.intake.edges.surroundings import remove_surroundings
from editor.intake.line_buffer import LineBuffer, LineChange
from editor.intake.line_shapes import SPACES
from editor.intake.lines.caption_lines import remove_caption_lines
from editor.intake.lines.contents import remove_contents
from editor.intake.lines.editor_essays import remove_editor_essays
from editor.intake.lines.introductions import remove_introductions
from editor.intake.lines.member_notices import remove_member_notices
from editor.intake.lines.page_previews import remove_previews
from editor.intake.lines.site_lines import remove_site_lines
from editor.intake.lines.site_tips import remove_site_tips
from editor.intake.marks.inline_boilerplate import remove_inline_boilerplate
from editor.intake.marks.interspersed import remove_interspersed
from editor.intake.marks.library_indices import remove_library_indices
from editor.intake.marks.obfuscation import remove_obfuscation
from editor.intake.marks.page_numbers import remove_page_numbers
from editor.intake.marks.watermarks import remove_running_heads, remove_watermarks
from editor.intake.receipt import Receipt, ReceiptItem
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position

__all__ = ["Receipt", "ReceiptItem", "tidy"]

_RECOGNISERS = (
    remove_obfuscation,
    remove_member_notices,
    remove_caption_lines,
    remove_site_lines,
    remove_page_numbers,
    remove_running_heads,
    remove_watermarks,
    remove_inline_boilerplate,
    remove_introductions,
    remove_attached_captions,
    remove_editor_essays,
    remove_site_tips,
    remove_outer_lines,
    remove_library_indices,
    remove_frames,
    remove_previews,
    remove_surroundings,
    remove_site_titles,
    remove_contents,
    remove_interspersed,
)
_BLANK_WHY = "多余的空行"


def tidy(manuscript: Manuscript, *, docx: bool | None = None) -> Receipt:
    """What to take out of a text and what to mend in it, as a receipt; changes nothing.

    ``docx`` says that paragraphs and blank lines are their author's, so that only clear
    breaks are joined; None: judged by what the paragraphs know (styles, tables …).
    """
    buffer = LineBuffer(manuscript, docx)
    for remove in _RECOGNISERS:
        remove(buffer)
    if next(buffer.remaining(), None) is None:
        # Nothing that could be a speech: then it is not for us to say what is noise.
        return Receipt(manuscript)
    joins = find_joins(buffer)
    blanks = blank_lines(buffer, joins)
    split_lines(buffer, joins)
    return Receipt(manuscript, _ReceiptItems(buffer, joins, blanks).made())


class _ReceiptItems:
    """Turns the changes of a buffer into items that do not overlap."""

    def __init__(self, buffer: LineBuffer, joins: tuple[LineJoin, ...], blanks: list[int]) -> None:
        self._buffer = buffer
        self._joins = joins
        self._blanks = set(blanks)

    def made(self) -> tuple[ReceiptItem, ...]:
        """All items in the order of the text."""
        last = len(self._buffer.lines)
        while last > 0 and self._leaves(last - 1):
            last -= 1
        items: list[ReceiptItem] = []
        for number in sorted({*self._buffer.changes, *self._blanks}):
            if not self._leaves(number):
                items += [self._inline(change) for change in self._buffer.changes[number]]
            elif number < max(last, 1) and len(self._buffer.lines) > 1 and last > 0:
                items.append(self._line(number, Position(number, 0), Position(number + 1, 0)))
            elif number > 0:
                items.append(self._line(number, self._tail(number - 1), self._tail(number)))
            elif self._buffer.lines[0]:
                items.append(self._line(0, Position(0, 0), self._tail(0)))
        for join in self._joins:
            items += self._joined(join)
        return tuple(sorted(items, key=lambda item: (item.start, item.end)))

    def _leaves(self, number: int) -> bool:
        return self._buffer.is_removed(number) or number in self._blanks

    def _tail(self, number: int) -> Position:
        return Position(number, len(self._buffer.lines[number]))

    def _text(self, start: Position, end: Position) -> str:
        lines = self._buffer.raw
        if start.paragraph == end.paragraph:
            return lines[start.paragraph][start.offset : end.offset]
        middle = lines[start.paragraph + 1 : end.paragraph]
        head = lines[start.paragraph][start.offset :]
        return "\n".join([head, *middle, lines[end.paragraph][: end.offset]])

    def _item(self, start: Position, end: Position, kind: str, after: str, why: str) -> ReceiptItem:
        return ReceiptItem(kind, start, end, self._text(start, end), after, why)

    def _inline(self, change: LineChange) -> ReceiptItem:
        start, end = Position(change.line, change.start), Position(change.line, change.end)
        return self._item(start, end, change.kind, change.after, change.why)

    def _line(self, number: int, start: Position, end: Position) -> ReceiptItem:
        changes = self._buffer.changes.get(number)
        if not changes or number in self._blanks:
            return self._item(start, end, "blank-line", "", _BLANK_WHY)
        change = max(changes, key=lambda m: m.end - m.start)
        return self._item(start, end, change.kind, "", change.why)

    def _joined(self, join: LineJoin) -> list[ReceiptItem]:
        """The break itself, and the indent of the line that goes on."""
        lines, changes = self._buffer.lines, self._buffer.changes
        first, second = lines[join.first], lines[join.second]
        start = len(first) if join.first in changes else len(first.rstrip(SPACES))
        indent = 0 if join.second in changes else len(second) - len(second.lstrip(SPACES))
        head = self._buffer.kept_text(join.first).rstrip()[-1:]
        tail = self._buffer.kept_text(join.second).lstrip()[:1]
        # A space between two Latin words stays one; where there was none, none is put in.
        spaced = first[-1:] in SPACES or (second[:1] == " " and second[1:2] not in SPACES)
        space = " " if spaced and (head + tail).isascii() and (head + tail).isalpha() else ""
        here = Position(join.first, start)
        if join.second == join.first + 1:
            end = Position(join.second, indent)
            return [self._item(here, end, "line-join", space, join.why)]
        items = [self._item(here, Position(join.first + 1, 0), "line-join", space, join.why)]
        if indent:
            end = Position(join.second, indent)
            items.append(self._item(Position(join.second, 0), end, "line-join", "", join.why))
        return items
