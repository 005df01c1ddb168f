"""What the first reading of a text needs is made ready before there is one.

Word lists are read and forms compiled when they are first asked for, some 250 ms in all; in a
window without a text nothing has asked yet, and the first words typed or pasted would wait.
"""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from editor.blanks.blank_reader import find_blanks
from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of


def read_ahead(sample: Path) -> Thread:
    """Read a text in a thread that does not hold up the end of the program."""
    thread = Thread(target=_read, args=(sample,), name="ahead", daemon=True)
    thread.start()
    return thread


def _read(sample: Path) -> None:
    text = manuscript_of(sample.read_text("utf-8"))
    outline_of(text)
    find_blanks(text)
    tidy(text)
