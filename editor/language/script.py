"""Traditional characters read as simplified ones, one for one, so that places stay.

Sites convert a page to hinder copying, and greetings are written so. Only what is looked at
is read so; the text itself is never changed.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from editor.language.lists import words


@cache
def _table() -> MappingProxyType[int, str]:
    return MappingProxyType({ord(pair[0]): pair[1] for pair in words("traditional")})


@cache
def _any() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _table()))}]")


def holds_traditional(text: str) -> bool:
    """Whether a text has a traditional character that is read as a simplified one."""
    return _any().search(text) is not None


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length; itself where it is already."""
    return text.translate(_table()) if holds_traditional(text) else text
