"""Quotes, brackets and book-title marks of a paragraph in pairs (GB/T 15834-2011 4.8–4.16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from editor.checks.hits import Hit, Scan

_MARKS = re.compile("[“”‘’《》（）()〔〕【】「」\n]")
_QUOTES = "“”‘’「」"
_PAIRS = ("“”", "‘’", "《》", "（）", "()", "（)", "(）", "〔〕", "【】", "「」")
_PAIR = 60  # within so many characters two wrong halves are one pair
_OPEN = "“‘《（(〔【「"
_CLOSE = "”’》）)〕】」"
_FAMILY = str.maketrans("”’》）)〕】」(", "“‘《（（〔【「（")
_LIST = re.compile(r"(?:^|[\s，。；、：:,;])(?:[0-9一二三四五六七八九十]{1,2}|[a-zA-Z])$")


def balance_scan(topics: Mapping[str, int]) -> Scan:
    """Marks without a partner in their paragraph; topics 'quote' and 'bracket'."""

    def scan(text: str) -> Iterator[Hit]:
        base, unpaired = 0, _unpaired(text)
        if not any(unpaired):
            return
        for line, marks in zip(text.split("\n"), unpaired, strict=True):
            if marks:
                for hit in _of_line(line, topics):
                    yield Hit(base + hit.start, base + hit.end, *hit[2:])
            base += len(line) + 1

    return scan


def _unpaired(text: str) -> list[str]:
    """The marks of each paragraph but for neighbours that are a pair; '' is in order."""
    found: list[str] = _MARKS.findall(text)
    marks = "".join(found)
    for pair in _PAIRS * 2:
        marks = marks.replace(pair, "")
    return marks.split("\n")


def _of_line(line: str, topics: Mapping[str, int]) -> Iterator[Hit]:
    waiting: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    for match in _MARKS.finditer(line):
        mark, at = match[0], match.start()
        if mark in _OPEN:
            waiting.append((at, mark))
        elif waiting and waiting[-1][1].translate(_FAMILY) == mark.translate(_FAMILY):
            waiting.pop()
        else:
            alone += _closing(line, mark, at, waiting)
    yield from _lonely(sorted([*waiting, *alone]), topics)


def _closing(
    text: str, mark: str, at: int, waiting: list[tuple[int, str]]
) -> list[tuple[int, str]]:
    """What a closing mark that does not fit the last opened one leaves without a partner."""
    family = mark.translate(_FAMILY)
    for place in reversed(range(len(waiting))):
        if waiting[place][1].translate(_FAMILY) == family:
            inside = waiting[place + 1 :]  # what was opened inside it stays open
            del waiting[place:]
            return inside
    return [] if _counts(text, mark, at) else [(at, mark)]


def _counts(text: str, mark: str, at: int) -> bool:
    """'1）' and 'a)' count points; '’' stands in Latin words."""
    if mark in "）)":
        return _LIST.search(text[max(0, at - 4) : at].rpartition("\n")[2]) is not None
    return mark == "’" and text[max(0, at - 1) : at].isascii() and at > 0


def _lonely(waiting: list[tuple[int, str]], topics: Mapping[str, int]) -> Iterator[Hit]:
    """Marks without a partner; two wrong halves of a pair are one finding with its fix."""
    quotes = [one for one in waiting if one[1] in _QUOTES]
    if "bracket" in topics:
        rest = [at for at, mark in waiting if mark not in _QUOTES]
        yield from (Hit(at, at + 1, topics["bracket"]) for at in rest)
    if "quote" not in topics:
        return
    while quotes:
        (at, mark), *rest = quotes
        near = bool(rest) and rest[0][0] - at <= _PAIR
        if near and mark in "”’":
            yield Hit(at, at + 1, topics["quote"], "“" if rest[0][1] == "”" else "‘")
        elif near:
            other = rest[0][0]
            yield Hit(other, other + 1, topics["quote"], "”" if mark == "“" else "’")
        else:
            yield Hit(at, at + 1, topics["quote"])
        quotes = rest[1:] if near else rest
