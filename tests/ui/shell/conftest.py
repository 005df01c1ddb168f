"""The window fixture of the shell tests."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def rules_are_read_once() -> Iterator[None]:
    """Reading the rules and the dictionary anew for each window would take most of the time."""
    from editor.analysis import analyzer
    from editor.checks.rules.rule_files import load_rules
    from editor.words.words import Words

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analyzer, "load_rules", cache(load_rules))
        patch.setattr(Words, "load_in_background", lambda words: None)
        yield


@pytest.fixture
def window(application: object, tmp_path: Path) -> Iterator[object]:
    """A complete window on the sample speech."""
    from tests.ui.shell.windows import end_window, open_window

    made = open_window(tmp_path / "home", "--sample")
    yield made
    end_window(made)
