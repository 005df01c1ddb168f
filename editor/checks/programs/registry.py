"""The programs by the names that rules call them by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from editor.checks.programs.balance import balance_scan
from editor.checks.programs.check_input import CheckInput
from editor.checks.programs.counts import counts
from editor.checks.programs.endings import endings
from editor.checks.programs.era import era
from editor.checks.programs.foreign_letters import foreign_letters
from editor.checks.programs.foreign_traces import foreign_traces
from editor.checks.programs.ordinals import ordinals
from editor.checks.programs.paragraph_breaks import broken_lines, unbroken
from editor.checks.programs.repeated import repeated
from editor.checks.programs.sibling_numbers import sibling_numbers
from editor.checks.programs.spaces import spaces
from editor.checks.programs.unseen import unseen
from editor.checks.scanning.hits import Scan, Spot


def open_blanks(given: CheckInput) -> Iterator[Spot]:
    """Blanks as findings: whatever is not filled in must not go to the printer.

    One spot for each blank; the topic is the blank's own.
    """
    for blank in given.blanks:
        span = blank.span
        yield Spot(blank.topic, span.paragraph, span.start, span.end, None, blank.note)


DOCUMENT_PROGRAMS: Mapping[str, Callable[[CheckInput], Iterable[Spot]]] = MappingProxyType(
    {
        "blanks": open_blanks,
        "numbering": sibling_numbers,
        "ordinals": ordinals,
        "counts": counts,
        "repeated": repeated,
        "endings": endings,
        "breaks": broken_lines,
        "unbroken": unbroken,
        "spaces": spaces,
        "unseen": unseen,
        "letters": foreign_letters,
        "elsewhere": foreign_traces,
        "era": era,
    }
)
PARAGRAPH_PROGRAMS: Mapping[str, Callable[[Mapping[str, int]], Scan]] = MappingProxyType(
    {"balance": balance_scan}
)
