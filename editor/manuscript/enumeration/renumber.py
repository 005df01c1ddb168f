"""Which numbers are out of order, and what they would be: proposals, never done unasked.

Separate from `level_step`: the numbers that an author typed are changed only by an
explicit, reviewable edit, offered after a move.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from editor.manuscript.edits import Replace, replace
from editor.manuscript.enumeration.announced_counts import announcement, claims_in
from editor.manuscript.enumeration.number_rows import enumerations, leads_to_more
from editor.manuscript.enumeration.summed_up import PointRow, row_end, wrong_summaries
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import (
    Marker,
    MarkerStyle,
    marker_at,
    marker_text,
    write_numeral,
)
from editor.manuscript.outline.sections import Outline, Section, SectionKind
from editor.manuscript.paragraph import Position, Span

_POINTS: Final = (MarkerStyle.POINT_IS, MarkerStyle.POINT_MUST)
_SEQUENCE: Final = ("首先", "其次", "再次", "再者", "最后")
_STRAY: Final = re.compile(
    r"(?:^|[。！？；：:])[ \u3000]*(?P<word>(?:首先|其次|再次|再者|最后)[，,、])"
)


@dataclass(frozen=True, slots=True)
class Renumbering:
    """One number that would change: ``old`` stands at ``span``, ``new`` comes there.

    ``announced``: a count in a sentence ('讲三点意见'), not the number of a heading.
    """

    span: Span
    old: str
    new: str
    announced: bool = False

    @property
    def edit(self) -> Replace:
        """The change as an edit of the text it was found in."""
        return replace(self.span, self.new)


@dataclass(frozen=True, slots=True)
class _NumberedHeading:
    """A heading with a number; ``automatic`` ones are Word's own and only counted."""

    place: Position
    marker: Marker
    automatic: bool = False


def renumber(
    manuscript: Manuscript, outline: Outline, *, moved: bool = False
) -> tuple[Renumbering, ...]:
    """Every number that is out of order, in the order of the text.

    Each run of siblings of one style counts from 1, or anew where a second enumeration begins
    (`number_rows`). Automatic numbers of a docx are Word's own and stay; the count that
    announces them, or sums them up, is proposed all the same. ``moved``: something was just
    moved, so that 最后 before 首先 is of its run and not '最后，我讲两点'.
    """
    found, rows = list[Renumbering](), list[PointRow]()
    for parent, children in _families(outline):
        if not children and not (moved and parent):
            continue  # nothing to count, and nothing can have been put before a 首先
        every = _runs(manuscript, children)
        runs = [r for r in every if not _is_sequence(r)]
        seen = [r for r in every if _is_sequence(r)]
        for run in (*runs, *_sequences(manuscript, (parent, children), seen, moved=moved)):
            found += _proposals(manuscript, run)
            found += _announced(manuscript, parent, run)
            rows += _summed(manuscript, children, run)
    wrong = wrong_summaries(manuscript, rows)
    found += [_counted(manuscript, span, size) for span, size in wrong]
    return tuple(sorted(set(found), key=lambda r: r.span))


def _families(outline: Outline) -> Iterator[tuple[Section | None, Sequence[Section]]]:
    yield None, outline.sections
    for section in outline.walk():
        yield section, section.children


def _runs(manuscript: Manuscript, children: Sequence[Section]) -> list[list[_NumberedHeading]]:
    runs: list[list[_NumberedHeading]] = []
    for section in children:
        if section.kind not in (SectionKind.SECTION, SectionKind.POINT) or not section.number:
            continue
        start = section.start
        paragraph = manuscript.paragraphs[start.paragraph]
        automatic = bool(paragraph.label) and not paragraph.text[: start.offset].strip()
        marker = (
            marker_at(paragraph.label) if automatic else marker_at(paragraph.text, start.offset)
        )
        if marker is None:
            continue
        item = _NumberedHeading(start, marker, automatic)
        own = next((r for r in runs if _alike(r[-1], item)), None)
        if own is None:
            runs.append([item])
        else:
            own.append(item)
    return [part for run in runs for part in _parted(manuscript, run)]


def _parted(
    manuscript: Manuscript, run: list[_NumberedHeading]
) -> Iterator[list[_NumberedHeading]]:
    """The enumerations of a run. 一、 may count anew without a word (an agenda below a speech)."""

    def led(place: int) -> bool:
        style = run[place].marker.style
        place_of = run[place].place
        return style is MarkerStyle.CHINESE or leads_to_more(manuscript.paragraphs, place_of, style)

    starts = enumerations([item.marker.value for item in run], led)
    for start, end in pairwise([*starts, len(run)]):
        yield run[start:end]


