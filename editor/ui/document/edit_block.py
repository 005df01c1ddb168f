"""Edits on the document: a tuple of edits becomes one edit block, so one Ctrl+Z.

Law, held by property tests: the document then reads as `apply_all` of the manuscript,
undo gives the manuscript back with all properties, redo gives the result again.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from editor.manuscript.edits import Edit, Move, Replace, Splice
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.tracked_document import TrackedDocument, block_format, read_block
from editor.ui.document.utf16 import tame, unit_of

FAR = 60  # paragraphs between two edits that are told apart


def apply_edits(tracked: TrackedDocument, edits: Sequence[Edit]) -> None:
    """Do the edits in order as one undo step. Raises ValueError before doing anything."""
    check_edits([len(p.text) for p in tracked.manuscript().paragraphs], edits)
    if not edits:
        return
    cursor = QTextCursor(tracked.document)
    step = _Step(cursor)
    try:
        for edit in edits:
            _apply(cursor, edit, step)
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


def _apply(cursor: QTextCursor, edit: Edit, step: _Step) -> None:
    match edit:
        case Replace(start, end, _, _):
            step.at(start.paragraph, end.paragraph)
            _replace(cursor, edit)
        case Splice(first, last, paragraphs):
            step.at(first, last)
            _splice(cursor, first, last, paragraphs)
        case Move(first, last, before):
            run = _read_run(cursor, first, last)
            if not run or len(run) == cursor.document().blockCount() or first <= before <= last:
                return
            step.at(first, last)
            _splice(cursor, first, last, ())
            target = before if before <= first else before - len(run)
            step.at(target, target)
            _splice(cursor, target, target, run)


def _replace(cursor: QTextCursor, edit: Replace) -> None:
    first = edit.start.paragraph
    kept = _read_run(cursor, first, first + 1)[0]
    lines = edit.text.split("\n")
    cursor.setPosition(_flat(cursor, edit.start))
    cursor.setPosition(_flat(cursor, edit.end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("\n".join([tame(line) for line in lines]))
    if len(lines) == 1 and edit.end.paragraph == first:
        return
    heads = edit.heads[: len(lines) - 1]
    plain = [Paragraph("")] * (len(lines) - 1 - len(heads))
    _give_properties(cursor, first, (kept, *heads, *plain))


def _splice(cursor: QTextCursor, first: int, last: int, made: Sequence[Paragraph]) -> None:
    count = cursor.document().blockCount()
    if first < last and _same_words(cursor, first, last, made):
        _give_properties(cursor, first, made)  # no caret in them moves
        return
    text = "\n".join([tame(p.text) for p in made])
    if first < last and made:
        cursor.setPosition(_start(cursor, first))
        _extend(cursor, _end(cursor, last - 1))
        cursor.insertText(text)
        _give_properties(cursor, first, made)
    elif first < last and last < count:
        behind = _read_run(cursor, last, last + 1)
        cursor.setPosition(_start(cursor, first))
        _extend(cursor, _start(cursor, last))
        cursor.removeSelectedText()
        _give_properties(cursor, first, behind)
    elif first < last:
        ahead = _read_run(cursor, first - 1, first)
        cursor.setPosition(_end(cursor, first - 1))
        _extend(cursor, _end(cursor, last - 1))
        cursor.removeSelectedText()
        _give_properties(cursor, first - 1, ahead)
    elif made and first < count:
        behind = _read_run(cursor, first, first + 1)
        cursor.setPosition(_start(cursor, first))
        cursor.insertText(text + "\n")
        _give_properties(cursor, first, (*made, *behind))
    elif made:
        cursor.setPosition(_end(cursor, count - 1))
        cursor.insertText("\n" + text)
        _give_properties(cursor, first, made)


def _same_words(cursor: QTextCursor, first: int, last: int, made: Sequence[Paragraph]) -> bool:
    old = _read_run(cursor, first, last) if last - first == len(made) else []
    return bool(made) and [p.text for p in old] == [tame(p.text) for p in made]


def _give_properties(cursor: QTextCursor, first: int, heads: Sequence[Paragraph]) -> None:
    for number, head in enumerate(heads, first):
        block = cursor.document().findBlockByNumber(number)
        wanted = block_format(head)
        if block.blockFormat() != wanted:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(wanted)


def _read_run(cursor: QTextCursor, first: int, last: int) -> list[Paragraph]:
    document = cursor.document()
    return [read_block(document.findBlockByNumber(n)) for n in range(first, last)]


def _flat(cursor: QTextCursor, place: Position) -> int:
    block = cursor.document().findBlockByNumber(place.paragraph)
    return block.position() + unit_of(block.text(), place.offset)


def _start(cursor: QTextCursor, number: int) -> int:
    return cursor.document().findBlockByNumber(number).position()


def _end(cursor: QTextCursor, number: int) -> int:
    block = cursor.document().findBlockByNumber(number)
    return block.position() + block.length() - 1


def _extend(cursor: QTextCursor, position: int) -> None:
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
