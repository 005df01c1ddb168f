"""How the command line shows a place in the text, and a finding there."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.finding import IN_WORD, Finding
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position, Span

WIDTH = 8  # code points either side of a stretch


def excerpt_of(manuscript: Manuscript, span: Span) -> str:
    """'第3段：…前文〔词〕后文…'; a paragraph in a frame says in which."""
    text = manuscript.paragraphs[span.paragraph].text
    return f"{_where(manuscript, span.paragraph)}：{_piece(text, span.start, span.end)}"


def finding_excerpt(manuscript: Manuscript, finding: Finding) -> str:
    """The same of a finding; one beside the speech says where it is mended."""
    if not finding.side:
        return excerpt_of(manuscript, finding.span)
    return f"{finding.where(manuscript)}（{IN_WORD}）：{_piece(finding.text, *finding.stretch)}"


def change_excerpt(manuscript: Manuscript, start: Position, before: str, after: str) -> str:
    """'第3段：…前文〔词 → 改后〕后文…' of a stretch of the text as it was."""
    text = manuscript.paragraphs[start.paragraph].text
    end = min(start.offset + len(before), len(text))  # it may take the next line as well
    words = f"{_one_line(before) or '加上'} → {_one_line(after) or '删去'}"
    left, right = text[max(0, start.offset - WIDTH) : start.offset], text[end : end + WIDTH]
    return f"{_where(manuscript, start.paragraph)}：{left}〔{words}〕{right}"


def more_places(manuscript: Manuscript, findings: Sequence[Finding]) -> str:
    """What is not shown one by one: how many, and those beside the speech by their places."""
    if not findings:
        return ""
    beside = dict.fromkeys(f.where(manuscript) for f in findings if f.side)
    told = f"，其中有{'、'.join(beside)}" if beside else ""
    return f"…… 另有 {len(findings)} 处{told}"


def finding_data(manuscript: Manuscript, finding: Finding) -> dict[str, object]:
    """A finding as plain data; ``paragraph`` counts from 0, ``start`` and ``end`` code points."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "place": finding.place or place_of(manuscript, finding.span),
        "paragraph": finding.span.paragraph,
        "start": finding.span.start,
        "end": finding.span.end,
        "excerpt": finding.excerpt,
        "message": finding.message,
    }


def place_of(manuscript: Manuscript, span: Span) -> str:
    """Where a stretch stands, as a person says it."""
    return manuscript.paragraphs[span.paragraph].frame or f"第 {span.paragraph + 1} 段"


def _where(manuscript: Manuscript, paragraph: int) -> str:
    frame = manuscript.paragraphs[paragraph].frame
    return f"第{paragraph + 1}段" + (f"（{frame}）" if frame else "")


def _one_line(words: str) -> str:
    return words.replace("\n", "↵")


def _piece(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - WIDTH) : start]}〔{text[start:end]}〕{text[end : end + WIDTH]}"
