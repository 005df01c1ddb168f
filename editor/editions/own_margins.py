"""An edition on paper with other margins: its type, grid and pitch stay, fewer or more go on."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from editor.editions.styles import Edition

_ROUNDING = 1e-6  # of a line or a character


class Margins(NamedTuple):
    """The margins of a page in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


def with_margins(edition: Edition, margins: Margins, *, numbered: bool = True) -> Edition:
    """The edition with these margins, and without page numbers where they are not wanted.

    As many lines and characters as fit at its pitch and cell, spread over the type area.
    """
    sheet = edition.sheet
    if margins != (sheet.top, sheet.bottom, sheet.left, sheet.right):
        sheet = replace(sheet, **margins._asdict())
        lines = int(sheet.type_height / edition.pitch + _ROUNDING)
        characters = int(sheet.type_width / edition.cell + _ROUNDING)
        edition = replace(edition, sheet=sheet, lines=lines, characters=characters)
    if not numbered:
        edition = replace(edition, folio=replace(edition.folio, form=""))
    return edition
