"""The outline of every sample in other dresses: floors under what is reached.

The figures and what goes wrong: python -m tests.bench.redress [dress …] -v
"""

from __future__ import annotations

import pytest

from tests.bench.redress import DRESSES, figure, sources

FLOORS = {
    "none": 0.97,
    "oneline": 0.90,
    "oneline spaced": 0.94,
    "wrap 24": 0.96,
    "wrap 28": 0.96,
    "wrap 35": 0.96,
    "wrap 38 indent": 0.96,
    "glued": 0.93,
    "glued space": 0.97,
    "glued stop": 0.97,
    "glued colon": 0.96,
    "marks doubled": 0.97,
}


@pytest.mark.parametrize("name", FLOORS)
def test_the_outline_is_read_in_this_dress(name: str) -> None:
    tally, wrong = figure(DRESSES[name], sources(), numbered=name.startswith(("one", "glued")))
    assert tally.f1 >= FLOORS[name], wrong
