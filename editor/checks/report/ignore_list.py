"""Findings the writer has set aside, known by their words, not their place.

So they stay aside when the text around moves. Kept beside the document as plain JSON.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from editor.checks.finding import Finding


@dataclass(frozen=True, slots=True)
class Ignored:
    """One decision: a finding by rule, excerpt and context; ``context`` '' is everywhere.

    ``why`` and ``who`` are what the writer said, for the sheet; ``when`` is an ISO date.
    """

    rule: str
    excerpt: str
    context: str
    why: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class IgnoreList:
    """The decisions of one document, in the order they were taken."""

    items: tuple[Ignored, ...] = ()

    def with_finding(
        self, finding: Finding, *, why: str = "", who: str = "", when: str = ""
    ) -> IgnoreList:
        """With this one finding set aside."""
        one = Ignored(finding.rule, finding.excerpt, finding.context, why, who, when)
        return IgnoreList((*self.items, one))

    def with_words(self, finding: Finding, *, who: str = "", when: str = "") -> IgnoreList:
        """With the finding and all others of its rule that are in the same words."""
        one = Ignored(finding.rule, finding.excerpt, "", "", who, when)
        return IgnoreList((*self.items, one))

    def explained(self, items: Sequence[Ignored], why: str) -> IgnoreList:
        """With a reason written to decisions that are in the list."""
        meant = set(items)
        return IgnoreList(tuple(replace(i, why=why) if i in meant else i for i in self.items))

    def sift(
        self, findings: Iterable[Finding]
    ) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Ignored], ...]]:
        """The findings that still count, and those set aside with their decision.

        A decision holds for as many like findings as it was taken for: the same slip
        typed again, in the same words, is set aside too only where they are one place.
        """
        if not self.items:
            return tuple(findings), ()
        everywhere = {(i.rule, i.excerpt): i for i in self.items if not i.context}
        placed: dict[tuple[str, str, str], Ignored] = {}
        left = Counter[tuple[str, str, str]]()
        for item in self.items:
            if item.context:
                key = (item.rule, item.excerpt, item.context)
                placed[key] = item
                left[key] += 1
        kept: list[Finding] = []
        aside: list[tuple[Finding, Ignored]] = []
        for finding in findings:
            key = (finding.rule, finding.excerpt, finding.context)
            general = everywhere.get(key[:2])
            if general is not None:
                aside.append((finding, general))
            elif left[key] > 0:
                left[key] -= 1
                aside.append((finding, placed[key]))
            else:
                kept.append(finding)
        return tuple(kept), tuple(aside)

    def to_json(self) -> list[dict[str, str]]:
        """Plain values for a JSON file."""
        names = ("rule", "excerpt", "context", "why", "who", "when")
        return [{n: getattr(i, n) for n in names if getattr(i, n)} for i in self.items]

    @staticmethod
    def from_json(values: Sequence[object]) -> IgnoreList:
        """The list from plain values; what is not understood is left out."""
        found: list[Ignored] = []
        blank = Ignored("", "", "")
        names = ("rule", "excerpt", "context", "why", "who", "when")
        for value in values:
            if isinstance(value, Mapping):
                table = cast("Mapping[object, object]", value)
                fields = {n: str(table[n]) for n in names if n in table}
                if "rule" in fields and "excerpt" in fields:
                    found.append(replace(blank, **fields))
        return IgnoreList(tuple(found))
