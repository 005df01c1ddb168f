"""What paragraphs tell of time and place, read in one walk over all that are new."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from editor.checks.scanning.hits import RuleHit, make
from editor.checks.scanning.literals import Judge, literal_scan
from editor.checks.traces.dated_formulations import DatedFormulations, EraSign
from editor.checks.traces.place_names import PlaceFinder
from editor.checks.traces.unit_traces import TraceKind, UnitTrace, listed_places, trace_finders
from editor.checks.traces.years_told import year_signs

_YEAR = re.compile(r"20[0-4]\d年")
Found = EraSign | UnitTrace


class ParagraphTraces(NamedTuple):
    """What one paragraph tells; spans are code points of the paragraph."""

    eras: tuple[EraSign, ...] = ()
    units: tuple[UnitTrace, ...] = ()


class TraceReader:
    """Reads many paragraphs at once; not for two threads at the same time."""

    def __init__(self, eras: DatedFormulations, places: PlaceFinder) -> None:
        self._found: list[Found] = []
        literals: dict[str, list[Judge]] = {}
        for literal, find in (*eras.finders(), *trace_finders(places)):
            literals.setdefault(literal, []).append(self._gather(find))
        self._scan = literal_scan(literals)
        self._places = places

    def read(self, texts: Sequence[str]) -> dict[str, ParagraphTraces]:
        """The traces of the paragraphs that have some; none runs over a paragraph's end."""
        joined = "\n".join(texts)
        self._found = [*listed_places(self._places, joined)]
        for _ in self._scan(joined):
            pass
        years = [m.start() for m in _YEAR.finditer(joined)]
        found = sorted(self._found, key=lambda f: (f.start, -f.end))
        return dict(_by_paragraph(texts, found, years))

    def _gather(self, find: Callable[[str, int], Found | None]) -> Judge:
        def judge(text: str, at: int) -> Iterable[RuleHit]:
            found = find(text, at)
            if found is not None:
                self._found.append(found)
            return ()

        return judge


def _by_paragraph(
    texts: Sequence[str], found: Sequence[Found], years: Sequence[int]
) -> Iterator[tuple[str, ParagraphTraces]]:
    ends = list(accumulate([len(text) + 1 for text in texts]))
    rows: dict[int, list[Found]] = {}
    for one in found:
        rows.setdefault(bisect_right(ends, one.start), []).append(one)
    dated = {bisect_right(ends, year) for year in years}
    for place in dated.difference(rows):
        rows[place] = []
    for place, row in rows.items():
        text = texts[place]
        traces = _traces(text, ends[place] - len(text) - 1, row)
        if place in dated:
            traces = traces._replace(eras=(*traces.eras, *_years(text)))
        if traces.eras or traces.units:
            yield text, traces


def _traces(text: str, base: int, row: Sequence[Found]) -> ParagraphTraces:
    eras: list[EraSign] = []
    units: list[UnitTrace] = []
    era_end = place_end = 0
    for one in row:  # in order; what lies inside another of its sort is left out
        start, end = one.start - base, one.end - base
        if isinstance(one, EraSign):
            if end > era_end:
                eras.append(make(EraSign, (start, end, *one[2:])))
                era_end = end
        elif one.about is not TraceKind.PLACE or end > place_end:
            units.append(make(UnitTrace, (start, end, *one[2:])))
            place_end = end if one.about is TraceKind.PLACE else place_end
    return ParagraphTraces(tuple(eras), tuple(units))


def _years(text: str) -> Iterator[EraSign]:
    for start, end, first, last, weight in year_signs(text):
        yield EraSign(start, end, "", first, last, weight)