def _alike(one: _NumberedHeading, other: _NumberedHeading) -> bool:
    a, b = one.marker.style, other.marker.style
    # 第三 after 首先, 其次 is mixed style, which is the writer's; its number is right.
    mixed = a is MarkerStyle.SEQUENCE and b is MarkerStyle.ORDINAL
    goes_on = mixed and other.marker.value == one.marker.value + 1
    alike = a is b or (a in _POINTS and b in _POINTS) or goes_on
    return one.automatic is other.automatic and alike


def _is_sequence(run: Sequence[_NumberedHeading]) -> bool:
    return run[0].marker.style is MarkerStyle.SEQUENCE


def _sequences(
    manuscript: Manuscript,
    family: tuple[Section | None, Sequence[Section]],
    seen: list[list[_NumberedHeading]],
    *,
    moved: bool,
) -> list[list[_NumberedHeading]]:
    """Runs of 首先 其次 最后; what a move has put before 首先 is no heading, but of the run."""
    parent, children = family
    loose = seen or (moved and parent and parent.number not in _SEQUENCE)
    if len(seen) > 1 or parent is None or parent.kind is SectionKind.TITLE or not loose:
        return seen
    run = seen[0] if seen else []
    found = _strays(manuscript, parent, children)
    values = [item.marker.value for item in found]
    known = {item.place for item in run}
    own = known <= {item.place for item in found} and len(values) == len(set(values))
    if not own or len(found) < 2 or 1 not in values:
        return seen
    if not moved and values[0] == max(values) == 4:
        return seen
    return [found]


def _strays(
    manuscript: Manuscript, parent: Section, children: Sequence[Section]
) -> list[_NumberedHeading]:
    closed = [(c.start, c.end) for c in children if c.kind is SectionKind.SECTION]
    found: list[_NumberedHeading] = []
    last = min(parent.end.paragraph, len(manuscript.paragraphs) - 1)
    for line in range(parent.start.paragraph, last + 1):
        text = manuscript.paragraphs[line].text
        if "首先" not in text and "次，" not in text and "最后" not in text:
            continue
        for match in _STRAY.finditer(text):
            place = Position(line, match.start("word"))
            marker = marker_at(text, place.offset)
            inside = parent.body <= place < parent.end or place == manuscript.end
            if inside and marker and not any(s <= place < e for s, e in closed):
                found.append(_NumberedHeading(place, marker))
    return found


def _proposals(manuscript: Manuscript, run: Sequence[_NumberedHeading]) -> Iterator[Renumbering]:
    last = len(run)
    ends = run[0].marker.style is MarkerStyle.SEQUENCE and any(i.marker.value == 4 for i in run)
    for value, item in enumerate(run, 1):
        marker = item.marker
        if item.automatic:
            return
        if marker.style is MarkerStyle.SEQUENCE:
            value = 4 if ends and value == last else min(value, 3)
        if value == marker.value:
            continue
        line = item.place.paragraph
        text = manuscript.paragraphs[line].text
        old, new = text[marker.start : marker.end], marker_text(text, marker, value)
        if old != new:
            yield Renumbering(Span(line, marker.start, marker.end), old, new)


def _announced(
    manuscript: Manuscript, parent: Section | None, run: Sequence[_NumberedHeading]
) -> Iterator[Renumbering]:
    """The count that announces a run, before its first heading."""
    if len(run) < 2:
        return
    first = run[0]
    line, offset = first.place
    behind = manuscript.paragraphs[line].text[offset if first.automatic else first.marker.end :]
    stretch = (parent.start if parent else Position(0, 0)), first.place
    told = announcement(
        manuscript, stretch, behind, lambda n: claims_in(manuscript.paragraphs[n].text)
    )
    if told and told[1].value != len(run):
        at, claim = told
        yield _counted(manuscript, Span(at, claim.start, claim.digits), len(run))


def _summed(
    manuscript: Manuscript, children: Sequence[Section], run: Sequence[_NumberedHeading]
) -> Iterator[PointRow]:
    """The run as a row that words behind it may sum up."""
    last = run[-1].place
    until = row_end(children, last)
    if until is not None and len(run) > 1:
        before = manuscript.paragraphs[last.paragraph].text[: last.offset]
        yield PointRow(last, until, len(run), bool(before.strip()))


def _counted(manuscript: Manuscript, span: Span, size: int) -> Renumbering:
    """A count in a sentence as it would be; of two it is 两."""
    old = manuscript.paragraphs[span.paragraph].text[span.start : span.end]
    new = write_numeral(size, old)
    return Renumbering(span, old, "两" if new == "二" else new, True)
