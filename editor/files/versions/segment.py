"""Texts packed as what is new in them against the texts before: the body of a version.

A text is a list of paragraphs, a paragraph a list of sentences; each different sentence and
paragraph is written once a segment and then named by its number, and the list of
paragraphs is written as its difference to the version before. So an edit of one sentence
costs about its own length, also where the whole speech is one paragraph.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from typing import Any, cast

from editor.data_files.json_data import json_of
from editor.manuscript.comparison.sequences import common_subsequence
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.paragraph_rows import paragraph_of_row, row_of
from editor.manuscript.sentences import sentences

_CODE = "utf-16-le"  # two bytes a character: more of the last text fits into the window
_WINDOW = 1 << 15  # bytes; zlib looks no further back
_LARGEST = 1 << 27  # bytes unpacked; what is packed of nothing but zeros is a thousandth
_WHOLE = 60  # characters; a shorter paragraph is not cut into sentences


@dataclass
class Segment:
    """The sentences and paragraphs known since the segment began, and the last text.

    ``pack`` and ``unpack`` are called with the same texts in the same order and keep two
    segments equal. `unpack` raises ValueError for what is no body of this segment.
    """

    pieces: list[str] = field(default_factory=list[str])
    paragraphs: list[Paragraph] = field(default_factory=list[Paragraph])
    last: list[int] = field(default_factory=list[int])
    _piece_at: dict[str, int] = field(default_factory=dict[str, int])
    _paragraph_at: dict[Paragraph, int] = field(default_factory=dict[Paragraph, int])

    def pack(self, manuscript: Manuscript) -> bytes:
        """The body of the next version."""
        before, fresh = self._window(), len(self.pieces)
        made: list[list[Any]] = []
        numbers = [self._number(paragraph, made) for paragraph in manuscript.paragraphs]
        data = {
            "n": len(self.paragraphs) - len(made),
            "s": self.pieces[fresh:],
            "p": made,
            "d": _difference(self.last, numbers),
        }
        self.last = numbers
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        squeeze = zlib.compressobj(9, zdict=before) if before else zlib.compressobj(9)
        return squeeze.compress(text.encode(_CODE, "surrogatepass")) + squeeze.flush()

    def unpack(self, body: bytes) -> tuple[Paragraph, ...]:
        """The paragraphs of the next version."""
        try:
            before = self._window()
            open_up = zlib.decompressobj(zdict=before) if before else zlib.decompressobj()
            text = open_up.decompress(body, _LARGEST).decode(_CODE, "surrogatepass")
            found = cast("dict[str, Any]", json_of(text, _LARGEST))
            if found["n"] != len(self.paragraphs):
                raise ValueError("a version before this one is missing")
            for piece in found["s"]:
                self._learn_piece(piece)
            rows = cast("list[tuple[list[int], Any]]", found["p"])
            for numbers, *rest in rows:
                text = "".join([self.pieces[n] for n in numbers])
                self._learn(paragraph_of_row(text, rest))
            for start, end, numbers in reversed(found["d"]):
                self.last[start:end] = numbers
            return tuple([self.paragraphs[n] for n in self.last])
        except (zlib.error, KeyError, IndexError, TypeError, UnicodeDecodeError) as error:
            raise ValueError("not a version") from error

    def _window(self) -> bytes:
        """The end of the last text: what the compression may refer to."""
        text = "".join([self.paragraphs[n].text for n in self.last])
        return text.encode(_CODE, "surrogatepass")[-_WINDOW:]

    def _number(self, paragraph: Paragraph, made: list[list[Any]]) -> int:
        if (known := self._paragraph_at.get(paragraph)) is not None:
            return known
        text = paragraph.text
        pieces = sentences(text) if len(text) > _WHOLE else [text]
        numbers = [self._learn_piece(piece) for piece in pieces]
        made.append([numbers, *row_of(paragraph)])
        return self._learn(paragraph)

    def _learn_piece(self, piece: str) -> int:
        at = self._piece_at.setdefault(piece, len(self.pieces))
        if at == len(self.pieces):
            self.pieces.append(piece)
        return at

    def _learn(self, paragraph: Paragraph) -> int:
        self.paragraphs.append(paragraph)
        return self._paragraph_at.setdefault(paragraph, len(self.paragraphs) - 1)


def _difference(old: list[int], new: list[int]) -> list[list[Any]]:
    """What to put where: ``[start, end, numbers]`` in the old list, in order."""
    found: list[list[Any]] = []
    i = j = 0
    for next_i, next_j in (*common_subsequence(old, new), (len(old), len(new))):
        if i < next_i or j < next_j:
            found.append([i, next_i, new[j:next_j]])
        i, j = next_i + 1, next_j + 1
    return found
