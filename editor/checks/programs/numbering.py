"""Numbers of sections that stand side by side: skipped, doubled, begun again, mixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.hits import Spot
from editor.checks.programs.draft import Draft
from editor.manuscript.numbering import Marker, Style, marker_at, marker_text, write_numeral
from editor.manuscript.sections import Kind, Section

_UNCOUNTED = (Style.SEQUENCE, Style.SIDE)  # 最后 and 另一方面 may stand for any number
_SAME_RANK = (Style.ARABIC, Style.CHINESE, Style.CHINESE_BRACKET, Style.ARABIC_BRACKET)


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
    """Siblings of one style count on; each style is a run of its own."""
    runs: dict[Style, list[Numbered]] = {}
    for one in numbered(draft, sections):
        if one.marker.style not in _UNCOUNTED:
            runs.setdefault(one.marker.style, []).append(one)
    for run in runs.values():
        yield from _counted(draft, run)


def _counted(draft: Draft, run: Sequence[Numbered]) -> Iterator[Spot]:
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
            before = run[place - 1] if place else None
            yield _gap(draft, before, one, expected)
            expected = value + 1
        else:
            yield _spot("again" if value == 1 else "disorder", one, None, number)
            expected = value + 1


def _gap(draft: Draft, before: Numbered | None, one: Numbered, expected: int) -> Spot:
    """Numbers are missing: lost, or one stands there in another writing (一、二、3、四、)."""
    if before is None:
        return _spot("beheaded", one, None, _names(one, expected))
    if one.marker.value == expected + 1:
        for paragraph in range(before.paragraph + 1, one.paragraph):
            text = draft.manuscript.paragraphs[paragraph].text
            marker = marker_at(text, len(text) - len(text.lstrip()))
            if marker and marker.value == expected and marker.style in _SAME_RANK:
                slip = Numbered(paragraph, text, marker, one.level)
                return _spot("style", slip, None, before.marker.number)
    return _spot("skipped", one, None, _names(one, expected))


def _names(one: Numbered, expected: int) -> str:
    """The missing numbers, at most three, in the writing of the one that stands there."""
    lost = range(expected, one.marker.value)[:3]
    return "、".join(write_numeral(n, _numeral(one.marker.number)) for n in lost)


def _numeral(number: str) -> str:
    return number.strip("第其是要")


def _spot(topic: str, one: Numbered, right: int | None, note: str) -> Spot:
    marker = one.marker
    fix = None if right is None else marker_text(one.text, marker, right)
    return Spot(topic, one.paragraph, marker.start, marker.end, fix, note)
