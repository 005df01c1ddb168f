"""Words that vanished without a trace: 实现产值亿元, 请同志宣读, '。指出，', '学习的重要讲话精神'.

Some sites delete every figure and name of a template. What is left is a word that cannot stand
without them: that word is the blank, and it is filled in front of it. Where a list is gone
(监票人是。) the blank is the word with the mark behind it, and it is filled between the two.
`vanished` asks for a frame that proves the gap; `suspected` is for a text with proven gaps
(有个村 may be 'there is a village'). The frames are data (`gone-words.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import FoundBlank
from editor.language.blank_forms import blank_form
from editor.language.gone_words import GoneFrame, gone_frames


def vanished(text: str) -> list[FoundBlank]:
    """The proven gaps of a paragraph."""
    return _proving().found(text)


def suspected(text: str) -> list[FoundBlank]:
    """What else is a gap in a text where other numbers vanished."""
    return _doubtful().found(text)


def at_start(text: str) -> FoundBlank | None:
    """'指出，…' as the first words of a paragraph, where its subject is missing.

    Only who knows that the paragraph before it ended with a full stop may ask.
    """
    match = blank_form("subjectless").match(text)
    return FoundBlank(*match.span(1), BlankKind.DROPPED) if match else None


class _Frames:
    """Frames behind their signs: pairs of characters, or words.

    One search for all pairs is nearly all that a clean text costs: there are many frames, and a
    search of its own for each would cost more than all other blanks together.
    """

    def __init__(self, frames: Sequence[GoneFrame]) -> None:
        self._frames = frames
        self._pairs: dict[str, int] = {}
        for at, frame in enumerate(frames):
            for firsts, seconds in frame.signs:
                pairs = (first + second for first in firsts for second in seconds)
                self._pairs |= {pair: self._pairs.get(pair, 0) | 1 << at for pair in pairs}
        firsts, seconds = ("".join(sorted({pair[n] for pair in self._pairs})) for n in (0, 1))
        self._sign = re.compile(f"[{re.escape(firsts)}](?=([{re.escape(seconds)}]))")

    def found(self, text: str) -> list[FoundBlank]:
        """The blanks of a paragraph, frame by frame."""
        return [
            FoundBlank(*match.span(1), BlankKind.DROPPED)
            for frame in self._signed(text)
            for shape in frame.shapes
            for match in shape.finditer(text)
        ]

    def _signed(self, text: str) -> Iterator[GoneFrame]:
        signs = 0
        for match in self._sign.finditer(text):
            signs |= self._pairs.get(match[0] + match[1], 0)
        for at, frame in enumerate(self._frames):
            if signs >> at & 1 or (frame.word and frame.word in text):
                yield frame


@cache
def _proving() -> _Frames:
    return _Frames([frame for frame in gone_frames() if not frame.doubtful])


@cache
def _doubtful() -> _Frames:
    return _Frames([frame for frame in gone_frames() if frame.doubtful])
