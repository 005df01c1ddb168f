"""Headings that run into their bodies, of fields and hands that no weight was fitted on.

What is wrong in words, and what each family of signs is worth: python -m tests.bench.ablation
"""

from __future__ import annotations

import pytest

from tests.samples.glued_groups import glued_groups, read


@pytest.mark.parametrize(
    ("held", "between", "floor"),
    [
        (False, "", 0.76),
        (False, " ", 0.98),
        (False, "：", 0.97),
        (False, "。", 0.99),
        (True, "", 0.8),
    ],
)
def test_a_figure_once_reached_is_kept(held: bool, between: str, floor: float) -> None:
    groups = glued_groups(held=held)
    assert read(groups, between).f1 >= floor
    assert read(groups, between, break_="").f1 >= floor
