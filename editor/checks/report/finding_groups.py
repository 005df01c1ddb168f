"""Findings of one rule together, so that one decision mends or ignores them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.checks.finding import Finding, Fix, Severity
from editor.checks.rules.rule import Rule
from editor.manuscript.edits import Replace, from_last

BY_WORDS = frozenset({"elsewhere", "era"})
"""Families in which one rule speaks of several things."""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """All findings of one rule, in the order of the text. ``fix`` mends all it can."""

    rule: str
    severity: Severity
    title: str
    findings: tuple[Finding, ...]

    @property
    def fix(self) -> Fix | None:
        """One fix for the group: each finding's first, ordered so that all still fit."""
        edits = from_last(_apart(e for f in self.findings if f.fixes for e in f.fixes[0].edits))
        if not edits:
            return None
        return Fix(f"全部改正（{len(edits)}处）", edits)


def group(findings: Sequence[Finding], rules: Iterable[Rule] = ()) -> tuple[FindingGroup, ...]:
    """Groups by rule: 必改 first, then in the order in which the rules first speak.

    Titles come from ``rules``; without them a group is titled by its first message. In
    the families of `BY_WORDS` each thing that is said is a group: each foreign name.
    """
    titles = {r.id: r.title for r in rules}
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        rule = finding.rule
        words = finding.message if rule.partition("/")[0] in BY_WORDS else ""
        found.setdefault((rule, words), []).append(finding)
    weight = {s: n for n, s in enumerate(Severity)}
    groups = [
        FindingGroup(rule, row[0].severity, titles.get(rule, row[0].message), tuple(row))
        for (rule, _), row in found.items()
    ]
    return tuple(sorted(groups, key=lambda g: weight[g.severity]))


def _apart(edits: Iterable[Replace]) -> list[Replace]:
    """Without those that overlap an earlier one."""
    kept: list[Replace] = []
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
