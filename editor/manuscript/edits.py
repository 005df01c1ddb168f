"""Every change of a text as a value: apply it, and map places through it.

A command is a ``tuple[Edit, ...]`` applied in order; each edit counts in the text that
the one before it left. For edits that were found side by side in one text use
`from_last`. Paragraph properties (key, label, style …) belong to the start of a
paragraph: a split leaves them with the first part, a join keeps the first's. Marks belong
to the letters and go where they go.

Laws, held by property tests: mapping keeps the order of places; a place outside the change
keeps its neighbours; a letter that stays keeps what lies on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import replace as dataclass_replace

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import Mark, Marks, at, cut, explicit, implied, merged, moved, replaced
from editor.manuscript.paragraph import Paragraph, Position, Span


@dataclass(frozen=True, slots=True)
class Replace:
    """Put ``text`` in place of ``[start, end)``; line feeds in it begin paragraphs.

    ``heads`` gives the properties (text and marks are ignored) of the paragraphs begun by
    the line feeds of ``text``, in order; where it is shorter, a plain paragraph begins, but
    letters that are cut off keep the style they had (as in Word). ``marks`` are those of
    ``text``, counted in it, for words that bring their own; None: they look like the words
    they are put to (`marks.replaced`), and lines between line feeds are plain.
    """

    start: Position
    end: Position
    text: str
    heads: tuple[Paragraph, ...] = ()
    marks: Marks | None = None


@dataclass(frozen=True, slots=True)
class Splice:
    """Put ``paragraphs`` in place of whole paragraphs ``[first, last)``."""

    first: int
    last: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Take paragraphs ``[first, last)`` out and put them before paragraph ``before``.

    ``before`` counts in the text as it was; it is not inside the run.
    """

    first: int
    last: int
    before: int


Edit = Replace | Splice | Move
_Look = frozenset[tuple[str, str]]  # what lies on one letter


def replace(span: Span, text: str) -> Replace:
    """The edit that puts ``text`` in place of a span of one paragraph."""
    return Replace(span.head, span.tail, text)


def from_last(edits: Iterable[Replace]) -> tuple[Replace, ...]:
    """Non-overlapping replacements found in one text, ordered so that each still fits."""
    return tuple(sorted(edits, key=lambda e: (e.start, e.end), reverse=True))


def apply(manuscript: Manuscript, edit: Edit) -> Manuscript:
    """The text after one edit, one revision later. Raises ValueError if it cannot be."""
    old = manuscript.paragraphs
    match edit:
        case Replace():
            new = _replaced(old, edit)
        case Splice():
            _check_run(edit.first, edit.last, len(old))
            new = old[: edit.first] + edit.paragraphs + old[edit.last :]
        case Move():
            new = _moved(old, edit)
    return Manuscript(manuscript.revision + 1, new, manuscript.lists, manuscript.beside)


def apply_all(manuscript: Manuscript, edits: Iterable[Edit]) -> Manuscript:
    """The text after all edits, in order."""
    for edit in edits:
        manuscript = apply(manuscript, edit)
    return manuscript


def map_position(edit: Edit, position: Position, *, after: bool = True) -> Position:
    """Where a place is after an edit.

    A place at an insertion goes behind it when ``after``, else stays before it; a place
    inside what was replaced goes to the end (or start) of what replaced it.
    """
    match edit:
        case Replace():
            return _map_replace(edit, position, after)
        case Splice(first, last, paragraphs):
            if position.paragraph < first:
                return position
            if position.paragraph >= last:
                shift = len(paragraphs) - (last - first)
                return Position(position.paragraph + shift, position.offset)
            # Where nothing replaces them, the paragraph before: it is there in any text.
            kept = min(position.paragraph, first + len(paragraphs) - 1)
            return Position(max(0, kept), 0)
        case Move():
            return Position(_map_move(edit, position.paragraph), position.offset)


def map_span(edit: Edit, span: Span) -> Span | None:
    """Where a span is after an edit, or None where nothing of it is left as it was.

    Text put in at its borders stays outside; a span that was split, joined away or
    changed inside is None.
    """
    if isinstance(edit, Splice) and edit.first <= span.paragraph < edit.last:
        return None
    if isinstance(edit, Replace) and edit.start < span.tail and edit.end > span.head:
        return None
    head = map_position(edit, span.head, after=True)
    tail = map_position(edit, span.tail, after=False)
    if head.paragraph != tail.paragraph or tail.offset - head.offset != span.end - span.start:
        return None
    return Span(head.paragraph, head.offset, tail.offset)


def _replaced(old: tuple[Paragraph, ...], edit: Replace) -> tuple[Paragraph, ...]:
    first, last = edit.start.paragraph, edit.end.paragraph
    _check_place(old, edit.start)
    _check_place(old, edit.end)
    if edit.end < edit.start:
        raise ValueError("an edit ends before it starts")
    return (*old[:first], *made_of(old[first], old[last], edit), *old[last + 1 :])


