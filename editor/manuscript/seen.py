"""A manuscript as the eye sees it, read in place of the one in the file, and the way back.

Outline, blanks and search read this one, so that ⼀、 is a number, X⼯会 a blank and a word
with a space of no width in it is found; places they give are then those of the file. A text
without such characters is read itself.
"""

from __future__ import annotations

from dataclasses import replace

from editor.language.script import SeenText, is_seen_whole, seen
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position, Span


class SeenManuscript:
    """What is seen of a manuscript; `manuscript` is the one it was made of where that is all."""

    def __init__(self, raw: Manuscript) -> None:
        self._raw = raw
        self._seen: dict[int, SeenText] = {
            n: seen(p.text) for n, p in enumerate(raw.paragraphs) if not is_seen_whole(p.text)
        }
        self.manuscript = raw
        if self._seen:
            paragraphs = list(raw.paragraphs)
            for n, shown in self._seen.items():
                paragraphs[n] = paragraphs[n].with_text(shown.text)
            self.manuscript = replace(raw, paragraphs=tuple(paragraphs))

    @property
    def hidden(self) -> dict[int, SeenText]:
        """The paragraphs of which the file has more than is seen."""
        return self._seen

    def position(self, place: Position) -> Position:
        """The file's place of one that divides: what does not show goes with what follows it."""
        shown = self._seen.get(place.paragraph)
        if shown is None:
            return place
        last = place.offset >= len(shown.text)
        offset = shown.place(len(shown.text)) if last else shown.end(place.offset)
        return Position(place.paragraph, offset)

    def span(self, span: Span) -> Span:
        """The file's stretch from the first to the last character that is seen of one."""
        shown = self._seen.get(span.paragraph)
        if shown is None:
            return span
        start = shown.place(span.start)
        return Span(span.paragraph, start, max(start, shown.end(span.end)))


class SeenMemory:
    """Looks at manuscripts one after another; paragraphs that hide nothing are asked once."""

    def __init__(self) -> None:
        self._whole = frozenset[str]()

    def look(self, manuscript: Manuscript) -> SeenManuscript | None:
        """What is seen of a manuscript where that is not all of it."""
        texts = {p.text for p in manuscript.paragraphs}
        fresh = texts - self._whole
        self._whole = frozenset(texts)
        if all(map(is_seen_whole, fresh)):
            return None
        self._whole = frozenset(filter(is_seen_whole, texts))
        return SeenManuscript(manuscript)
