"""From where a text is judged: whose speech it is, and of which year."""

from __future__ import annotations

from dataclasses import dataclass

from editor.profile.unit_profile import Profile

NOBODY = Profile()


@dataclass(frozen=True, slots=True)
class Perspective:
    """The unit's profile and the year; 0 is the year in which the data was checked."""

    profile: Profile = NOBODY
    year: int = 0

    @property
    def words(self) -> str:
        """How a sheet names it: '云川市总工会，按2026年核对'."""
        unit = self.profile.name if self.profile != NOBODY else "没有设单位档案"
        return f"{unit}，按{self.year}年核对" if self.year else unit
