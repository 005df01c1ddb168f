"""Other margins: the type and its grid stay, the paper holds more or less of it."""

import pytest

from editor.editions.compose import compose
from editor.editions.own_margins import Margins, with_margins
from editor.editions.styles import OFFICIAL, PT_PER_MM
from editor.editions.text_measure import FixedMeasure
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.sections import Outline

USUAL = Margins(37, 35, 28, 26)


def test_the_official_margins_are_the_official_edition() -> None:
    assert with_margins(OFFICIAL, USUAL) is OFFICIAL


@pytest.mark.parametrize(
    ("margins", "lines", "characters"),
    [
        (Margins(25, 25, 25, 25), 24, 28),
        (Margins(37, 35, 60, 60), 22, 16),
        (Margins(60, 60, 28, 26), 17, 28),
        (Margins(15, 15, 10, 10), 26, 34),
    ],
)
def test_as_much_goes_on_a_page_as_fits(margins: Margins, lines: int, characters: int) -> None:
    made = with_margins(OFFICIAL, margins)
    assert (made.lines, made.characters) == (lines, characters)
    assert made.pitch >= OFFICIAL.pitch and made.cell >= OFFICIAL.cell


def test_words_stand_between_the_margins() -> None:
    made = with_margins(OFFICIAL, Margins(20, 20, 40, 15))
    page = compose(manuscript_of("国" * 2000), Outline(), made, FixedMeasure()).pages[0]
    full = page.lines[1]
    assert full.x == pytest.approx(40 * PT_PER_MM, abs=0.5)
    assert full.x + full.width <= (210 - 15) * PT_PER_MM + 0.5


def test_a_page_without_a_number_has_none() -> None:
    made = with_margins(OFFICIAL, USUAL, numbered=False)
    page = compose(manuscript_of("国家"), Outline(), made, FixedMeasure()).pages[0]
    assert page.folio.runs == () and page.lines[0].text == "国家"