def made_of(one: Paragraph, other: Paragraph, edit: Replace) -> tuple[Paragraph, ...]:
    """What a replacement makes of the paragraphs in which it starts and ends (maybe the same)."""
    start, end = edit.start.offset, edit.end.offset
    same = edit.start.paragraph == edit.end.paragraph
    before, behind = one.text[:start], other.text[end:]
    if same and "\n" not in edit.text and edit.marks is None:
        marks = replaced(one.marks, start, end, len(edit.text)) if one.marks else ()
        return (_paragraph(one, before + edit.text + behind, marks),)
    lines = edit.text.split("\n")
    marks_of = _line_marks(one, other, edit, lines)
    lines[0] = before + lines[0]
    lines[-1] += behind
    rest = (*edit.heads, *[Paragraph("")] * (len(lines) - 1 - len(edit.heads)))
    if len(edit.heads) < len(lines) - 1 and behind:
        rest = (*rest[:-1], Paragraph("", style=other.style))
    heads = [one, *rest]
    if not same and behind:
        # Notes and pictures come along with the letters they stand by.
        heads[-1] = _holding_too(heads[-1], other.holds)
    return tuple([_paragraph(*made) for made in zip(heads, lines, marks_of, strict=False)])


def _holding_too(paragraph: Paragraph, more: str) -> Paragraph:
    """The paragraph, that holds what another held as well ('图片、脚注')."""
    names = [*paragraph.holds.split("、"), *more.split("、")]
    return dataclass_replace(paragraph, holds="、".join(dict.fromkeys(filter(None, names))))


def _paragraph(head: Paragraph, text: str, marks: Marks) -> Paragraph:
    told = implied(head.key, len(text), marks)
    return Paragraph(
        text, head.key, head.label, head.style, head.frame, head.holds, head.listed, told
    )


def _line_marks(
    one: Paragraph, other: Paragraph, edit: Replace, lines: list[str]
) -> tuple[Marks, ...]:
    """The marks of each line with the letters that stay before the first and behind the last."""
    start, end = edit.start.offset, edit.end.offset
    ahead = explicit(one.key, len(one.text), one.marks)
    below = explicit(other.key, len(other.text), other.marks)
    if edit.marks is not None:
        made = list(_brought(edit.marks, lines))
    else:
        inside = start < len(one.text) and edit.start < edit.end
        first = at(ahead, start if inside else start - 1) if inside or start else None
        made = _alike(lines, first, at(below, end))
    size = len(lines[-1]) + (start if len(lines) == 1 else 0)
    made[0] = (*cut(ahead, 0, start), *moved(made[0], start))
    made[-1] = (*made[-1], *moved(cut(below, end, len(other.text)), size))
    return tuple([merged(marks) for marks in made])


def _brought(marks: Marks, lines: list[str]) -> Iterator[Marks]:
    waiting, lying = sorted(marks, reverse=True), list[Mark]()
    flat = 0
    for line in lines:
        end = flat + len(line)
        while waiting and waiting[-1].start < end:
            lying.append(waiting.pop())
        yield cut(tuple(lying), flat, end)
        flat = end + 1
        lying = [mark for mark in lying if mark.end > flat]


def _alike(lines: list[str], before: _Look | None, behind: _Look) -> list[Marks]:
    """New words look like the letters they are put to, those of lines between like none."""
    if len(lines) == 1:
        return [_all(lines[0], behind if before is None else before)]
    between: list[Marks] = [()] * (len(lines) - 2)
    return [_all(lines[0], before or frozenset()), *between, _all(lines[-1], behind)]


def _all(line: str, look: _Look) -> Marks:
    return tuple([Mark(0, len(line), kind, value) for kind, value in look]) if line else ()


def _moved(old: tuple[Paragraph, ...], edit: Move) -> tuple[Paragraph, ...]:
    _check_run(edit.first, edit.last, len(old))
    if not (0 <= edit.before <= edit.first or edit.last <= edit.before <= len(old)):
        raise ValueError("a run cannot be moved into itself")
    run = old[edit.first : edit.last]
    if edit.before <= edit.first:
        return old[: edit.before] + run + old[edit.before : edit.first] + old[edit.last :]
    return old[: edit.first] + old[edit.last : edit.before] + run + old[edit.before :]


def _map_replace(edit: Replace, position: Position, after: bool) -> Position:
    tail = _tail(edit.start, edit.text)
    if position < edit.start or (position == edit.start and not after):
        return position
    if position < edit.end:
        return tail if after else edit.start
    if position == edit.end and not after and edit.start != edit.end:
        return tail
    if position.paragraph == edit.end.paragraph:
        return Position(tail.paragraph, tail.offset + position.offset - edit.end.offset)
    shift = tail.paragraph - edit.end.paragraph
    return Position(position.paragraph + shift, position.offset)


def _map_move(edit: Move, paragraph: int) -> int:
    size = edit.last - edit.first
    if edit.first <= paragraph < edit.last:
        target = edit.before if edit.before <= edit.first else edit.before - size
        return paragraph - edit.first + target
    if edit.before <= paragraph < edit.first:
        return paragraph + size
    if edit.last <= paragraph < edit.before:
        return paragraph - size
    return paragraph


def _tail(start: Position, text: str) -> Position:
    lines = text.split("\n")
    if len(lines) == 1:
        return Position(start.paragraph, start.offset + len(text))
    return Position(start.paragraph + len(lines) - 1, len(lines[-1]))


def _check_place(old: tuple[Paragraph, ...], position: Position) -> None:
    inside = 0 <= position.paragraph < len(old)
    if not inside or not 0 <= position.offset <= len(old[position.paragraph].text):
        raise ValueError(f"no such place: {position}")


def _check_run(first: int, last: int, count: int) -> None:
    if not 0 <= first <= last <= count:
        raise ValueError(f"no such run of paragraphs: {first}–{last}")
