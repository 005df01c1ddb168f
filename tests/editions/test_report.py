"""A report on paper: nothing is lost, rows stay whole, the head of a table repeats."""

from collections import Counter
from itertools import pairwise

import pytest

from editor.editions.composed_pages import Pages
from editor.editions.report import (
    Report,
    ReportBlock,
    ReportCell,
    ReportColumn,
    ReportTable,
    report_text,
)
from editor.editions.report_pages import compose_report
from editor.editions.report_style import REPORT
from editor.editions.styles import PT_PER_MM
from editor.editions.text_measure import FixedMeasure

SIZE = (210.0, 297.0)
COLUMNS = (
    ReportColumn("序号", 20, centred=True),
    ReportColumn("原文", 90),
    ReportColumn("问题", 60),
)


def table(rows: int, words: str = "要抓好落实，形成工作合力") -> ReportTable:
    cells = [
        (ReportCell(str(n)), ReportCell(words, ((0, 2),)), ReportCell("请看"))
        for n in range(1, rows + 1)
    ]
    return ReportTable(COLUMNS, tuple(cells))


def report(rows: int, words: str = "要抓好落实，形成工作合力") -> Report:
    block = ReportBlock(f"必改（{rows} 处）", ("共查一遍。",), table(rows, words))
    return Report(
        "校核单", (ReportBlock("", ("稿件：讲话稿.docx",)), block, ReportBlock("数据", ("完。",)))
    )


def pages_of(made: Report) -> Pages:
    return compose_report(made, FixedMeasure())


def characters(pages: Pages) -> Counter[str]:
    drawn = "".join(line.text for page in pages.pages for line in page.lines)
    return Counter("".join(drawn.split()))


def test_every_character_is_drawn():
    one = pages_of(report(3))
    assert one.count == 1
    written = "".join(report_text(report(3)).split())
    assert characters(one) == Counter(written)


def test_the_head_of_a_table_stands_on_every_page_it_reaches():
    pages = pages_of(report(90))
    assert pages.count > 2
    reached = [p for p in pages.pages if p.strokes]
    assert all(sum(line.text == "序号" for line in p.lines) == 1 for p in reached)
    numbers = [line.text for p in pages.pages for line in p.lines if line.text.isdigit()]
    assert numbers == [str(n) for n in range(1, 91)]


def test_everything_stands_between_the_margins():
    sheet = REPORT.sheet
    left, right = sheet.left * PT_PER_MM, (sheet.width - sheet.right) * PT_PER_MM
    bottom = (sheet.height - sheet.bottom) * PT_PER_MM
    for page in pages_of(report(90)).pages:
        assert all(left <= line.x and line.x + line.width <= right + 0.1 for line in page.lines)
        assert all(line.y < bottom for line in page.lines)
        assert all(left - 0.1 <= s.left and s.right <= right + 0.1 for s in page.strokes)
        assert all(s.bottom <= bottom + 0.1 for s in page.strokes)


def test_a_row_is_not_torn_over_two_pages_unless_it_is_longer_than_one():
    words = "要抓好落实，形成工作合力。" * 6
    counts = [characters(Pages(*SIZE, (p,), ()))["要"] for p in pages_of(report(60, words)).pages]
    assert len(counts) > 2 and all(count % 6 == 0 for count in counts)
    torn = pages_of(report(1, "要抓好落实，形成工作合力。" * 200))
    assert torn.count > 1 and characters(torn)["要"] == 200


def test_lines_of_a_cell_do_not_run_into_the_next_column():
    page = pages_of(report(2, "GB/T 15834-2011 第5.1条（标点符号的位置和书写形式）" * 2)).pages[0]
    edge = (REPORT.sheet.left + 110) * PT_PER_MM
    inside = [line for line in page.lines if line.x < edge and "标点" in line.text]
    assert inside and all(line.x + line.width <= edge for line in inside)


def test_pages_are_numbered_and_a_heading_never_ends_one():
    for rows in range(20, 34):
        pages = pages_of(report(rows))
        assert [page.folio.text for page in pages.pages] == [
            f"— {n} —" for n in range(1, pages.count + 1)
        ]
        for page, _ in pairwise(pages.pages):
            last = max(page.lines, key=lambda line: line.y)
            assert not last.text.startswith(("必改", "数据"))


def test_a_row_must_have_a_cell_for_each_column():
    with pytest.raises(ValueError):
        ReportTable(COLUMNS, ((ReportCell("1"),),))
