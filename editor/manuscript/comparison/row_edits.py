"""What taking some changes of one row does to its paragraphs: to words, order and breaks.

Separate from `accept_changes`, which puts the paragraphs themselves where they belong. Words and
order are edited first, counted in the old text; breaks last, in what the words have become.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editor.manuscript.comparison.compare import ComparedRow, Comparison, DifferenceKind, TextChange
from editor.manuscript.comparison.reordering import PointSpan, Reordering
from editor.manuscript.comparison.row_words import RowWords
from editor.manuscript.comparison.seams import grown
from editor.manuscript.comparison.wording import WordReplacement
from editor.manuscript.edits import Replace
from editor.manuscript.marked_text import NO_WORDS, MarkedText, joined, marked, put_words
from editor.manuscript.paragraph import Paragraph, Position


@dataclass(frozen=True, slots=True)
class RowEdits:
    """The changes of one row that are taken: its ``row``, words on both sides, ``pieces``.

    ``old`` are the old words with their marks: points that change places take them along.
    """

    row: ComparedRow
    both: RowWords
    pieces: tuple[WordReplacement, ...]
    order: Reordering | None
    old: MarkedText = NO_WORDS

    @property
    def at(self) -> int:
        """The first old paragraph of the row."""
        old = self.row.old if self.row.old is not None else self.row.partner
        assert old is not None
        return old

    def words(self) -> list[Replace]:
        """Words and order, in places of the old text, each still fitting behind the last."""
        reach = self.order.reach if self.order else PointSpan(0, 0)
        alone = [p for p in self.pieces if not reach.start < p.old_end <= reach.end]
        found = [(p.old_start, p.new_start, self._replaced(p)) for p in alone]
        if self.order:
            start, end = Position(self.at, reach.start), Position(self.at, reach.end)
            last = len(self.both.new)  # behind what is only put in at its start
            found.append((reach.start, last, put_words(start, end, self._arranged(reach))))
        return [edit for _, _, edit in sorted(found, key=lambda f: f[:2], reverse=True)]

    def broken(self, at: int, paragraphs: Sequence[Paragraph]) -> list[Replace]:
        """The breaks made or taken away where the row stands at ``at`` with the words taken.

        ``paragraphs`` are the row's new ones, whose styles the parts get.
        """
        if self.row.news > 1:
            return [
                Replace(place, place, "\n", (Paragraph("", style=head.style),))
                for place, head in [
                    (Position(at, self._taken(offset)), head)
                    for offset, head in zip(self.both.new_breaks, paragraphs[1:], strict=True)
                ][::-1]
            ]
        sizes = self._sizes()
        joints = range(self.row.olds - 1, 0, -1)
        return [
            Replace(Position(at + n - 1, sizes[n - 1]), Position(at + n, 0), "") for n in joints
        ]

    def _replaced(self, piece: WordReplacement) -> Replace:
        member, offset = self.both.place(piece.old_start, piece.old_end)
        start = Position(self.at + member, offset)
        end = Position(start.paragraph, offset + piece.old_end - piece.old_start)
        return Replace(start, end, self.both.new[piece.new_start : piece.new_end])

    def _arranged(self, reach: PointSpan) -> MarkedText:
        """The points in their new order, with the pieces in them that are taken."""
        assert self.order
        inner = [s for s in self.order.segments if reach.start <= s.start and s.end <= reach.end]
        return joined([piece for stretch in inner for piece in self._edited(stretch)])

    def _edited(self, stretch: PointSpan) -> list[MarkedText | str]:
        done, made = stretch.start, list[MarkedText | str]()
        for piece in sorted(self.pieces):
            if stretch.start < piece.old_end <= stretch.end:
                made.append(self.old.part(done, piece.old_start))
                made.append(self.both.new[piece.new_start : piece.new_end])
                done = piece.old_end
        return [*made, self.old.part(done, stretch.end)]

    def _taken(self, offset: int) -> int:
        """A place of the new text in the old one with the pieces that are taken."""
        every = [piece for part in self.row.rewordings for piece in part.pieces]
        left = [p for p in every if p not in self.pieces and p.new_end <= offset]
        return offset - sum([grown(p) for p in left])

    def _sizes(self) -> list[int]:
        """How long each old paragraph is with the pieces that are taken."""
        ends = (0, *self.both.old_breaks, len(self.both.old))
        sizes = [ends[n + 1] - ends[n] for n in range(self.row.olds)]
        for piece in self.pieces:
            sizes[self.both.place(piece.old_start, piece.old_end)[0]] += grown(piece)
        return sizes


def rows_taken(comparison: Comparison, changes: Sequence[TextChange]) -> Iterator[RowEdits]:
    """For each row that changes are taken in, what is taken there."""
    kinds = (
        DifferenceKind.REWORDED,
        DifferenceKind.REORDERED,
        DifferenceKind.SPLIT,
        DifferenceKind.JOINED,
    )
    by_row: dict[int, list[TextChange]] = {}
    for change in changes:
        if change.kind in kinds:
            by_row.setdefault(change.new[0], []).append(change)
    for new, own in by_row.items():
        row = comparison.row_of[new]
        pieces = tuple([p for c in own if c.rewording for p in c.rewording.pieces])
        moved = any(c.kind is DifferenceKind.REORDERED for c in own)
        order = row.order if moved else None
        made = RowEdits(row, comparison.row_words(row), pieces, order)
        olds = comparison.old.paragraphs[made.at : made.at + row.olds] if order else ()
        yield replace(made, old=joined([marked(p) for p in olds]))
