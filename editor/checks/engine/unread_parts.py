"""Says of each paragraph that is read in part that the rest of it was not looked at.

What no check has seen must not pass for what has no fault, so such a finding holds the gate.
"""

from __future__ import annotations

import heapq

from editor.checks.finding import PART, Finding, Said, Severity
from editor.manuscript.in_part import READ, too_long
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

_SHOWN = 20  # code points at which one sees where reading ended


def with_unread(found: tuple[Finding, ...], manuscript: Manuscript) -> tuple[Finding, ...]:
    """The findings of a text with one for each paragraph that goes on unread, in order."""
    told = [_unread(manuscript, number) for number in too_long(manuscript.paragraphs)]
    return tuple(heapq.merge(found, told, key=lambda f: f.span)) if told else found


def _unread(manuscript: Manuscript, number: int) -> Finding:
    text = manuscript.paragraphs[number].text
    words = f"这一段有 {len(text):,} 字，只看了前 {READ // 10_000} 万字：后面的没有检查，也没有找空"
    span = Span(number, READ, min(len(text), READ + _SHOWN))
    return Finding(span, text, Said(PART, Severity.MUST, words))
