"""An office program that can make a Word file of another one: how it is called, what it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple


class Office(NamedTuple):
    """One way to convert.

    ``prepare(source, folder)`` puts into the private ``folder`` what the program needs and
    gives the command line; the result then lies in ``folder`` / ``RESULT``. ``clean(folder)``
    ends what a program that was cut off had started elsewhere (a server of its own).
    """

    name: str
    prepare: Callable[[Path, Path], Sequence[str]]
    clean: Callable[[Path], object] = lambda folder: None


SOURCE = "source"  # with the format's ending: a name that every program can read
RESULT = "source.docx"
