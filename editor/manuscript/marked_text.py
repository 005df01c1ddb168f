"""Words cut out of a text with all that lies on them, to be put elsewhere.

What moves letters as ``str`` moves them without their marks: commands that take words out and
put them in again go through here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from editor.manuscript.edits import Replace
from editor.manuscript.manuscript import Manuscript, text_between
from editor.manuscript.marks import Mark, Marks, at, cut, explicit, merged, moved, rewritten
from editor.manuscript.paragraph import Paragraph, Position

# The heads of a split that begins body text, whatever was split (`edits.Replace`).
BODY: Final = (Paragraph(""),)


class MarkedText(NamedTuple):
    """Words with the marks on them, counted in ``text`` (code points, line feeds too)."""

    text: str
    marks: Marks = ()

    def part(self, start: int, end: int) -> MarkedText:
        """The stretch ``[start, end)`` of it."""
        return MarkedText(self.text[start:end], cut(self.marks, start, end))

    def stripped(self, characters: str) -> MarkedText:
        """Without these characters at its ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.part(start, len(self.text.rstrip(characters)))

    def reworded(self, words: str) -> MarkedText:
        """Other words, whose marks keep to the letters that stay."""
        return MarkedText(words, rewritten(self.marks, self.text, words))


NO_WORDS: Final = MarkedText("")


def marked(paragraph: Paragraph) -> MarkedText:
    """A paragraph's words with marks that hold wherever they go."""
    text = paragraph.text
    return MarkedText(text, explicit(paragraph.key, len(text), paragraph.marks))


def paragraph_of(words: MarkedText) -> Paragraph:
    """Words as a paragraph that no element stands behind."""
    return Paragraph(words.text, marks=words.marks)


def marked_between(manuscript: Manuscript, start: Position, end: Position) -> MarkedText:
    """The words of ``[start, end)`` with their marks, paragraphs joined by line feeds."""
    whole = marked_lines(manuscript.paragraphs[start.paragraph : end.paragraph + 1])
    size = len(text_between(manuscript, start, end))
    return whole.part(start.offset, start.offset + size)


def marked_lines(paragraphs: Iterable[Paragraph]) -> MarkedText:
    """The words of paragraphs with their marks, joined by line feeds."""
    found: list[Mark] = []
    lines: list[str] = []
    flat = 0
    for paragraph in paragraphs:
        found += moved(marked(paragraph).marks, flat)
        lines.append(paragraph.text)
        flat += len(paragraph.text) + 1
    return MarkedText("\n".join(lines), tuple(found))


def joined(pieces: Iterable[MarkedText | str]) -> MarkedText:
    """The pieces as one; new words (``str``) look like the words they are put to.

    That is what is before them, or what is behind where they begin a paragraph.
    """
    whole = [p for p in pieces if p != "" and p != NO_WORDS]
    found: list[Mark] = []
    at_now = 0
    for number, piece in enumerate(whole):
        if isinstance(piece, str):
            like = _like(whole, number, "\n" in piece)
            end = at_now + len(piece)
            found += [Mark(at_now, end, kind, value) for kind, value in like]
            at_now = end
        else:
            found += moved(piece.marks, at_now)
            at_now += len(piece.text)
    return MarkedText("".join([p if isinstance(p, str) else p.text for p in whole]), merged(found))


def _like(
    pieces: Sequence[MarkedText | str], number: int, begins: bool
) -> frozenset[tuple[str, str]]:
    before = [p for p in pieces[:number] if isinstance(p, MarkedText)]
    behind = [p for p in pieces[number + 1 :] if isinstance(p, MarkedText)]
    if behind and (begins or not before):
        return at(behind[0].marks, 0)
    return at(before[-1].marks, len(before[-1].text) - 1) if before else frozenset()


def put_words(
    start: Position, end: Position, words: MarkedText, heads: tuple[Paragraph, ...] = ()
) -> Replace:
    """The edit that puts words with their own marks in place of ``[start, end)``."""
    return Replace(start, end, words.text, heads, words.marks)
