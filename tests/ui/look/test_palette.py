"""Words can be read on their grounds, light and dark."""

import pytest

from editor.ui.look.page_palette import DARK_PAGE
from editor.ui.look.palette import DARK, LIGHT, Colours
from editor.ui.look.theme import page_palette
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


def test_what_is_on_a_dark_page_can_be_read() -> None:
    page = DARK_PAGE
    for words in (page.ink, page.dim, page.must, page.look, page.blank):
        assert contrast(words, page.page) >= 4.5
    grounds = (page.selection, page.blank_ground, page.hit, page.current_hit, page.searched)
    for ground in grounds:
        assert contrast(page.ink, ground) >= 4.5
    assert contrast(page.blank, page.blank_ground) >= 4.5
    assert len({page.page, *grounds}) == 6


def test_the_page_is_white_unless_a_dark_one_is_wished_in_the_dark() -> None:
    assert page_palette(DARK).page == page_palette(LIGHT, "theme").page == "#ffffff"
    assert page_palette(DARK, "theme") == DARK_PAGE


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
