"""A bar over a text of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.find.hands import Hands
from tests.ui.parts import Parts, parts_on


@pytest.fixture
def hands_on(application: object, tmp_path: Path) -> Iterator[Callable[[str], Hands]]:
    """Makes a text with a bar over it; the settings stay the same in one test."""
    made: list[Parts] = []

    def make(line: str) -> Hands:
        made.append(parts_on(line, tmp_path))
        return Hands(made[-1])

    yield make
    for parts in made:
        parts.close()
