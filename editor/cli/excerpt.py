"""How the command line shows a place in the text."""

from __future__ import annotations

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span


def excerpt_of(manuscript: Manuscript, span: Span, width: int = 8) -> str:
    """'第3段：…前文〔词〕后文…' with ``width`` characters either side."""
    text = manuscript.paragraphs[span.paragraph].text
    before = text[max(0, span.start - width) : span.start]
    after = text[span.end : span.end + width]
    return f"第{span.paragraph + 1}段：{before}〔{text[span.start : span.end]}〕{after}"
