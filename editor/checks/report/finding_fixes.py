"""What a finding can be mended with beside the replacement its rule gives.

Separate from the checks, whose fixes replace their own stretch: joining two paragraphs
and putting numbers in order reach further.
"""

from __future__ import annotations

from typing import Final

from editor.checks.finding import Finding, Fix
from editor.checks.report.finding_groups import FindingGroup
from editor.manuscript.edits import Replace, from_last
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position

HARD_BREAK: Final = "structure/hard-break"
NUMBERS: Final = frozenset(
    f"structure/{name}" for name in ("skipped", "disorder", "doubled", "style", "count")
)
"""Rules whose findings 重排序号 may mend."""


def fixes_of(finding: Finding, manuscript: Manuscript) -> tuple[Fix, ...]:
    """The ways to mend one finding."""
    if finding.rule != HARD_BREAK:
        return finding.fixes
    end = finding.span.tail
    if end.paragraph + 1 >= len(manuscript.paragraphs):
        return ()
    text = manuscript.paragraphs[end.paragraph + 1].text
    lead = len(text) - len(text.lstrip(" \u3000\t"))
    return (Fix("接上", (Replace(end, Position(end.paragraph + 1, lead), ""),)),)


def fix_of(one: FindingGroup, manuscript: Manuscript) -> Fix | None:
    """One fix for all places of a rule."""
    if one.rule != HARD_BREAK:
        return one.fix
    edits = [e for f in one.findings for fix in fixes_of(f, manuscript) for e in fix.edits]
    return Fix(f"全部接上（{len(edits)}处）", from_last(edits)) if edits else None
