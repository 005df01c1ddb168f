"""What the page shows beside the words, paragraph by paragraph: style, marks, heights.

Kept in step with the tracked document; nothing of it is in the document, so nothing of it can
come back by undo or be lost by redo.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtGui import QFont

from editor.editions.styles import OFFICIAL
from editor.manuscript.paragraph import Paragraph
from editor.ui.document.tracked_document import DocumentChange, TrackedDocument
from editor.ui.layout.carried_over import found_again, pairs
from editor.ui.layout.hit_marks import HitMarks
from editor.ui.layout.page_metrics import PageMetrics
from editor.ui.layout.paragraph_heights import ParagraphHeights
from editor.ui.layout.paragraph_style import (
    PLAIN,
    ParagraphStyle,
    Underline,
    carry_marks,
    carry_style,
)

_NONE: tuple[Underline, ...] = ()


class _Beside(NamedTuple):
    """What stands beside a paragraph."""

    style: ParagraphStyle
    marks: tuple[Underline, ...]
    height: float


def _name(paragraph: Paragraph) -> tuple[str, str]:
    return paragraph.text, paragraph.label


class Decorations:
    """Lists parallel to the paragraphs; ``laid`` tells whose lines are made."""

    def __init__(self, faces: PageMetrics) -> None:
        self.faces = faces
        self.characters = OFFICIAL.characters  # in a line
        self.styles: list[ParagraphStyle] = [PLAIN]
        self.laid = bytearray(1)
        self.fresh: list[int] = []  # of the latest change, what was not there before
        self.shape: object = None  # of the analysis whose styles are shown
        self.column = ParagraphHeights()
        self.hits = HitMarks()
        self._marks: list[tuple[Underline, ...]] = [()]
        self._lost: dict[tuple[str, str], _Beside] = {}  # by the latest change; it may come again

    @property
    def measure(self) -> float:
        """The length of a full line, with half a pixel for rounding."""
        return self.faces.cell * self.characters + 0.5

    def take(self, change: DocumentChange, tracked: TrackedDocument) -> None:
        """Follow a change of the text; ``fresh`` are the paragraphs that are none of before."""
        first, old, new, before, gone = change
        self.hits.take(change, tracked.paragraph(first).text if new else "")
        fresh = [tracked.paragraph(n) for n in range(first, first + new)]
        if old == new == 1:
            text = fresh[0].text
            carried = carry_style(self.styles[first], before, text)
            if carried is not self.styles[first]:
                self.shape = None  # typed, taken back and typed again it may be another
            self.styles[first] = carried
            self._marks[first] = carry_marks(self._marks[first], before, text)
            self.laid[first] = 0
            self.fresh = [first]
            self._lost = {}
            return
        self.shape = None
        places = found_again(gone, fresh)
        self.fresh = [n for n, place in enumerate(places, first) if place is None]
        style, marks = self.styles[first : first + old], self._marks[first : first + old]
        lost, self._lost = self._lost, self._leaving(first, gone, places)
        self._carry(first, old, places)
        for left, made in pairs(old, places):
            texts = gone[left].text, fresh[made].text
            self.styles[first + made] = carry_style(style[left], *texts)
            self._marks[first + made] = carry_marks(marks[left], *texts)
        for number in self.fresh:
            self.column.set(number, self._guess(fresh[number - first], self.styles[number]))
            self._bring_back(number, lost.get(_name(fresh[number - first])))

    def _leaving(
        self, first: int, gone: Sequence[Paragraph], places: Sequence[int | None]
    ) -> dict[tuple[str, str], _Beside]:
        """What is beside the paragraphs that a change takes away."""
        left = {*range(len(gone))}.difference(n for n in places if n is not None)
        return {
            _name(gone[n]): _Beside(
                self.styles[first + n], self._marks[first + n], self.column.height(first + n)
            )
            for n in left
        }

    def _bring_back(self, number: int, beside: _Beside | None) -> None:
        """Of a step that is told in two changes the first takes away what the second brings."""
        if beside is not None:
            self.styles[number], self._marks[number], height = beside
            self.column.set(number, height)

    def _carry(self, first: int, old: int, places: Sequence[int | None]) -> None:
        """What is beside a paragraph goes with it: its style, its marks, its height."""
        span = slice(first, first + old)
        style, marks = self.styles[span], self._marks[span]
        heights = [self.column.height(first + n) for n in range(old)]
        self.styles[span] = [PLAIN if n is None else style[n] for n in places]
        self._marks[span] = [_NONE if n is None else marks[n] for n in places]
        self.laid[span] = bytes(len(places))
        self.column.splice(first, old, [0.0 if n is None else heights[n] for n in places])

    def set_styles(self, styles: Sequence[ParagraphStyle], tracked: TrackedDocument) -> list[int]:
        """Set the styles of an analysis; the paragraphs that look different now."""
        now = enumerate(zip(styles, self.styles, strict=True))
        changed = [n for n, (new, old) in now if new is not old and new != old]
        for number in changed:
            self.styles[number] = styles[number]
            self.laid[number] = 0
            self.column.set(number, self._guess(tracked.paragraph(number), styles[number]))
        return changed

    def mark(self, marks: Mapping[int, tuple[Underline, ...]]) -> bool:
        """Set the marks of an analysis; whether they are others than before."""
        old, self._marks = self._marks, [_NONE] * len(self.styles)
        for number, some in marks.items():
            self._marks[number] = some
        return self._marks != old

    def marks(self, number: int) -> tuple[Underline, ...]:
        """All marks of a paragraph."""
        over, under = self.hits.of(number), self.hits.under(number)
        return under + self._marks[number] + over if over or under else self._marks[number]

    def label_font(self, number: int) -> QFont:
        """The face of an automatic number: that of the words behind it."""
        style = self.styles[number]
        if style.face_runs and style.face_runs[0].start == 0:
            return self.faces.font(style.face_runs[0].face, style.size)
        return self.faces.body

    def resize(self, faces: PageMetrics, characters: int, tracked: TrackedDocument) -> None:
        """Another zoom or measure: all lines must be made again."""
        self.faces, self.characters = faces, characters
        count = len(self.styles)
        self.laid = bytearray(count)
        guesses = [self._guess(tracked.paragraph(n), self.styles[n]) for n in range(count)]
        self.column.splice(0, count, guesses)

    def _guess(self, paragraph: Paragraph, style: ParagraphStyle) -> float:
        """The height before the lines are made: full lines of the grid."""
        cells = style.indent + len(paragraph.label) + len(paragraph.text)
        lines = max(1, ceil(cells / self.characters)) + paragraph.text.count("\u2028")
        return lines * self.faces.pitch + round(style.after * self.faces.cell)
