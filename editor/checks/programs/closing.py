"""Does a paragraph close a speech, or merely stop? What endings and counts both ask."""

from __future__ import annotations

import re

_ENDED = re.compile(r"(?:[。！？!?；;：:”’》）)】〕」—]|[\u4e00-\u9fff]\.)$")
_BODY = re.compile(r"[，,、；;。：:]")
_CLOSING = re.compile(r"谢谢|[年月日]$|此致|敬礼|讲完了|同志$|书记$|主席$|(?:县|市|区|省)?委员会$")
_CUT = re.compile(r"(?:(?<!\.)\.{2,}|(?<!…)…+|(?<!。)。{3,})$")


def trails_off(text: str) -> bool:
    """Whether it ends in dots."""
    return _CUT.search(text) is not None


def stops_short(text: str) -> bool:
    """Whether it is body text without an end mark, and no words that close without one."""
    text = text.rstrip()
    if trails_off(text):
        return True
    closed = _ENDED.search(text) or _CLOSING.search(text[-12:])
    return len(text) >= 12 and _BODY.search(text) is not None and not closed
