"""Quotes, brackets and book-title marks of a paragraph in pairs (GB/T 15834-2011 4.8–4.16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from editor.checks.hits import Hit, Scan

_MARKS = re.compile("[“”‘’《》（）()〔〕【】「」\n]")
_OPEN = "“‘《（(〔【「"
_CLOSE = "”’》）)〕】」"
_FAMILY = str.maketrans("”’》）)〕】」(", "“‘《（（〔【「（")
_LIST = re.compile(r"(?:^|[\s，。；、：:,;])(?:[0-9一二三四五六七八九十]{1,2}|[a-zA-Z])$")


def balance_scan(topics: Mapping[str, int]) -> Scan:
    """Marks without a partner in their paragraph; topics 'quote' and 'bracket'."""

    def scan(text: str) -> Iterator[Hit]:
        waiting: list[tuple[str, int]] = []
        for match in _MARKS.finditer(text):
            mark, at = match[0], match.start()
            if mark == "\n":
                if waiting:
                    yield from _lonely(waiting, topics)
                    waiting = []
            elif mark in _OPEN:
                waiting.append((mark, at))
            elif waiting and waiting[-1][0].translate(_FAMILY) == mark.translate(_FAMILY):
                waiting.pop()
            else:
                yield from _closing(text, mark, at, waiting, topics)
        yield from _lonely(waiting, topics)

    return scan


def _closing(
    text: str, mark: str, at: int, waiting: list[tuple[str, int]], topics: Mapping[str, int]
) -> Iterator[Hit]:
    """A closing mark that does not fit the last opened one."""
    family = mark.translate(_FAMILY)
    place = next(
        (i for i in reversed(range(len(waiting))) if waiting[i][0].translate(_FAMILY) == family),
        None,
    )
    if place is not None:  # what was opened inside it stays open: that one is lonely
        yield from _lonely(waiting[place + 1 :], topics)
        del waiting[place:]
    elif not _counts(text, mark, at):
        yield from _lonely([(mark, at)], topics)


def _counts(text: str, mark: str, at: int) -> bool:
    """'1）' and 'a)' count points; '’' stands in Latin words."""
    if mark in "）)":
        return _LIST.search(text[max(0, at - 4) : at].rpartition("\n")[2]) is not None
    return mark == "’" and text[max(0, at - 1) : at].isascii() and at > 0


def _lonely(waiting: list[tuple[str, int]], topics: Mapping[str, int]) -> Iterator[Hit]:
    for mark, at in waiting:
        topic = "quote" if mark in "“”‘’「」" else "bracket"
        if topic in topics:
            yield Hit(at, at + 1, topics[topic])
