"""The outline of every sample in other dresses: what was once reached is the floor.

The figures and what goes wrong: python -m tests.bench.trials.redress [dress …] -v
"""

from __future__ import annotations

import pytest

from tests.bench.trials.redress import DRESSES, figure, sources
from tests.samples.scoring import Faults

# Headings missed and headings that are none, over all samples.
FAULTS = {
    "none": Faults(7, 15),
    "oneline": Faults(91, 75),
    "oneline spaced": Faults(44, 40),
    "wrap 24": Faults(17, 21),  # a speech that cleaning had taken whole is read again
    "wrap 28": Faults(13, 23),
    "wrap 35": Faults(14, 19),
    "wrap 38 indent": Faults(12, 22),
    "glued": Faults(61, 69),
    "glued space": Faults(22, 30),
    "glued stop": Faults(11, 19),
    "glued colon": Faults(11, 19),
    "marks doubled": Faults(7, 15),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_outline_is_read_in_this_dress(name: str) -> None:
    tally, wrong = figure(DRESSES[name], sources(), numbered=name.startswith(("one", "glued")))
    assert not Faults(tally.missed, tally.extra).exceed(FAULTS[name]), wrong
