"""A comparison as rows to be painted: what stands left, what right, what is marked.

Free of Qt, so that what is shown can be tested as values. Left is the earlier text or
one's own, right the later one or a colleague's; ``flip`` puts the comparison's new text left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from editor.manuscript.comparison.compare import ComparedRow, Comparison, DifferenceKind, RowKind
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.comparison.wording import Rewording
from editor.ui.drafts.merged_words import ChangeKind, ChangeMark, MarkedWords, merged, with_breaks

AROUND = 1  # unchanged paragraphs shown on either side of a change
GLYPHS = {
    "reworded": "改", "added": "增", "removed": "删", "moved": "移", "split": "拆", "joined": "并",
    "reordered": "移",
}  # fmt: skip
BACKWARDS = {"added": "removed", "removed": "added", "split": "joined", "joined": "split"}


@dataclass(frozen=True, slots=True)
class DisplayCell:
    """One paragraph of one text; ``number`` counts its paragraphs from 1.

    Where several were joined, or one was split, they stand in one cell, ``last`` the last.
    """

    number: int
    text: str
    marks: tuple[ChangeMark, ...] = ()
    last: int = 0

    @property
    def count(self) -> str:
        """'5', or '5–6' of several."""
        return f"{self.number}–{self.last}" if self.last > self.number else str(self.number)


@dataclass(frozen=True, slots=True)
class DisplayRow:
    """A row of the view; ``glyph`` 改增删移 or '', ``note`` where a moved paragraph is.

    ``changes`` are indexes into the comparison's changes. ``folded``: so many unchanged
    paragraphs are left out here, and there are no cells.
    """

    glyph: str
    left: DisplayCell | None = None
    right: DisplayCell | None = None
    changes: tuple[int, ...] = ()
    note: str = ""
    folded: int = 0
    both: DisplayCell | None = None


def display_rows(comparison: Comparison, *, flip: bool) -> tuple[DisplayRow, ...]:
    """All rows of a comparison."""
    at = _changes_at(comparison)
    words = {row.partner: row.rewordings for row in comparison.rows if row.new is not None}
    found = [_display_row(comparison, row, flip, at, words) for row in comparison.rows]
    return tuple(
        # Where a run moved together, its first paragraph tells it for all.
        replace(one, note="")
        if n and one.note and _one_run(comparison.rows[n - 1 : n + 1])
        else one
        for n, one in enumerate(found)
    )


def folded(rows: Sequence[DisplayRow], around: int = AROUND) -> tuple[DisplayRow, ...]:
    """The rows with long unchanged stretches left out."""
    near = {
        n + step for n, row in enumerate(rows) if row.changes for step in range(-around, around + 1)
    }
    return tuple(_folded(rows, near))


def _one_run(rows: Sequence[ComparedRow]) -> bool:
    first, second = rows
    together = first.kind is second.kind and first.partner is not None
    return together and second.partner == (first.partner or 0) + 1


def _folded(rows: Sequence[DisplayRow], near: set[int]) -> Iterator[DisplayRow]:
    hidden: list[DisplayRow] = []
    for n, row in enumerate((*rows, None)):
        if row is not None and n not in near:
            hidden.append(row)
            continue
        if len(hidden) > 1:
            yield DisplayRow("", folded=len(hidden))
        else:
            yield from hidden
        hidden = []
        if row is not None:
            yield row


def _changes_at(comparison: Comparison) -> dict[tuple[str, int], tuple[int, ...]]:
    """The changes of each paragraph: ('old', index) and ('new', index)."""
    found: dict[tuple[str, int], tuple[int, ...]] = {}
    for n, change in enumerate(comparison.changes):
        places = [("new", j) for j in range(*change.new)]
        if change.kind in (DifferenceKind.REMOVED, DifferenceKind.MOVED):
            places += [("old", i) for i in range(*change.old)]
        for place in places:
            found[place] = (*found.get(place, ()), n)
    return found


def _display_row(
    comparison: Comparison,
    row: ComparedRow,
    flip: bool,
    at: dict[tuple[str, int], tuple[int, ...]],
    words: dict[int | None, tuple[Rewording, ...]],
) -> DisplayRow:
    side, number = ("old", row.old) if row.new is None else ("new", row.new)
    changes = at.get((side, number), ()) if number is not None else ()
    parts = words.get(row.old, ()) if row.kind is RowKind.MOVED_AWAY else row.rewordings
    old, new = _old_cell(comparison, row, flip, parts), _new_cell(comparison, row, flip, parts)
    left, right = (new, old) if flip else (old, new)
    glyph = GLYPHS[_kind_word(row, flip)] if changes else ""
    apart = parts or row.order or row.olds + row.news > 2
    both = _merged(comparison, row, flip) if left and right and apart else None
    return DisplayRow(glyph, left, right, changes, _note(row, flip), both=both)


def _kind_word(row: ComparedRow, flip: bool) -> str:
    if row.kind in (RowKind.MOVED_AWAY, RowKind.MOVED_HERE):
        return "moved"
    if row.kind in (RowKind.ADDED, RowKind.REMOVED):
        return "added" if (row.kind is RowKind.ADDED) != flip else "removed"
    if row.olds + row.news > 2:
        return "split" if (row.news > 1) != flip else "joined"
    return "reordered" if row.order else "reworded"


def _note(row: ComparedRow, flip: bool) -> str:
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
    comparison: Comparison, row: ComparedRow, flip: bool, parts: tuple[Rewording, ...]
) -> DisplayCell | None:
    if row.old is None:
        return None
    paragraphs = comparison.old.paragraphs[row.old : row.old + row.olds]
    kind: ChangeKind = "in" if flip else "out"
    marks = [ChangeMark(p.old_start, p.old_end, kind) for r in parts for p in r.pieces]
    moved = [ChangeMark(a, b, "moved") for a, b in row.order.moved] if row.order else []
    words = MarkedWords("".join([p.text for p in paragraphs]), (*moved, *marks))
    breaks = tuple(accumulate([len(p.text) for p in paragraphs[:-1]]))
    found = with_breaks(paragraphs[0].label, words, breaks, kind)
    return _cell(row.old, found, row, kind, row.olds)


def _new_cell(
    comparison: Comparison, row: ComparedRow, flip: bool, parts: tuple[Rewording, ...]
) -> DisplayCell | None:
    if row.new is None:
        return None
    kind: ChangeKind = "out" if flip else "in"
    old = row.old if row.old is not None else row.partner
    if old is None:
        words = MarkedWords(text_with_label(comparison.new.paragraphs[row.new]), ())
        return _cell(row.new, words, row, kind, 1)
    both = comparison.row_words(row)
    marks = [ChangeMark(p.new_start, p.new_end, kind) for r in parts for p in r.pieces]
    moved = [ChangeMark(a, b, "moved") for a, b in row.order.moved_new] if row.order else []
    label = comparison.old.paragraphs[old].label
    words = with_breaks(label, MarkedWords(both.new, (*moved, *marks)), both.new_breaks, kind)
    return _cell(row.new, words, row, kind, row.news)


def _cell(
    at: int, words: MarkedWords, row: ComparedRow, kind: ChangeKind, count: int
) -> DisplayCell:
    whole: tuple[ChangeMark, ...] = ()
    if row.kind in (RowKind.MOVED_AWAY, RowKind.MOVED_HERE):
        whole = (ChangeMark(0, len(words.text), "moved"),)
    elif row.kind in (RowKind.ADDED, RowKind.REMOVED):
        whole = (ChangeMark(0, len(words.text), kind),)
    return DisplayCell(at + 1, words.text, (*whole, *words.marks), at + count)


def _merged(comparison: Comparison, row: ComparedRow, flip: bool) -> DisplayCell | None:
    """Both wordings in one cell."""
    if row.old is None or row.new is None:
        return None
    both = comparison.row_words(row)
    found = merged(comparison.old.paragraphs[row.old].label, row, both, flip=flip)
    at, count = (row.old, row.olds) if flip else (row.new, row.news)
    return DisplayCell(at + 1, found.text, found.marks, at + count)
