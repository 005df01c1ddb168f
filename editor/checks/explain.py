"""What a rule says of itself: the 'why' panel and the help page, from the same file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from editor.checks.rule import Example, Rule, standing

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


def marked(example: Example, left: str = "‹", right: str = "›") -> str:
    """An example with its marked stretches between two signs."""
    text, done = "", 0
    for start, end in example.marks:
        text += example.text[done:start] + left + example.text[start:end] + right
        done = end
    return text + example.text[done:]


def help_page(rules: Sequence[Rule]) -> str:
    """All rules by family, as Markdown."""
    parts = ["# 检查规则", ""]
    for family in sorted({r.family for r in rules}, key=_family_order):
        parts += [f"## {FAMILIES.get(family, family)}", ""]
        for rule in (r for r in rules if r.family == family):
            parts += [*_entry(rule), ""]
    return "\n".join(parts)


def _family_order(family: str) -> tuple[int, str]:
    known = list(FAMILIES)
    return (known.index(family) if family in known else len(known), family)


def _entry(rule: Rule) -> Iterable[str]:
    dated = f"（数据截至{rule.date}）" if rule.date else ""
    yield f"### {rule.title}〔{rule.severity.value}〕"
    yield rule.why.strip()
    yield ""
    yield f"- 依据：{cited(rule)}{dated}"
    yield f"- 错例：{marked(rule.bad[0], '**', '**')}".replace("\n", " ⏎ ")
    yield f"- 正例：{rule.good[0].text}".replace("\n", " ⏎ ")
