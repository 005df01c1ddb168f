"""Checks that data cannot say. Each program knows places; its rules know the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from editor.checks.hits import Scan, Spot
from editor.checks.programs.balance import balance_scan
from editor.checks.programs.breaks import broken_lines
from editor.checks.programs.counts import counts
from editor.checks.programs.draft import Draft
from editor.checks.programs.elsewhere import elsewhere
from editor.checks.programs.endings import endings
from editor.checks.programs.era import era
from editor.checks.programs.gaps import gaps
from editor.checks.programs.numbering import numbering
from editor.checks.programs.ordinals import ordinals
from editor.checks.programs.repeated import repeated
from editor.checks.programs.spaces import spaces
from editor.checks.programs.unbroken import unbroken

__all__ = ["DOCUMENT_PROGRAMS", "PARAGRAPH_PROGRAMS", "Draft"]

DOCUMENT_PROGRAMS: Mapping[str, Callable[[Draft], Iterable[Spot]]] = MappingProxyType(
    {
        "blanks": gaps,
        "numbering": numbering,
        "ordinals": ordinals,
        "counts": counts,
        "repeated": repeated,
        "endings": endings,
        "breaks": broken_lines,
        "unbroken": unbroken,
        "spaces": spaces,
        "elsewhere": elsewhere,
        "era": era,
    }
)
PARAGRAPH_PROGRAMS: Mapping[str, Callable[[Mapping[str, int]], Scan]] = MappingProxyType(
    {"balance": balance_scan}
)
