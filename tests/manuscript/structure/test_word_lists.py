"""Headings that Word numbers: their levels change, their labels follow, no word is lost."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.comparison.accept_changes import accept_changes
from editor.manuscript.comparison.compare import compare
from editor.manuscript.edits import Edit, Move, Replace, Splice, apply, apply_all
from editor.manuscript.lists import UNLISTED, ListLevel, Lists, NumberList, labels_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.heading_level import set_level
from editor.manuscript.structure.relabelling import label_edits, label_edits_after
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    DeleteSections,
    DuplicateSection,
    InsertSection,
    MergeSections,
    MoveSections,
    ShiftSections,
    SplitSection,
    StructureCommand,
)

OFFICE = NumberList("0", MappingProxyType({
    0: ListLevel(form="chineseCounting", text="%1、", style="1", role="heading1"),
    1: ListLevel(form="chineseCounting", text="（%2）", style="2", role="heading2"),
    2: ListLevel(text="%3."),
}), MappingProxyType({}))  # fmt: skip
LETTERS = NumberList("1", MappingProxyType({
    0: ListLevel(form="chineseCounting", text="%1、"), 1: ListLevel(form="lowerLetter", text="%2)"),
    2: ListLevel(form="bullet", text="•"),
}), MappingProxyType({}))  # fmt: skip
LISTS = Lists(MappingProxyType({"3": OFFICE, "4": LETTERS}))
ROWS = (
    ("在云川市会议上的讲话", ""), ("同志们：", ""), ("讲三点。", ""),
    ("抓落实", "3/0"), ("甲文说了很多话，都要做到。", ""),
    ("抓学习", "3/1"), ("乙文也说了很多话。", ""), ("抓队伍", "3/1"), ("丙文。", ""),
    ("看成效", "3/0"), ("丁文。", ""), ("强作风", "3/0"), ("戊文。", ""),
)  # fmt: skip


def speech(rows: tuple[tuple[str, str], ...] = ROWS) -> Manuscript:
    made = [Paragraph(text, n, listed=at) for n, (text, at) in enumerate(rows, 1)]
    for number, p in enumerate(made):
        level = LISTS.level(p.listed) if p.listed else None
        made[number] = replace(p, style=level.role if level else "")
    return labelled(Manuscript(0, tuple(made), LISTS))


def labelled(m: Manuscript) -> Manuscript:
    return apply_all(m, label_edits(m))


def node(m: Manuscript, title: str) -> Section:
    return next(s for s in outline_of(m).walk() if s.title == title)


def done(m: Manuscript, order: StructureCommand) -> Manuscript:
    step = apply_command(m, outline_of(m), order)
    assert apply_all(m, step.edits) == step.after
    return step.after


def heads(m: Manuscript) -> str:
    return " ".join(p.label + p.text for p in m.paragraphs if p.label)


def why(m: Manuscript, order: StructureCommand) -> str:
    with pytest.raises(Refused) as refused:
        apply_command(m, outline_of(m), order)
    return refused.value.why


def test_labels_count_as_word_does() -> None:
    assert heads(speech()) == "一、抓落实 （一）抓学习 （二）抓队伍 二、看成效 三、强作风"


def test_a_heading_goes_up_with_its_style_and_the_others_count_on() -> None:
    m = speech()
    after = done(m, ChangeLevel((node(m, "抓学习"),), -1))
    assert heads(after) == "一、抓落实 二、抓学习 （一）抓队伍 三、看成效 四、强作风"
    assert after.paragraphs[5].style == "heading1"
    assert node(after, "抓学习").level == 1
    back = done(after, ChangeLevel((node(after, "抓学习"),), 1))
    assert heads(back).startswith("一、抓落实 （一）抓学习 1.抓队伍")


def test_a_heading_goes_down_with_all_under_it() -> None:
    m = speech()
    after = done(m, ChangeLevel((node(m, "看成效"), node(m, "强作风")), 1))
    assert heads(after) == "一、抓落实 （一）抓学习 （二）抓队伍 （三）看成效 （四）强作风"
    m = speech((*ROWS[:3], *ROWS[9:11], *ROWS[3:9]))
    after = done(m, ChangeLevel((node(m, "抓落实"),), 1))
    assert heads(after) == "一、看成效 （一）抓落实 1.抓学习 2.抓队伍"


def test_typed_numbers_under_it_go_along() -> None:
    m = speech((*ROWS[:3], *ROWS[9:11], ("抓落实", "3/0"), ("（一）抓学习", ""), ("乙文。", "")))
    after = done(m, ChangeLevel((node(m, "抓落实"),), 1))
    assert [p.label + p.text for p in after.paragraphs][-3:] == [
        "（一）抓落实",
        "1.抓学习",
        "乙文。",
    ]


@pytest.mark.parametrize(
    ("title", "step", "words"),
    [
        ("抓落实", -1, "最高一级"),
        ("强条", 1, "只有 3 级"),
        ("字母", 1, "“a)”"),
        ("圆点", 1, "项目符号"),
    ],
)
def test_where_the_list_has_no_such_level_it_is_said(title: str, step: int, words: str) -> None:
    more = (("强条", "3/2"), ("文。", ""), ("字母", "4/0"), ("文。", ""))
    m = speech((*ROWS, *more))
    if title == "圆点":
        bullets = OFFICE._replace(levels=MappingProxyType({
            0: OFFICE.levels[0], 1: ListLevel(form="bullet", text="•"),
        }))  # fmt: skip
        m = labelled(replace(m, lists=Lists(MappingProxyType({"3": OFFICE, "4": bullets}))))
        title = "字母"
    assert words in why(m, ChangeLevel((node(m, title),), step))


def test_two_sections_are_joined_and_the_next_count_on() -> None:
    m = speech()
    after = done(m, MergeSections(node(m, "抓落实")))
    assert heads(after) == "一、抓落实 （一）抓学习 （二）抓队伍 二、强作风"
    joined = after.paragraphs[9]
    assert (joined.text, joined.style, joined.listed, joined.key) == ("看成效", "", UNLISTED, 10)


def test_every_command_leaves_the_labels_as_word_would_count() -> None:
    m = speech()
    for order in (
        DeleteSections((node(m, "抓落实"),)),
        ShiftSections((node(m, "看成效"),), -1),
        DuplicateSection(node(m, "强作风")),
        InsertSection(node(m, "抓落实"), DropPosition.AFTER),
        InsertSection(node(m, "抓落实"), DropPosition.INSIDE),
        MoveSections((node(m, "强作风"),), node(m, "抓落实"), DropPosition.INSIDE),
        SplitSection(Position(4, 3)),
    ):
        after = done(m, order)
        assert [p.label for p in after.paragraphs] == labels_of(after.paragraphs, LISTS)
    assert heads(done(m, DeleteSections((node(m, "抓落实"),)))) == "一、看成效 二、强作风"
    inside = done(m, MoveSections((node(m, "强作风"),), node(m, "抓落实"), DropPosition.INSIDE))
    assert "（三）强作风" in heads(inside)


def test_a_level_is_set_in_the_list_or_typed_where_it_has_none() -> None:
    m = speech()
    up = labelled(apply_all(m, set_level(m, outline_of(m), 5, 1)))
    assert heads(up) == "一、抓落实 二、抓学习 （一）抓队伍 三、看成效 四、强作风"
    body = labelled(apply_all(m, set_level(m, outline_of(m), 3, 0)))
    assert body.paragraphs[3].label == "" and heads(body).startswith("（一）抓学习")
    typed = apply_all(m, set_level(m, outline_of(m), 5, 4))
    assert typed.paragraphs[5].text == "（1）抓学习" and typed.paragraphs[5].label == ""
    assert set_level(m, outline_of(m), 5, 2) == ()


EDITS = st.one_of(
    st.builds(lambda a, b, c: Move(min(a, b), max(a, b), c), *[st.integers(0, 13)] * 3),
    st.builds(lambda a, b: Splice(min(a, b), max(a, b), ()), *[st.integers(0, 12)] * 2),
    st.builds(lambda n: Replace(Position(n, 0), Position(n, 0), "\n"), st.integers(0, 12)),
    st.builds(lambda n: Replace(Position(n, 0), Position(n + 1, 0), ""), st.integers(0, 11)),
    st.builds(lambda n: Replace(Position(n, 0), Position(n, 1), "x"), st.integers(0, 12)),
)


@given(EDITS)
def test_after_any_edit_the_labels_are_those_of_the_lists(edit: Edit) -> None:
    m = speech()
    try:
        after = apply(m, edit)
    except ValueError:
        return
    after = apply_all(after, label_edits_after(m, (edit,)))
    assert [p.label for p in after.paragraphs] == labels_of(after.paragraphs, LISTS)


def test_where_only_words_change_nothing_is_counted() -> None:
    m = speech()
    broken = replace(m, paragraphs=(replace(m.paragraphs[3], label="九、"), *m.paragraphs[4:]))
    assert label_edits_after(broken, (Replace(Position(0, 0), Position(0, 1), "x"),)) == ()
    assert label_edits_after(broken, (Splice(1, 1, (Paragraph("x"),)),))


def test_what_was_deleted_comes_back_from_a_version_with_its_place_in_the_list() -> None:
    before = speech()
    now = done(before, DeleteSections((node(before, "抓落实"),)))
    version = Manuscript(0, before.paragraphs)  # it keeps no lists
    edits = accept_changes(compare(now, version))
    back = apply_all(now, (*edits, *label_edits_after(now, edits)))
    shown = [(p.text, p.label, p.listed) for p in back.paragraphs]
    assert shown == [(p.text, p.label, p.listed) for p in before.paragraphs]
    other = replace(LISTS, by_id={"3": LETTERS})
    foreign = accept_changes(compare(now, Manuscript(0, before.paragraphs, other)))
    assert "一、抓落实" in [p.text for p in apply_all(now, foreign).paragraphs]


@pytest.mark.parametrize("step", [1, -1])
def test_a_number_of_a_list_that_is_gone_is_refused_in_words(step: int) -> None:
    lost = Manuscript(0, speech().paragraphs)  # its file was changed outside
    with pytest.raises(Refused, match="找不到"):
        done(lost, ChangeLevel((node(lost, "抓落实"),), step))
