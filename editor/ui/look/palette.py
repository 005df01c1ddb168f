"""The colours by role, light and dark; every widget takes its colours from here.

Text on its ground keeps a contrast of at least 4.5 : 1 (WCAG 2.1, 1.4.3); a test holds it.
"""

from __future__ import annotations

from typing import NamedTuple


class Colours(NamedTuple):
    """The roles of ui: ground, panel, page, lines, inks and the marks."""

    window: str
    panel: str
    card: str
    page: str
    line: str
    ink: str
    dim: str
    accent: str
    accent_soft: str
    on_accent: str
    must: str
    blank: str
    blank_ground: str
    look: str
    good: str


LIGHT = Colours(
    window="#f0efea", panel="#faf9f6", card="#ffffff", page="#ffffff", line="#d9d6ce",
    ink="#1e1e1c", dim="#66635c", accent="#1f5690", accent_soft="#e2ecf6", on_accent="#ffffff",
    must="#a8281c", blank="#8a5a00", blank_ground="#fde8a8", look="#2459b0", good="#1f7a3a",
)  # fmt: skip
DARK = Colours(
    window="#232321", panel="#2b2b29", card="#343432", page="#ffffff", line="#4a4945",
    ink="#ecebe6", dim="#aeaba2", accent="#8dbcf0", accent_soft="#2c3e53", on_accent="#16222e",
    must="#ff9a8c", blank="#f3c04a", blank_ground="#5b4814", look="#9cc2ff", good="#7fd394",
)  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance of '#rrggbb' (WCAG 2.1)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lit = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * lit[0] + 0.7152 * lit[1] + 0.0722 * lit[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
