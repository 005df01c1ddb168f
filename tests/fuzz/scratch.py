"""A file for one input, in memory where the system has such a place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_MEMORY = Path("/dev/shm")


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty folder that goes with everything in it."""
    with TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@contextmanager
def scratch_file(name: str, data: bytes) -> Iterator[Path]:
    """A file of this name that holds the input."""
    with scratch_folder() as folder:
        path = folder / name
        path.write_bytes(data)
        yield path
