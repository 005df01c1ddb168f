"""What a program that will be killed has had on its page, and when.

A line a state, written to a file by one call: it stays whatever becomes of the program. The
clock is the machine's own, the same in every process.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from time import monotonic

KILLED = "killed"  # instead of a state, by a program that kills itself


@dataclass(frozen=True)
class State:
    """The text of one moment (seconds of the machine's clock), by its fingerprint."""

    moment: float
    digest: str


class Diary:
    """The states of one program, written as they come."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)

    def note(self, words: str) -> None:
        """A state, or KILLED."""
        os.write(self._file, f"{monotonic()} {words}\n".encode())


def states_in(path: Path) -> list[State]:
    """The states of a program that is gone, KILLED among them."""
    lines = path.read_text("ascii").splitlines() if path.exists() else []
    return [State(float(moment), digest) for moment, digest in (line.split() for line in lines)]


def digest_of_words(text: str) -> str:
    """The fingerprint of a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
