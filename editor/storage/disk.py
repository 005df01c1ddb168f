"""What the program asks of the system to change a disk, one call a method.

Everything that writes goes through a `Disk`, so that a test can hand in one that records
its calls, or lets the n-th of them fail.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from editor.storage.traits import Traits


class Disk(Protocol):
    """The calls. Handles are the system's numbers of open files; each may raise OSError."""

    def mode(self, path: Path) -> int | None:
        """The rights of a file, None where there is none."""
        ...

    def usual_mode(self) -> int:
        """The rights that a new file of this user has."""
        ...

    def traits(self, path: Path) -> Traits | None:
        """What a file has besides its bytes, None where there is none."""
        ...

    def give(self, path: Path, traits: Traits) -> bool:
        """Give a file of this user's these traits; False where one of them cannot be had."""
        ...

    def may_write(self, path: Path) -> bool:
        """Whether the user may write this file."""
        ...

    def is_read_only(self, path: Path) -> bool:
        """Whether the disk that a file lies on takes nothing, whoever asks."""
        ...

    def create(self, path: Path) -> int:
        """Open a new file that only its user may read; raises FileExistsError."""
        ...

    def open(self, path: Path) -> int:
        """Open a file to read and write, made (for its user only) where there is none."""
        ...

    def size(self, handle: int) -> int:
        """Bytes in an open file."""
        ...

    def written_at(self, handle: int) -> int:
        """When an open file was changed last, in nanoseconds since 1970."""
        ...

    def read(self, handle: int, at: int, count: int) -> bytes:
        """Up to ``count`` bytes from a place on; none at the end."""
        ...

    def write(self, handle: int, at: int, data: memoryview) -> int:
        """Write at a place; how many bytes were taken."""
        ...

    def cut(self, handle: int, size: int) -> None:
        """Let the file end here."""
        ...

    def flush(self, handle: int) -> None:
        """Have what was written on the disk, power cut or not."""
        ...

    def close(self, handle: int) -> None:
        """Close an open file."""
        ...

    def lock(self, handle: int) -> None:
        """Wait until no other program holds the file, and hold it."""
        ...

    def try_lock(self, handle: int) -> bool | None:
        """Hold the file if no other program does; None where the disk knows no locks."""
        ...

    def unlock(self, handle: int) -> None:
        """Let the file go."""
        ...

    def open_again(self, path: Path) -> int:
        """Open a file to read and write; raises FileNotFoundError."""
        ...

    def is_at(self, handle: int, path: Path) -> bool:
        """Whether an open file is the one that stands at a path now."""
        ...

    def is_running(self, process: int) -> bool:
        """Whether a program with this number runs on this machine."""
        ...

    def set_mode(self, path: Path, mode: int) -> None:
        """Give a file these rights."""
        ...

    def touch(self, path: Path) -> None:
        """Say that a file was changed now."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in another's place, in one step."""
        ...

    def remove(self, path: Path) -> None:
        """Remove a file."""
        ...

    def make_folder(self, path: Path) -> None:
        """Make one folder that only its user can look into; raises FileExistsError."""
        ...

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder."""
        ...

    def flush_folder(self, path: Path) -> None:
        """Have the names in a folder on the disk, where the system can."""
        ...

    def pause(self, seconds: float) -> None:
        """Wait before asking again."""
        ...
