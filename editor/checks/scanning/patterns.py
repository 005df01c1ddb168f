"""Rules that are regular expressions: tried only where one of their triggers stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from editor.checks.rules.rule import REACH, ExpressionError, RulePattern, compiled
from editor.checks.scanning.hits import RuleHit, Scan, around

_INDENT = " \u3000"
_NEAR = 3  # so far back an expression may begin to be tried from its sign
_FREQUENT = 200  # fewer places of a sign are not worth an expression of their own
_REFERS = re.compile(r"\\[1-9]|\(\?P")


def lazily(pattern: RulePattern) -> Callable[[], re.Pattern[str]]:
    """The compiled expression, compiled when it is first needed; then it raises ExpressionError."""
    made: list[re.Pattern[str]] = []

    def get() -> re.Pattern[str]:
        if not made:
            made.append(_whole(pattern))
        return made[0]

    return get


def _whole(pattern: RulePattern) -> re.Pattern[str]:
    """The expression, which has the groups that are marked and written in its place."""
    made = compiled(pattern.regex, re.MULTILINE)
    try:
        made.sub(pattern.fix or "", "")
    except (re.error, IndexError) as error:
        raise ExpressionError(f"{pattern.regex} → {pattern.fix}") from error
    if not 0 <= pattern.group <= made.groups:
        raise ExpressionError(f"{pattern.regex}（没有第 {pattern.group} 组）")
    return made


def _starter(pattern: RulePattern, width: int) -> Callable[[str, int, int], int]:
    """Finds the first place from ``start`` to ``last`` where the pattern fits; -1 where none.

    The places, at most ``width``, are tried by the matcher, not one by one from here.
    """
    made: list[re.Pattern[str]] = []

    def first(text: str, start: int, last: int) -> int:
        if not made:
            gate = rf"[\s\S]{{0,{width - 1}}}?(?={pattern.regex})"
            made.append(compiled(gate, re.MULTILINE))
        match = made[0].match(text, start)
        return -1 if match is None or match.end() > last else match.end()

    return first


def trigger_judge(
    index: int, pattern: RulePattern, trigger: str
) -> Callable[[str, int], Iterable[RuleHit]]:
    """Tries the pattern from ``back`` before the trigger to its last character.

    Of several matches around one trigger the first counts, as in a search from the left.
    """
    get = lazily(pattern)
    back, ahead = pattern.back, len(trigger)
    first = _starter(pattern, back + ahead)

    def judge(text: str, at: int) -> Iterable[RuleHit]:
        start = first(text, max(0, at - back), at + ahead - 1)
        match = get().match(text, start) if start >= 0 else None
        return () if match is None else _judged(index, pattern, text, match)

    return judge


def sign_scan(index: int, pattern: RulePattern, signs: tuple[str, ...]) -> Scan:
    """A pattern whose triggers are single signs: each is found by itself."""
    get, back = lazily(pattern), pattern.back
    first = _starter(pattern, back + 1)
    finders = {sign: _sign_finder(pattern, sign) for sign in signs}

    def scan(text: str) -> Iterator[RuleHit]:
        for sign in signs:
            seen = -1
            for at in finders[sign](text):
                start = -1 if at <= seen else first(text, max(at - back, seen + 1, 0), at)
                match = get().match(text, start) if start >= 0 else None
                if match is not None:
                    yield from _judged(index, pattern, text, match)
                    seen = max(match.end() - 1, at)

    return scan


def _sign_finder(pattern: RulePattern, sign: str) -> Callable[[str], Iterable[int]]:
    """Finds the places of a sign; where it is frequent only those the pattern can reach."""
    made: list[re.Pattern[str]] = []
    simple = pattern.back <= _NEAR and not _REFERS.search(pattern.regex)

    def find(text: str) -> Iterable[int]:
        if simple and text.count(sign) > _FREQUENT:
            if not made:
                begins = [
                    rf"(?<=(?={pattern.regex})[\s\S]{{{width}}})"
                    for width in range(1, pattern.back + 2)
                ]
                gate = f"{re.escape(sign)}(?:{'|'.join(begins)})"
                made.append(compiled(gate, re.MULTILINE))
            return [match.start() for match in made[0].finditer(text)]
        return _found(text, sign)

    return find


def _found(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def line_scan(patterns: Sequence[tuple[int, RulePattern]]) -> Scan:
    """Patterns at the beginning of a paragraph, by the characters that may begin it.

    One look at each paragraph's first character behind its indent.
    """
    by_head: dict[str, list[tuple[int, RulePattern, Callable[[], re.Pattern[str]]]]] = {}
    for index, pattern in patterns:
        for head in pattern.triggers:
            by_head.setdefault(head, []).append((index, pattern, lazily(pattern)))

    if not by_head:
        return lambda text: ()
    heads = "".join(re.escape(head) for head in by_head if head not in _INDENT)
    behind = re.compile(f"\n[ \u3000]*(?=[{heads}])")
    first = re.compile(f"[ \u3000]*(?=[{heads}])")

    def scan(text: str) -> Iterator[RuleHit]:
        top = first.match(text)
        begun = [(0, top.end())] if top else []
        begun += [(m.start() + 1, m.end()) for m in behind.finditer(text)]
        for start, at in begun:
            for index, pattern, get in by_head[text[at]]:
                match = get().match(text, start)
                if match is not None:
                    yield from _judged(index, pattern, text, match)

    return scan


def whole_scan(index: int, pattern: RulePattern) -> Scan:
    """A pattern without triggers walks the text itself."""
    get = lazily(pattern)

    def scan(text: str) -> Iterator[RuleHit]:
        for match in get().finditer(text):
            yield from _judged(index, pattern, text, match)

    return scan


def _judged(index: int, pattern: RulePattern, text: str, match: re.Match[str]) -> Iterable[RuleHit]:
    start, end = match.span(pattern.group)
    if pattern.cases and not pattern.wrong(*around(text, start, end, REACH)):
        return
    fix = pattern.table.get(match[pattern.group]) if pattern.table else None
    if fix is None and pattern.fix is not None:
        fix = match.expand(pattern.fix)
    yield RuleHit(start, end, index, fix)
