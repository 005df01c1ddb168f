"""What a check says: a place, a rule, a message, and edits that would mend it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from editor.manuscript.edits import Replace
from editor.manuscript.paragraph import Span

CONTEXT = 8
"""Code points of context either side of an excerpt."""


class Severity(StrEnum):
    """How much a finding matters; only MUST holds up the gate."""

    MUST = "必改"
    LOOK = "请看"
    HINT = "提示"


class Fix(NamedTuple):
    """One way to mend a finding: a label and replacements that count in one text."""

    label: str
    edits: tuple[Replace, ...]


class Said(NamedTuple):
    """What findings of one rule in the same words have in common.

    ``replacement`` goes in place of the span; None where no fix is sure.
    """

    rule: str
    severity: Severity
    message: str
    label: str = ""
    replacement: str | None = None


class Finding(NamedTuple):
    """One thing found: a place in a paragraph, the paragraph's text, what is said of it.

    Three fields, and all else is read from them when asked: a half-width text has fifty
    thousand findings in a million characters, of which a window shows twenty.
    """

    span: Span
    text: str
    said: Said

    @property
    def rule(self) -> str:
        """The id of its rule ('punctuation/half-width')."""
        return self.said.rule

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.said.severity

    @property
    def message(self) -> str:
        """What is wrong, in one sentence."""
        return self.said.message

    @property
    def excerpt(self) -> str:
        """The text of the span."""
        return self.text[self.span.start : self.span.end]

    @property
    def context(self) -> str:
        """The excerpt with a few characters either side.

        It tells the finding from others of its rule when the text around it moves. Of an
        empty cell the message says where it is.
        """
        around = self.text[max(0, self.span.start - CONTEXT) : self.span.end + CONTEXT]
        return around or self.message

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """The ways to mend it, the best first; empty where none is sure."""
        said = self.said
        if said.replacement is None:
            return ()
        return (Fix(said.label, (Replace(self.span.head, self.span.tail, said.replacement),)),)
