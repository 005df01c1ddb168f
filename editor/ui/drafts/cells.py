"""A comparison as rows to be painted: what stands left, what right, what is marked.

Free of Qt, so that what is shown can be tested as values. Left is the earlier text or
one's own, right the later one or a colleague's; ``flip`` puts the comparison's new text left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from editor.manuscript.comparison.compare import Comparison, Difference, Row, RowKind
from editor.manuscript.comparison.pairing import shown
from editor.manuscript.comparison.wording import Rewording
from editor.ui.drafts.woven import Mark, Sign, Words, merged, with_breaks

AROUND = 1  # unchanged paragraphs shown on either side of a change
GLYPHS = {
    "reworded": "改", "added": "增", "removed": "删", "moved": "移", "split": "拆", "joined": "并",
    "reordered": "移",
}  # fmt: skip
BACKWARDS = {"added": "removed", "removed": "added", "split": "joined", "joined": "split"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One paragraph of one text; ``number`` counts its paragraphs from 1.

    Where several were joined, or one was split, they stand in one cell, ``last`` the last.
    """

    number: int
    text: str
    marks: tuple[Mark, ...] = ()
    last: int = 0

    @property
    def count(self) -> str:
        """'5', or '5–6' of several."""
        return f"{self.number}–{self.last}" if self.last > self.number else str(self.number)


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
    glyph = GLYPHS[_kind_word(row, flip)] if changes else ""
    apart = parts or row.order or row.olds + row.news > 2
    both = _merged(comparison, row, flip) if left and right and apart else None
    return Line(glyph, left, right, changes, _note(row, flip), both=both)


def _kind_word(row: Row, flip: bool) -> str:
    if row.kind in (RowKind.MOVED_AWAY, RowKind.MOVED_HERE):
        return "moved"
    if row.kind in (RowKind.ADDED, RowKind.REMOVED):
        return "added" if (row.kind is RowKind.ADDED) != flip else "removed"
    if row.olds + row.news > 2:
        return "split" if (row.news > 1) != flip else "joined"
    return "reordered" if row.order else "reworded"


def _note(row: Row, flip: bool) -> str:
    if row.olds + row.news > 2:
        parts = max(row.olds, row.news)
        return f"⇅ 一段拆成 {parts} 段" if (row.news > 1) != flip else f"⇅ {parts} 段并成一段"
    words = "⇅ 里面的几点换了次序" if row.order and row.new is not None else ""
    if row.partner is None:
        return words
    away = (row.kind is RowKind.MOVED_AWAY) != flip
    moved = f"↕ 移到第 {row.partner + 1} 段" if away else f"↕ 从第 {row.partner + 1} 段移来"
    return f"{moved}　{words}".rstrip()


def _old_cell(
    comparison: Comparison, row: Row, flip: bool, parts: tuple[Rewording, ...]
) -> Cell | None:
    if row.old is None:
        return None
    paragraphs = comparison.old.paragraphs[row.old : row.old + row.olds]
    sign: Sign = "in" if flip else "out"
    marks = [Mark(p.old_start, p.old_end, sign) for r in parts for p in r.pieces]
    moved = [Mark(a, b, "moved") for a, b in row.order.moved] if row.order else []
    words = Words("".join([p.text for p in paragraphs]), (*moved, *marks))
    breaks = tuple(accumulate([len(p.text) for p in paragraphs[:-1]]))
    found = with_breaks(paragraphs[0].label, words, breaks, sign)
    return _cell(row.old, found, row, sign, row.olds)


def _new_cell(
    comparison: Comparison, row: Row, flip: bool, parts: tuple[Rewording, ...]
) -> Cell | None:
    if row.new is None:
        return None
    sign: Sign = "out" if flip else "in"
    old = row.old if row.old is not None else row.partner
    if old is None:
        words = Words(shown(comparison.new.paragraphs[row.new]), ())
        return _cell(row.new, words, row, sign, 1)
    both = comparison.row_words(row)
    marks = [Mark(p.new_start, p.new_end, sign) for r in parts for p in r.pieces]
    moved = [Mark(a, b, "moved") for a, b in row.order.moved_new] if row.order else []
    label = comparison.old.paragraphs[old].label
    words = with_breaks(label, Words(both.new, (*moved, *marks)), both.new_breaks, sign)
    return _cell(row.new, words, row, sign, row.news)


def _cell(at: int, words: Words, row: Row, sign: Sign, count: int) -> Cell:
    whole: tuple[Mark, ...] = ()
    if row.kind in (RowKind.MOVED_AWAY, RowKind.MOVED_HERE):
        whole = (Mark(0, len(words.text), "moved"),)
    elif row.kind in (RowKind.ADDED, RowKind.REMOVED):
        whole = (Mark(0, len(words.text), sign),)
    return Cell(at + 1, words.text, (*whole, *words.marks), at + count)


def _merged(comparison: Comparison, row: Row, flip: bool) -> Cell | None:
    """Both wordings in one cell."""
    if row.old is None or row.new is None:
        return None
    both = comparison.row_words(row)
    found = merged(comparison.old.paragraphs[row.old].label, row, both, flip=flip)
    at, count = (row.old, row.olds) if flip else (row.new, row.news)
    return Cell(at + 1, found.text, found.marks, at + count)
