"""What a rule says of itself: the 'why' panel and the help page, from the same file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from editor.checks.rules.rule import Example, Rule, standing

FAMILIES = MappingProxyType(
    {
        "blanks": "未填写处",
        "structure": "结构与序号",
        "punctuation": "标点符号",
        "numbers": "数字用法",
        "wording": "用词",
        "formulations": "规范提法",
        "era": "年代",
        "elsewhere": "别处痕迹",
        "spun": "伪原创",
    }
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in words for the panel; examples carry their marks."""

    title: str
    severity: str
    why: str
    source: str
    date: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


def explain(rule: Rule) -> Explanation:
    """Why the rule speaks, on what authority, and how it looks wrong and right."""
    why = rule.why.strip()
    return Explanation(
        rule.title, rule.severity.value, why, cited(rule), rule.date, rule.bad, rule.good
    )


def cited(rule: Rule) -> str:
    """The rule's source, and whether anyone has compared it with a copy of it."""
    return f"{rule.source}（{standing(rule.checked)}）"


class HelpFamily(NamedTuple):
    """One part of the help page: a family of rules by its id, its words, and what they say."""

    family: str
    title: str
    rules: tuple[Explanation, ...]


def help_page(rules: Sequence[Rule]) -> tuple[HelpFamily, ...]:
    """All rules by family, families and rules in the order in which they come."""
    families = dict.fromkeys(rule.family for rule in rules)
    return tuple(
        HelpFamily(f, FAMILIES.get(f, f), tuple(explain(r) for r in rules if r.family == f))
        for f in families
    )
