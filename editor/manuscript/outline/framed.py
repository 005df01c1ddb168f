"""Which paragraphs in cells and boxes are the speech itself, and which only stand beside it.

A form, a programme, a box of addresses is no part of what is said: '一、' in a cell begins no
section, a cell that ends in 讲话 is no title. But where a layout table holds (nearly) all words
of a file in one cell, as templates with a red head do, that cell is the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph

_MOST: Final = 0.75  # of a file's letters in one cell make it the text
_LINES: Final = 3  # paragraphs with words that a text has at least
_LONG: Final = 60  # letters of a paragraph that is no entry of a form


def beside_text(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs that stand in a cell or box and are not of the text, by their number."""
    framed = [n for n, p in enumerate(paragraphs) if p.frame]
    if not framed:
        return frozenset()
    text = text_frame(paragraphs, framed)
    return frozenset([n for n in framed if paragraphs[n].frame != text])


def spoken_text(manuscript: Manuscript) -> Manuscript:
    """What of a text is read aloud, place for place: paragraphs beside it have no words."""
    beside = beside_text(manuscript.paragraphs)
    if not beside:
        return manuscript
    kept = [Paragraph("") if n in beside else p for n, p in enumerate(manuscript.paragraphs)]
    return Manuscript(manuscript.revision, tuple(kept))


def text_frame(paragraphs: Sequence[Paragraph], framed: Sequence[int]) -> str:
    """The one cell or box that holds the text of the file, or ''."""
    sizes: dict[str, int] = defaultdict(int)
    for n in framed:
        sizes[paragraphs[n].frame] += len(paragraphs[n].text)
    fullest = max(sizes, key=sizes.__getitem__)
    if sizes[fullest] < _MOST * sum([len(p.text) for p in paragraphs]):
        return ""
    texts = [p.text for n in framed if (p := paragraphs[n]).frame == fullest and p.text.strip()]
    told = len(texts) >= _LINES and any(len(text) >= _LONG for text in texts)
    return fullest if told else ""
