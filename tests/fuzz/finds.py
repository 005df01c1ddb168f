"""What was found, told by where it was raised: one fault is one find, with its smallest input."""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.bounds import TooSlowError
from tests.sources import ROOT

_OURSELVES = ("bounds.py", "child.py", "engine.py", "replay.py", "target.py")  # no place of a fault


@dataclass(frozen=True)
class Find:
    """A fault and an input that brings it about; ``trace`` is what Python says of it."""

    signature: str
    data: bytes
    trace: str

    @property
    def name(self) -> str:
        """What its file is called."""
        kind = self.signature.split(" ")[0].lower()
        return f"{kind}-{hashlib.sha256(self.signature.encode()).hexdigest()[:8]}"


def find_of(error: BaseException, data: bytes) -> Find:
    """What an error says that was raised for an input."""
    trace = "".join(traceback.format_exception(error, limit=-40))
    return Find(signature_of(error), data, trace)


def signature_of(error: BaseException) -> str:
    """The kind of an error and the place of the project that raised it.

    What is too slow or too deep is somewhere in a loop: there the function counts, not the line.
    """
    frames = [f for f in traceback.extract_tb(error.__traceback__) if _ours(f.filename)]
    name = type(error).__name__
    if not frames:
        return f"{name} outside"
    if isinstance(error, RecursionError):
        names = [_function(f) for f in frames]
        return f"{name} {max(names, key=names.count)}"
    if isinstance(error, (TooSlowError, MemoryError)):
        return f"{name} {_function(frames[-1])}"
    return f"{name} {_function(frames[-1])}:{frames[-1].lineno}"


def _function(frame: traceback.FrameSummary) -> str:
    return f"{Path(frame.filename).relative_to(ROOT)}:{frame.name}"


def _ours(filename: str) -> bool:
    path = Path(filename)
    inside = path.is_relative_to(ROOT) and ".venv" not in path.parts
    return inside and path.name not in _OURSELVES


class FindFolder:
    """The finds of one target on the disk: ``NAME.bin`` the input, ``NAME.txt`` what was said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, find: Find) -> bool:
        """Keep a find; False where the same fault is there with an input that is no longer."""
        file = self.folder / f"{find.name}.bin"
        if file.exists() and file.stat().st_size <= len(find.data):
            return False
        self.folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(find.data)
        file.with_suffix(".txt").write_text(f"{find.signature}\n{find.trace}", "utf-8")
        return True

    def inputs(self) -> list[Path]:
        """The files of the inputs."""
        return sorted(self.folder.glob("*.bin"))
