"""Whether the numbers of a text are right, and what else of its structure is to be looked at.

One line, for below the tree: it names each thing by its rule's title, so that a sentence that
stands twice is not taken for a wrong number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from editor.checks.finding import Finding
from editor.checks.rules.rule import Rule
from editor.manuscript.outline.sections import Outline, SectionKind

_NAMED: Final = 2  # kinds of other findings told by name


def structure_line(outline: Outline, findings: Sequence[Finding], rules: Iterable[Rule]) -> str:
    """The line; only of what stands in the speech itself."""
    own = {r.id: r for r in rules if r.id.startswith("structure/")}
    found = [f for f in findings if f.rule in own and not f.side]
    wrong = next((f for f in found if own[f.rule].defect == "count-mismatch"), None)
    if wrong:
        return f"“{wrong.excerpt}”与下文对不上，请看“检查”"
    parts = [s for s in outline.walk() if s.kind is SectionKind.SECTION and s.level == 1]
    count = f"{len(parts)} 个部分" if parts else _below_parts(outline)
    if not count:
        return "还没有认出标题：写“一、”“（一）”起头，提纲就会出来"
    numbers = sum(own[f.rule].defect == "numbering" for f in found)
    others = Counter(own[f.rule].title for f in found if own[f.rule].defect != "numbering")
    state = f"序号有 {numbers} 处要看" if numbers else "序号连贯 ✓"
    return f"{count}，{state}{_also(others)}"


def _below_parts(outline: Outline) -> str:
    """What the tree lists where no part stands above it; '' for nothing."""
    for kind, unit in ((SectionKind.SECTION, "节"), (SectionKind.POINT, "点")):
        levels = [s.level for s in outline.walk() if s.kind is kind]
        if levels:
            return f"{levels.count(min(levels))} {unit}"
    return ""


def _also(others: Counter[str]) -> str:
    if not others:
        return ""
    named = "、".join(f"{title} {number} 处" for title, number in others.most_common(_NAMED))
    return f"；另有{named}{'等' if len(others) > _NAMED else ''}"
