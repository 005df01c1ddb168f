"""A speech that stops without an end: the last words of a body with no mark behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.blanks.blank import Blank, BlankKind
from editor.checks.hits import Spot
from editor.checks.programs.draft import Draft

_ENDED = re.compile(r"(?:[。！？!?；;：:”’》）)】〕」—]|[\u4e00-\u9fff]\.)$")
_BODY = re.compile(r"[，,、；;。：:]")
_CLOSING = re.compile(r"谢谢|[年月日]$|此致|敬礼|讲完了|同志$|书记$|主席$|(?:县|市|区|省)?委员会$")
_CUT = re.compile(r"(?:\.{2,}|…+|。{3,})$")


def endings(draft: Draft) -> Iterator[Spot]:
    """The last character of each speech that merely stops."""
    elided = [b for b in draft.blanks if b.kind is BlankKind.ELIDED]
    for first, last in draft.speeches():
        for paragraph in range(last - 1, first - 1, -1):
            text = _without_elided(draft, paragraph, elided)
            if text:
                yield from _judge(paragraph, text)
                break


def _without_elided(draft: Draft, paragraph: int, elided: list[Blank]) -> str:
    text = draft.manuscript.paragraphs[paragraph].text.rstrip()
    for blank in reversed(elided):
        span = blank.span
        # mere dots stay: they are the end to be judged
        if span.paragraph == paragraph and span.end >= len(text) and len(blank.text) > 8:
            text = text[: span.start].rstrip()
    return text


def _judge(paragraph: int, text: str) -> Iterator[Spot]:
    at = Spot("missing", paragraph, len(text) - 1, len(text))
    if _CUT.search(text):
        yield at._replace(note="省略号")
    elif len(text) >= 12 and _BODY.search(text) and not _closed(text):
        yield at._replace(note="没有句末标点")


def _closed(text: str) -> bool:
    """With an end mark, or words that close a speech without one (谢谢大家, a date)."""
    return bool(_ENDED.search(text) or _CLOSING.search(text[-12:]))
