"""What programs know besides the text: the standpoint, the eras, the places.

Built when first asked: reading the data takes some milliseconds that a window needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from editor.checks.eras import Eras
from editor.checks.named import PlaceFinder
from editor.checks.places import Gazetteer, load_places
from editor.checks.rule import Rule
from editor.checks.standpoint import Standpoint
from editor.checks.traces import TraceReader, Traces


class Aids:
    """One for each checker; ``standpoint`` may be set between two checks."""

    def __init__(self, rules: Sequence[Rule] = ()) -> None:
        self._rules = rules
        self.standpoint = Standpoint()

    @cached_property
    def eras(self) -> Eras:
        """The dated formulations."""
        return Eras(self._rules)

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
        standpoint = self.standpoint
        return standpoint.year or standpoint.profile.year or int(self.eras.checked[:4] or 0)

    def traces(self, texts: Sequence[str]) -> dict[str, Traces]:
        """The traces of the paragraphs that have some; whatever the standpoint."""
        return self._reader.read(texts)
