"""Blanks of a whole text: each paragraph by the grammar, then what needs others beside it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import compress, count
from operator import ne
from typing import NamedTuple

from editor.blanks.blank import Blank, BlankOrigin
from editor.blanks.broken_lines import ENDS, mend_seams
from editor.blanks.file_blanks import FileBlanks
from editor.blanks.grammar import scan
from editor.blanks.recognisers.found import FoundBlank, FoundByLine, Scan
from editor.blanks.recognisers.rooms import narrow_rooms
from editor.blanks.recognisers.vanished import suspected
from editor.blanks.second_look import Looks, cut_end, look_again
from editor.blanks.slot_keys import named_slot, slot_of
from editor.manuscript.in_part import read_in_part
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span
from editor.manuscript.seen import SeenManuscript, SeenMemory

ROOM = 500  # paragraphs that are no longer there and no burden


def _suspected(text: str) -> tuple[FoundBlank, ...]:
    return tuple(suspected(text))


def _hollow(text: str) -> tuple[FoundBlank, ...]:
    return tuple(narrow_rooms(text))


class _Memory:
    """A look that remembers the paragraphs it was asked for."""

    def __init__(self, look: Scan) -> None:
        self._look = look
        self._known: dict[str, tuple[FoundBlank, ...]] = {}

    @property
    def texts(self) -> Collection[str]:
        """The paragraphs that are remembered."""
        return self._known.keys()

    def forget(self, texts: Sequence[str]) -> None:
        """Keep what is in a text, where most of the memory is of what is not."""
        if len(self._known) > 2 * len(texts) + ROOM:
            self._known = {text: self._known[text] for text in texts if text in self._known}

    def __call__(self, text: str) -> tuple[FoundBlank, ...]:
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._look(text)
        return found


class _Around(NamedTuple):
    """A paragraph with the ones above and below, as far as words may go on in them."""

    above: str
    text: str
    below: str


_Made = tuple[_Around, tuple[FoundBlank, ...]]


def find_blanks(manuscript: Manuscript) -> tuple[Blank, ...]:
    """All blanks of a text in order, with the slot each belongs to."""
    manuscript = read_in_part(manuscript)
    seen = SeenManuscript(manuscript)
    return _placed(_find_blanks(seen.manuscript), manuscript, seen)


def _find_blanks(manuscript: Manuscript) -> tuple[Blank, ...]:
    texts = [p.text for p in manuscript.paragraphs]
    founds = _founds(texts, Looks(scan, _suspected, _hollow))
    FileBlanks().add(manuscript.paragraphs, founds)
    return tuple(
        _blank(_around(manuscript, at), at, one) for at in sorted(founds) for one in founds[at]
    )


class BlankReader:
    """`find_blanks` that remembers the text it read last.

    What a paragraph has by itself and its two neighbours is found anew only where these
    are others than before. Not to be shared between threads.
    """

    def __init__(self) -> None:
        self._memories = (_Memory(scan), _Memory(_suspected), _Memory(_hollow))
        self._made: dict[int, tuple[_Made, tuple[Blank, ...]]] = {}
        self._texts: list[str] = []
        self._near: FoundByLine = {}
        self._of_file = FileBlanks()
        self._seen = SeenMemory()

    @property
    def remembered(self) -> Collection[str]:
        """The paragraphs that would not be searched again."""
        return self._memories[0].texts

    def read(self, manuscript: Manuscript) -> tuple[Blank, ...]:
        """The blanks of a text; equal to `find_blanks` of it."""
        manuscript = read_in_part(manuscript)
        seen = self._seen.look(manuscript)
        if seen is None:
            return self._read(manuscript)
        return _placed(self._read(seen.manuscript), manuscript, seen)

    def _read(self, manuscript: Manuscript) -> tuple[Blank, ...]:
        texts = [p.text for p in manuscript.paragraphs]
        looks = Looks(*self._memories)
        self._near = self._nearby(texts, looks.scan)
        self._texts = texts
        founds = _judged(texts, dict(self._near), looks)
        self._of_file.add(manuscript.paragraphs, founds)
        for memory in self._memories:
            memory.forget(texts)
        made = {at: self._make(manuscript, at, founds[at]) for at in sorted(founds)}
        self._made = made
        return tuple(blank for _, blanks in made.values() for blank in blanks)

    def _nearby(self, texts: Sequence[str], scanned: Scan) -> FoundByLine:
        """`_nearby` of the text, of which only the middle is another than before."""
        old, size = self._texts, len(texts)
        head = _alike(old, texts)
        tail = min(_alike(old[::-1], texts[::-1]), min(len(old), size) - head)
        if head == size == len(old):
            return self._near
        first, last = max(0, head - 1), min(size, size - tail + 1)
        above = max(0, first - 1)
        inside = _nearby(texts[above : last + 1], scanned)
        delta, behind = size - len(old), last - size + len(old)
        return {
            **{at: found for at, found in self._near.items() if at < first},
            **{at + above: f for at, f in inside.items() if first <= at + above < last},
            **{at + delta: found for at, found in self._near.items() if at >= behind},
        }

    def _make(
        self, manuscript: Manuscript, at: int, found: Sequence[FoundBlank]
    ) -> tuple[_Made, tuple[Blank, ...]]:
        """The blanks of a paragraph: those made before where nothing around it changed."""
        around = _around(manuscript, at)
        known = self._made.get(at)
        if known is not None and known[0] == (around, tuple(found)):
            return known
        return (around, tuple(found)), tuple(_blank(around, at, one) for one in found)


def _founds(texts: Sequence[str], looks: Looks) -> FoundByLine:
    return _judged(texts, _nearby(texts, looks.scan), looks)


def _nearby(texts: Sequence[str], scanned: Scan) -> FoundByLine:
    """What each paragraph has by itself and its two neighbours."""
    founds: FoundByLine = {}
    for index, text in enumerate(texts):
        if text and (found := scanned(text)):
            founds[index] = found
    mend_seams(texts, founds, scanned)
    return founds


def _judged(texts: Sequence[str], founds: FoundByLine, looks: Looks) -> FoundByLine:
    """The same after a look at the whole text; the dictionary is changed."""
    look_again(texts, founds, looks)
    cut_end(texts, founds)
    return founds


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many texts at the beginning are the same."""
    others = compress(count(), map(ne, one, other))
    return next(others, min(len(one), len(other)))


