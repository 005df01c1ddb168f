"""What programs know besides the text: the perspective, dated words, places.

Built when first asked: reading the data takes some milliseconds that a window needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from editor.checks.perspective import Perspective
from editor.checks.rules.rule import Rule
from editor.checks.traces.dated_formulations import DatedFormulations
from editor.checks.traces.gazetteer import Gazetteer, load_places
from editor.checks.traces.place_names import PlaceFinder
from editor.checks.traces.trace_reader import ParagraphTraces, TraceReader


class CheckContext:
    """One for each checker; ``perspective`` may be set between two checks."""

    def __init__(self, rules: Sequence[Rule] = ()) -> None:
        self._rules = rules
        self.perspective = Perspective()

    @cached_property
    def eras(self) -> DatedFormulations:
        """The dated formulations."""
        return DatedFormulations(self._rules)

    @cached_property
    def places(self) -> Gazetteer:
        """The known places."""
        return load_places()

    @cached_property
    def _reader(self) -> TraceReader:
        return TraceReader(self.eras, PlaceFinder(self.places))

    @property
    def year(self) -> int:
        """The year to judge by: the chosen one, else that of the data."""
        perspective = self.perspective
        return perspective.year or perspective.profile.year or int(self.eras.checked[:4] or 0)

    def traces(self, texts: Sequence[str]) -> dict[str, ParagraphTraces]:
        """The traces of the paragraphs that have some; whatever the perspective."""
        return self._reader.read(texts)
