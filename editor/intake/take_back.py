"""Taking back single items of a clean-up that was done, or doing more of them, also later on.

Separate from `receipt`, which knows only the raw text: here the text has moved on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.intake.receipt import Receipt, ReceiptItem
from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.manuscript import Manuscript, Offsets
from editor.manuscript.marked_text import marked_between, put_words

REACH = 12  # characters either side by which a place is known again


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The edits for the text of now, and the items whose place is not there any more."""

    edits: tuple[Edit, ...]
    lost: tuple[ReceiptItem, ...]


def take_back(
    receipt: Receipt, done: Sequence[ReceiptItem], items: Iterable[ReceiptItem], now: Manuscript
) -> TakenBack:
    """Put back what ``items`` (some of ``done``) had changed, in the text of ``now``.

    Where the text is still the cleaned one, every place is known. Else an item goes back
    where the characters around it stand exactly once.
    """
    cleaned = receipt.only(done)
    clean = cleaned.clean()
    before, after = Offsets(clean), Offsets(now)
    same = clean.text == now.text
    edits: list[Edit] = []
    lost: list[ReceiptItem] = []
    for item in sorted(items, key=lambda i: (i.start, i.end), reverse=True):
        flat = before.flat(cleaned.clean_position(item.start))
        place = flat if same else _known_again(clean.text, flat, len(item.after), now.text)
        if place is None:
            lost.append(item)
        else:
            edits.append(_restored(receipt, item, place, after))
    return TakenBack(tuple(edits), tuple(lost))


def take_out_too(
    receipt: Receipt, done: Sequence[ReceiptItem], items: Iterable[ReceiptItem], now: Manuscript
) -> TakenBack:
    """Take out ``items`` of the receipt that were not ``done``, in the text of ``now``.

    Their places are found as with `take_back`; ``lost`` are those whose place is not known.
    """
    cleaned = receipt.only(done)
    clean = cleaned.clean()
    before, after = Offsets(clean), Offsets(now)
    same = clean.text == now.text
    edits: list[Edit] = []
    lost: list[ReceiptItem] = []
    for item in sorted(items, key=lambda i: (i.start, i.end), reverse=True):
        start = before.flat(cleaned.clean_position(item.start))
        length = before.flat(cleaned.clean_position(item.end)) - start
        place = start if same else _known_again(clean.text, start, length, now.text)
        if place is None or not length:
            lost.append(item)
            continue
        first, last = after.place(place), after.place(place + length)
        if item.whole and first.offset == last.offset == 0:
            edits.append(Splice(first.paragraph, last.paragraph, ()))
        else:
            edits.append(Replace(first, last, item.after))
    return TakenBack(tuple(edits), tuple(lost))


def _known_again(old: str, flat: int, length: int, new: str) -> int | None:
    left = old[max(0, flat - REACH) : flat]
    right = old[flat + length : flat + length + REACH]
    around = left + old[flat : flat + length] + right
    if not around or new.count(around) != 1:
        return None
    return new.index(around) + len(left)


def _restored(receipt: Receipt, item: ReceiptItem, place: int, now: Offsets) -> Edit:
    start = now.place(place)
    if item.whole and start.offset == 0:
        run = receipt.raw.paragraphs[item.start.paragraph : item.end.paragraph]
        return Splice(start.paragraph, start.paragraph, run)
    heads = receipt.raw.paragraphs[item.start.paragraph + 1 : item.end.paragraph + 1]
    words = marked_between(receipt.raw, item.start, item.end)
    return put_words(start, now.place(place + len(item.after)), words, heads)
