"""Numbers of sections that stand side by side: skipped, doubled, begun again, mixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.programs.check_input import CheckInput
from editor.checks.programs.markers import Numbered
from editor.checks.scanning.hits import Spot
from editor.manuscript.enumeration.number_rows import enumerations, leads_to_more
from editor.manuscript.numbering import MarkerStyle, marker_at, marker_text, write_numeral
from editor.manuscript.paragraph import Position

_UNCOUNTED = (MarkerStyle.SEQUENCE, MarkerStyle.SIDE)  # 最后 and 另一方面 may stand for any number
_SAME_RANK = (
    *(MarkerStyle.ARABIC, MarkerStyle.CHINESE, MarkerStyle.ORDINAL),
    *(MarkerStyle.CHINESE_BRACKET, MarkerStyle.ARABIC_BRACKET),
)


def sibling_numbers(given: CheckInput) -> Iterator[Spot]:
    """The spots of every row of siblings; each style in it is a run of its own."""
    spots: list[Spot] = []
    for siblings in given.siblings:
        runs: dict[MarkerStyle, list[Numbered]] = {}
        if _in_order(siblings.row):
            continue
        for one in siblings.row:
            if one.marker.style not in _UNCOUNTED and not one.automatic:
                runs.setdefault(one.marker.style, []).append(one)
        spots += [spot for run in runs.values() for spot in _counted(given, run)]
    slips = {(s.paragraph, s.start) for s in spots if s.topic == "style"}
    for spot in spots:  # in another writing it stands for a number, and begins no row
        if spot.topic != "beheaded" or (spot.paragraph, spot.start) not in slips:
            yield spot


def _in_order(row: Sequence[Numbered]) -> bool:
    """Whether it counts from one on in one style: nothing is to be said."""
    style = row[0].marker.style
    for value, one in enumerate(row, 1):
        marker = one.marker
        if marker.value != value or marker.style is not style:
            return False
    return True


def _counted(given: CheckInput, run: Sequence[Numbered]) -> Iterator[Spot]:
    expected, early = 1, set[int]()
    starts, jumbled = _second_rows(given, run), _is_jumbled(run)
    for place, one in enumerate(run):
        value, number = one.marker.value, one.marker.number
        behind = run[place + 1].marker.value if place + 1 < len(run) else None
        if value == expected:
            expected += 1
        elif place and value == run[place - 1].marker.value:
            # the doubled one stands for the next number: what follows is judged with that
            sure = behind in (None, expected + 1)
            yield _spot("doubled", one, expected if sure else None, number)
            expected += behind != expected  # 一、二、二、三、: the row goes on as if it were none
        elif value in early:
            early.discard(value)  # told where its follower stood before it
        elif (place or jumbled) and _come_later(run[place:], expected, value):
            yield _spot("disorder", one, None, number)
            early.update(range(expected, value))
            expected = value + 1
        elif value > expected:
            spot = _gap(given, run[place - 1] if place else None, one, expected)
            if spot is not None:
                yield spot
            expected = value + 1
        else:
            # below 一、 a new enumeration may begin in the same section
            if place not in starts or one.marker.style is MarkerStyle.CHINESE:
                yield _spot("again" if value == 1 else "disorder", one, None, number)
            if behind != expected:  # else the row goes on as if it were none
                expected = value + 1


def _second_rows(given: CheckInput, run: Sequence[Numbered]) -> list[int]:
    """The places of a run at which a new enumeration begins, as the words above tell."""

    def led(place: int) -> bool:
        marker = run[place].marker
        here = Position(run[place].paragraph, marker.start)
        return leads_to_more(given.manuscript.paragraphs, here, marker.style)

    return enumerations([one.marker.value for one in run], led)


def _is_jumbled(run: Sequence[Numbered]) -> bool:
    """Whether all numbers from one on are there, once each, in another order."""
    return sorted(one.marker.value for one in run) == list(range(1, len(run) + 1))


def _come_later(rest: Sequence[Numbered], expected: int, value: int) -> bool:
    """Whether the numbers passed over all stand behind: nothing is lost, only moved."""
    missed = set(range(expected, value))
    return bool(missed) and missed <= {one.marker.value for one in rest}


def _gap(given: CheckInput, before: Numbered | None, one: Numbered, expected: int) -> Spot | None:
    """Numbers are missing: lost, or one stands there in another writing (一、二、3、四、)."""
    if before is None:
        if one.marker.style is MarkerStyle.ORDINAL and _opened(given, one.paragraph):
            return None  # 首先，…第二，…: a matter of ordinal words
        return _spot("beheaded", one, None, _names(one, expected))
    between = given.texts[before.paragraph : one.paragraph + 1]
    if any(marker_text(one.text, one.marker, expected) in text for text in between):
        return None  # it stands there, only not as a heading: no number is lost
    if one.marker.value == expected + 1:
        slip = _in_another_writing(given, before.paragraph, one.paragraph, expected)
        if slip is not None:
            return _spot("style", slip, None, before.marker.number)
    lost = _names(one, expected)
    if given.cut_between(before.paragraph, one.paragraph):
        lost += "，中间的内容被省略了"
    return _spot("skipped", one, None, lost)


def _in_another_writing(given: CheckInput, first: int, last: int, value: int) -> Numbered | None:
    """What stands between two parts for the number that is missing (一、 2、 三、).

    Not one of a row of its own: below 一、 （二） comes after （一）, and stands for nothing else.
    """
    found: list[Numbered] = []
    rows: set[tuple[MarkerStyle, int]] = set()
    for paragraph in range(first + 1, last):
        text = given.texts[paragraph]
        marker = marker_at(text, len(text) - len(text.lstrip()))
        if marker and marker.style in _SAME_RANK:
            rows.add((marker.style, marker.value))
            if marker.value == value:
                found.append(Numbered(paragraph, text, marker))
    return next((n for n in found if (n.marker.style, value - 1) not in rows), None)


def _opened(given: CheckInput, paragraph: int) -> bool:
    """Whether 首先 opens an enumeration shortly before."""
    return any("首先" in text for text in given.texts[max(0, paragraph - 6) : paragraph + 1])


def _names(one: Numbered, expected: int) -> str:
    """The missing numbers in quotes, at most three, in the writing of the one that stands there."""
    lost = range(expected, one.marker.value)[:3]
    return "".join(f"“{write_numeral(n, _numeral(one.marker.number))}”" for n in lost)


def _numeral(number: str) -> str:
    return number.strip("第其是要")


def _spot(topic: str, one: Numbered, right: int | None, note: str) -> Spot:
    marker = one.marker
    fix = None if right is None else marker_text(one.text, marker, right)
    return Spot(topic, one.paragraph, marker.start, marker.end, fix, note)
