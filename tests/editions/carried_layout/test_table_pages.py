"""Tables on pages: whole rows, merged cells, tables in cells, heads set again."""

from collections import Counter
from itertools import pairwise

import pytest

from editor.blanks.blank import Blank, BlankKind
from editor.editions.compose import Composer
from editor.editions.styles import OFFICIAL
from editor.editions.text_measure import FixedMeasure
from editor.files.docx_carried.carried_text import carried_text
from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Span
from tests.editions.carried_layout.paged import (
    FOOT,
    line_with,
    paged,
    within,
    words,
)
from tests.files.made import opened
from tests.files.rich import (
    cell,
    footnote,
    para,
    rich,
    row,
    table,
)


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
