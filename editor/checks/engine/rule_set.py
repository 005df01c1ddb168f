"""Rules made ready to be run: read and compiled once, for all texts and all threads.

It holds nothing of any text; what is remembered of one is its `Checker`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

from editor.checks.engine.spun_verdict import SpunVerdict
from editor.checks.programs.registry import PARAGRAPH_PROGRAMS
from editor.checks.rules.rule import Rule
from editor.checks.rules.rule_files import read_rules
from editor.checks.scanning.hits import Scan
from editor.checks.scanning.scans import scans_of
from editor.checks.scanning.single_marks import SingleMarks
from editor.checks.traces.gazetteer import place_problems
from editor.data_files.contents import damaged_lists, missing_files
from editor.data_files.problem import DataProblem


class RuleSet:
    """Some rules with what finds them; most of it is made when first asked for."""

    def __init__(self, rules: Sequence[Rule], problems: Sequence[DataProblem] = ()) -> None:
        """``problems``: rules that are not among them, because their files cannot be read."""
        self.rules = tuple(rules)
        self.problems = tuple(problems)
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
    """The rules of the program; what of them is damaged or missing is told, not raised."""
    rules, problems = read_rules()
    missing = missing_files("resources/rules/")
    lists = damaged_lists("resources/language/")
    return RuleSet(rules, [*dict.fromkeys((*problems, *missing, *lists, *place_problems()))])


def _topics_of(rules: Sequence[Rule]) -> dict[str, dict[str, int]]:
    """For each program the rules that speak for its topics."""
    found: dict[str, dict[str, int]] = {}
    for index, rule in enumerate(rules):
        if rule.program:
            found.setdefault(rule.program, {})[rule.topic] = index
    return found
