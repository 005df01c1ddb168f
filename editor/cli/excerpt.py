"""How the command line shows a place in the text."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.finding import IN_WORD, Finding
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

WIDTH = 8  # code points either side of a stretch


def excerpt_of(manuscript: Manuscript, span: Span) -> str:
    """'第3段：…前文〔词〕后文…'; a paragraph in a frame says in which."""
    paragraph = manuscript.paragraphs[span.paragraph]
    frame = f"（{paragraph.frame}）" if paragraph.frame else ""
    return f"第{span.paragraph + 1}段{frame}：{_piece(paragraph.text, span.start, span.end)}"


def finding_excerpt(manuscript: Manuscript, finding: Finding) -> str:
    """The same of a finding; one beside the speech says where it is mended."""
    if not finding.side:
        return excerpt_of(manuscript, finding.span)
    return f"{finding.where(manuscript)}（{IN_WORD}）：{_piece(finding.text, *finding.stretch)}"


def more_places(manuscript: Manuscript, findings: Sequence[Finding]) -> str:
    """What is not shown one by one: how many, and those beside the speech by their places."""
    if not findings:
        return ""
    beside = dict.fromkeys(f.where(manuscript) for f in findings if f.side)
    told = f"，其中有{'、'.join(beside)}" if beside else ""
    return f"…… 另有 {len(findings)} 处{told}"


def _piece(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - WIDTH) : start]}〔{text[start:end]}〕{text[end : end + WIDTH]}"
