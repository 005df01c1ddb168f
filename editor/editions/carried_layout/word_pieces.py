"""A paragraph with its looks as pieces: what is drawn, in which face, from which place.

Hidden words are left out here, so that nothing behind can lay them out; what stands in the
text without being of it (a note's number, a formula, a small picture) is put in.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from editor.editions.carried import (
    CarriedFormula,
    CarriedNote,
    CarriedParagraph,
    CarriedPicture,
    CarriedThing,
    NoteWords,
    PageTurn,
)
from editor.editions.set_lines import Stretch
from editor.editions.styles import PT_PER_MM, Face
from editor.manuscript.marks import BOLD, HIDDEN, ITALIC, LOWERED, RAISED, RUBY, Mark

OBJECT = "\ufffc"  # stands for a small picture while lines are broken
_SCRIPT = 0.62  # size of raised and lowered words, of the size of the line
_UP, _DOWN = 0.36, -0.14  # their baselines, of the same
_TINY = 1.2  # a picture no higher than this much of the size stands among the words
_AMONG = (90.0, 40.0)  # mm: wider or higher ones have rows of their own


@dataclass(frozen=True, slots=True)
class WordPiece:
    """Words of one look. ``source`` is where they begin in the text, None where not of it.

    ``kinds`` are the looks, ``ruby`` what is read over all of them.
    """

    text: str
    source: int | None
    face: Face
    size: float
    rise: float = 0.0
    kinds: frozenset[str] = frozenset()
    ruby: str = ""
    picture: CarriedPicture | None = None


@dataclass(frozen=True, slots=True)
class FacedText:
    """A paragraph's words before their looks: ``faces`` cover ``text``, ``size`` is in pt.

    ``label`` is its automatic number; ``firm`` are stretches of which the edition alone says
    what is bold: headings and titles.
    """

    text: str
    faces: Sequence[Stretch]
    size: float
    label: str = ""
    firm: Sequence[tuple[int, int]] = ()


@dataclass(slots=True)
class PiecedPart:
    """What of a paragraph stands between two page turns.

    ``pictures`` and ``notes`` stand at offsets of the drawn text, which is ``drawn`` long.
    ``start`` and ``end`` are offsets in the paragraph's text.
    """

    turns: bool
    start: int
    end: int = 0
    drawn: int = 0
    pieces: list[WordPiece] = field(default_factory=list[WordPiece])
    pictures: list[tuple[int, CarriedPicture]] = field(
        default_factory=list[tuple[int, CarriedPicture]]
    )
    notes: list[tuple[int, CarriedNote]] = field(default_factory=list[tuple[int, CarriedNote]])

    def add(self, *pieces: WordPiece) -> None:
        """Put pieces behind what is there."""
        self.pieces += pieces
        self.drawn += sum([len(piece.text) for piece in pieces])


def pieced(words: FacedText, look: CarriedParagraph) -> list[PiecedPart]:
    """The parts of a paragraph, one more than it has page breaks."""
    text, first = words.text, words.faces[0][2]
    parts = [PiecedPart(look.turns, 0)]
    if words.label:
        parts[0].add(WordPiece(words.label, -len(words.label), first, words.size))
        parts[0].start = -len(words.label)
    waiting = deque(look.things)
    face = first
    for start, end, face, marks in _stretches(words, look):
        while waiting and waiting[0][0] <= start:
            _put(parts, waiting.popleft(), face, words)
        if start < end and not any(mark.kind == HIDDEN for mark in marks):
            parts[-1].add(_piece(text[start:end], start, face, words.size, marks))
    for at, thing in waiting:
        _put(parts, (min(at, len(text)), thing), face, words)
    parts[-1].end = len(text)
    return parts


def note_pieces(words: NoteWords, face: Face, size: float) -> list[WordPiece]:
    """The pieces of words that are not of the text: a note's, a formula's."""
    faced = FacedText(words.text, [(0, len(words.text), face)], size)
    parts = pieced(faced, CarriedParagraph(spans=words.spans))
    return [replace(piece, source=None) for part in parts for piece in part.pieces]


def raised(text: str, face: Face, size: float) -> WordPiece:
    """A note's number over the line."""
    return WordPiece(text, None, face, size * _SCRIPT, size * _UP)


def _stretches(
    words: FacedText, look: CarriedParagraph
) -> Iterator[tuple[int, int, Face, list[Mark]]]:
    """The text cut where a face, a look or a thing begins or ends, in one sweep."""
    size = len(words.text)
    begins: dict[int, list[Mark]] = {}
    for mark in look.spans:
        begins.setdefault(mark.start, []).append(mark)
    cuts = {0, size, *[a for a, _, _ in words.faces], *[at for at, _ in look.things]}
    cuts.update(at for mark in look.spans for at in (mark.start, mark.end))
    cuts.update(at for stretch in words.firm for at in stretch)
    lying: list[Mark] = []
    faces = iter(words.faces)
    _, until, face = next(faces)
    for start, end in pairwise(sorted([at for at in cuts if at <= size])):
        while until <= start:
            _, until, face = next(faces, (until, size + 1, face))
        lying = [m for m in lying if m.end > start] + begins.get(start, [])
        firm = any(a <= start < b for a, b in words.firm)
        yield start, end, face, [m for m in lying if not (firm and m.kind == BOLD)]


def _piece(text: str, start: int, face: Face, size: float, marks: Iterable[Mark]) -> WordPiece:
    kinds = frozenset([mark.kind for mark in marks])
    ruby = next((mark.value for mark in marks if mark.kind == RUBY), "")
    if BOLD in kinds or ITALIC in kinds:
        face = replace(face, bold=face.bold or BOLD in kinds, slanted=ITALIC in kinds)
    rise = 0.0
    if RAISED in kinds or LOWERED in kinds:
        rise = size * (_UP if RAISED in kinds else _DOWN)
        size *= _SCRIPT
    return WordPiece(text, start, face, size, rise, kinds, ruby)


def _put(
    parts: list[PiecedPart], placed: tuple[int, CarriedThing], face: Face, words: FacedText
) -> None:
    """Put a thing where the last part ends."""
    part, (at, thing), size = parts[-1], placed, words.size
    if isinstance(thing, PageTurn):
        part.end = at
        parts.append(PiecedPart(True, at))
    elif isinstance(thing, CarriedNote):
        part.notes.append((part.drawn, thing))
        if thing.number:
            part.add(raised(thing.number, face, size))
    elif isinstance(thing, CarriedFormula):
        part.add(*(note_pieces(thing.line, face, size) if thing.line else ()))
    elif isinstance(thing, CarriedPicture):
        if _is_among(thing, words):
            part.add(WordPiece(OBJECT, None, face, size, picture=thing))
        else:
            part.pictures.append((part.drawn, thing))


def _is_among(picture: CarriedPicture, words: FacedText) -> bool:
    """Whether a picture stands in a row of words: a sign, a signature behind its name."""
    if picture.height * PT_PER_MM <= _TINY * words.size:
        return True
    width, height = _AMONG
    small = picture.width <= width and picture.height <= height
    return small and not picture.floating and bool(words.text.strip())
