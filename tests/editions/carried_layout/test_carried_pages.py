"""Pages of files with looks, tables, pictures and notes: drawn, in place, and all of it once."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.blanks.blank import Blank, BlankKind
from editor.editions.carried import Carried, CarriedParagraph
from editor.editions.compose import Composer, compose
from editor.editions.composed_pages import Page, PageLine, Pages
from editor.editions.styles import OFFICIAL, PT_PER_MM
from editor.editions.text_measure import FixedMeasure
from editor.files.docx_carried.carried_text import carried_text
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.marks import DOTTED, HIDDEN, RAISED, STRIKE, UNDERLINE, Mark
from editor.manuscript.outline.sections import Outline, SectionKind
from editor.manuscript.paragraph import Position, Span
from tests.editions.speech import section
from tests.files.made import opened
from tests.files.rich import (
    cell,
    endnote,
    footnote,
    formula,
    para,
    picture,
    rich,
    row,
    ruby,
    run,
    table,
)

LEFT, RIGHT = 28 * PT_PER_MM, 184 * PT_PER_MM
TOP, FOOT = 37 * PT_PER_MM, 262 * PT_PER_MM
PITCH = OFFICIAL.pitch


def paged(body: str, *notes: str, media: bytes = b"") -> Pages:
    file = opened(rich(body, notes=notes, media=media))
    shown = carried_text(file, file.manuscript)
    return compose(file.manuscript, Outline(), OFFICIAL, FixedMeasure(), carried=shown)


def words(page: Page) -> str:
    return "".join(line.text for line in page.lines)


def line_with(page: Page, text: str) -> PageLine:
    return next(line for line in page.lines if text in line.text)


def within(page: Page) -> bool:
    boxes = [(s.left, s.top, s.right, s.bottom) for s in (*page.strokes, *page.pictures)]
    boxes += [(n.x, n.y, n.x + n.width, n.y) for n in page.lines]
    slack = 0.1
    return all(
        LEFT - slack <= a and TOP - slack <= b and c <= RIGHT + slack and d <= FOOT + slack
        for a, b, c, d in boxes
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


def test_a_table_too_wide_is_made_narrower_and_its_words_are_wrapped() -> None:
    (page,) = paged(table((120, 120, 120), row("国" * 60, "甲", "乙"))).pages
    assert within(page) and len([n for n in page.lines if "国" in n.text]) > 1
    assert words(page) == "国" * 60 + "甲乙"


def test_rows_stay_whole_and_heads_are_set_again_on_each_page() -> None:
    head = row("序号", "任务", properties="<w:tblHeader/>")
    rows = [row(str(n), "开展竞赛，" * 9) for n in range(90)]
    pages = paged(table((20, 100), head, *rows)).pages
    assert len(pages) > 2 and all("序号" in words(page) for page in pages)
    for page in pages:
        shown = Counter(line.paragraph for line in page.lines if line.paragraph > 1)
        assert {shown[n] for n in shown if n % 2} == {max(shown.values())}
    texts = [line for page in pages for line in page.lines if "序号" in line.text]
    assert [line.paragraph for line in texts] == [0] + [-1] * (len(pages) - 1)


def test_a_row_taller_than_a_page_is_cut_between_its_lines_and_closed() -> None:
    pages = paged(para("表") + table((100, 40), row(cell(*["国" * 60] * 40), "右"))).pages
    assert len(pages) > 2 and all(within(page) for page in pages)
    lowest = max(line.y for line in pages[0].lines)
    assert any(s.top == s.bottom and s.top > lowest for s in pages[0].strokes)


def test_a_merged_cell_spans_its_rows_and_no_line_crosses_it() -> None:
    tall, lower = '<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>', "<w:vMerge/>"
    body = table(
        (40, 60), row(cell("部门", properties=tall), "甲"), row(cell("", properties=lower), "乙")
    )
    (page,) = paged(body).pages
    level = {(s.left, round(s.top)) for s in page.strokes if s.top == s.bottom}
    assert len([left for left, _ in level if left == min(level)[0]]) == 2
    middle = (line_with(page, "甲").y + line_with(page, "乙").y) / 2
    assert line_with(page, "部门").y == pytest.approx(middle, abs=0.5)


def test_a_table_in_a_cell_lies_inside_the_cell() -> None:
    (page,) = paged(table((60, 60), row(cell("外", table((90,), row("内")), "后"), "右"))).pages
    upright = sorted({round(s.left) for s in page.strokes if s.left == s.right})
    assert len(upright) == 5 and upright[0] < upright[1] < upright[2] < upright[3]
    assert [line.text for line in page.lines] == ["外", "内", "后", "右"]


def test_notes_stand_at_the_foot_of_the_page_that_refers_to_them() -> None:
    body = "".join(para("国" * 200, footnote(n), "民" * 90) for n in range(1, 9))
    pages = paged(body, *[f"第{n}条注" for n in range(1, 9)]).pages
    for page in pages:
        here = [line.text for line in page.lines if line.paragraph < 0 and line.text.isdigit()]
        notes = [line for line in page.lines if "条注" in line.text]
        assert len(notes) == len(here) and within(page)
        body_end = max(line.y for line in page.lines if line.paragraph >= 0)
        assert all(note.y > body_end for note in notes)


def test_notes_that_begin_anew_on_each_page_are_numbered_by_the_pages() -> None:
    anew = '<w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/>'
    section = f"<w:sectPr><w:footnotePr>{anew}</w:footnotePr></w:sectPr>"
    body = "".join(para("国" * 200, footnote(n)) for n in range(1, 9))
    pages = paged(body + para("末", properties=section), *["注"] * 8).pages
    for page in pages:
        signs = [c for line in page.lines for c in line.text if c in "①②③④⑤⑥⑦⑧"]
        count = len(signs) // 2  # in the text and at the foot
        assert "".join(sorted(signs)) == "".join(c * 2 for c in "①②③④⑤⑥⑦⑧"[:count])
    assert len(pages) > 2


def test_a_long_note_goes_on_at_the_foot_of_the_next_page() -> None:
    pages = paged(para("国" * 500, footnote(1), "民" * 300), "注" * 4000).pages
    assert sum(words(page).count("注") for page in pages) == 4000
    assert all(within(page) for page in pages) and words(pages[1]).count("注") > 1000
    assert all(any(line.paragraph == 0 for line in page.lines) for page in pages[:2])


def test_end_notes_stand_behind_the_last_words() -> None:
    pages = paged(para("甲", endnote(1)) + para("乙"), "尾注的话").pages
    assert words(pages[0]).endswith("尾注的话") and "乙" in words(pages[0])


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


def test_an_empty_cell_is_room_to_write_in() -> None:
    (page,) = paged(table((40, 60), row("", ""), row("", ""))).pages
    level = sorted({s.top for s in page.strokes if s.top == s.bottom})
    assert all(b - a > 15 for a, b in pairwise(level))


@pytest.mark.parametrize("lines", range(14, 22))
def test_a_table_begins_with_two_rows_and_not_without_its_heading(lines: int) -> None:
    m = "".join(para("国" * 10) for _ in range(lines))
    pages = paged(m + table((40, 60), row("甲", "乙"), row("丙", "丁"), row("戊", "己"))).pages
    first = next(page for page in pages if "甲" in words(page))
    assert "丙" in words(first)


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


def test_notes_of_a_cell_stand_at_the_foot_of_its_page() -> None:
    (page,) = paged(
        para("国") + table((60, 60), row(cell(para("甲", footnote(1))), "乙")), "注"
    ).pages
    assert line_with(page, "注").y > FOOT - 20 and "1" in words(page)


def test_an_open_blank_in_a_cell_is_marked_in_a_draft() -> None:
    file = opened(rich(table((40, 60), row("单位", "X工会"))))
    m = file.manuscript
    blank = Blank(Span(1, 0, 1), BlankKind.X, "X")
    shown = carried_text(file, m)
    composer = Composer(OFFICIAL, FixedMeasure())
    (page,) = composer.compose(m, Outline(), draft=True, blanks=[blank], carried=shown).pages
    (box,) = page.boxes
    assert box.left == pytest.approx(line_with(page, "X工会").x)
