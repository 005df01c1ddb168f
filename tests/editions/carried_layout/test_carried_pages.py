"""Pages of files with looks, pictures and page breaks: drawn, in place, and all of it once."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.editions.carried import Carried, CarriedParagraph
from editor.editions.compose import compose
from editor.editions.styles import OFFICIAL, PT_PER_MM
from editor.editions.text_measure import FixedMeasure
from editor.files.docx_carried.carried_text import carried_text
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.marks import DOTTED, HIDDEN, RAISED, STRIKE, UNDERLINE, Mark
from editor.manuscript.outline.sections import Outline, SectionKind
from editor.manuscript.paragraph import Position
from tests.editions.carried_layout.paged import LEFT, PITCH, RIGHT, line_with, paged, within, words
from tests.editions.speech import section
from tests.files.made import opened
from tests.files.rich import (
    formula,
    para,
    picture,
    rich,
    row,
    ruby,
    run,
    table,
)


def test_bold_is_drawn_in_a_bold_face_and_hidden_words_are_not_drawn_at_all() -> None:
    (page,) = paged(para("要", run("按期", "<w:b/>"), run("密", "<w:vanish/>"), "完成")).pages
    assert words(page) == "要按期完成"
    assert [run.text for n in page.lines for run in n.runs if run.face.bold] == ["按期"]


def test_lines_run_under_and_through_the_words_they_belong_to() -> None:
    (page,) = paged(
        para(run("删去", "<w:strike/>"), "与", run("留下", '<w:u w:val="single"/>'))
    ).pages
    through, under = page.strokes
    line = page.lines[0]
    assert (through.left, under.left) == (line.x, line.x + 3 * OFFICIAL.cell)
    assert through.top < line.y < under.top


def test_a_blank_to_fill_in_by_hand_keeps_its_line_at_the_end_of_a_row() -> None:
    (page,) = paged(para("签名：", run("        ", '<w:u w:val="single"/>'))).pages
    assert page.strokes[0].right - page.strokes[0].left == pytest.approx(8 * 8)


def test_each_emphasised_character_has_its_dot() -> None:
    (page,) = paged(para("要", run("抓、实", '<w:em w:val="dot"/>'))).pages
    assert len(page.dots) == 2 and page.dots[0].y > page.lines[0].y


def test_a_reading_stands_over_its_word_and_moves_no_line() -> None:
    body = para("请念", ruby("阆", "làng"), "中") + para("下一段")
    (page,) = paged(body).pages
    base, reading, after = page.lines
    assert reading.text == "làng" and reading.y < base.y - 10
    assert reading.x + reading.width / 2 == pytest.approx(base.x + 2.5 * OFFICIAL.cell)
    assert after.y - base.y == pytest.approx(PITCH)


def test_right_and_centre_stand_where_the_file_says() -> None:
    body = para("青石县", properties='<w:jc w:val="right"/>')
    (page,) = paged(body + para("附表", properties='<w:jc w:val="center"/>')).pages
    right, centre = page.lines
    assert right.x + right.width == pytest.approx(RIGHT)
    assert centre.x + centre.width / 2 == pytest.approx((LEFT + RIGHT) / 2)


def test_page_breaks_begin_pages_and_never_leave_an_empty_one() -> None:
    turn = '<w:r><w:br w:type="page"/></w:r>'
    body = para("甲", turn, "乙") + para(turn) + para(turn) + para("丙", turn)
    assert [words(page) for page in paged(body).pages] == ["甲", "乙", "丙"]


def test_a_formula_stands_among_its_words_or_is_named() -> None:
    broken = formula("<m:nary><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary>")
    pages = paged(para("增长", formula("12.5%"), "，和", broken, "。"))
    drawn = sorted(pages.pages[0].lines, key=lambda line: line.x)
    assert "12.5%" in [line.text for line in drawn]
    assert [(one.kind, one.paragraph) for one in pages.undrawn] == [(ObjectKind.FORMULA, 0)]


def test_a_picture_keeps_its_size_and_its_ratio_where_it_is_too_large() -> None:
    pages = paged(para(picture("r0", 80, 60)) + para(picture("r0", 300, 900)))
    (first,), (second,) = (page.pictures for page in pages.pages)
    assert (first.right - first.left) / PT_PER_MM == pytest.approx(80)
    assert (second.bottom - second.top) / (second.right - second.left) == pytest.approx(3)
    assert all(within(page) for page in pages.pages)


def test_a_signature_stands_behind_its_name_and_the_next_line_on_the_grid() -> None:
    body = para("国" * 10) + para("签名：", picture("r0", 30, 15), "（盖章）") + para("日期")
    (page,) = paged(body).pages
    (shown,), line = page.pictures, line_with(page, "签名")
    assert shown.left == pytest.approx(line.x + 3 * OFFICIAL.cell) and shown.bottom == line.y
    gaps = [b.y - a.y for a, b in pairwise(n for n in page.lines if n.paragraph >= 0)]
    assert [gap / PITCH for gap in gaps] == pytest.approx([2, 1])
    assert shown.top > page.lines[0].y


def test_a_picture_that_cannot_be_drawn_is_named_and_leaves_no_gap() -> None:
    pages = paged(para("前", picture("r0", 80, 60)) + para("后"), media=b"\x01\0\0\0EMF")
    before, after = pages.pages[0].lines
    assert after.y - before.y == pytest.approx(PITCH)
    assert pages.undrawn[0].kind is ObjectKind.PICTURE


def test_text_behind_pictures_and_tables_is_on_the_grid_again() -> None:
    body = para(picture("r0", 50, 33)) + para("甲") + table((40,), row("乙")) + para("丙")
    (page,) = paged(body).pages
    first, last = line_with(page, "甲"), line_with(page, "丙")
    assert ((last.y - first.y) / PITCH) == pytest.approx(round((last.y - first.y) / PITCH))


LOOKS = st.tuples(
    st.integers(0, 60), st.integers(1, 30), st.sampled_from((UNDERLINE, STRIKE, DOTTED, RAISED))
)


@given(st.text("国工X20，。“” 　", min_size=1, max_size=120), st.lists(LOOKS, max_size=5))
@settings(max_examples=60)
def test_whatever_the_looks_every_character_stands_on_the_pages_once(
    text: str, looks: list[tuple[int, int, str]]
) -> None:
    spans = tuple(Mark(a, min(a + n, len(text)), kind) for a, n, kind in looks if a < len(text))
    shown = Carried({0: CarriedParagraph(spans=spans)})
    pages = compose(manuscript_of(text), Outline(), OFFICIAL, FixedMeasure(), carried=shown)
    lines = [line for page in pages.pages for line in page.lines]
    assert "".join("".join(n.text for n in lines).split()) == "".join(text.split())
    assert [n.start for n in lines[1:]] == [n.end for n in lines[:-1]]
    assert not lines or (lines[0].start, lines[-1].end) == (0, len(text))


@given(st.integers(0, 40), st.integers(1, 40))
@settings(max_examples=40)
def test_hidden_words_are_on_no_page_wherever_they_stand(start: int, size: int) -> None:
    text = "国" * 30 + "密" * size + "民" * start
    shown = Carried({0: CarriedParagraph(spans=(Mark(30, 30 + size, HIDDEN),))})
    pages = compose(manuscript_of(text), Outline(), OFFICIAL, FixedMeasure(), carried=shown)
    assert "".join(words(page) for page in pages.pages) == text.replace("密", "")


def test_plain_paragraphs_of_a_file_with_things_are_set_as_ever() -> None:
    text = "要把赛场设在车间，比什么由一线说了算。\n" * 60
    m = manuscript_of(text)
    shown = Carried({59: CarriedParagraph(spans=(Mark(0, 2, UNDERLINE),))})
    plain = compose(m, Outline(), OFFICIAL, FixedMeasure())
    looked = compose(m, Outline(), OFFICIAL, FixedMeasure(), carried=shown)
    for before, after in zip(plain.pages, looked.pages, strict=True):
        pairs = zip(before.lines, after.lines, strict=True)
        assert all(a == b for a, b in pairs if a.paragraph != 59)
    assert (after.lines[-1].x, after.lines[-1].y) == (before.lines[-1].x, before.lines[-1].y)


def test_a_name_keeps_the_room_that_the_file_leaves_at_its_right() -> None:
    (page,) = paged(para("青石县", properties='<w:ind w:right="1134"/><w:jc w:val="right"/>')).pages
    assert page.lines[0].x + page.lines[0].width == pytest.approx(RIGHT - 20 * PT_PER_MM, abs=0.1)


def test_bold_in_a_heading_is_what_the_edition_says_and_in_running_words_what_the_file_says() -> (
    None
):
    file = opened(rich(para(run("一、抓实", "<w:b/>")) + para(run("要抓实", "<w:b/>"))))
    m = file.manuscript
    node = section(SectionKind.SECTION, 1, Position(0, 0), Position(1, 0), m.end)
    shown = carried_text(file, m)
    (page,) = compose(m, Outline((node,)), OFFICIAL, FixedMeasure(), carried=shown).pages
    assert [(run.face.name, run.face.bold) for n in page.lines for run in n.runs] == [
        ("黑体", False),
        ("仿宋", True),
    ]


def test_a_line_under_a_paragraph_is_drawn_and_a_box_around_two_is_one() -> None:
    line = '<w:bottom w:val="single" w:sz="16"/>'
    red = para("青石县总工会", properties=f"<w:pBdr>{line}</w:pBdr>")
    alone = para(properties=f"<w:pBdr>{line}</w:pBdr>")
    box = f'<w:pBdr><w:top w:val="single" w:sz="4"/>{line.replace("16", "4")}</w:pBdr>'
    boxed = para("甲", properties=box) + para("乙", properties=box)
    (page,) = paged(red + alone + para("国") + boxed).pages
    assert [(s.right - s.left, s.weight) for s in page.strokes] == [
        (pytest.approx(RIGHT - LEFT), weight) for weight in (2.0, 2.0, 0.5, 0.5)
    ]
    assert page.strokes[0].top > line_with(page, "总工会").y
