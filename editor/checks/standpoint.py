"""From where a text is judged: whose speech it is, and of which year."""

from __future__ import annotations

from dataclasses import dataclass

from editor.blanks.profile import Profile

NOBODY = Profile()


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The unit's profile and the year; 0 is the year in which the data was checked."""

    profile: Profile = NOBODY
    year: int = 0
