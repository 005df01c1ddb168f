"""The colours of the page, apart from those of the interface around it."""

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
