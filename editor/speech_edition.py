"""The edition in which a user's speeches go out: the official one, with his margins and numbers.

One answer for the window and the command line.
"""

from __future__ import annotations

from editor.editions.own_margins import Margins, with_margins
from editor.editions.styles import OFFICIAL, Edition
from editor.settings.store import Settings

_SIDES = ("margin_top", "margin_bottom", "margin_left", "margin_right")  # as `Margins` has them


def speech_edition(settings: Settings) -> Edition:
    """The edition by the options of now."""
    margins = Margins(*[settings.number(side) for side in _SIDES])
    return with_margins(OFFICIAL, margins, numbered=settings.flag("page_numbers"))
