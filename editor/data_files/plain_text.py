"""The text of a list that belongs to the program; bytes that are no words do not pass for any."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from editor.data_files.unreadable import UnreadableError

# No list has them: bytes that happen to be UTF-8 are no text for that.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")


def text_in(path: Path) -> str:
    """The text of a file. Raises OSError, UnicodeError, UnreadableError."""
    text = path.read_text("utf-8")
    if found := _NO_TEXT.search(text):
        raise UnreadableError("里面有不是文字的字节", text.count("\n", 0, found.start()) + 1)
    return text
