"""A private folder for a while: what another program reads and writes for us."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

PREFIX: Final = "bigan-"


@contextmanager
def scratch_folder() -> Generator[Path, None, None]:
    """A new folder that only this user can look into; afterwards it is gone with all in it.

    What another program still holds open (Windows) is left to the system's own clearing.
    """
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        yield Path(name)
