"""Paragraphs glued from the source's runs: every letter with its own run's properties.

What is no letter goes with the letters it stood by (`leaves`): between two letters that part,
a reference stays behind the first, the beginning of a range or field goes with the second,
and their order is kept. Links and tracked insertions go on around both parts; a control and
a simple field stay whole with the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from editor.files.docx.xml_tree import local_name
from editor.files.docx_glue.glue_writer import GlueWriter, Piece, Written
from editor.files.docx_glue.leaves import Source
from editor.files.docx_glue.stretches import Origins, Stretch
from editor.manuscript.paragraph import Paragraph

_BOX = "文本框"  # in the name of a frame (`docx/frames.py`)


class StretchPlace(NamedTuple):
    """A stretch of a glued paragraph: the paragraph's place in the text, the stretch's in it."""

    paragraph: int
    stretch: int


@dataclass(slots=True)
class _Stay:
    """What of a source stands before and behind a stretch."""

    before: list[Piece] = field(default_factory=list[Piece])
    behind: list[Piece] = field(default_factory=list[Piece])


class Glue:
    """Glues the paragraphs of one save; they are asked for in the order of the text.

    ``paragraphs`` are those of the text. What a text box hangs on goes into none: a box would
    be in itself, or in another, where Word has no place for it; and out of a cell it does not go.
    """

    def __init__(
        self,
        writer: GlueWriter,
        origins: Origins,
        sources: Mapping[int, Source],
        paragraphs: Sequence[Paragraph],
    ) -> None:
        self._writer, self._sources = writer, sources
        self._keys = [p.key for p in paragraphs]
        self._boxed = {n for n, p in enumerate(paragraphs) if _BOX in p.frame}
        self._framed = {p.key for p in paragraphs if p.frame}
        self._runs = {n: list(_units(origins.runs[n], sources)) for n in sorted(origins.glued)}
        self._where: dict[tuple[int, int], list[tuple[StretchPlace, str]]] = {}
        for number, run in self._runs.items():
            for place, stretch in enumerate(run):
                leaf = sources[stretch.key].leaf_of(stretch.content) if stretch.key else -1
                spot = StretchPlace(number, place)
                self._where.setdefault((stretch.key, leaf), []).append((spot, stretch.text))
        self._stays: dict[StretchPlace, _Stay] = {}
        self._heads: dict[int, list[Piece]] = {}  # by key: of those without a letter left
        self._undone = origins.undone
        self.gone: set[tuple[int, int]] = set()  # codes of fields that are no more: key, leaf
        for key in sorted(origins.torn & set(sources)):
            self._deal(sources[key])

    def keeps(self, key: int) -> bool:
        """Whether what is no letter of a source's paragraph went with letters of it."""
        return key in self._sources and key not in self._heads

    def inside(self, number: int, model: Source | None) -> Written:
        """The content of a paragraph of the text, without its properties.

        ``model`` gives words written here their look where no others stand beside them.
        """
        key = self._keys[number]
        pieces = list(self._heads.get(key, ()))
        for place, stretch in enumerate(self._runs[number]):
            stay = self._stays.get(StretchPlace(number, place), _Stay())
            pieces += [*stay.before, self._words(stretch), *stay.behind]
        return self._writer.written(pieces, key, model)

    def _words(self, stretch: Stretch) -> Piece:
        source = self._sources.get(stretch.key)
        place = source.leaf_of(stretch.content) if source else -1
        if source is None or place < 0:
            return Piece((), None, None, stretch.text, looks=stretch.looks, plain=stretch.plain)
        leaf, chain = source.leaves[place], source.leaves[place].chain
        if (stretch.key, stretch.content) in self._undone:
            chain = tuple(e for e in chain if local_name(e.tag) != "fldSimple")
        return Piece(chain, leaf.node, source, stretch.text, stretch.text != leaf.text)

    def _deal(self, source: Source) -> None:
        """Give what is no letter of a source to the letters it stands by."""
        self._undo_fields(source)
        where = self._takers(source)
        waiting: list[tuple[Piece, bool]] = []
        left: StretchPlace | None = None
        for place, leaf in enumerate(source.leaves):
            if (source.key, place) in self.gone:
                continue
            if not leaf.text:
                waiting.append((Piece(leaf.chain, leaf.node, source), leaf.ahead))
                continue
            ends = self._ends(source.key, where.get(place, ()), leaf.text)
            if ends is None:
                continue
            cut = len(waiting) if left else 0
            while cut and waiting[cut - 1][1]:
                cut -= 1
            if left:
                self._stay(left).behind += [piece for piece, _ in waiting[:cut]]
            self._stay(ends[0]).before += [piece for piece, _ in waiting[cut:]]
            waiting, left = [], ends[1]
        rest = [piece for piece, _ in waiting]
        if left:
            self._stay(left).behind += rest
        else:
            self._heads[source.key] = rest

    def _undo_fields(self, source: Source) -> None:
        """The codes of a field go when nothing of its result was kept."""
        for field_ in source.fields:
            leaves = [source.leaves[place] for place in field_]
            worded = [(source.key, leaf.content) for leaf in leaves if leaf.text]
            if worded and all(one in self._undone for one in worded):
                self.gone.update((source.key, p) for p in field_ if not source.leaves[p].text)

    def _stay(self, spot: StretchPlace) -> _Stay:
        return self._stays.setdefault(spot, _Stay())

    def _takers(self, source: Source) -> dict[int, list[tuple[StretchPlace, str]]]:
        """Where the letters of each leaf are that can have beside them what stood by them."""
        places = [place for place, leaf in enumerate(source.leaves) if leaf.text]
        found = {place: self._where.get((source.key, place), []) for place in places}
        if not source.boxes:
            return found
        at_home = source.key in self._framed
        return {
            place: [
                one
                for one in spots
                if self._keys[one[0].paragraph] == source.key
                or not (at_home or one[0].paragraph in self._boxed)
            ]
            for place, spots in found.items()
        }

    def _ends(
        self, key: int, found: Sequence[tuple[StretchPlace, str]], text: str
    ) -> tuple[StretchPlace, StretchPlace] | None:
        """Where the first and the last letters of a leaf are; None where none is left.

        Of letters that are there twice those at home count, the others are a copy.
        """
        if not found:
            return None
        home = [one for one in found if self._keys[one[0].paragraph] == key]
        whole = [spot for spot, words in (*home, *found) if words == text]
        if whole:
            return whole[0], whole[0]
        first = [spot for spot, words in found if words[:1] == text[:1]]
        last = [spot for spot, words in found if words[-1:] == text[-1:]]
        return (first or [found[0][0]])[0], (last or [found[-1][0]])[-1]


def _units(run: Sequence[Stretch], sources: Mapping[int, Source]) -> Iterator[Stretch]:
    """The stretches, those of one leaf that stand together made one."""
    waiting: Stretch | None = None
    for stretch in run:
        same = waiting is not None and waiting.key == stretch.key and stretch.key in sources
        if waiting is not None and same:
            source = sources[stretch.key]
            if source.leaf_of(waiting.content) == source.leaf_of(stretch.content) >= 0:
                waiting = waiting._replace(text=waiting.text + stretch.text)
                continue
        if waiting is not None:
            yield waiting
        waiting = stretch
    if waiting is not None:
        yield waiting
