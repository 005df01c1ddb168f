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
