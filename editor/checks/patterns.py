"""Rules that are regular expressions: tried only where one of their triggers stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from editor.checks.hits import Hit, Scan, around
from editor.checks.rule import REACH, Pattern

_INDENT = (" ", "\u3000")


def lazily(pattern: Pattern) -> Callable[[], re.Pattern[str]]:
    """The compiled expression, compiled when it is first needed."""
    compiled: list[re.Pattern[str]] = []

    def get() -> re.Pattern[str]:
        if not compiled:
            compiled.append(re.compile(pattern.regex, re.MULTILINE))
        return compiled[0]

    return get


def trigger_judge(index: int, pattern: Pattern, trigger: str) -> Callable[[str, int], list[Hit]]:
    """Tries the pattern from ``back`` before the trigger to its last character.

    Of several matches around one trigger the first counts, as in a search from the left.
    """
    get = lazily(pattern)
    back, ahead = pattern.back, len(trigger)

    def judge(text: str, at: int) -> list[Hit]:
        match_at = get().match
        for start in range(max(0, at - back), at + ahead):
            match = match_at(text, start)
            if match is not None:
                return list(_judged(index, pattern, text, match))
        return []

    return judge


def sign_scan(index: int, pattern: Pattern, signs: tuple[str, ...]) -> Scan:
    """A pattern whose triggers are single signs: each is found by itself."""
    get, back = lazily(pattern), pattern.back

    def scan(text: str) -> Iterator[Hit]:
        match_at, find = get().match, text.find
        for sign in signs:
            at, seen = find(sign), -1
            while at >= 0:
                for start in range(max(at - back, seen + 1, 0), at + 1):
                    match = match_at(text, start)
                    if match is not None:
                        yield from _judged(index, pattern, text, match)
                        seen = max(match.end() - 1, at)
                        break
                at = find(sign, at + 1)

    return scan


def line_scan(patterns: Sequence[tuple[int, Pattern]]) -> Scan:
    """Patterns at the beginning of a paragraph, by the characters that may begin it.

    One look at each paragraph's first character behind its indent.
    """
    by_head: dict[str, list[tuple[int, Pattern, Callable[[], re.Pattern[str]]]]] = {}
    for index, pattern in patterns:
        for head in pattern.triggers:
            by_head.setdefault(head, []).append((index, pattern, lazily(pattern)))

    def scan(text: str) -> Iterator[Hit]:
        for start in _line_starts(text):
            at = start
            while text[at : at + 1] in _INDENT:
                at += 1
            for index, pattern, get in by_head.get(text[at : at + 1], ()):
                match = get().match(text, start)
                if match is not None:
                    yield from _judged(index, pattern, text, match)

    return scan


def _line_starts(text: str) -> Iterator[int]:
    at = 0
    while at < len(text):
        yield at
        at = text.find("\n", at) + 1 or len(text)


def whole_scan(index: int, pattern: Pattern) -> Scan:
    """A pattern without triggers walks the text itself."""
    get = lazily(pattern)

    def scan(text: str) -> Iterator[Hit]:
        for match in get().finditer(text):
            yield from _judged(index, pattern, text, match)

    return scan


def _judged(index: int, pattern: Pattern, text: str, match: re.Match[str]) -> Iterable[Hit]:
    start, end = match.span(pattern.group)
    if pattern.cases and not pattern.wrong(*around(text, start, end, REACH)):
        return
    fix = pattern.table.get(match[pattern.group]) if pattern.table else None
    if fix is None and pattern.fix is not None:
        fix = match.expand(pattern.fix)
    yield Hit(start, end, index, fix)
