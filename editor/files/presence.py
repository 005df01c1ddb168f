"""Whether a path is there, asked without an error.

`Path.exists` raises where it cannot look: a folder that is barred, a share that is switched
off, a name that is too long. None of them may keep the program from starting.
"""

from __future__ import annotations

from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether a path can be seen."""
    try:
        return path.exists()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether a path can be seen to be a file."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_gone(path: Path) -> bool:
    """Whether a path is surely not there; False where nobody can look."""
    try:
        return not path.exists()
    except OSError:
        return False


def is_same(one: Path, other: Path) -> bool:
    """Whether both names are one file, also through links and letter case."""
    if one.absolute() == other.absolute():
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False
