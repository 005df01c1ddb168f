"""Opening a file for a command: what an office program had to convert is told, one line."""

from __future__ import annotations

import sys
from pathlib import Path

from editor.files.conversion.convert import Conversion
from editor.files.open import open_document
from editor.files.opened import Opened


def open_file(path: Path | str) -> Opened:
    """The text of a file of any kind that can be had here. Raises Trouble."""
    opened = open_document(path, conversion=Conversion())
    if opened.origin is not None:
        print("\n".join(opened.notes), file=sys.stderr)
    return opened
