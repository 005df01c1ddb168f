"""What the page asks of a reading and of who makes it; `editor.reading` gives both.

Protocols, so that the page and its tests need no rules and no dictionary.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from editor.blanks.blank import Blank
from editor.checks.finding import Finding
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.sections import Outline


class Sketch(Protocol):
    """What a text looks like and how it is parted: all that a tree and a page need at once."""

    @property
    def manuscript(self) -> Manuscript:
        """The text that was read."""
        ...

    @property
    def outline(self) -> Outline:
        """Its tree."""
        ...

    @property
    def blanks(self) -> Sequence[Blank]:
        """What is still to be filled."""
        ...


class Reading(Sketch, Protocol):
    """Everything derived from one state of the text."""

    @property
    def findings(self) -> Sequence[Finding]:
        """What the rules say."""
        ...

    @property
    def counts(self) -> Any:
        """Characters and minutes; the page does not look inside."""
        ...


class Reader(Protocol):
    """Reads a text."""

    def read(self, manuscript: Manuscript) -> Reading:
        """The reading of one text; called from one thread at a time."""
        ...

    def sketch(self, manuscript: Manuscript) -> Sketch:
        """The part of it that is quickly had."""
        ...
