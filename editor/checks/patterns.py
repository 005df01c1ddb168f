"""Rules that are regular expressions: run only where a trigger is in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.hits import Hit, Scan, around
from editor.checks.rule import REACH, Pattern, Rule


def pattern_scans(rules: tuple[Rule, ...]) -> list[Scan]:
    """One scan for each pattern; expressions are compiled when first needed."""
    return [_scan(index, p) for index, rule in enumerate(rules) for p in rule.patterns]


def _scan(index: int, pattern: Pattern) -> Scan:
    compiled: list[re.Pattern[str]] = []
    if pattern.table and not pattern.cases:
        return _table_scan(index, pattern, compiled)

    def scan(text: str) -> Iterator[Hit]:
        for match in _matches(pattern, compiled, text):
            start, end = match.span(pattern.group)
            if pattern.cases and not pattern.wrong(*around(text, start, end, REACH)):
                continue
            fix = pattern.table.get(match[pattern.group]) if pattern.table else None
            if fix is None and pattern.fix is not None:
                fix = match.expand(pattern.fix)
            yield Hit(start, end, index, fix)

    return scan


def _table_scan(index: int, pattern: Pattern, compiled: list[re.Pattern[str]]) -> Scan:
    """The tight loop for marks, of which a bad text has tens of thousands."""
    table = pattern.table

    def scan(text: str) -> list[Hit]:
        return [
            Hit(m.start(), m.end(), index, table[m[0]]) for m in _matches(pattern, compiled, text)
        ]

    return scan


def _matches(
    pattern: Pattern, compiled: list[re.Pattern[str]], text: str
) -> Iterator[re.Match[str]]:
    if pattern.triggers and not any(t in text for t in pattern.triggers):
        return iter(())
    if not compiled:
        compiled.append(re.compile(pattern.regex, re.MULTILINE))
    return compiled[0].finditer(text)
