"""Which paragraphs in cells and boxes are the speech itself, and which only stand beside it.

A form, a programme, a box of addresses is no part of what is said: '一、' in a cell begins no
section, a cell that ends in 讲话 is no title. But where a layout table holds (nearly) all words
of a file, in one cell or in cells under each other, as templates with a red head do, these are
the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph

_MOST: Final = 0.75  # of a file's letters in a layout table make it the text
_LINES: Final = 3  # paragraphs with words that a text has at least
_CELL: Final = re.compile(r"(?P<table>.*表\d+)·\d+行(?P<column>\d+)列")
_LONG: Final = 60  # letters of a paragraph that is no entry of a form


def beside_text(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs that stand in a cell or box and are not of the text, by their number."""
    framed = [n for n, p in enumerate(paragraphs) if p.frame]
    if not framed:
        return frozenset()
    text = text_frames(paragraphs, framed)
    return frozenset([n for n in framed if paragraphs[n].frame not in text])


def spoken_text(manuscript: Manuscript) -> Manuscript:
    """What of a text is read aloud, place for place: paragraphs beside it have no words."""
    beside = beside_text(manuscript.paragraphs)
    if not beside:
        return manuscript
    kept = [Paragraph("") if n in beside else p for n, p in enumerate(manuscript.paragraphs)]
    return Manuscript(manuscript.revision, tuple(kept))


def text_frames(paragraphs: Sequence[Paragraph], framed: Sequence[int]) -> frozenset[str]:
    """The cells or the box that hold the text of the file; none where it stands outside."""
    words: dict[str, list[str]] = defaultdict(list)
    for n in framed:
        if paragraphs[n].text.strip():
            words[paragraphs[n].frame].append(paragraphs[n].text)
    most = _MOST * sum([len(p.text) for p in paragraphs])
    if not words or sum([len(text) for some in words.values() for text in some]) < most:
        return frozenset()
    column = _columns(words)
    ways = [*([frame] for frame in words), *column]
    for frames in (way for way in ways if _is_text(words, way, most)):
        wider = next((cells for cells in column if frames[0] in cells), frames)
        return frozenset(wider)
    return frozenset()


def _columns(frames: Iterable[str]) -> list[list[str]]:
    """The tables of which only one column has words, as their cells from the top."""
    tables: dict[str, list[str]] = defaultdict(list)
    places: dict[str, set[str]] = defaultdict(set)
    for frame in frames:
        if match := _CELL.fullmatch(frame):
            tables[match["table"]].append(frame)
            places[match["table"]].add(match["column"])
    return [cells for table, cells in tables.items() if len(places[table]) == 1]


def _is_text(words: dict[str, list[str]], frames: Sequence[str], most: float) -> bool:
    """Whether cells hold most letters of a file, in paragraphs as a text has them."""
    texts = [text for frame in frames for text in words[frame]]
    enough = sum(map(len, texts)) >= most and len(texts) >= _LINES
    return enough and any(len(text) >= _LONG for text in texts)
