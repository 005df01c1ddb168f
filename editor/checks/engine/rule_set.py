"""Rules made ready to be run: read and compiled once, for all texts and all threads.

It holds nothing of any text; what is remembered of one is its `Checker`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

from editor.checks.engine.spun_verdict import SpunVerdict
from editor.checks.programs.registry import PARAGRAPH_PROGRAMS
from editor.checks.rules.rule import Rule
from editor.checks.rules.rule_files import load_rules
from editor.checks.scanning.hits import Scan
from editor.checks.scanning.scans import scans_of
from editor.checks.scanning.single_marks import SingleMarks


class RuleSet:
    """Some rules with what finds them; most of it is made when first asked for."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.spun = SpunVerdict(self.rules)
        self.marks = SingleMarks(self.rules)
        self.topics = _topics_of(self.rules)

    @cached_property
    def scans(self) -> list[Scan]:
        """For any text; made when first needed, not when the window opens."""
        return scans_of(self.rules, PARAGRAPH_PROGRAMS, self.topics, lambda r: not r.only_spun)

    @cached_property
    def spun_scans(self) -> list[Scan]:
        """For a text that is proved to be spun."""
        return scans_of(self.rules, {}, {}, lambda r: r.only_spun)


@cache
def bundled_rules() -> RuleSet:
    """The rules of the program. Raises RuleError where a file of them is damaged."""
    return RuleSet(load_rules())


def _topics_of(rules: Sequence[Rule]) -> dict[str, dict[str, int]]:
    """For each program the rules that speak for its topics."""
    found: dict[str, dict[str, int]] = {}
    for index, rule in enumerate(rules):
        if rule.program:
            found.setdefault(rule.program, {})[rule.topic] = index
    return found
