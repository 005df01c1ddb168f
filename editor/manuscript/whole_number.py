"""A whole number out of what somebody wrote: the one way, for `isdigit` says yes to ² and ①.

And Python refuses more than 4,300 digits with an error of its own.
"""

from __future__ import annotations

import re
from typing import Final

_WHOLE: Final = re.compile(r"\s*[+-]?\d{1,18}\s*")  # 18: what fits 64 bits


def whole_number(words: str | None, otherwise: int = 0) -> int:
    """The number that digits say, of any script; ``otherwise`` where they say none."""
    return int(words) if words and _WHOLE.fullmatch(words) else otherwise
