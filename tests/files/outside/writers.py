"""Several programs that add a line each to one file, again and again, as colleagues do.

    python -m tests.files.outside.writers FILE PROGRAMS LINES

Each opens the file, adds its line at the end and saves; one that is told that another has been
there reads again and tries anew. Nothing is lost exactly where all lines are there at the end.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from editor.files.open import open_document
from editor.files.save import save
from editor.files.trouble import ChangedOnDisk
from editor.manuscript.manuscript import manuscript_of


def add(path: Path, line: str) -> int:
    """Add a line; how often one was told on the way."""
    told = 0
    while True:
        opened = open_document(path)
        try:
            save(opened, manuscript_of(f"{opened.manuscript.text}\n{line}"))
        except ChangedOnDisk:
            told += 1
        else:
            return told


def race(path: Path, programs: int, lines: int) -> None:
    """Let so many children of this process add so many lines each."""
    children: list[int] = []
    for number in range(programs):
        child = os.fork()
        if not child:
            code = 1
            try:
                for count in range(lines):
                    add(path, f"{number}-{count}")
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert all(os.waitpid(child, 0)[1] == 0 for child in children)


if __name__ == "__main__":
    race(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
