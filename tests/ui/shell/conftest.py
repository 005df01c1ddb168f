"""The window fixture of the shell tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[object]:
    """A complete window on the sample speech."""
    from tests.ui.shell.windows import end_window, open_window

    made = open_window(tmp_path / "home", "--sample")
    yield made
    end_window(made)
