"""The receipt of a clean-up: every change with its kind, its place and its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from editor.intake.receipt_kinds import label_of
from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.manuscript import Manuscript, Offsets
from editor.manuscript.marked_text import BODY, MarkedText, joined, marked
from editor.manuscript.marks import Mark, Marks, at, implied
from editor.manuscript.paragraph import Paragraph, Position


@dataclass(frozen=True, slots=True)
class ReceiptItem:
    """One change that `tidy` proposes: ``[start, end)`` of the raw text becomes ``after``.

    Items never overlap and all count in the raw text. ``before`` is the raw text of the
    stretch (with line feeds where it crosses paragraphs), ``after`` what stands there
    then ('' removed; '\\n' a new paragraph). What is not ``sure`` is only asked about.
    """

    kind: str
    start: Position
    end: Position
    before: str
    after: str
    why: str
    sure: bool = True

    @property
    def label(self) -> str:
        """The kind as the window names it."""
        return label_of(self.kind)

    @property
    def paragraph(self) -> int:
        """The first paragraph of which words go: the next one where its line feed goes first."""
        return self.start.paragraph + len(self.before) - len(self.before.lstrip("\n"))

    @property
    def whole(self) -> bool:
        """Whether the item takes out whole paragraphs, line feed behind included."""
        return (
            not self.after
            and self.start.offset == 0
            and self.end.offset == 0
            and self.start.paragraph < self.end.paragraph
        )


@dataclass(frozen=True)
class Receipt:
    """The raw text and all items, in the order of the text.

    Every method that takes ``items`` works on any subset of ``self.items``, so that the
    user can take single items or whole kinds back; None means the sure ones.
    """

    raw: Manuscript
    items: tuple[ReceiptItem, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items)

    @cached_property
    def sure(self) -> tuple[ReceiptItem, ...]:
        """What goes unless somebody objects."""
        return tuple(item for item in self.items if item.sure)

    @cached_property
    def doubtful(self) -> tuple[ReceiptItem, ...]:
        """What goes only when somebody says so."""
        return tuple(item for item in self.items if not item.sure)

    def only(self, items: Iterable[ReceiptItem]) -> Receipt:
        """The receipt of a chosen subset, all of it decided: its places are those of ``items``."""
        chosen = sorted(items, key=_in_order)
        return Receipt(self.raw, tuple(replace(item, sure=True) for item in chosen))

    def after(self, done: Iterable[ReceiptItem]) -> Receipt:
        """What was done, decided, and what was only asked about and still stands."""
        decided = {replace(item, sure=True) for item in done}
        left = [item for item in self.doubtful if replace(item, sure=True) not in decided]
        return Receipt(self.raw, tuple(sorted((*decided, *left), key=_in_order)))

    def kinds(self, items: Iterable[ReceiptItem] | None = None) -> dict[str, int]:
        """How many items of each kind, most frequent first."""
        return dict(Counter(item.kind for item in self._chosen(items)).most_common())

    def edits(self, items: Iterable[ReceiptItem] | None = None) -> tuple[Edit, ...]:
        """The command that makes the raw text clean, from the last place to the first.

        Whole paragraphs go as `Splice`, so that what stays keeps its own properties.
        """
        made: list[Edit] = []
        for item in reversed(self._chosen(items)):
            if not item.whole:
                heads = BODY * item.after.count("\n")
                made.append(Replace(item.start, item.end, item.after, heads))
                continue
            first, last = item.start.paragraph, item.end.paragraph
            behind = made[-1] if made else None
            if isinstance(behind, Splice) and behind.first == last:
                made[-1] = Splice(first, behind.last, ())
            else:
                made.append(Splice(first, last, ()))
        return tuple(made)

    def clean(self, items: Iterable[ReceiptItem] | None = None) -> Manuscript:
        """The text after `edits`, built in one pass (linear, whatever the number)."""
        chosen = self._chosen(items)
        if not chosen:
            return self.raw
        build = _CleanParagraphs(self.raw)
        for item in chosen:
            build.keep_until(item.start)
            build.put(item)
        build.keep_until(self.raw.end)
        return Manuscript(self.raw.revision + 1, build.done(), self.raw.lists, self.raw.beside)

    def balanced(self, items: Iterable[ReceiptItem] | None = None) -> bool:
        """Whether the text before = the text after + removed − inserted, to the character.

        Checked against the raw text: every ``before`` stands where its item says, no two
        overlap, and nothing but the items changed.
        """
        chosen = self._chosen(items)
        text, offsets = self.raw.text, Offsets(self.raw)
        pieces: list[str] = []
        at = 0
        for item in chosen:
            start, end = offsets.flat(item.start), offsets.flat(item.end)
            if start < at or text[start:end] != item.before:
                return False
            pieces += [text[at:start], item.after]
            at = end
        pieces.append(text[at:])
        after = self.clean(chosen).text
        removed = sum(len(item.before) for item in chosen)
        inserted = sum(len(item.after) for item in chosen)
        return after == "".join(pieces) and len(text) == len(after) + removed - inserted

    def raw_position(self, position: Position) -> Position:
        """The raw place of a place in `clean` (of the sure items; for others see `only`).

        It is the place of the character that stands there: where something was removed
        just before, the place behind it.
        """
        flat = self._clean_offsets.flat(position)
        number = bisect_right(self._stretches_clean, flat) - 1
        raw, clean, length = self._stretches[number]
        return self._raw_offsets.place(raw + min(flat - clean, length))

    def clean_position(self, position: Position) -> Position:
        """The place in `clean` of a raw place; inside what was removed, where it stood."""
        flat = self._raw_offsets.flat(position)
        number = bisect_right(self._stretches_raw, flat) - 1
        raw, clean, _ = self._stretches[number]
        ahead = self._stretches[number + 1][1] if number + 1 < len(self._stretches) else None
        inside = clean + (flat - raw)
        return self._clean_offsets.place(inside if ahead is None else min(inside, ahead))

    def _chosen(self, items: Iterable[ReceiptItem] | None) -> tuple[ReceiptItem, ...]:
        return self.sure if items is None else tuple(sorted(items, key=_in_order))

    @cached_property
    def _raw_offsets(self) -> Offsets:
        return Offsets(self.raw)

    @cached_property
    def _clean_offsets(self) -> Offsets:
        return Offsets(self.clean())

    @cached_property
    def _stretches(self) -> list[tuple[int, int, int]]:
        """(raw offset, clean offset, raw length) of each kept or replaced stretch."""
        found: list[tuple[int, int, int]] = []
        at = clean = 0
        for item in self.sure:
            start, end = self._raw_offsets.flat(item.start), self._raw_offsets.flat(item.end)
            found += [(at, clean, start - at), (start, clean + start - at, end - start)]
            clean += start - at + len(item.after)
            at = end
        found.append((at, clean, self._raw_offsets.flat(self.raw.end) - at))
        return found

    @cached_property
    def _stretches_raw(self) -> list[int]:
        return [stretch[0] for stretch in self._stretches]

    @cached_property
    def _stretches_clean(self) -> list[int]:
        return [stretch[1] for stretch in self._stretches]


def _in_order(item: ReceiptItem) -> tuple[Position, Position]:
    return item.start, item.end


class _CleanPiece(NamedTuple):
    """Letters of the clean text: of ``source`` from ``start`` on, or new ones that look like
    the letter ``start`` of ``source`` (like what comes behind them where it is None)."""

    text: str
    source: Paragraph | None
    start: int
    fresh: bool = False


class _CleanParagraphs:
    """Puts the clean paragraphs together; properties and marks go as in `edits.apply`."""

    def __init__(self, raw: Manuscript) -> None:
        self._old = raw.paragraphs
        self._at = Position(0, 0)
        self._head = raw.paragraphs[0]
        self._fresh = True
        self._pieces: list[_CleanPiece] = []
        self._made: list[Paragraph] = []

    def keep_until(self, place: Position) -> None:
        """Take the raw text up to a place over as it is."""
        number, offset = self._at
        while number < place.paragraph:
            self._add(_CleanPiece(self._old[number].text[offset:], self._old[number], offset))
            number, offset = number + 1, 0
            self._close(self._old[number])
        self._add(
            _CleanPiece(self._old[number].text[offset : place.offset], self._old[number], offset)
        )
        self._at = place

    def put(self, item: ReceiptItem) -> None:
        """Write what the item puts in place of its stretch."""
        first, *rest = item.after.split("\n")
        source, start = self._old[item.start.paragraph], item.start.offset
        inside = start < len(source.text) and item.start < item.end
        known = inside or start
        self._add(
            _CleanPiece(first, source if known else None, start if inside else start - 1, True)
        )
        for line in rest:
            self._close(Paragraph(""))
            self._add(_CleanPiece(line, None, 0, True))
        if item.whole and self._fresh:
            self._head = self._old[item.end.paragraph]
        elif not rest:
            self._fresh = False
        self._at = item.end

    def done(self) -> tuple[Paragraph, ...]:
        """All paragraphs; nothing may be added after."""
        self._close(self._head)
        return tuple(self._made)

    def _add(self, piece: _CleanPiece) -> None:
        if piece.text:
            self._pieces.append(piece)
            self._fresh = False

    def _close(self, head: Paragraph) -> None:
        text = "".join([piece.text for piece in self._pieces])
        bare = all(_is_bare(piece, self._head) for piece in self._pieces)
        if bare and text == self._head.text:
            self._made.append(self._head)
        else:
            marks = () if bare else _marks_of(self._pieces)
            told = implied(self._head.key, len(text), marks)
            self._made.append(replace(self._head, text=text, marks=told))
        self._head, self._pieces, self._fresh = head, [], True


def _is_bare(piece: _CleanPiece, head: Paragraph) -> bool:
    """Whether nothing has to be said of its letters in the paragraph they come to."""
    source = piece.source
    if source is None:
        return not head.marks
    return not source.marks and (source is head or (not source.key and not head.key))


def _marks_of(pieces: Sequence[_CleanPiece]) -> Marks:
    made: list[MarkedText] = []
    for piece in reversed(pieces):
        if piece.source and not piece.fresh:
            made.append(marked(piece.source).part(piece.start, piece.start + len(piece.text)))
            continue
        behind = made[-1].marks if made else ()
        look = at(marked(piece.source).marks, piece.start) if piece.source else at(behind, 0)
        marks = [Mark(0, len(piece.text), kind, value) for kind, value in look]
        made.append(MarkedText(piece.text, tuple(marks)))
    return joined(reversed(made)).marks
