"""What a file tells of its blanks besides its words: marks and tables, kept between readings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from editor.blanks.blank import BlankKind, BlankOrigin
from editor.blanks.cells.empty_cells import CellBlanks, cell_blanks
from editor.blanks.file_marks import marked_blanks
from editor.blanks.recognisers.found import LINES, SPACES, FoundBlank, FoundByLine, add_apart
from editor.manuscript.paragraph import Paragraph

_ROOM: Final = LINES | SPACES | frozenset("（）()")
_NOTHING: Final = CellBlanks({}, frozenset(), {})


class FileBlanks:
    """The blanks that marks and cells tell, of the text it was last asked about.

    A paragraph that is the same value at the same place is not looked at again, nor are the
    tables while nothing in them changes. Not to be shared between threads.
    """

    def __init__(self) -> None:
        self._marked: list[tuple[Paragraph, tuple[FoundBlank, ...]] | None] = []
        self._framed: list[tuple[int, Paragraph]] = []
        self._cells = _NOTHING

    def add(self, paragraphs: Sequence[Paragraph], founds: FoundByLine) -> None:
        """Put the blanks of the file among those of the words, which is changed.

        A blank of the file wins over what its words look like; room in a box to sign is
        asked about only.
        """
        for line, more in self._by_marks(paragraphs):
            here = list(more)
            add_apart(here, founds.get(line, ()))
            founds[line] = sorted(here)
        cells = self._by_cells(paragraphs)
        for line, more in cells.found.items():
            here = list(founds.get(line, ()))
            if not any(one.origin is BlankOrigin.PROMPT for one in here):
                add_apart(here, more)
            founds[line] = sorted(here)
        for line, label in cells.labels.items():
            if line in founds:
                founds[line] = _labelled(founds[line], label, paragraphs[line].text)
        for line in cells.by_hand:
            if line in founds:
                founds[line] = _room_asked(founds[line], paragraphs[line].text)

    def _by_marks(
        self, paragraphs: Sequence[Paragraph]
    ) -> list[tuple[int, tuple[FoundBlank, ...]]]:
        old, size = self._marked, len(paragraphs)
        new = [*old[:size], *[None] * (size - len(old))]
        found: list[tuple[int, tuple[FoundBlank, ...]]] = []
        for line, paragraph in enumerate(paragraphs):
            if paragraph.marks:
                known = new[line]
                if known is None or known[0] is not paragraph:
                    known = new[line] = (paragraph, marked_blanks(paragraph))
                if known[1]:
                    found.append((line, known[1]))
        self._marked = new
        return found

    def _by_cells(self, paragraphs: Sequence[Paragraph]) -> CellBlanks:
        framed = [(n, p) for n, p in enumerate(paragraphs) if p.frame]
        if framed != self._framed:
            self._framed = framed
            self._cells = cell_blanks(paragraphs) if framed else _NOTHING
        return self._cells


def _labelled(found: Sequence[FoundBlank], label: str, text: str) -> list[FoundBlank]:
    """The same, a mark that begins the cell named by what the table calls it."""
    begun = len(text) - len(text.lstrip())
    return [
        f._replace(name=label)
        if f.start <= begun and f.origin is BlankOrigin.MARK and not f.name
        else f
        for f in found
    ]


def _room_asked(found: Sequence[FoundBlank], text: str) -> list[FoundBlank]:
    """The same, all mere room of the line as one blank that is asked about."""
    room = [f for f in found if _is_room(f, text)]
    if not room:
        return list(found)
    start, end = room[0].start, room[-1].end
    note = room[0].note.partition("“")[0] + "签字盖章的地方"
    one = room[0]._replace(start=start, end=end, sure=False, note=note)
    others = [f for f in found if f not in room and (f.end <= start or end <= f.start)]
    return sorted([*others, one])


def _is_room(found: FoundBlank, text: str) -> bool:
    return found.kind is BlankKind.BLANK and set(text[found.start : found.end]) <= _ROOM
