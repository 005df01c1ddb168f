"""Two documents of one text kept in step: a change of one becomes the same change of the other.

Separate from the view, because it knows no widgets. What is typed goes over as Qt itself
would have typed it there, so that it joins the undo step of the letter before; all else
goes over as edits, the smallest there are, so that carets keep their words.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.block_writer import BlockWriter
from editor.ui.document.edit_block import apply_edits
from editor.ui.document.text_shift import shift_between
from editor.ui.document.tracked_document import DocumentChange, TrackedDocument
from editor.ui.document.utf16 import unit_of


def pass_on(
    change: DocumentChange,
    source: TrackedDocument,
    target: TrackedDocument,
    *,
    one_step: bool = False,
) -> bool:
    """Do in ``target`` what was done in ``source``; False where they were not alike before.

    ``one_step``: what is put in begins an undo step of its own, as what an input method
    gives does on the page.
    """
    first, old, new, before = change[:4]
    if source.count() - new + old != target.count() or first + old > target.count():
        return False
    if old == new == 1:
        was, now = target.paragraph(first), source.paragraph(first)
        if was.text != before:
            return False
        if was.with_text("") == now.with_text(""):
            _type(target, first, (before, now.text), one_step)
            _mark(target, first, now)
            return True
    run = [target.paragraph(n) for n in range(first, first + old)]
    fresh = [source.paragraph(n) for n in range(first, first + new)]
    apply_edits(target, edits_between(run, fresh, first))
    return True


def edits_between(
    old: Sequence[Paragraph], new: Sequence[Paragraph], first: int
) -> tuple[Edit, ...]:
    """The smallest edits that make the paragraphs ``old``, from number ``first`` on, ``new``."""
    head, tail = alike(old, new)
    first += head
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if not old and not new:
        return ()
    whole = Splice(first, first + len(new), tuple(new))
    if not old or not new:
        return (Splice(first, first + len(old), tuple(new)),)
    words, fresh = "\n".join([p.text for p in old]), "\n".join([p.text for p in new])
    if words == fresh:
        return (whole,)
    start, old_end, new_end = shift_between(words, fresh)
    places = _place(old, first, start), _place(old, first, old_end)
    return Replace(*places, fresh[start:new_end]), whole


def alike(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[int, int]:
    """How many paragraphs are the same at the start and, behind those, at the end."""
    most, head, tail = min(len(old), len(new)), 0, 0
    while head < most and (old[head] is new[head] or old[head] == new[head]):
        head += 1
    while tail < most - head and (
        old[-1 - tail] is new[-1 - tail] or old[-1 - tail] == new[-1 - tail]
    ):
        tail += 1
    return head, tail


def carried(place: Position, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Position | None:
    """Where the words at a place are after a change; None where they are not there any more."""
    head, tail = alike(old, new)
    if place.paragraph < head:
        return place
    if place.paragraph >= len(old) - tail:
        return Position(place.paragraph + len(new) - len(old), place.offset)
    was = old[place.paragraph]
    fresh = range(head, len(new) - tail)
    found = [n for n in fresh if was.key and new[n].key == was.key]
    found = found or [n for n in fresh if new[n].text == was.text]
    if not found:
        return None
    offset = shift_between(was.text, new[found[0]].text).through(place.offset, place.offset)[0]
    return Position(found[0], offset)


def _place(run: Sequence[Paragraph], first: int, flat: int) -> Position:
    for number, paragraph in enumerate(run, first):
        if flat <= len(paragraph.text):
            return Position(number, flat)
        flat -= len(paragraph.text) + 1
    raise ValueError(f"{flat} characters beyond the run")


def _mark(tracked: TrackedDocument, number: int, wanted: Paragraph) -> None:
    """Among equal letters it is not told where one was typed, and so not what it looks like."""
    if tracked.paragraph(number).marks != wanted.marks:
        writer = BlockWriter(tracked)
        writer.cursor.joinPreviousEditBlock()
        writer.give(number, (wanted,))
        writer.cursor.endEditBlock()


def _type(tracked: TrackedDocument, number: int, words: tuple[str, str], one_step: bool) -> None:
    before, after = words
    start, old_end, new_end = shift_between(before, after)
    cursor = QTextCursor(tracked.document)
    at = tracked.document.findBlockByNumber(number).position()
    if new_end == start and old_end == start + 1:
        cursor.setPosition(at + unit_of(before, old_end))
        cursor.deletePreviousChar()  # not as a selection: that would be a step of its own
        return
    cursor.setPosition(at + unit_of(before, start))
    cursor.setPosition(at + unit_of(before, old_end), QTextCursor.MoveMode.KeepAnchor)
    if one_step:
        cursor.beginEditBlock()
    cursor.insertText(after[start:new_end])
    if one_step:
        cursor.endEditBlock()
