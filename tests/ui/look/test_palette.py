"""Words can be read on their grounds, light and dark."""

import pytest

from editor.ui.look.palette import DARK, LIGHT, Colours
from tests.ui.contrast import contrast

PAIRS = [
    (ink, ground)
    for ink in ("ink", "dim", "accent", "must", "look")
    for ground in ("window", "panel", "card")
] + [
    ("ink", "accent_soft"), ("dim", "accent_soft"), ("accent", "accent_soft"),
    ("on_accent", "accent"), ("blank", "blank_ground"), ("good", "panel"),
]  # fmt: skip


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_contrast_of_words(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
