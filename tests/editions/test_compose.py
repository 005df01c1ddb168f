"""From a speech to pages: faces, places, full pages, and nothing lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.blanks.blank import Blank, BlankKind
from editor.editions.compose import Composer, compose
from editor.editions.composed_pages import PageLine, Pages
from editor.editions.styles import FANG_SONG, OFFICIAL, PT_PER_MM, SIZES, Face, Role, RoleStyle
from editor.editions.text_measure import FixedMeasure
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.sections import Outline, SectionKind
from editor.manuscript.paragraph import Paragraph, Position, Span
from tests.editions.speech import ONE, RUN_IN, TITLE, section, speech

LEFT, RIGHT = 28 * PT_PER_MM, 184 * PT_PER_MM
FULL_PAGE = 28 * 22


def composed(m: Manuscript, outline: Outline | None = None) -> Pages:
    return compose(m, outline or Outline(), OFFICIAL, FixedMeasure())


def line_with(pages: Pages, words: str) -> PageLine:
    return next(line for page in pages.pages for line in page.lines if words in line.text)


def faces(line: PageLine) -> list[tuple[str, str]]:
    return [(run.text, run.face.name) for run in line.runs]


def test_a_full_page_holds_22_lines_of_28_characters() -> None:
    pages = composed(manuscript_of("国" * (FULL_PAGE - 2 + 1)))
    assert [len(p.lines) for p in pages.pages] == [22, 1]
    assert [len(line.text) for line in pages.pages[0].lines] == [26] + [28] * 21


def test_the_grid_fills_the_type_area_exactly() -> None:
    line = composed(manuscript_of("国" * 60)).pages[0].lines[1]
    assert line.x == pytest.approx(LEFT)
    assert line.x + line.width == pytest.approx(RIGHT)


def test_the_lines_of_a_page_are_spread_over_225_mm() -> None:
    lines = composed(manuscript_of("国" * FULL_PAGE)).pages[0].lines
    assert (lines[-1].y - lines[0].y) / PT_PER_MM == pytest.approx(225 * 21 / 22)


def test_the_title_is_centred_in_its_own_face() -> None:
    title = composed(*speech()).pages[0].lines[0]
    assert faces(title) == [(TITLE, "小标宋")] and title.runs[0].size == 22
    assert title.x + title.width / 2 == pytest.approx((LEFT + RIGHT) / 2)


def test_date_and_name_are_centred_in_kai_and_the_salutation_is_flush_left() -> None:
    _, date, name, hello = composed(*speech()).pages[0].lines[:4]
    assert [faces(line)[0][1] for line in (date, name, hello)] == ["楷体", "楷体", "仿宋"]
    assert name.x + name.width / 2 == pytest.approx((LEFT + RIGHT) / 2)
    assert hello.x == pytest.approx(LEFT)


def test_one_empty_line_stands_between_name_and_salutation() -> None:
    _, date, name, hello = composed(*speech()).pages[0].lines[:4]
    assert hello.y - name.y == pytest.approx(2 * (name.y - date.y))


def test_a_heading_alone_in_its_line_is_hei() -> None:
    assert faces(line_with(composed(*speech()), "一、")) == [(ONE, "黑体")]


def test_a_heading_run_into_its_body_has_its_face_for_its_words_only() -> None:
    (heading, kai), (_, body) = faces(line_with(composed(*speech()), "（一）"))
    assert (heading, kai, body) == ("（一）围绕中心设项目。", "楷体", "仿宋")


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    m = manuscript_of("\n".join(["国" * 10] * 21 + ["一、抓实", "国" * 10]))
    node = section(SectionKind.SECTION, 1, Position(21, 0), Position(22, 0), m.end)
    pages = composed(m, Outline((node,)))
    assert [len(p.lines) for p in pages.pages] == [21, 2]


def test_a_second_speech_begins_a_page() -> None:
    m = manuscript_of("讲话一\n正文。\n讲话二\n正文。")
    at = [Position(i, 0) for i in range(4)]
    titles = (
        section(SectionKind.TITLE, 0, at[0], at[1], at[2]),
        section(SectionKind.TITLE, 0, at[2], at[3], m.end),
    )
    assert [p.lines[0].text for p in composed(m, Outline(titles)).pages] == ["讲话一", "讲话二"]


def test_an_automatic_number_is_set_before_its_paragraph() -> None:
    m = Manuscript(0, (Paragraph("抓实竞赛", label="一、"),))
    line = composed(m).pages[0].lines[0]
    assert line.text == "一、抓实竞赛" and line.start == -2


def test_page_numbers_stand_7_mm_below_the_type_area_outside_right_inside_left() -> None:
    first, second = (p.folio for p in composed(manuscript_of("国" * FULL_PAGE * 2)).pages[:2])
    assert (first.text, second.text) == ("— 1 —", "— 2 —")
    assert first.x + first.width == pytest.approx(RIGHT - 14)
    assert second.x == pytest.approx(LEFT + 14)
    assert first.y - 0.38 * 14 == pytest.approx((297 - 35 + 7) * PT_PER_MM)


def test_the_lines_of_a_page_say_which_places_of_the_text_they_show() -> None:
    pages = composed(manuscript_of("国" * FULL_PAGE + "\n" + "民" * 40))
    first, second = pages.pages[0].lines, pages.pages[1].lines
    assert (first[-1].end, second[0].start) == (614, 614)
    assert (second[-1].paragraph, second[-1].end) == (1, 40)


def test_an_empty_text_is_one_empty_page() -> None:
    pages = composed(manuscript_of(""))
    assert pages.count == 1


def blank(m: Manuscript, paragraph: int, text: str) -> Blank:
    start = m.paragraphs[paragraph].text.index(text)
    return Blank(Span(paragraph, start, start + len(text)), BlankKind.X, text)


def test_a_draft_says_so_on_each_page_and_marks_its_blanks() -> None:
    m = manuscript_of("请X工会和××乡" + "国" * FULL_PAGE)
    blanks = [blank(m, 0, "X"), blank(m, 0, "××")]
    pages = Composer(OFFICIAL, FixedMeasure()).compose(m, Outline(), draft=True, blanks=blanks)
    assert all(any("草稿" in s.text for s in page.stamps) for page in pages.pages)
    line = pages.pages[0].lines[0]
    assert [(b.left, b.right) for b in pages.pages[0].boxes] == [
        (pytest.approx(line.x + line.runs[0].xs[1]), pytest.approx(line.x + line.runs[0].xs[2])),
        (pytest.approx(line.x + line.runs[0].xs[5]), pytest.approx(line.x + line.runs[0].xs[7])),
    ]


def test_a_final_carries_no_marks() -> None:
    m = manuscript_of("请X工会")
    pages = Composer(OFFICIAL, FixedMeasure()).compose(m, Outline(), blanks=[blank(m, 0, "X")])
    assert not pages.pages[0].stamps and not pages.pages[0].boxes


def test_composing_again_after_an_edit_gives_what_composing_anew_gives() -> None:
    composer = Composer(OFFICIAL, FixedMeasure())
    composer.compose(*speech())
    m, outline = speech(RUN_IN + "再加一句。")
    assert composer.compose(m, outline) == composed(m, outline)


class Counting(FixedMeasure):
    """Counts how often a width is asked for."""

    asked = 0

    def width(self, text: str, face: Face, size: float, /) -> float:
        self.asked += 1
        return super().width(text, face, size)


def test_a_long_text_asks_for_few_widths_and_composing_it_again_for_none() -> None:
    measure = Counting()
    m = manuscript_of("要把2026年的赛场设在车间，比什么由一线说了算。\n" * 400)
    composer = Composer(OFFICIAL, measure)
    pages = composer.compose(m, Outline())
    folios = sum(len(page.folio.text) for page in pages.pages)
    assert measure.asked - folios < 20
    composer.compose(m, Outline())
    assert measure.asked - 2 * folios < 20


def test_another_edition_is_only_other_values() -> None:
    body = RoleStyle(FANG_SONG, SIZES["二号"], indent=2)
    large = replace(OFFICIAL, name="大字", lines=15, characters=20, styles={Role.BODY: body})
    pages = compose(manuscript_of("国" * 20 * 15), Outline(), large, FixedMeasure())
    assert [len(p.lines) for p in pages.pages] == [15, 1]
    assert {len(line.text) for line in pages.pages[0].lines} == {18, 20}


TEXTS = st.text(alphabet="国工会，。“”《》——……X20 \n\u3000（一）、", min_size=1, max_size=400)


@given(TEXTS)
@settings(max_examples=60)
def test_every_character_stands_on_the_pages_once_in_order(text: str) -> None:
    pages = composed(*speech(text.replace("\n", "") or "正"))
    m, _ = speech(text.replace("\n", "") or "正")
    drawn = "".join(line.text for page in pages.pages for line in page.lines)
    assert "".join(drawn.split()) == "".join(m.text.split())


@given(TEXTS)
@settings(max_examples=60)
def test_no_page_holds_more_than_22_lines_and_none_is_empty(text: str) -> None:
    pages = composed(manuscript_of(text * 8))
    assert all(len(page.lines) <= 22 for page in pages.pages)
    assert all(page.lines for page in pages.pages[1:])
