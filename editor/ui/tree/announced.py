"""The line under the tree: whether what is announced agrees with what stands there."""

from __future__ import annotations

from editor.analysis.values import Analysis
from editor.manuscript.outline.sections import Kind


def announced_line(analysis: Analysis) -> str:
    """One line for the outline of an analysis."""
    wrong = [f for f in analysis.findings if f.rule.startswith("structure/") and "count" in f.rule]
    if wrong:
        return f"“{wrong[0].excerpt}”与下文对不上，请看“检查”"
    numbered = [f for f in analysis.findings if f.rule.startswith("structure/")]
    parts = [s for s in analysis.outline.walk() if s.kind is Kind.SECTION and s.level == 1]
    if not parts:
        return "还没有认出标题：写“一、”“（一）”起头，提纲就会出来"
    if numbered:
        return f"{len(parts)} 个部分，序号有 {len(numbered)} 处要看"
    return f"{len(parts)} 个部分，序号连贯 ✓"
