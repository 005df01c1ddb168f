"""Points inside one sentence: headings where each is a verb with its object, else only movable."""

from __future__ import annotations

import pytest

from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section, SectionKind
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.structure_commands import ShiftSections
from tests.manuscript.outline.case_texts import Case, cases
from tests.notation import doc, lines

ASIDE = "一是雨多；二是风大；三是土松。"


def points(text: str) -> list[Section]:
    """All points of a text, in its order."""
    return [s for s in outline_of(manuscript_of(text)).walk() if s.kind is SectionKind.POINT]


def heads(text: str) -> list[str]:
    """Number and title of those that are headings."""
    return [f"{s.number} {s.title}" for s in points(text) if s.is_heading]


@pytest.mark.parametrize("case", cases("sentence_points"), ids=lambda case: case.name)
def test_points_of_one_sentence_are_headings_where_each_is_a_head(case: Case) -> None:
    assert heads(case.text) == case.wanted


@pytest.mark.parametrize(
    "text",
    [
        "一是雨多。去年就多。二是风大。三是土松。",
        "一是雨多；\n二是风大；\n三是土松。",
        "一是雨多；二是风大。三是土松，一踩就陷。",
    ],
)
def test_points_with_a_sentence_or_paragraph_of_their_own_are_headings(text: str) -> None:
    assert len(heads(text)) == 3


def test_points_that_are_no_headings_can_be_moved() -> None:
    m = doc(f"一、灾情 | {ASIDE} | 二、对策")
    outline = outline_of(m)
    point = next(s for s in outline.walk() if s.title == "风大")
    assert point.aside
    moved = apply_command(m, outline, ShiftSections((point,), 1))
    assert lines(moved.after) == "一、灾情 | 一是雨多；三是土松；二是风大。 | 二、对策"


def test_points_that_are_no_headings_stand_at_their_level() -> None:
    assert [(s.level, s.aside) for s in points(ASIDE)] == [(3, True)] * 3
