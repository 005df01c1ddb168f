"""What a check says: a place, a rule, a message, and edits that would mend it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from editor.manuscript.edits import Replace
from editor.manuscript.file_objects import told_place
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

IN_WORD = "请在 Word 里改"
"""What to do about what stands beside the speech: no fix is offered here."""
PART = "reading/part"
"""The rule of a finding that says of a paragraph that it was read in part only."""
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


class SideSpan(NamedTuple):
    """A stretch of a text beside the speech, and the place of that text ('页眉', '脚注2')."""

    place: str
    start: int
    end: int


class Finding(NamedTuple):
    """One thing found: a place in a paragraph, the paragraph's text, what is said of it.

    Few fields, and all else is read from them when asked: a half-width text has fifty
    thousand findings in a million characters, of which a window shows twenty.
    In a text beside the speech ``side`` is the stretch of ``text``, and ``span`` the place in
    the speech that it belongs to, of no length: one can go there, but not mend it there.
    """

    span: Span
    text: str
    said: Said
    side: SideSpan | None = None

    @property
    def place(self) -> str:
        """The place beside the speech; '' for what is found in it."""
        return self.side.place if self.side else ""

    @property
    def stretch(self) -> tuple[int, int]:
        """The code points ``[start, end)`` of ``text`` that it speaks of."""
        return (self.side or self.span)[1:]

    def where(self, m: Manuscript) -> str:
        """Where it stands, as a person says it: '第 3 段', '表1·2行1列', '第 4 段，脚注1'."""
        number = self.span.paragraph
        if self.side:
            return told_place(self.side.place, number)
        return m.paragraphs[number].frame or f"第 {number + 1} 段"

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
        start, end = self.stretch
        return self.text[start:end]

    @property
    def context(self) -> str:
        """The excerpt with a few characters either side.

        It tells the finding from others of its rule when the text around it moves. Of an
        empty cell the message says where it is.
        """
        start, end = self.stretch
        return self.text[max(0, start - CONTEXT) : end + CONTEXT] or self.message

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """The ways to mend it, the best first; empty where none is sure."""
        said = self.said
        if said.replacement is None or self.side:
            return ()
        return (Fix(said.label, (Replace(self.span.head, self.span.tail, said.replacement),)),)
