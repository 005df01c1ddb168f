"""Where words go that a command puts in: a phrase of the bank, the date, what a completion offers.

In place of what the hand has selected, as everywhere. What a command has selected (a fault, a
blank, a word found) is only looked at and stays: words go behind it, a whole phrase behind its
sentence, and below a heading rather than into it.
"""

from __future__ import annotations

from typing import NamedTuple

from editor.analysis.values import Structure
from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.sentences import sentences


class Chosen(NamedTuple):
    """What is selected (start and end alike: the caret); ``by_command`` and not by the hand."""

    start: Position
    end: Position
    by_command: bool


class Insertion(NamedTuple):
    """What puts the words in, the caret behind them, and whether the selection goes for it."""

    edit: Edit
    caret: Position
    replaces: bool


def insertion(text: str, chosen: Chosen, read: Structure, *, phrase: bool) -> Insertion:
    """Where text goes; ``read`` is of the text now. A blank one went to is filled by no phrase."""
    start, end, by_command = chosen
    manuscript = read.manuscript
    if by_command and start != end and (phrase or not _is_blank(read, start, end)):
        start = end = _behind_sentence(manuscript, end) if phrase else end
    if phrase and start == end and _ends_heading(read, start):
        return Insertion(*_lines_below(text, start.paragraph), False)
    lines = text.split("\n")
    offset = len(lines[-1]) + (start.offset if len(lines) == 1 else 0)
    caret = Position(start.paragraph + len(lines) - 1, offset)
    return Insertion(Replace(start, end, text), caret, start != end)


def _lines_below(text: str, paragraph: int) -> tuple[Edit, Position]:
    """Paragraphs of their own: a heading broken in two would give them its looks."""
    made = tuple(Paragraph(line) for line in text.split("\n"))
    caret = Position(paragraph + len(made), len(made[-1].text))
    return Splice(paragraph + 1, paragraph + 1, made), caret


def _is_blank(read: Structure, start: Position, end: Position) -> bool:
    return any((blank.span.head, blank.span.tail) == (start, end) for blank in read.blanks)


def _behind_sentence(manuscript: Manuscript, place: Position) -> Position:
    behind = 0
    for sentence in sentences(manuscript.paragraphs[place.paragraph].text):
        behind += len(sentence)
        if behind >= place.offset:
            break
    return Position(place.paragraph, behind)


def _ends_heading(read: Structure, place: Position) -> bool:
    """Whether a place is the end of a line that is all heading (or salutation)."""
    line, length = place.paragraph, len(read.manuscript.paragraphs[place.paragraph].text)
    if not length or place.offset < length:
        return False
    path = read.outline.path(Position(line, length - 1))
    nodes = [node for node in path if node.start.paragraph == line]
    return any(n.body.paragraph > line or n.body.offset >= length for n in nodes)
