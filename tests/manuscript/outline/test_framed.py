"""Cells and boxes stand beside the speech, unless one cell is all of it."""

from dataclasses import replace

import pytest

from editor.analysis.analyzer import make_analyzer
from editor.manuscript.delivery.timing import timing
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.framed import beside_text, spoken_text
from editor.manuscript.outline.reader import OutlineReader, outline_of
from editor.manuscript.paragraph import Paragraph

SPEECH = (
    "在动员会上的讲话", "同志们：", "今天的会议很重要，请大家认真听，抓好落实。",
    "一、提高认识", "认识是行动的先导。" * 8, "二、抓好落实", "落实要有人管，有人问。" * 8,
    "谢谢大家！",
)  # fmt: skip


def speech(**frames: str) -> Manuscript:
    """The speech with paragraphs put in between: ``at3=`` before paragraph 3, each in a cell."""
    rows = [Paragraph(text, n + 1) for n, text in enumerate(SPEECH)]
    for name, text in sorted(frames.items(), reverse=True):
        cells = [Paragraph(t, 0, frame=f"表1·{n}行1列") for n, t in enumerate(text.split("|"), 1)]
        rows[int(name[2:]) : int(name[2:])] = cells
    return Manuscript(0, tuple(rows))


def titles(m: Manuscript) -> list[str]:
    return [s.number + s.title for s in outline_of(m).walk() if s.kind != "opening"]


@pytest.mark.parametrize(
    "cells",
    ["一、项目|二、金额", "同志们：|各位代表：", "会议日程表|谢谢大家！", "第一章 总则|（一）范围"],
)
@pytest.mark.parametrize("at", range(len(SPEECH) + 1))
def test_a_table_anywhere_changes_no_heading(cells: str, at: int) -> None:
    assert titles(speech(**{f"at{at}": cells})) == titles(speech())


def test_a_speech_that_stands_in_one_cell_is_the_speech() -> None:
    inside = tuple(Paragraph(t, n + 2, frame="表1·2行1列") for n, t in enumerate(SPEECH))
    head = Paragraph("云川市总工会文件", 1, frame="表1·1行2列")
    m = Manuscript(0, (head, *inside, Paragraph("", 99)))
    assert titles(m) == titles(speech())
    assert beside_text(m.paragraphs) == {0}


def test_a_speech_in_cells_under_each_other_is_the_speech_with_its_title() -> None:
    rows = tuple(Paragraph(t, n, frame=f"表1·{n}行1列") for n, t in enumerate(SPEECH, 1))
    assert titles(Manuscript(0, rows)) == titles(speech())
    beside = Paragraph("旁注", 20, frame="表1·3行2列")
    assert outline_of(Manuscript(0, (*rows, beside))).sections == ()


def test_a_form_that_is_all_of_a_file_is_no_speech() -> None:
    rows = ("姓名", "一、基本情况", "（一）简历", "同意。")
    m = Manuscript(0, tuple(Paragraph(t, n + 1, frame="表1·1行1列") for n, t in enumerate(rows)))
    assert not outline_of(m).sections


def test_typing_in_a_cell_leaves_the_outline_as_it_is() -> None:
    reader = OutlineReader()
    before = speech(at4="一、项目|数量")
    outline = reader.read(before)
    rows = list(before.paragraphs)
    rows[5] = replace(rows[5], text="三、数量")
    assert reader.read(Manuscript(1, tuple(rows))) is outline


def test_what_stands_in_cells_is_counted_but_not_spoken() -> None:
    bare, tabled = speech(), speech(at4="项目|" + "数量" * 50)
    assert spoken_text(bare) is bare
    times = [[t.spoken for t in timing(m, outline_of(m), 180)] for m in (bare, tabled)]
    assert times[0] == times[1]
    one, other = (make_analyzer().analyze(m).counts for m in (bare, tabled))
    assert (one.spoken, other.words - one.words) == (other.spoken, 102)
