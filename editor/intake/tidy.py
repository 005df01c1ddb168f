"""`tidy`: what is not the speech goes, what was broken is mended; the receipt says what.

The recognisers strike in turn on one sheet, from the surest to those that need to know
what the others have struck; then the marks become receipt items.
"""

from __future__ import annotations

from editor.intake.contents import strike_contents
from editor.intake.edges import strike_edges
from editor.intake.essays import strike_essays
from editor.intake.glued import strike_glued
from editor.intake.glued_edges import strike_glued_edges
from editor.intake.intros import strike_intros
from editor.intake.jammers import strike_jammers
from editor.intake.line_breaks import Join, blank_lines, find_joins
from editor.intake.line_splits import strike_splits
from editor.intake.member_notices import strike_member_notices
from editor.intake.page_index import strike_page_indices
from editor.intake.page_marks import strike_page_marks
from editor.intake.previews import strike_previews
from editor.intake.receipt import Receipt, ReceiptItem
from editor.intake.shapes import SPACES
from editor.intake.sheet import Mark, Sheet
from editor.intake.site_lines import strike_site_lines
from editor.intake.site_words import strike_buttons
from editor.intake.sown import strike_sown
from editor.intake.surroundings import strike_surroundings
from editor.intake.tips import strike_tips
from editor.intake.titles import strike_frames, strike_titles
from editor.intake.watermarks import strike_running_heads, strike_watermarks
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position

__all__ = ["Receipt", "ReceiptItem", "tidy"]

_RECOGNISERS = (
    strike_jammers,
    strike_member_notices,
    strike_buttons,
    strike_site_lines,
    strike_page_marks,
    strike_running_heads,
    strike_watermarks,
    strike_glued,
    strike_intros,
    strike_glued_edges,
    strike_essays,
    strike_tips,
    strike_edges,
    strike_page_indices,
    strike_frames,
    strike_previews,
    strike_surroundings,
    strike_titles,
    strike_contents,
    strike_sown,
)
_BLANK_WHY = "多余的空行"


def tidy(manuscript: Manuscript, *, docx: bool | None = None) -> Receipt:
    """What to take out of a text and what to mend in it, as a receipt; changes nothing.

    ``docx`` says that paragraphs and blank lines are their author's, so that only clear
    breaks are joined; None: judged by what the paragraphs know (styles, tables …).
    """
    sheet = Sheet(manuscript, docx)
    for strike in _RECOGNISERS:
        strike(sheet)
    if next(sheet.remaining(), None) is None:
        # Nothing that could be a speech: then it is not for us to say what is noise.
        return Receipt(manuscript)
    joins = find_joins(sheet)
    blanks = blank_lines(sheet, joins)
    strike_splits(sheet, joins)
    return Receipt(manuscript, _Items(sheet, joins, blanks).made())


class _Items:
    """Turns the marks of a sheet into items that do not overlap."""

    def __init__(self, sheet: Sheet, joins: tuple[Join, ...], blanks: list[int]) -> None:
        self._sheet = sheet
        self._joins = joins
        self._blanks = set(blanks)

    def made(self) -> tuple[ReceiptItem, ...]:
        """All items in the order of the text."""
        last = len(self._sheet.lines)
        while last > 0 and self._leaves(last - 1):
            last -= 1
        items: list[ReceiptItem] = []
        for number in sorted({*self._sheet.marks, *self._blanks}):
            if not self._leaves(number):
                items += [self._inline(mark) for mark in self._sheet.marks[number]]
            elif number < max(last, 1) and len(self._sheet.lines) > 1 and last > 0:
                items.append(self._line(number, Position(number, 0), Position(number + 1, 0)))
            elif number > 0:
                items.append(self._line(number, self._tail(number - 1), self._tail(number)))
            elif self._sheet.lines[0]:
                items.append(self._line(0, Position(0, 0), self._tail(0)))
        for join in self._joins:
            items += self._joined(join)
        return tuple(sorted(items, key=lambda item: (item.start, item.end)))

    def _leaves(self, number: int) -> bool:
        return self._sheet.gone(number) or number in self._blanks

    def _tail(self, number: int) -> Position:
        return Position(number, len(self._sheet.lines[number]))

    def _text(self, start: Position, end: Position) -> str:
        lines = self._sheet.raw
        if start.paragraph == end.paragraph:
            return lines[start.paragraph][start.offset : end.offset]
        middle = lines[start.paragraph + 1 : end.paragraph]
        head = lines[start.paragraph][start.offset :]
        return "\n".join([head, *middle, lines[end.paragraph][: end.offset]])

    def _item(self, start: Position, end: Position, kind: str, after: str, why: str) -> ReceiptItem:
        return ReceiptItem(kind, start, end, self._text(start, end), after, why)

    def _inline(self, mark: Mark) -> ReceiptItem:
        start, end = Position(mark.line, mark.start), Position(mark.line, mark.end)
        return self._item(start, end, mark.kind, mark.after, mark.why)

    def _line(self, number: int, start: Position, end: Position) -> ReceiptItem:
        marks = self._sheet.marks.get(number)
        if not marks or number in self._blanks:
            return self._item(start, end, "blank-line", "", _BLANK_WHY)
        mark = max(marks, key=lambda m: m.end - m.start)
        return self._item(start, end, mark.kind, "", mark.why)

    def _joined(self, join: Join) -> list[ReceiptItem]:
        """The break itself, and the indent of the line that goes on."""
        lines, marks = self._sheet.lines, self._sheet.marks
        first, second = lines[join.first], lines[join.second]
        start = len(first) if join.first in marks else len(first.rstrip(SPACES))
        indent = 0 if join.second in marks else len(second) - len(second.lstrip(SPACES))
        head = self._sheet.left(join.first).rstrip()[-1:]
        tail = self._sheet.left(join.second).lstrip()[:1]
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
