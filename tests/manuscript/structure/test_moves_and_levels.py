"""Sections moved, promoted and demoted; numbers proposed; nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.edits import Move, apply_all, from_last
from editor.manuscript.enumeration.renumber import renumber
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.level_step import change_typed_level
from editor.manuscript.structure.relocate import shift_sections
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.structure_commands import (
    MoveSections,
    ShiftSections,
    StructureCommand,
)
from tests.notation import doc, lines

SPEECH = (
    "会上的讲话 | 同志们： | 下面，我讲三点意见。 | 一、甲 | （一）子。正文。 | （二）丑。正文。 | "
    "二、乙 | 乙的正文。 | 三、丙 | 丙的正文。 | 同志们，努力吧！"
)
POINTS = (
    "一、问题 | 有三个问题。一是不高；二是不实；三是不硬。对此，要改。 | "
    "二、措施 | 一要学。要学好。二要改。要改好。"
)


def node(m: Manuscript, title: str) -> Section:
    return next(s for s in outline_of(m).walk() if s.title == title)


def after(m: Manuscript, order: StructureCommand) -> Manuscript:
    return apply_command(m, outline_of(m), order).after


def shifted(line: str, title: str, step: int) -> str:
    m = doc(line)
    return lines(after(m, ShiftSections((node(m, title),), step)))


def test_a_section_moves_past_its_sibling_with_all_under_it() -> None:
    assert shifted("一、甲 | （一）子。文。 | 甲文。 | 二、乙 | 乙文。", "甲", 1) == (
        "二、乙 | 乙文。 | 一、甲 | （一）子。文。 | 甲文。"
    )


def test_whole_paragraphs_keep_their_identity() -> None:
    texts = ["一、甲", "甲文。", "二、乙", "乙文。"]
    m = Manuscript(0, tuple(Paragraph(t, key=n + 1) for n, t in enumerate(texts)))
    edits = shift_sections(m, outline_of(m), [node(m, "乙")], -1)
    assert edits == (Move(2, 4, 0),)
    assert [p.key for p in apply_all(m, edits).paragraphs] == [3, 4, 1, 2]


def test_the_first_section_has_nowhere_up_to_go() -> None:
    for title, step, why in (("甲", -1, "第一节"), ("丙", 1, "最后一节")):
        with pytest.raises(Refused, match=why):
            shifted(SPEECH, title, step)


@pytest.mark.parametrize(
    ("title", "step", "run"),
    [
        ("不高", 1, "二是不实；一是不高；三是不硬。对此，要改。"),
        ("不硬", -1, "一是不高；三是不硬；二是不实。对此，要改。"),
    ],
)
def test_points_change_places_and_the_marks_stay(title: str, step: int, run: str) -> None:
    assert shifted(POINTS, title, step).split(" | ")[1] == "有三个问题。" + run


def test_a_point_moves_with_its_own_sentences() -> None:
    assert shifted(POINTS, "学", 1).split(" | ")[3] == "二要改。要改好。一要学。要学好。"


@given(st.data())
def test_a_move_loses_no_paragraph_and_no_character(data: st.DataObject) -> None:
    m = doc(data.draw(st.sampled_from([SPEECH, POINTS])))
    movable = [
        s for s in outline_of(m).walk() if s.kind in (SectionKind.SECTION, SectionKind.POINT)
    ]
    section, other = data.draw(st.sampled_from(movable)), data.draw(st.sampled_from(movable))
    try:
        moved = after(m, MoveSections((section,), other, DropPosition.BEFORE))
    except Refused:
        return
    marks = str.maketrans("", "", "；。\n")
    assert sorted(moved.text.translate(marks)) == sorted(m.text.translate(marks))
    if "一是" not in m.text:
        assert sorted(p.text for p in moved.paragraphs) == sorted(p.text for p in m.paragraphs)


def test_demoting_takes_the_sections_below_along() -> None:
    m = doc(SPEECH)
    demoted = lines(apply_all(m, change_typed_level(m, outline_of(m), node(m, "乙"), 1)))
    assert "（三）乙" in demoted
    down = lines(apply_all(m, change_typed_level(m, outline_of(m), node(m, "甲"), 1)))
    assert down.split(" | ")[3:6] == ["（一）甲", "1.子。正文。", "2.丑。正文。"]


def test_promoting_writes_the_marker_as_the_text_does() -> None:
    m = doc("(一)甲 | 1、子。文。 | (二)乙")
    promoted = apply_all(m, change_typed_level(m, outline_of(m), node(m, "子"), -1))
    assert lines(promoted) == "(一)甲 | (二)子。文。 | (二)乙"


def test_there_is_no_level_above_the_first_nor_for_a_number_of_words_own() -> None:
    m = doc(SPEECH)
    assert change_typed_level(m, outline_of(m), node(m, "甲"), -1) == ()
    auto = Manuscript(0, (Paragraph("甲", label="一、"), Paragraph("乙", label="二、")))
    assert change_typed_level(auto, outline_of(auto), node(auto, "乙"), 1) == ()
    assert renumber(auto, outline_of(auto)) == ()


def proposals(line: str) -> list[tuple[str, str]]:
    m = doc(line)
    return [(r.old, r.new) for r in renumber(m, outline_of(m))]


def test_a_speech_in_order_needs_no_new_number() -> None:
    assert proposals(SPEECH) == []


def test_renumbering_after_a_move_in_the_marks_used() -> None:
    assert proposals("二、乙 | 文。 | 一、甲 | 文。") == [("二、", "一、"), ("一、", "二、")]
    assert proposals("(一)甲 | (三)乙 | (三)丙") == [("(三)", "(二)")]
    assert proposals("1.甲。文。 | 1.乙。文。") == [("1.", "2.")]


def test_points_out_of_order_are_proposed_too() -> None:
    assert proposals("一、问题 | 有：二是不实；一是不高；三是不硬。") == [
        ("二是", "一是"),
        ("一是", "二是"),
    ]


def test_a_second_run_counts_anew() -> None:
    line = "一、甲 | 一是学。要学。二是改。要改。 | 一要查。要查。二要问。要问。"
    assert proposals(line) == []


def test_the_announced_count_is_a_proposal_of_its_own() -> None:
    m = doc(SPEECH.replace("三点", "两点"))
    found = renumber(m, outline_of(m))
    assert [(r.old, r.new, r.announced) for r in found] == [("两", "三", True)]
    assert "我讲三点意见" in apply_all(m, [r.edit for r in found]).text


@given(st.permutations([0, 1, 2, 3]))
def test_renumbering_any_order_gives_one_to_four(order: list[int]) -> None:
    m = doc(" | ".join(f"{'一二三四'[n]}、{'甲乙丙丁'[n]}" for n in order))
    edits = from_last(r.edit for r in renumber(m, outline_of(m)))
    assert [p.text[:2] for p in apply_all(m, edits).paragraphs] == ["一、", "二、", "三、", "四、"]
