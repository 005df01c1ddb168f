"""What a check says: a place, a rule, a message, and edits that would mend it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from editor.manuscript.edits import Replace
from editor.manuscript.paragraph import Span


class Severity(StrEnum):
    """How much a finding matters; only MUST holds up the gate."""

    MUST = "必改"
    LOOK = "请看"
    HINT = "提示"


class Fix(NamedTuple):
    """One way to mend a finding: a label and replacements that count in one text."""

    label: str
    edits: tuple[Replace, ...]


class Finding(NamedTuple):
    """One thing found. ``rule`` is the id of its rule ('punctuation/half-width').

    ``excerpt`` is the text of the span. ``context`` (a few characters either side and
    the excerpt) tells this finding from others of its rule when the text around moves.
    A named tuple, as a half-width text has fifty thousand of them in a million
    characters and a frozen dataclass costs five times as much to make.
    """

    rule: str
    severity: Severity
    span: Span
    excerpt: str
    message: str
    context: str = ""
    fixes: tuple[Fix, ...] = ()
