"""Numbers of sections that stand side by side: skipped, doubled, begun again, mixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.hits import Spot
from editor.checks.programs.draft import Draft
from editor.manuscript.numbering import Marker, Style, marker_at, marker_text, write_numeral
from editor.manuscript.sections import Kind, Section

_UNCOUNTED = (Style.SEQUENCE, Style.SIDE)  # 最后 and 另一方面 may stand for any number


class Numbered(NamedTuple):
    """A section by its marker: paragraph, the paragraph's text, the marker, the level."""

    paragraph: int
    text: str
    marker: Marker
    level: int


def numbering(draft: Draft) -> Iterator[Spot]:
    """The spots of every run of siblings in the outline."""
    yield from _runs(draft, draft.outline.sections)
    for section in draft.outline.walk():
        if section.children:
            yield from _runs(draft, section.children)


def numbered(draft: Draft, sections: Sequence[Section]) -> list[Numbered]:
    """The numbered ones among siblings, in order."""
    found: list[Numbered] = []
    for section in sections:
        if section.number and section.kind in (Kind.SECTION, Kind.POINT):
            text = draft.manuscript.paragraphs[section.start.paragraph].text
            start = section.start.offset
            while start < len(text) and text[start] in " \u3000\t":
                start += 1
            marker = marker_at(text, start)
            if marker is not None:
                found.append(Numbered(section.start.paragraph, text, marker, section.level))
    return found


def _runs(draft: Draft, sections: Sequence[Section]) -> Iterator[Spot]:
    """Siblings of one style count on; another style is a run of its own, or a slip."""
    row = [n for n in numbered(draft, sections) if n.marker.style not in _UNCOUNTED]
    runs: dict[Style, list[Numbered]] = {}
    for place, one in enumerate(row):
        slipped = _slipped(row, place)
        if slipped:
            yield _spot("style", one, None, row[place - 1].marker.number)
        runs.setdefault(row[place - 1].marker.style if slipped else one.marker.style, []).append(
            one
        )
    for run in runs.values():
        yield from _counted(run)


def _slipped(row: Sequence[Numbered], place: int) -> bool:
    """One of another style that takes the number in between: 一、二、3、四、."""
    if place == 0 or place + 1 == len(row):
        return False
    one, before, behind = (row[p].marker for p in (place, place - 1, place + 1))
    return (
        one.style != before.style == behind.style
        and one.value == before.value + 1
        and behind.value == one.value + 1
    )


def _counted(run: Sequence[Numbered]) -> Iterator[Spot]:
    expected = 1
    for place, one in enumerate(run):
        value, number = one.marker.value, one.marker.number
        behind = run[place + 1].marker.value if place + 1 < len(run) else None
        if value == expected:
            expected += 1
        elif place and value == run[place - 1].marker.value:
            # the doubled one stands for the next number: what follows is judged with that
            sure = behind in (None, expected + 1)
            yield _spot("doubled", one, expected if sure else None, number)
            expected += 1
        elif value > expected:
            lost = range(expected, value)[:3]
            names = "、".join(write_numeral(n, _numeral(number)) for n in lost)
            yield _spot("skipped" if place else "beheaded", one, None, names)
            expected = value + 1
        else:
            yield _spot("again" if value == 1 else "disorder", one, None, number)
            expected = value + 1


def _numeral(number: str) -> str:
    return number.strip("第其是要")


def _spot(topic: str, one: Numbered, right: int | None, note: str) -> Spot:
    marker = one.marker
    fix = None if right is None else marker_text(one.text, marker, right)
    return Spot(topic, one.paragraph, marker.start, marker.end, fix, note)
