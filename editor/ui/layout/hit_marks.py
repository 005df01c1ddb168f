"""The marks of a search on the page; they go along with edits till it is searched anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editor.manuscript.paragraph import Span
from editor.ui.document.tracked_document import DocumentChange
from editor.ui.layout.paragraph_style import Underline, UnderlineKind, carry_marks

_Marks = dict[int, tuple[Underline, ...]]
_NONE: tuple[Underline, ...] = ()


class HitMarks:
    """The marks of each paragraph that has any."""

    def __init__(self) -> None:
        self._given: Sequence[Span] | None = None  # the hits that are marked, and untouched since
        self._hits: _Marks = {}
        self._current: _Marks = {}
        self._searched: _Marks = {}

    def of(self, number: int) -> tuple[Underline, ...]:
        """The marks of a paragraph, over what else is marked there."""
        return self._hits.get(number, _NONE) + self._current.get(number, _NONE)

    def under(self, number: int) -> tuple[Underline, ...]:
        """What of the stretch that is searched is in a paragraph."""
        return self._searched.get(number, _NONE)

    def show(self, hits: Sequence[Span], current: Iterable[Span], searched: Iterable[Span]) -> None:
        """Mark the hits, the current one more strongly, and where it is searched.

        The very same ``hits`` as before are marked already: there may be thousands of them.
        """
        if hits is not self._given:
            self._given, self._hits = hits, _by_paragraph(hits, UnderlineKind.HIT)
        self._current = _by_paragraph(current, UnderlineKind.CURRENT_HIT)
        self._searched = _by_paragraph(searched, UnderlineKind.SEARCHED)

    def take(self, change: DocumentChange, text: str) -> None:
        """Follow a change; ``text`` is the paragraph's where one became one."""
        self._given = None
        if not (self._hits or self._current or self._searched):
            return  # nothing is searched for, as at most keys
        self._hits = _carried(self._hits, change, text)
        self._current = _carried(self._current, change, text)
        self._searched = _carried(self._searched, change, text)


def _by_paragraph(spans: Iterable[Span], kind: UnderlineKind) -> _Marks:
    found: dict[int, list[Underline]] = {}
    for span in spans:
        found.setdefault(span.paragraph, []).append(Underline(span.start, span.end, kind))
    return {number: tuple(some) for number, some in found.items()}


def _carried(marks: _Marks, change: DocumentChange, text: str) -> _Marks:
    first, last, by = change.first, change.first + change.old, change.new - change.old
    if change.old == change.new == 1:
        if some := marks.get(first):
            marks[first] = carry_marks(some, change.before, text)
        return marks
    return {
        number + by if number >= last else number: some
        for number, some in marks.items()
        if not first <= number < last
    }