def _placed(
    blanks: tuple[Blank, ...], manuscript: Manuscript, seen: SeenManuscript
) -> tuple[Blank, ...]:
    """The blanks of what is seen of a text, with the places and words of the text itself."""
    if not seen.hidden:
        return blanks
    spans = [seen.span(blank.span) for blank in blanks]
    texts = [manuscript.paragraphs[span.paragraph].text[span.start : span.end] for span in spans]
    rows = zip(blanks, spans, texts, strict=True)
    return tuple(replace(blank, span=span, text=text) for blank, span, text in rows)


def _around(manuscript: Manuscript, at: int) -> _Around:
    """No words go on from a cell or a box into another."""
    paragraphs = manuscript.paragraphs
    if paragraphs[at].frame:
        return _Around("", paragraphs[at].text, "")
    above = paragraphs[at - 1] if at else None
    below = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    beside = ["" if p is None or p.frame else p.text for p in (above, below)]
    return _Around(beside[0], paragraphs[at].text, beside[1])


def _blank(around: _Around, index: int, found: FoundBlank) -> Blank:
    start, end, kind, origin, name, sure, note = found
    before, behind = neighbours(around, start, end)
    mark = around.text[start:end]
    if origin is not BlankOrigin.MARK:
        slot = named_slot(found, before)
    else:
        slot = slot_of(kind, f"{name}：" if name else before, mark, behind)
    return Blank(Span(index, start, end), kind, mark, slot, origin, sure, note)


def neighbours(around: _Around, start: int, end: int, width: int = 12) -> tuple[str, str]:
    """The text before and behind a stretch, over a broken line where there is one."""
    above, text, below = around
    left, right = text[max(0, start - width) : start], text[end : end + width]
    tail = above.rstrip() if len(left) < width else ""
    if tail and tail[-1] not in ENDS:
        left = tail[len(left) - width :] + left.lstrip()
    if len(right) < width and not text.rstrip().endswith(tuple(ENDS)):
        right += below.lstrip()[: width - len(right)]
    return left, right
