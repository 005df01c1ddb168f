"""Sections copied as paragraphs and put in elsewhere: whole, in place, nothing else touched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Outline, Section
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.section_copies import (
    SectionCopy,
    SectionHead,
    heads_of,
    place_at_end,
    place_behind,
    sections_copied,
)
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.structure_commands import PasteSections
from tests.notation import doc, lines

TOWN = doc(
    "在云川市大会上的讲话 | 同志们： | 讲两点。 | 一、甲事 | （一）子事 | 子文。 |  | 二、乙事 | "
    "一是抓早；二是抓小。 |  | 同志们，让我们一起努力！"
)
VILLAGE = doc(
    "在大河镇会议上的讲话 | 同志们： | 讲两点。 | 一、春耕 | （一）堤坝 | 防文。 | 同志们，加油干！"
)


def node(manuscript: Manuscript, title: str) -> Section:
    return next(s for s in outline_of(manuscript).walk() if s.title.startswith(title))


def copied(title: str, manuscript: Manuscript = TOWN) -> SectionCopy:
    return sections_copied(manuscript, outline_of(manuscript), [node(manuscript, title)])


def pasted(copy: SectionCopy, row: str, manuscript: Manuscript = VILLAGE) -> str:
    outline = outline_of(manuscript)
    place = place_behind(outline, node(manuscript, row), copy.heads)
    return lines(apply_command(manuscript, outline, PasteSections(copy, place)).after)


def test_a_copy_has_the_heading_and_all_under_it_and_no_parting_lines() -> None:
    assert [p.text for p in copied("甲事").paragraphs] == ["一、甲事", "（一）子事", "子文。"]


@pytest.mark.parametrize("row", ["春耕", "堤坝"])
def test_a_higher_section_goes_behind_the_parent_of_a_row(row: str) -> None:
    assert "防文。 | 一、甲事 | （一）子事 | 子文。 | 同志们" in pasted(copied("甲事"), row)


def test_at_the_title_it_goes_before_the_closing() -> None:
    assert "防文。 | （一）子事 | 子文。 | 同志们，加油干！" in pasted(copied("子事"), "在大河镇")


def test_where_sections_are_parted_by_lines_what_comes_is_parted_too() -> None:
    found = pasted(copied("春耕", VILLAGE), "甲事", TOWN)
    assert "子文。 |  | 一、春耕 | （一）堤坝 | 防文。 |  | 二、乙事" in found


def test_a_point_of_a_line_becomes_a_line_or_joins_another_run() -> None:
    point = copied("抓早")
    assert [p.text for p in point.paragraphs] == ["一是抓早。"]
    assert "一是抓早；二是抓小；一是抓早。" in pasted(point, "抓小", TOWN)


def test_several_lines_do_not_go_into_the_middle_of_one() -> None:
    copy = copied("子事")
    with pytest.raises(Refused, match="整节不能放进一段话中间"):
        pasted(SectionCopy(copy.paragraphs, point_heads()), "抓早", TOWN)


def point_heads() -> tuple[SectionHead, ...]:
    return copied("抓早").heads


def test_a_table_or_a_picture_is_not_copied_with_its_section() -> None:
    held = tuple(replace(p, holds="图片") if p.text == "子文。" else p for p in TOWN.paragraphs)
    with pytest.raises(Refused, match="图片"):
        copied("甲事", replace(TOWN, paragraphs=held))


def test_nothing_is_put_between_the_cells_of_a_table() -> None:
    cells = [
        replace(p, frame=f"表格1·{n}", key=n) if 3 < n < 7 else p
        for n, p in enumerate(TOWN.paragraphs)
    ]
    framed = replace(TOWN, paragraphs=tuple(cells))
    row = node(framed, "甲事")._replace(end=Position(6, 0))
    with pytest.raises(Refused, match="表格"):
        copy = copied("春耕", VILLAGE)
        apply_command(framed, Outline((row,)), PasteSections(copy, (row, DropPosition.AFTER)))


def test_words_without_a_heading_join_the_section_they_come_behind() -> None:
    run = doc("又一段话。").paragraphs
    assert "防文。 | 又一段话。 | 同志们" in pasted(SectionCopy(run, heads_of(run)), "堤坝")


def test_a_text_without_sections_takes_them_at_its_end() -> None:
    for text, after in (("", "二、"), ("几句话。 | ", "几句话。 | 二、")):
        empty = doc(text)
        place = place_at_end(outline_of(empty), copied("乙事").heads)
        step = apply_command(empty, outline_of(empty), PasteSections(copied("乙事"), place))
        assert lines(step.after).startswith(after)
