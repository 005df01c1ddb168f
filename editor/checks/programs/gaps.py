"""Blanks as findings: whatever is not filled in must not go to the printer."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.hits import Spot
from editor.checks.programs.draft import Draft


def gaps(draft: Draft) -> Iterator[Spot]:
    """One spot for each blank; the topic is the blank's kind."""
    for blank in draft.blanks:
        span = blank.span
        yield Spot(blank.kind.value, span.paragraph, span.start, span.end)
