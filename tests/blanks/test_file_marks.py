"""Prompts and merge fields that a Word file marks: open while they are the file's own."""

import pytest

from editor.blanks.blank import Blank
from editor.blanks.blank_reader import BlankReader, find_blanks
from editor.blanks.fill import fill
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import CONTROL, FIELD, PLACEHOLDER, RUN, UNDERLINE, Mark
from editor.manuscript.paragraph import Paragraph


def held(text: str, *marks: tuple[str, str, str]) -> Manuscript:
    """A paragraph with marks on words of it: (words, kind, value)."""
    made = [Mark(at := text.index(w), at + len(w), kind, value) for w, kind, value in marks]
    return Manuscript(0, (Paragraph(text, 1, marks=tuple(sorted(made))),))


def told(m: Manuscript) -> list[tuple[str, str, str]]:
    return [(b.text, b.kind.value, b.slot) for b in find_blanks(m)]


def test_a_controls_prompt_is_one_blank_named_by_its_title() -> None:
    own = "您的大名写这儿"
    m = held(f"姓名：{own}，谢谢", (own, PLACEHOLDER, own), (own, CONTROL, "姓名"))
    assert told(m) == [(own, "blank", "field:姓名")]
    dated = held("哪天", ("哪天", PLACEHOLDER, "哪天"), ("哪天", CONTROL, "会议日期"))
    assert told(dated) == [("哪天", "date", "field:会议日期")]


def test_a_control_that_was_filled_is_none() -> None:
    m = held("姓名：王建国", ("王建国", PLACEHOLDER, "您的大名"), ("王建国", CONTROL, "姓名"))
    assert told(m) == []


def test_marks_win_over_what_the_words_look_like() -> None:
    own = "XX单位____（填写）"
    assert told(held(own, (own, PLACEHOLDER, own))) == [(own, "blank", "prompt:")]


def test_a_merge_field_is_open_until_it_is_merged() -> None:
    code = 'MERGEFIELD "单位全称" \\* MERGEFORMAT'
    assert told(held("致«某栏»：", ("«某栏»", FIELD, code))) == [
        ("«某栏»", "blank", "field:单位全称")
    ]
    assert told(held("致云川市总工会：", ("云川市总工会", FIELD, code))) == []
    assert told(held("见«矛盾论»。", ("«矛盾论»", FIELD, "REF _Ref1 \\h"))) == []


def test_an_entry_field_of_spaces_is_a_blank() -> None:
    room = "\u2002" * 5
    (blank,) = find_blanks(held(f"姓名：{room}", (room, FIELD, "FORMTEXT")))
    assert (blank.text, blank.slot) == (room, "field:姓名")


def test_filling_replaces_the_whole_stretch_and_its_marks_tell_so() -> None:
    own = "单击此处输入文字。"
    m = held(f"地点：{own}", (own, PLACEHOLDER, own), (own, RUN, "1.2"))
    (edit,) = fill(find_blanks(m), "云川宾馆")
    assert (edit.start.offset, edit.end.offset) == (3, 3 + len(own))
    assert find_blanks(apply_all(m, (edit,))) == ()


def test_a_reader_sees_that_only_the_marks_are_others() -> None:
    own, reader = "写在这儿", BlankReader()
    bare = Manuscript(0, (Paragraph(own, 1),))
    marked = held(own, (own, PLACEHOLDER, own))
    seen: list[tuple[Blank, ...]] = [reader.read(m) for m in (bare, marked, bare)]
    assert seen == [find_blanks(m) for m in (bare, marked, bare)]
    assert [len(blanks) for blanks in seen] == [0, 1, 0]


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("会议由      同志主持。", "      "),
        ("会议由\t同志主持。", "\t"),
        ("单位：        ", "        "),
        ("    同志：", "    "),
        ("定于\u3000\u3000召开大会。", "\u3000\u3000"),
    ],
)
def test_underlined_blanks_are_a_line_to_write_on(text: str, room: str) -> None:
    assert [b.text for b in find_blanks(held(text, (room, UNDERLINE, "")))] == [room]


@pytest.mark.parametrize(
    ("text", "lined"),
    [
        ("会议由  李明  同志主持。", "  李明  "),  # a line that was written on
        ("青山镇工会        ", "        "),  # the rule under a heading, drawn to the margin
        ("会议由 李明主持。", " "),
        ("        ", "        "),  # a rule
        ("会议由李明同志主持。      ", "      "),
        ("单位：平安公司    ", "平安公司    "),
    ],
)
def test_lines_that_were_written_on_and_rules_are_no_blanks(text: str, lined: str) -> None:
    assert find_blanks(held(text, (lined, UNDERLINE, ""))) == ()
