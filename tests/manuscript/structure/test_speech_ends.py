"""Empty paragraphs behind the last words belong to no section: they stay at their end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.paragraph import Position
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.speech_ends import above_empty, is_empty
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    CollectText,
    DeleteSections,
    DuplicateSection,
    InsertSection,
    MergeSections,
    MoveSections,
    ShiftSections,
    SplitSection,
    StructureCommand,
)
from tests.notation import doc, lines

AFTER, INSIDE = DropPosition.AFTER, DropPosition.INSIDE
PARTS = (
    ["同志们：", "今天讲两点。", "一、学", "学要深。", "二、干", "（一）快。要快。", "（二）实。",
     "谢谢大家！"],
    ["同志们：", "一、修渠", "渠要通。", "二、种树", "一是多种；二是种活。"],
    ["各位代表：", "1.看得见。", "2.管得住。", "最后，祝大家工作顺利！"],
)  # fmt: skip


@st.composite
def speeches(draw: st.DrawFn) -> Manuscript:
    """One to three speeches, dense or with empty lines, of a txt or (with keys) of a docx."""
    rows: list[str] = []
    for number in range(draw(st.integers(1, 3))):
        inner = draw(st.integers(0, 1))
        for words in [f"在青石县第{'一二三'[number]}次会议上的讲话", *PARTS[number]]:
            rows += [words, *[""] * inner]
        rows += [draw(st.sampled_from(["", "　　"])) for _ in range(draw(st.integers(0, 3)))]
    text = manuscript_of("\n".join(rows))
    if draw(st.booleans()):
        keyed = [replace(p, key=n) for n, p in enumerate(text.paragraphs, 1)]
        return Manuscript(0, tuple(keyed))
    return text


def command(data: st.DataObject, m: Manuscript) -> StructureCommand:
    nodes = st.sampled_from(list(outline_of(m).walk()))
    one, two, anchor = data.draw(nodes), data.draw(nodes), data.draw(nodes)
    where = data.draw(st.sampled_from(DropPosition))
    line = data.draw(st.integers(0, len(m.paragraphs) - 1))
    last = data.draw(st.integers(line, len(m.paragraphs) - 1))
    start = Position(line, data.draw(st.integers(0, len(m.paragraphs[line].text))))
    end = Position(last, data.draw(st.integers(0, len(m.paragraphs[last].text))))
    step = data.draw(st.sampled_from([-1, 1]))
    return data.draw(
        st.sampled_from(
            [
                ShiftSections((one,), step), MoveSections((one, two), anchor, where),
                MoveSections((one,), anchor, where), ChangeLevel((one,), step),
                DeleteSections((one, two)), DuplicateSection(one), MergeSections(one),
                InsertSection(one, where), SplitSection(start), CollectText(start, end, anchor),
            ]
        )
    )  # fmt: skip


def after(m: Manuscript, order: StructureCommand) -> Manuscript | None:
    try:
        return apply_all(m, apply_command(m, outline_of(m), order).edits)
    except Refused as refused:
        assert "丢字" not in refused.why
        return None


def titles(m: Manuscript) -> list[int]:
    return [n for n, p in enumerate(m.paragraphs) if p.text.endswith("会议上的讲话")]


def ends(m: Manuscript, *, every: bool) -> list[tuple[int, ...]]:
    """The empty paragraphs (by key) at the end of each speech, or of the text."""
    lines = [*(titles(m)[1:] if every else []), len(m.paragraphs)]
    return [tuple(p.key for p in m.paragraphs[above_empty(m, n) : n]) for n in lines]


DENSE = "会上的讲话 | 同志们： | 一、甲 | 甲文。 | 二、乙 | 乙文。 | "
AIRY = "会上的讲话 |  | 一、甲 | 甲文。 |  | 二、乙 | 乙文。 |  | 同志们，努力吧！ |  | "
TWO = (
    "在甲会上的讲话 | 一、甲 | 甲文。 |  | 二、乙 | 乙文。 |  |  | "
    "在乙会上的讲话 | 三、丙 | 丙文。 | "
)


@pytest.mark.parametrize(
    ("text", "make", "made"),
    [
        (DENSE, lambda n: ShiftSections((n("乙"),), -1),
         "会上的讲话 | 同志们： | 二、乙 | 乙文。 | 一、甲 | 甲文。 | "),
        (DENSE, lambda n: DuplicateSection(n("乙")), DENSE + "二、乙 | 乙文。 | "),
        (DENSE, lambda n: InsertSection(n("乙"), AFTER, "丙"), DENSE + "三、丙 | "),
        (DENSE, lambda n: DeleteSections((n("乙"),)), "会上的讲话 | 同志们： | 一、甲 | 甲文。 | "),
        (DENSE, lambda n: SplitSection(Position(6, 0)), DENSE + "三、【小标题】 | "),
        (AIRY, lambda n: MoveSections((n("closing"),), n("甲"), INSIDE),
         "会上的讲话 |  | 一、甲 | 甲文。 |  | 同志们，努力吧！ |  | 二、乙 | 乙文。 |  | "),
        (AIRY, lambda n: InsertSection(n("甲"), AFTER, "丙"),
         AIRY.replace("二、乙", "二、丙 |  | 二、乙")),
        (TWO, lambda n: ShiftSections((n("乙"),), -1),
         "在甲会上的讲话 | 二、乙 | 乙文。 |  | 一、甲 | 甲文。 |  |  | "
         "在乙会上的讲话 | 三、丙 | 丙文。 | "),
        (TWO, lambda n: ShiftSections((n("在乙会上的讲话"),), -1),
         "在乙会上的讲话 | 三、丙 | 丙文。 |  |  | "
         "在甲会上的讲话 | 一、甲 | 甲文。 |  | 二、乙 | 乙文。 | "),
        ("一、甲 |  | 二、乙", lambda n: DeleteSections((n("甲"), n("乙"))), ""),
    ],
)  # fmt: skip
def test_the_last_section_leaves_the_end_of_the_text_where_it_is(
    text: str, make: Callable[[Callable[[str], Section]], StructureCommand], made: str
) -> None:
    m = doc(text)
    nodes = list(outline_of(m).walk())
    order = make(lambda name: next(s for s in nodes if name in (s.title, s.kind.value)))
    now = after(m, order)
    assert now is not None
    assert lines(now) == made


@given(st.data(), speeches())
def test_no_command_takes_or_leaves_an_empty_paragraph_at_the_end(
    data: st.DataObject, m: Manuscript
) -> None:
    order = command(data, m)
    now = after(m, order)
    if now is not None and any(not is_empty(p) for p in now.paragraphs):
        assert ends(now, every=False)[-1] == ends(m, every=False)[-1]
        if not takes_a_title(m, order):
            assert [len(e) for e in ends(now, every=True)] == [len(e) for e in ends(m, every=True)]


@given(st.data(), speeches())
def test_a_move_leaves_as_many_empty_paragraphs_between_words_as_there_were(
    data: st.DataObject, m: Manuscript
) -> None:
    order = command(data, m)
    now = after(m, order)
    if isinstance(order, MoveSections | ShiftSections) and now is not None:
        kept = [len(list(run)) for empty, run in groupby(m.paragraphs, is_empty) if empty]
        left = [len(list(run)) for empty, run in groupby(now.paragraphs, is_empty) if empty]
        assert sum(left) == sum(kept)
        assert sorted(left) == sorted(kept)


def takes_a_title(m: Manuscript, order: StructureCommand) -> bool:
    if isinstance(order, CollectText):
        return any(order.start.paragraph <= n <= order.end.paragraph for n in titles(m))
    chosen: tuple[Section, ...] = getattr(order, "sections", ())
    one = [order.section] if isinstance(order, DuplicateSection) else []
    return any(s.kind is SectionKind.TITLE for s in (*chosen, *one))
