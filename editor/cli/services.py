"""What a command is given besides its arguments: what is made once, or made elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window asks the command line for its names; that must load nothing
    from editor.checks.engine.checker import Checker
    from editor.editions.composed_pages import Pages
    from editor.editions.text_measure import Measure

    PagesMaker = Callable[[Measure], Pages]
    PdfWriter = Callable[[PagesMaker, str], Sequence[str]]


def bundled_checker() -> Checker:
    """A checker of its own memory with the rules of the program."""
    from editor.checks.engine.checker import Checker
    from editor.checks.engine.rule_set import bundled_rules

    return Checker(bundled_rules())


def begins_as_picture(data: bytes) -> bool:
    """Whether bytes begin as a picture that pages draw; asked where there is no Qt."""
    from editor.editions.text_measure import FixedMeasure

    return FixedMeasure().draws(data)


@dataclass(frozen=True)
class CommandServices:
    """``write_pdf`` lays out pages and writes them; ``checker`` is asked for when needed.

    ``draws`` says of a picture's bytes whether the pages of that PDF can show it.
    """

    write_pdf: PdfWriter
    draws: Callable[[bytes], bool] = begins_as_picture
    checker: Callable[[], Checker] = bundled_checker
