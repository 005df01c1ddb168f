"""What the eye does not see in a text, as items; and the other items on the text as it is.

A text is cleaned as it is seen (`SeenManuscript`), so that 范<>文网 with a space of no width in
it is a site's name. Here the places of what was found become those of the file, and what does
not show goes, unless it goes with something that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.intake.receipt import ReceiptItem
from editor.language.script import HIDDEN, LOOK_ALIKE, SeenText, plain
from editor.manuscript.manuscript import Manuscript, text_between
from editor.manuscript.paragraph import Position
from editor.manuscript.seen import SeenManuscript

_HIDDEN_WHY = "看不见的字符，会妨碍查找和排版"
_LOOK_ALIKE_WHY = "和常用字长得一样，编码却不同（多是从PDF带来的），查找不到"


def with_unseen(
    raw: Manuscript, seen: SeenManuscript, items: Sequence[ReceiptItem]
) -> tuple[ReceiptItem, ...]:
    """The items of the seen text on the raw one, with those for what only the raw one has."""
    placed = [_placed(raw, seen, item) for item in items]
    own = [item for n in sorted(seen.hidden) for item in _of_line(raw, n)]
    # Where both begin, what was found comes first: it takes what does not show along.
    every = sorted([*placed, *own], key=lambda item: item.start)
    made: list[ReceiptItem] = []
    for item in every:
        if made and item.start < made[-1].end:
            if not (made[-1].sure or item.end > made[-1].end) and item.sure:
                made += _around(raw, made.pop(), item)
            continue
        made.append(item)
    return tuple(made)


def _around(raw: Manuscript, doubt: ReceiptItem, sure: ReceiptItem) -> Iterator[ReceiptItem]:
    """What is only asked about, cut where something in it goes for sure; whole lines are not."""
    if doubt.start.paragraph != doubt.end.paragraph:
        yield doubt
        return
    if doubt.start < sure.start:
        before = text_between(raw, doubt.start, sure.start)
        yield replace(doubt, end=sure.start, before=before)
    yield sure
    if sure.end < doubt.end:
        yield replace(doubt, start=sure.end, before=text_between(raw, sure.end, doubt.end))


def _placed(raw: Manuscript, seen: SeenManuscript, item: ReceiptItem) -> ReceiptItem:
    """An item on the raw text: from its first character that is seen to its last."""
    start, end = _start(seen, item.start), _end(seen, item.end)
    if item.start == item.end:
        end = start
    if (start, end) == (item.start, item.end) and not _holds_odd(seen, item):
        return item
    return replace(item, start=start, end=end, before=text_between(raw, start, end))


def _holds_odd(seen: SeenManuscript, item: ReceiptItem) -> bool:
    return any(n in seen.hidden for n in range(item.start.paragraph, item.end.paragraph + 1))


def _start(seen: SeenManuscript, place: Position) -> Position:
    shown = seen.hidden.get(place.paragraph)
    if shown is None or place.offset == 0:
        return place
    return Position(place.paragraph, shown.place(place.offset))


def _end(seen: SeenManuscript, place: Position) -> Position:
    shown: SeenText | None = seen.hidden.get(place.paragraph)
    return Position(place.paragraph, shown.end(place.offset)) if shown else place


def _of_line(raw: Manuscript, number: int) -> Iterator[ReceiptItem]:
    """What a line has that is not seen, and what is seen as something else."""
    paragraph = raw.paragraphs[number]
    text = paragraph.text
    if paragraph.frame or paragraph.label or paragraph.holds:
        return
    for kind, why, pattern in (
        ("invisible", _HIDDEN_WHY, HIDDEN),
        ("look-alike", _LOOK_ALIKE_WHY, LOOK_ALIKE),
    ):
        for hit in pattern.finditer(text):
            after = "" if kind == "invisible" else plain(hit.group())
            if after != hit.group():
                start, end = Position(number, hit.start()), Position(number, hit.end())
                yield ReceiptItem(kind, start, end, hit.group(), after, why)
