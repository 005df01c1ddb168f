"""What is read from one state of the text, and what is asked of who reads it.

Separate from `analyzer`, so that the page and its tests need no rules and no dictionary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from editor.analysis.side_reader import SideBlank
from editor.blanks.blank import Blank
from editor.checks.finding import Finding
from editor.checks.report.ignore_list import Ignored
from editor.checks.report.proof_sheet import Checked
from editor.manuscript.delivery.statistics import Counts
from editor.manuscript.file_objects import FileObject
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.sections import Outline


@dataclass(frozen=True, slots=True)
class Structure:
    """What the tree and the looks of a text need, at a fraction of an `Analysis`'s cost."""

    manuscript: Manuscript
    outline: Outline
    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Analysis(Structure):
    """What a text says of itself at one revision.

    ``aside`` are the findings the writer has set aside, with his decisions; they are not
    among ``findings``, nor is a blank he said is none among ``blanks``. Findings of texts
    beside the speech stand among ``findings``, their blanks in ``blanks_beside``. ``blanks`` are
    sure and hold the gate; what may be one, or may be meant so, is ``unsure``. Where it is not
    ``complete`` a part of the program failed, and a finding that holds the gate says so.
    ``unlooked`` are the families of rules for which the text was not looked through, or not
    wholly ('blanks' too): their silence says nothing. ``outline_fault`` says why the outline is
    empty where it could not be read.
    """

    findings: tuple[Finding, ...]
    counts: Counts
    aside: tuple[tuple[Finding, Ignored], ...] = ()
    blanks_beside: tuple[SideBlank, ...] = ()
    unsure: tuple[Blank, ...] = ()
    complete: bool = True
    unlooked: frozenset[str] = frozenset()
    outline_fault: str = ""

    def checked(self, objects: tuple[FileObject, ...]) -> Checked:
        """What a 校核单 is made of; ``objects`` are what the file holds beside its words."""
        return Checked(
            self.manuscript, self.findings, self.blanks, self.aside, objects, self.unlooked
        )


class Analyzer(Protocol):
    """Reads texts; called from one thread at a time."""

    def analyze(self, manuscript: Manuscript) -> Analysis:
        """Everything that can be told of a text."""
        ...

    def structure(self, manuscript: Manuscript) -> Structure:
        """The part of it that is quickly had."""
        ...
