"""The colours of the page, apart from those of the interface around it.

White unless the writer wishes a dark page in the dark; preview and paper are always white.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePalette:
    """The colours of the page ('#rrggbb'); the theme gives others."""

    ground: str = "#f0efea"
    page: str = "#ffffff"
    edge: str = "#d9d6ce"
    ink: str = "#1e1e1c"
    dim: str = "#66635c"
    selection: str = "#bcd3ec"
    must: str = "#a8281c"
    blank: str = "#d98e00"
    blank_ground: str = "#fde8a8"
    look: str = "#2459b0"
    hit: str = "#d9ecc7"
    current_hit: str = "#f7b267"
    searched: str = "#e9eff5"


DARK_PAGE = PagePalette(
    ground="#232321", page="#2d2d2b", edge="#4a4945", ink="#e8e6e0", dim="#b3afa6",
    selection="#34567f", must="#ff9a8c", blank="#f3c04a", blank_ground="#5b4814",
    look="#9cc2ff", hit="#3c5a2c", current_hit="#7d4f14", searched="#38404a",
)  # fmt: skip
