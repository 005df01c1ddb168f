"""The one way to read TOML: rules, forms and profiles, which a writer may have edited."""

from __future__ import annotations

import re
from typing import Any, Final

from editor.data_files.unreadable import UnreadableError

LARGEST: Final = 1 << 22  # bytes; the longest file of the program has a hundredth
_LINE: Final = re.compile(r"\(at line (\d+)")


def toml_of(data: bytes) -> dict[str, Any]:
    """The table of a TOML file's bytes. Raises UnreadableError, with the line where it is known."""
    import tomllib  # here, so that a window paints before it is needed

    if len(data) > LARGEST:
        raise UnreadableError(f"超过 {LARGEST >> 20} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError("不是 UTF-8 编码", line) from error
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError, MemoryError) as error:
        raise UnreadableError("写法不合 TOML", _line_of(error, text)) from error


def _line_of(error: BaseException, text: str) -> int:
    told = _LINE.search(str(error))
    if told:
        return int(told[1])
    return text.rstrip().count("\n") + 1 if "end of document" in str(error) else 0
