"""A picture that nobody may open, words that name it, and a watch on who does."""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.files.rich import png

WATCHABLE = sys.platform == "linux"
_OPENED, _NOT_BLOCKING = 0x20, 0o4000  # IN_OPEN, IN_NONBLOCK
_EVENT = struct.Struct("iIII")  # then the name, of so many bytes as the last says


def put_canary(folder: Path) -> Path:
    """The picture, in a folder of its own: larger than what Qt shows for none."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / "canary.png"
    picture.write_bytes(png(300, 300))
    return picture


def tag(picture: Path) -> str:
    """Words of a speech that Qt would take for a picture."""
    return f'<img src="{picture}"> & <b>粗</b>'


def lures(folder: Path) -> tuple[str, ...]:
    """Words that Qt would obey; ``<sup>`` is a look that nothing of ours has."""
    picture = folder / "canary.png"
    return (
        f'<img src="{picture}"><sup>高</sup>',
        f'<p style="background-image:url({picture})"><sup>高</sup></p>',
        f'<link rel="stylesheet" href="{picture}"><sup>高</sup>',
        '<img src="//canary.invalid/share/c.png"><sup>高</sup>',
        "![图](canary.png)<sup>高</sup>",
    )


@contextmanager
def watched(folder: Path) -> Iterator[list[str]]:
    """The names of what is opened in a folder, known when the watch ends.

    Linux tells them (inotify); elsewhere there are none.
    """
    if not WATCHABLE:
        yield []
        return
    library, names = ctypes.CDLL(None, use_errno=True), list[str]()
    watch = library.inotify_init1(_NOT_BLOCKING)
    assert library.inotify_add_watch(watch, os.fsencode(folder), _OPENED) >= 0
    try:
        yield names
        names += _opened(watch)
    finally:
        os.close(watch)


def _opened(watch: int) -> Iterator[str]:
    try:
        told = os.read(watch, 1 << 16)
    except BlockingIOError:
        return
    while told:
        *_, size = _EVENT.unpack_from(told)
        name = told[_EVENT.size : _EVENT.size + size]
        yield os.fsdecode(name.rstrip(b"\0"))
        told = told[_EVENT.size + size :]
