"""A comparison as rows to be painted: what stands left, what right, what is marked.

Free of Qt, so that what is shown can be tested as values. Left is the earlier text or
one's own, right the later one or a colleague's; ``flip`` puts the comparison's new text left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from editor.manuscript.compare import Comparison, Difference, Row, RowKind, became
from editor.manuscript.pairing import shown
from editor.manuscript.wording import Rewording

AROUND = 1  # unchanged paragraphs shown on either side of a change
GLYPHS = {"reworded": "改", "added": "增", "removed": "删", "moved": "移"}

Sign = Literal["out", "in", "moved"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a cell: taken out, put in, or standing elsewhere."""

    start: int
    end: int
    sign: Sign


@dataclass(frozen=True, slots=True)
class Cell:
    """One paragraph of one text; ``number`` counts its paragraphs from 1."""

    number: int
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet; ``glyph`` 改增删移 or '', ``note`` where a moved paragraph is.

    ``changes`` are indexes into the comparison's changes. ``folded``: so many unchanged
    paragraphs are left out here, and there are no cells.
    """

    glyph: str
    left: Cell | None = None
    right: Cell | None = None
    changes: tuple[int, ...] = ()
    note: str = ""
    folded: int = 0
    both: Cell | None = None


def lines_of(comparison: Comparison, *, flip: bool) -> tuple[Line, ...]:
    """All rows of a comparison."""
    at = _changes_at(comparison)
    words = {row.partner: row.rewordings for row in comparison.rows if row.new is not None}
    lines = [_line(comparison, row, flip, at, words) for row in comparison.rows]
    return tuple(
        # Where a run moved together, its first paragraph tells it for all.
        replace(line, note="")
        if n and line.note and _one_run(comparison.rows[n - 1 : n + 1])
        else line
        for n, line in enumerate(lines)
    )


def folded(lines: Sequence[Line], around: int = AROUND) -> tuple[Line, ...]:
    """The rows with long unchanged stretches left out."""
    near = {
        n + step
        for n, line in enumerate(lines)
        if line.changes
        for step in range(-around, around + 1)
    }
    return tuple(_folded(lines, near))


def _one_run(rows: Sequence[Row]) -> bool:
    first, second = rows
    together = first.kind is second.kind and first.partner is not None
    return together and second.partner == (first.partner or 0) + 1


def _folded(lines: Sequence[Line], near: set[int]) -> Iterator[Line]:
    hidden: list[Line] = []
    for n, line in enumerate((*lines, None)):
        if line is not None and n not in near:
            hidden.append(line)
            continue
        if len(hidden) > 1:
            yield Line("", folded=len(hidden))
        else:
            yield from hidden
        hidden = []
        if line is not None:
            yield line


def _changes_at(comparison: Comparison) -> dict[tuple[str, int], tuple[int, ...]]:
    """The changes of each paragraph: ('old', index) and ('new', index)."""
    found: dict[tuple[str, int], tuple[int, ...]] = {}
    for n, change in enumerate(comparison.changes):
        places = [("new", j) for j in range(*change.new)]
        if change.kind in (Difference.REMOVED, Difference.MOVED):
            places += [("old", i) for i in range(*change.old)]
        for place in places:
            found[place] = (*found.get(place, ()), n)
    return found


def _line(
    comparison: Comparison,
    row: Row,
    flip: bool,
    at: dict[tuple[str, int], tuple[int, ...]],
    words: dict[int | None, tuple[Rewording, ...]],
) -> Line:
    place = ("old", row.old) if row.new is None else ("new", row.new)
    changes = at.get(place, ()) if place[1] is not None else ()  # type: ignore[arg-type]
    parts = words.get(row.old, ()) if row.kind is RowKind.MOVED_AWAY else row.rewordings
    old, new = _old_cell(comparison, row, flip, parts), _new_cell(comparison, row, flip, parts)
    left, right = (new, old) if flip else (old, new)
    glyph = GLYPHS[_kind_word(row.kind, flip)] if changes else ""
    both = _merged(comparison, row, flip) if left and right and parts else None
    return Line(glyph, left, right, changes, _note(row, flip), both=both)


def _kind_word(kind: RowKind, flip: bool) -> str:
    if kind in (RowKind.MOVED_AWAY, RowKind.MOVED_HERE):
        return "moved"
    if kind in (RowKind.ADDED, RowKind.REMOVED):
        return "added" if (kind is RowKind.ADDED) != flip else "removed"
    return "reworded"


def _note(row: Row, flip: bool) -> str:
    if row.partner is None:
        return ""
    away = (row.kind is RowKind.MOVED_AWAY) != flip
    return f"↕ 移到第 {row.partner + 1} 段" if away else f"↕ 从第 {row.partner + 1} 段移来"


def _old_cell(
    comparison: Comparison, row: Row, flip: bool, parts: tuple[Rewording, ...]
) -> Cell | None:
    if row.old is None:
        return None
    paragraph = comparison.old.paragraphs[row.old]
    sign: Sign = "in" if flip else "out"
    shift = len(paragraph.label)
    marks = [Mark(p.old_start + shift, p.old_end + shift, sign) for r in parts for p in r.pieces]
    return _cell(row.old, shown(paragraph), marks, row, sign)


def _new_cell(
    comparison: Comparison, row: Row, flip: bool, parts: tuple[Rewording, ...]
) -> Cell | None:
    if row.new is None:
        return None
    sign: Sign = "out" if flip else "in"
    old = row.old if row.old is not None else row.partner
    text, shift = shown(comparison.new.paragraphs[row.new]), 0
    if old is not None:
        label = comparison.old.paragraphs[old].label
        text, shift = label + became(comparison, old, row.new), len(label)
    marks = [Mark(p.new_start + shift, p.new_end + shift, sign) for r in parts for p in r.pieces]
    return _cell(row.new, text, marks, row, sign)


def _cell(number: int, text: str, marks: list[Mark], row: Row, sign: Sign) -> Cell:
    whole: tuple[Mark, ...] = ()
    if row.kind in (RowKind.MOVED_AWAY, RowKind.MOVED_HERE):
        whole = (Mark(0, len(text), "moved"),)
    elif row.kind in (RowKind.ADDED, RowKind.REMOVED):
        whole = (Mark(0, len(text), sign),)
    return Cell(number + 1, text, (*whole, *[m for m in marks if m.start < m.end]))


def _merged(comparison: Comparison, row: Row, flip: bool) -> Cell | None:
    """Both wordings in one paragraph: what went, then what came."""
    if row.old is None or row.new is None:
        return None
    paragraph = comparison.old.paragraphs[row.old]
    old, new = paragraph.text, became(comparison, row.old, row.new)
    text, marks, done = paragraph.label, list[Mark](), 0
    for piece in (p for part in row.rewordings for p in part.pieces):
        text += old[done : piece.old_start]
        was, now = old[piece.old_start : piece.old_end], new[piece.new_start : piece.new_end]
        signs: tuple[tuple[str, Sign], ...] = ((was, "out"), (now, "in"))
        for words, sign in ((now, "out"), (was, "in")) if flip else signs:
            if words:
                marks.append(Mark(len(text), len(text) + len(words), sign))  # type: ignore[arg-type]
                text += words
        done = piece.old_end
    return Cell((row.old if flip else row.new) + 1, text + old[done:], tuple(marks))
