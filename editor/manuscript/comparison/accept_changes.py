"""Changes of a comparison taken into the old text: one, some or all, as edits.

Laws, held by property tests: all changes taken give the words of the new text, none the old
one; and taking one after the other, comparing anew in between, ends at the new text too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from editor.manuscript.comparison.compare import Comparison, DifferenceKind, TextChange
from editor.manuscript.comparison.pairing import text_with_label
from editor.manuscript.comparison.row_edits import RowEdits, rows_taken
from editor.manuscript.edits import Edit, Move, Replace, Splice
from editor.manuscript.lists import UNLISTED
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import loose, moved
from editor.manuscript.paragraph import Paragraph

_BREAKS: Final = (DifferenceKind.SPLIT, DifferenceKind.JOINED)


def accept_changes(
    comparison: Comparison, changes: Iterable[TextChange] | None = None
) -> tuple[Edit, ...]:
    """The edits that put these changes (all where None) into the old text; blocked ones stay."""
    chosen = comparison.changes if changes is None else changes
    return _ParagraphOrder(comparison).made([change for change in chosen if not change.blocked])


def restored_list_levels(
    comparison: Comparison, after: Manuscript, news: range
) -> tuple[Splice, ...]:
    """The edits of ``after`` that give Word's own headings the levels they have in a version.

    For paragraphs of the file that stand in both texts, in the new one among ``news``. No
    change of a comparison says this: a colleague's levels are those of another file.
    """
    olds, others = comparison.old.paragraphs, comparison.new.paragraphs
    wanted = {olds[i].key: others[j] for j, i in comparison.old_of.items() if j in news}
    return tuple(
        Splice(line, line + 1, (replace(p, listed=then.listed, style=then.style),))
        for line, p in enumerate(after.paragraphs)
        if p.key and (then := wanted.get(p.key)) and then.listed not in ("", p.listed)
        if then.listed == UNLISTED or after.lists.level(then.listed)
    )


class _ParagraphOrder:
    """The old paragraphs by their index, the new ones as ``~index``, in the order of now."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._order = list(range(len(comparison.old.paragraphs)))
        held = set(comparison.old_of) - comparison.moved
        self._settled = held  # new indexes of what stands where it will stand
        olds = {row.new: row.olds for row in comparison.rows}
        self._last_of = {new: old + olds[new] - 1 for new, old in comparison.old_of.items()}

    def made(self, changes: Iterable[TextChange]) -> tuple[Edit, ...]:
        """Words first, while paragraphs are where they were; then order, what is new, breaks."""
        chosen = sorted(changes, key=lambda change: (change.new, change.old))
        rows = list(rows_taken(self._comparison, chosen))
        words = sorted(rows, key=lambda row: row.at, reverse=True)
        return (
            *[edit for row in words for edit in row.words()],
            *self._removed([c for c in chosen if c.kind is DifferenceKind.REMOVED]),
            *[self._moved(c) for c in chosen if c.kind is DifferenceKind.MOVED],
            *[self._added(c) for c in chosen if c.kind is DifferenceKind.ADDED],
            *self._broken(rows, {c.new[0] for c in chosen if c.kind in _BREAKS}),
        )

    def _broken(self, rows: Sequence[RowEdits], chosen: set[int]) -> list[Replace]:
        """Breaks made and taken away, from the last on, where the rows stand by now."""
        placed = [(self._order.index(row.at), row) for row in rows if row.row.new in chosen]
        news = self._comparison.new.paragraphs
        return [
            edit
            for at, row in sorted(placed, key=lambda p: p[0], reverse=True)
            for edit in row.broken(at, news[row.row.new or 0 : (row.row.new or 0) + row.row.news])
        ]

    def _removed(self, changes: Sequence[TextChange]) -> list[Splice]:
        found: list[Splice] = []
        for first, last in sorted((c.old for c in changes), reverse=True):
            at = self._order.index(first)
            found.append(Splice(at, at + last - first, ()))
            del self._order[at : at + last - first]
        return found

    def _moved(self, change: TextChange) -> Move:
        size = change.old[1] - change.old[0]
        first = self._order.index(change.old[0])
        before = self._behind(change.new[0], self._settled)
        run = self._order[first : first + size]
        del self._order[first : first + size]
        target = before if before <= first else before - size
        self._order[target:target] = run
        self._settled |= set(range(*change.new))
        return Move(first, first + size, before)

    def _added(self, change: TextChange) -> Splice:
        at = self._behind(change.new[0], set(self._comparison.old_of) | self._settled)
        news = range(*change.new)
        self._order[at:at] = [~j for j in news]
        self._settled |= set(news)
        made = tuple(self._fresh(self._comparison.new.paragraphs[j]) for j in news)
        return Splice(at, at, made)

    def _fresh(self, paragraph: Paragraph) -> Paragraph:
        """A paragraph without an element in this file; its number is words, but in our lists."""
        lists, others = self._comparison.old.lists, self._comparison.new.lists
        ours = others == lists or not others  # a version knows places, and no lists
        if paragraph.listed and ours and lists.level(paragraph.listed):
            return replace(paragraph, key=0, frame="", holds="", marks=loose(paragraph.marks))
        marks = moved(loose(paragraph.marks), len(paragraph.label))
        return Paragraph(text_with_label(paragraph), style=paragraph.style, marks=marks)

    def _behind(self, new: int, known: set[int]) -> int:
        """The place behind the nearest known paragraph that comes before a new one."""
        before = next((j for j in range(new - 1, -1, -1) if j in known), None)
        if before is None:
            return 0
        at = self._order.index(self._last_of.get(before, ~before)) + 1
        while (
            at < len(self._order) and self._table(at - 1) and self._table(at - 1) == self._table(at)
        ):
            at += 1  # nothing can be put between the cells of a table: behind it then
        return at

    def _table(self, at: int) -> str:
        """The table or text box that stands at a place of the order, '' for none."""
        old = self._order[at]
        frame = self._comparison.old.paragraphs[old].frame if old >= 0 else ""
        return frame.split("·")[0]
