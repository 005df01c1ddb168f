"""The receipt of a clean-up: every change with its kind, its place and its reason."""

from __future__ import annotations

from dataclasses import dataclass

from editor.manuscript.paragraph import Position


@dataclass(frozen=True, slots=True)
class ReceiptItem:
    """One change that `tidy` proposes: ``[start, end)`` of the raw text becomes ``after``.

    Items never overlap and all count in the raw text. ``before`` is the raw text of the
    stretch (with line feeds where it crosses paragraphs), ``after`` what stands there
    then ('' removed; '\\n' a new paragraph).
    """

    kind: str
    start: Position
    end: Position
    before: str
    after: str
    why: str
