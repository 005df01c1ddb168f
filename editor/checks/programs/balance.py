"""Quotes, brackets and book-title marks of a paragraph in pairs (GB/T 15834-2011 4.8–4.16)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from editor.checks.scanning.hits import RuleHit, Scan

_MARKS = re.compile("[“”‘’《》（）()〔〕【】「」\n]")
_QUOTES = "“”‘’「」"
_PAIRS = ("“”", "‘’", "《》", "（）", "()", "（)", "(）", "〔〕", "【】", "「」")
_PAIR = 60  # within so many characters two wrong halves are one pair
_OPEN = "“‘《（(〔【「"
_FAMILY = str.maketrans("”’》）)〕】」(", "“‘《（（〔【「（")
_LIST = re.compile(r"(?:^|[\s，。；、：:,;])(?:[0-9一二三四五六七八九十]{1,2}|[a-zA-Z])$")


def balance_scan(topics: Mapping[str, int]) -> Scan:
    """Marks without a partner in their paragraph; topics 'quote' and 'bracket'."""

    def scan(text: str) -> Iterator[RuleHit]:
        base, unpaired = 0, _unpaired(text)
        if not any(unpaired):
            return
        for line, marks in zip(text.split("\n"), unpaired, strict=True):
            if marks:
                for hit in _of_line(line, topics):
                    yield RuleHit(base + hit.start, base + hit.end, *hit[2:])
            base += len(line) + 1

    return scan


def _unpaired(text: str) -> list[str]:
    """The marks of each paragraph but for neighbours that are a pair; '' is in order."""
    found: list[str] = _MARKS.findall(text)
    marks = "".join(found)
    for pair in _PAIRS * 2:
        marks = marks.replace(pair, "")
    return marks.split("\n")


def _of_line(line: str, topics: Mapping[str, int]) -> Iterator[RuleHit]:
    waiting: list[tuple[int, str]] = []
    opened: Counter[str] = Counter()  # of ``waiting``, by family
    alone: list[tuple[int, str]] = []
    for match in _MARKS.finditer(line):
        mark, at = match[0], match.start()
        family = mark.translate(_FAMILY)
        if mark in _OPEN:
            waiting.append((at, mark))
            opened[family] += 1
        elif opened[family]:
            alone += _closed(family, waiting, opened)
        elif not _counts(line, mark, at):
            alone.append((at, mark))
    yield from _lonely(sorted([*waiting, *alone]), topics)


def _closed(
    family: str, waiting: list[tuple[int, str]], opened: Counter[str]
) -> list[tuple[int, str]]:
    """Take a pair off ``waiting``; what was opened inside it stays without a partner."""
    inside: list[tuple[int, str]] = []
    while waiting:
        at, mark = waiting.pop()
        own = mark.translate(_FAMILY)
        opened[own] -= 1
        if own == family:
            break
        inside.append((at, mark))
    return inside


def _counts(text: str, mark: str, at: int) -> bool:
    """'1）' and 'a)' count points; '’' stands in Latin words."""
    if mark in "）)":
        return _LIST.search(text[max(0, at - 4) : at].rpartition("\n")[2]) is not None
    return mark == "’" and text[max(0, at - 1) : at].isascii() and at > 0


def _lonely(waiting: list[tuple[int, str]], topics: Mapping[str, int]) -> Iterator[RuleHit]:
    """Marks without a partner; two wrong halves of a pair are one finding with its fix."""
    quotes = [one for one in waiting if one[1] in _QUOTES]
    if "bracket" in topics:
        rest = [at for at, mark in waiting if mark not in _QUOTES]
        yield from (RuleHit(at, at + 1, topics["bracket"]) for at in rest)
    if "quote" not in topics:
        return
    place = 0
    while place < len(quotes):
        at, mark = quotes[place]
        other = quotes[place + 1] if place + 1 < len(quotes) else None
        if other is None or other[0] - at > _PAIR:
            yield RuleHit(at, at + 1, topics["quote"])
            place += 1
            continue
        if mark in "”’":
            yield RuleHit(at, at + 1, topics["quote"], "“" if other[1] == "”" else "‘")
        else:
            yield RuleHit(other[0], other[0] + 1, topics["quote"], "”" if mark == "“" else "’")
        place += 2
