"""Opening a file for a command: what an office program had to convert is told, one line.

So is in which encoding a plain text was read where that is not as usual.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from editor.files.conversion.convert import Conversion
from editor.files.encodings import CHOICES
from editor.files.open import open_document
from editor.files.opened import Opened


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """Declare the option that says in which encoding a plain text is."""
    names = "、".join(name for name, _ in CHOICES)
    parser.add_argument("--encoding", metavar="编码", help=f"文本文件的编码，不写就自己认：{names}")


def open_file(path: Path | str, encoding: str | None = None) -> Opened:
    """The text of a file of any kind that can be had here. Raises Trouble."""
    opened = open_document(path, encoding=encoding, conversion=Conversion())
    if opened.origin is not None or opened.kind == "txt":
        for note in opened.notes:
            print(note, file=sys.stderr)
    if opened.doubtful:
        print("知道是哪种编码的，用 --encoding 写明，如 --encoding big5。", file=sys.stderr)
    return opened
