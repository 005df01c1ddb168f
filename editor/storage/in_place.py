"""Writing into a file that must stay the one it is: it has other names, or another's ownership.

Before its first byte changes, a file of the halfway lies beside it with the old bytes and the
new. Whoever finds that later (a kill, a power cut) puts the new ones in, if the file is still
made of nothing but these two; what somebody else has written since is never touched.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Generator
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple, cast

from editor.data_files.json_data import json_of
from editor.storage.disk import Disk
from editor.storage.log_file import write_all
from editor.storage.save_lock import PATIENCE
from editor.storage.storage_error import HalfWritten, Held

ENDING: Final = ".bigan-halfway"
_NAME: Final = 40  # characters of the file's name that its halfway file has
_SECTOR: Final = 512  # bytes that a disk writes whole or not at all


class Halfway(NamedTuple):
    """What a file was and what it is to be."""

    old: bytes
    new: bytes

    def packed(self) -> bytes:
        """As it lies on the disk: a line that tells how much there is, then the bytes."""
        head = {"old": len(self.old), "new": len(self.new), "print": _print(self.old + self.new)}
        return json.dumps(head).encode("ascii") + b"\n" + self.old + self.new

    def is_torn(self, now: bytes) -> bool:
        """Whether bytes are these two mixed, as a writing that was cut off leaves them."""
        if not min(len(self.old), len(self.new)) <= len(now) <= max(len(self.old), len(self.new)):
            return False
        places = range(0, len(now), _SECTOR)
        return all(_is_of_two(self, now[at : at + _SECTOR], at) for at in places)


def halfway_beside(target: Path) -> Path:
    """Where the halfway of a file lies."""
    mark = blake2b(target.name.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return target.with_name(f".{target.name[:_NAME]}.{mark}{ENDING}")


def read_halfway(data: bytes) -> Halfway | None:
    """What a halfway file holds; None where it is not whole."""
    line, _, rest = data.partition(b"\n")
    with contextlib.suppress(ValueError, KeyError, TypeError):
        head = cast("dict[str, object]", json_of(line))
        old, new = head["old"], head["new"]
        if isinstance(old, int) and isinstance(new, int) and len(rest) == old + new:
            found = Halfway(rest[:old], rest[old:])
            return found if head["print"] == _print(rest) else None
    return None


def fill_in_place(disk: Disk, handle: int, target: Path, halfway: Halfway) -> int:
    """Write the new bytes into an open file; when, in ns since 1970. On error the old are back."""
    try:
        _write_over(disk, handle, halfway.new)
        return disk.written_at(handle)
    except BaseException as error:
        try:
            _write_over(disk, handle, halfway.old)
        except OSError:
            raise HalfWritten(target, halfway_beside(target)) from error
        raise


@contextlib.contextmanager
def held_open(disk: Disk, path: Path) -> Generator[int, None, None]:
    """A file to read and write, that no other program of ours writes by another of its names."""
    handle = disk.open_again(path)
    try:
        for pause in PATIENCE:
            if disk.try_lock(handle) is not False:  # None: the disk knows no locks
                break
            disk.pause(pause)
        else:
            raise Held(path, "", "", 0.0)
        yield handle
    finally:
        with contextlib.suppress(OSError):  # what was written is on the disk
            disk.close(handle)


def _write_over(disk: Disk, handle: int, data: bytes) -> None:
    write_all(disk, handle, 0, data)
    disk.cut(handle, len(data))
    disk.flush(handle)


def _is_of_two(halfway: Halfway, piece: bytes, at: int) -> bool:
    """Whether a sector is new up to somewhere, and old (or given and never written) from there."""
    end = at + len(piece)
    new, old = halfway.new[at:end], halfway.old[at:end]
    if piece in (new, old):
        return True
    same = next((n for n, (a, b) in enumerate(zip(piece, new, strict=False)) if a != b), len(new))
    rest = piece[same:]
    return rest in (old[same:].ljust(len(rest), b"\0"), bytes(len(rest)))


def _print(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
