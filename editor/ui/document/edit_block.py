"""Edits on the document: a tuple of edits becomes one edit block, so one Ctrl+Z.

Law, held by property tests: the document then reads as `apply_all` of the manuscript,
undo gives the manuscript back with all properties, redo gives the result again.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from editor.manuscript.edits import Edit, Move, Replace, Splice, made_of
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.block_writer import BlockWriter
from editor.ui.document.tracked_document import TrackedDocument
from editor.ui.document.utf16 import tame

FAR = 60  # paragraphs between two edits that are told apart


def apply_edits(tracked: TrackedDocument, edits: Sequence[Edit]) -> None:
    """Do the edits in order as one undo step. Raises ValueError before doing anything."""
    check_edits([len(p.text) for p in tracked.manuscript().paragraphs], edits)
    if not edits:
        return
    writer = BlockWriter(tracked)
    step = _Step(writer.cursor)
    try:
        for edit in edits:
            _apply(writer, edit, step)
    finally:
        step.end()


class _Step:
    """One undo step of several edit blocks: Qt tells one range of all that a block changed,

    so what is done far apart in one block is read, and laid out, with all that is between.
    """

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._steps = cursor.document().availableUndoSteps()
        self._range: tuple[int, int] | None = None

    def at(self, first: int, last: int) -> None:
        """Paragraphs ``[first, last]`` will be changed now."""
        if self._range and (first - self._range[1] > FAR or self._range[0] - last > FAR):
            self.end()
        if self._range is None:
            # Without a command of its own so far it would be joined to what was done before.
            if self._cursor.document().availableUndoSteps() > self._steps:
                self._cursor.joinPreviousEditBlock()
            else:
                self._cursor.beginEditBlock()
            self._range = first, last
        self._range = min(first, self._range[0]), max(last, self._range[1])

    def end(self) -> None:
        """Let Qt tell what was changed."""
        if self._range is not None:
            self._range = None
            self._cursor.endEditBlock()


def check_edits(lengths: list[int], edits: Sequence[Edit]) -> None:
    """Go through the edits on the lengths of the paragraphs alone (``lengths`` is used up).

    Raises ValueError where a place or run does not exist, or nothing would be left.
    """
    for edit in edits:
        match edit:
            case Replace():
                _check_replace(lengths, edit)
            case Splice(first, last, paragraphs):
                _check_run(lengths, first, last)
                lengths[first:last] = [len(p.text) for p in paragraphs]
                if not lengths:
                    raise ValueError("a manuscript has at least one paragraph")
            case Move(first, last, before):
                _check_run(lengths, first, last)
                if not (0 <= before <= first or last <= before <= len(lengths)):
                    raise ValueError("a run cannot be moved into itself")
                run = lengths[first:last]
                del lengths[first:last]
                target = before if before <= first else before - len(run)
                lengths[target:target] = run


def _check_replace(lengths: list[int], edit: Replace) -> None:
    for paragraph, offset in (edit.start, edit.end):
        if not 0 <= paragraph < len(lengths) or not 0 <= offset <= lengths[paragraph]:
            raise ValueError(f"no such place: {Position(paragraph, offset)}")
    if edit.end < edit.start:
        raise ValueError("an edit ends before it starts")
    made = [len(line) for line in edit.text.split("\n")]
    made[0] += edit.start.offset
    made[-1] += lengths[edit.end.paragraph] - edit.end.offset
    lengths[edit.start.paragraph : edit.end.paragraph + 1] = made


def _check_run(lengths: list[int], first: int, last: int) -> None:
    if not 0 <= first <= last <= len(lengths):
        raise ValueError(f"no such run of paragraphs: {first}–{last}")


def _apply(writer: BlockWriter, edit: Edit, step: _Step) -> None:
    match edit:
        case Replace(start, end):
            step.at(start.paragraph, end.paragraph)
            _replace(writer, edit)
        case Splice(first, last, paragraphs):
            step.at(first, last)
            _splice(writer, first, last, paragraphs)
        case Move(first, last, before):
            run = writer.run(first, last)
            if not run or len(run) == writer.count() or first <= before <= last:
                return
            step.at(first, last)
            _splice(writer, first, last, ())
            target = before if before <= first else before - len(run)
            step.at(target, target)
            _splice(writer, target, target, run)


def _replace(writer: BlockWriter, edit: Replace) -> None:
    first, last = edit.start.paragraph, edit.end.paragraph
    if first == last and edit.marks is None and "\n" not in edit.text:
        writer.put_alike(writer.flat(edit.start), writer.flat(edit.end), edit.text)
        return
    one = writer.run(first, first + 1)[0]
    other = one if first == last else writer.run(last, last + 1)[0]
    made = made_of(one, other, edit)
    writer.put(writer.flat(edit.start), writer.flat(edit.end), edit.text.split("\n"))
    writer.give(first, made)


def _splice(writer: BlockWriter, first: int, last: int, made: Sequence[Paragraph]) -> None:
    count = writer.count()
    if first < last and _same_words(writer, first, last, made):
        writer.give(first, made)  # no caret in them moves
        return
    lines = [p.text for p in made]
    if first < last and made:
        writer.put(writer.start(first), writer.end(last - 1), lines)
        writer.give(first, made)
    elif first < last and last < count:
        behind = writer.run(last, last + 1)
        writer.put(writer.start(first), writer.start(last), ())
        writer.give(first, behind)
    elif first < last:
        ahead = writer.run(first - 1, first)
        writer.put(writer.end(first - 1), writer.end(last - 1), ())
        writer.give(first - 1, ahead)
    elif made and first < count:
        behind = writer.run(first, first + 1)
        writer.put(writer.start(first), writer.start(first), (*lines, ""))
        writer.give(first, (*made, *behind))
    elif made:
        writer.put(writer.end(count - 1), writer.end(count - 1), ("", *lines))
        writer.give(first, made)


def _same_words(writer: BlockWriter, first: int, last: int, made: Sequence[Paragraph]) -> bool:
    old = writer.run(first, last) if last - first == len(made) else []
    return bool(made) and [p.text for p in old] == [tame(p.text) for p in made]
