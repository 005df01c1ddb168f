"""Where the user's own data lies: settings, journals, versions, phrases, profiles."""

from __future__ import annotations

import os
from pathlib import Path


def user_folder() -> Path:
    """The folder for the user's own data; BIGAN_HOME or a marker file overrides it.

    A file named ``portable`` beside main.py keeps everything in ``data`` there (绿色版).
    """
    if home := os.environ.get("BIGAN_HOME"):
        return Path(home)
    beside = Path(__file__).resolve().parents[2]
    if (beside / "portable").exists():
        return beside / "data"
    from platformdirs import user_data_path

    return user_data_path("bigan", appauthor=False)


def settings_of_qt() -> Path | None:
    """The file in which Qt keeps the habits of its own windows; None where it is none (Windows)."""
    if os.name == "nt":
        return None
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "QtProject.conf"
