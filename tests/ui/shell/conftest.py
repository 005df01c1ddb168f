"""The window fixture of the shell tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def the_dictionary_is_not_read() -> Iterator[None]:
    """Reading the dictionary anew for each window would take most of the time."""
    from editor.words.segmenter import Segmenter

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Segmenter, "load_in_background", lambda words: None)
        yield


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[object]:
    """A complete window on the sample speech."""
    from tests.ui.shell.windows import end_window, open_window

    made = open_window(tmp_path / "home", "--sample")
    yield made
    end_window(made)
