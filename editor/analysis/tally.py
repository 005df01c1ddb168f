"""How much there is to do in a text, counted once for every place that says it.

Every number counts places (处), so that tab, status bar, tree, sheet and gate agree; how many
kinds of faults or of blanks they are stands behind it, and is named as such (类, 项).
"""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import NamedTuple

from editor.analysis.values import Analysis
from editor.checks.finding import Severity


class Tally(NamedTuple):
    """Places and kinds. ``blanks`` of the text and ``beside`` it are among ``must`` too.

    ``slots`` are the blanks of the text that want one value, or one sort of value, each;
    ``unsure`` may be blanks, and are among ``look``. There may be more blanks where they are
    not ``all_blanks``: the text could not be looked through for them.
    """

    must: int = 0
    must_kinds: int = 0
    look: int = 0
    look_kinds: int = 0
    blanks: int = 0
    beside: int = 0
    slots: int = 0
    unsure: int = 0
    all_blanks: bool = True

    @property
    def open(self) -> int:
        """All open blanks, in the text and beside it."""
        return self.blanks + self.beside

    def findings_words(self) -> str:
        """'必改 9 处（5 类）·请看 2 处（2 类）'; '' where there are none."""
        rows = (("必改", self.must, self.must_kinds), ("请看", self.look, self.look_kinds))
        return " · ".join(f"{name} {n} 处（{kinds} 类）" for name, n, kinds in rows if n)

    def blanks_words(self) -> str:
        """'还有 53 处没填，归成 14 项'; '' where none is open in the text."""
        told = [f"还有 {self.blanks} 处没填，归成 {self.slots} 项"] if self.blanks else []
        told += [] if self.all_blanks else ["没填的空没有查完，可能还有"]
        return "；".join(told)


def tally(analysis: Analysis) -> Tally:
    """Count an analysis; cheap enough for each, also of a text with fifty thousand findings."""
    saids = [*map(attrgetter("said"), analysis.findings)]
    places = Counter(map(attrgetter("rule"), saids))
    severities = dict(map(attrgetter("rule", "severity"), saids))
    must = [places[rule] for rule, severity in severities.items() if severity is Severity.MUST]
    look = [places[rule] for rule, severity in severities.items() if severity is Severity.LOOK]
    return Tally(
        sum(must), len(must), sum(look), len(look),
        len(analysis.blanks), len(analysis.blanks_beside),
        len({blank.slot or f"own:{blank.text}" for blank in analysis.blanks}),
        len(analysis.unsure), "blanks" not in analysis.unlooked,
    )  # fmt: skip
