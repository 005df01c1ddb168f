"""Painted pages, measured by their ink: the margins of GB/T 9704-2012 to the millimetre."""

import pytest
from PySide6.QtGui import QImage

from editor.blanks.blank import Blank, BlankKind
from editor.editions.compose import Composer, compose
from editor.editions.composed_pages import Pages
from editor.editions.styles import HEI, OFFICIAL, Role
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Span
from editor.ui.look.fonts import Typecase
from editor.ui.paper.font_measure import FontMeasure
from tests.ui.paper.ink import ink, painted

PITCH = 225 / 22  # mm


def pages_of(text: str) -> Pages:
    return compose(manuscript_of(text), Outline(), OFFICIAL, FontMeasure())


@pytest.fixture
def full(application: object) -> QImage:
    return painted(pages_of("国" * 28 * 22).pages[0])


def test_the_ink_of_a_full_page_fills_156_mm_between_28_and_26(full: QImage) -> None:
    left, _, right, _ = ink(full, 37, 262)
    assert left == pytest.approx(28, abs=0.8)
    assert right == pytest.approx(210 - 26, abs=0.8)


def test_22_lines_stand_in_the_225_mm_under_37(full: QImage) -> None:
    _, top, _, bottom = ink(full, 0, 265)
    # A line is 10.23 mm and its characters 5.64: half of the difference is white.
    white = (PITCH - 5.64) / 2
    assert top == pytest.approx(37 + white, abs=0.8)
    assert bottom == pytest.approx(262 - white, abs=0.8)


def test_the_dash_of_the_page_number_is_7_mm_below_and_one_character_in(full: QImage) -> None:
    _, top, right, bottom = ink(full, 264, 290)
    assert (top + bottom) / 2 == pytest.approx(262 + 7, abs=0.8)
    assert right == pytest.approx(184 - 14 / 72 * 25.4, abs=0.6)


def test_an_even_page_has_its_number_at_the_left(application: object) -> None:
    second = painted(pages_of("国" * 28 * 23).pages[1])
    left, _, right, _ = ink(second, 264, 290)
    assert left == pytest.approx(28 + 14 / 72 * 25.4, abs=0.6) and right < 60


def test_a_draft_is_grey_across_the_page_and_yellow_at_its_blank(application: object) -> None:
    m = manuscript_of("请X工会")
    marked = [Blank(Span(0, 1, 2), BlankKind.X, "X")]
    composer = Composer(OFFICIAL, FontMeasure())
    draft = painted(composer.compose(m, Outline(), draft=True, blanks=marked).pages[0])
    final = painted(composer.compose(m, Outline()).pages[0])
    box = composer.compose(m, Outline(), draft=True, blanks=marked).pages[0].boxes[0]
    at = [round(value / 72 * 150) for value in (box.left + 1, box.top + 1)]
    assert ink(draft, 20, 32)[0] > 28  # the words above the text
    assert draft.pixelColor(*at).lightness() < final.pixelColor(*at).lightness() == 255


def test_widths_do_not_depend_on_the_size_asked(application: object) -> None:
    measure, body = FontMeasure(), OFFICIAL.styles[Role.BODY].face
    assert measure.width("国", body, 16) == pytest.approx(16, abs=0.05)
    assert measure.width("2026", body, 32) == pytest.approx(2 * measure.width("2026", body, 16))


def test_a_missing_face_is_named_with_what_stands_in(application: object) -> None:
    bare = Typecase(installed=["Noto Serif CJK SC", "Noto Sans CJK SC"])
    assert "“黑体”" in bare.notes([HEI])[0]
    assert Typecase(installed=["SimHei"]).notes([HEI]) == []


def test_a_bold_stand_in_is_used_only_where_the_face_is_missing(application: object) -> None:
    assert Typecase(installed=["Noto Sans CJK SC"]).font(HEI, 16).bold()
    assert not Typecase(installed=["SimHei", "Noto Sans CJK SC"]).font(HEI, 16).bold()
