"""Rules into scans: what is literal goes into one walk, the rest walks by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from editor.checks.rules.rule import REACH, Formula, Rule, RulePattern, RuleWord
from editor.checks.scanning.hits import RuleHit, Scan, around
from editor.checks.scanning.literals import Judge, literal_scan
from editor.checks.scanning.near_misses import formula_scan
from editor.checks.scanning.patterns import line_scan, sign_scan, trigger_judge, whole_scan
from editor.checks.scanning.single_marks import is_single_marks

Programs = Mapping[str, Callable[[Mapping[str, int]], Scan]]


def scans_of(
    rules: Sequence[Rule],
    programs: Programs,
    topics: Mapping[str, Mapping[str, int]],
    wanted: Callable[[Rule], bool],
) -> list[Scan]:
    """The scans of the wanted rules; ``topics`` tells which rules speak for a program.

    `Marks` walk by themselves.
    """
    literals: dict[str, list[Judge]] = {}
    formulas: list[tuple[int, Formula]] = []
    lines: list[tuple[int, RulePattern]] = []
    scans: list[Scan] = []
    for index, rule in enumerate(rules):
        if not wanted(rule):
            continue
        for word in rule.words:
            literals.setdefault(word.found, []).append(_word_judge(index, word))
        formulas.extend((index, formula) for formula in rule.formulas)
        for pattern in rule.patterns:
            if is_single_marks(pattern) and not rule.only_spun:
                continue
            if pattern.regex.startswith("^") and pattern.single:
                lines.append((index, pattern))
                continue
            signs = tuple(t for t in pattern.triggers if len(t) == 1)
            if signs:
                scans.append(sign_scan(index, pattern, signs))
            elif not pattern.triggers:
                scans.append(whole_scan(index, pattern))
            for trigger in pattern.triggers:
                if len(trigger) > 1:
                    judge = trigger_judge(index, pattern, trigger)
                    literals.setdefault(trigger, []).append(judge)
    scans.extend(scan(topics[name]) for name, scan in programs.items() if name in topics)
    return [literal_scan(literals), formula_scan(formulas), line_scan(lines), *scans]


def _word_judge(index: int, word: RuleWord) -> Judge:
    size = len(word.found)
    if not word.cases:
        return lambda text, start: (RuleHit(start, start + size, index, word.fix),)

    def judge(text: str, start: int) -> tuple[RuleHit, ...]:
        left, right = around(text, start, start + size, REACH)
        if word.wrong(left, right):
            return (RuleHit(start, start + size, index, word.fix),)
        return ()

    return judge
