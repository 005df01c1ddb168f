"""The screen that the tests of this folder share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """An X screen of our own."""
    from tests.ui.screen.screens import new_screen

    yield from new_screen()
