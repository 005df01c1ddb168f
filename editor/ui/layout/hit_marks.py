"""The marks of a search on the page; they go along with edits till it is searched anew."""

from __future__ import annotations

from collections.abc import Iterable

from editor.manuscript.paragraph import Span
from editor.ui.document.tracked_document import DocumentChange
from editor.ui.layout.paragraph_style import Underline, UnderlineKind, carry_marks

_Marks = dict[int, tuple[Underline, ...]]
_NONE: tuple[Underline, ...] = ()


class HitMarks:
    """The marks of each paragraph that has any."""

    def __init__(self) -> None:
        self._marks: _Marks = {}
        self._searched: _Marks = {}

    def of(self, number: int) -> tuple[Underline, ...]:
        """The marks of a paragraph, over what else is marked there."""
        return self._marks.get(number, _NONE)

    def under(self, number: int) -> tuple[Underline, ...]:
        """What of the stretch that is searched is in a paragraph."""
        return self._searched.get(number, _NONE)

    def show(self, hits: Iterable[Span], current: Iterable[Span], searched: Iterable[Span]) -> None:
        """Mark the hits, the current one more strongly, and where it is searched."""
        strong = {*current}
        kinds = [(span, UnderlineKind.HIT) for span in hits if span not in strong]
        self._marks = _by_paragraph([*kinds, *[(s, UnderlineKind.CURRENT_HIT) for s in strong]])
        self._searched = _by_paragraph([(span, UnderlineKind.SEARCHED) for span in searched])

    def take(self, change: DocumentChange, text: str) -> None:
        """Follow a change; ``text`` is the paragraph's where one became one."""
        self._marks = _carried(self._marks, change, text)
        self._searched = _carried(self._searched, change, text)


def _by_paragraph(kinds: Iterable[tuple[Span, UnderlineKind]]) -> _Marks:
    found: dict[int, list[Underline]] = {}
    for span, kind in kinds:
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
