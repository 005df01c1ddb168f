"""A second enumeration, and one in which something was moved, are told apart."""

import pytest

from editor.manuscript.edits import apply_all, from_last
from editor.manuscript.enumeration.number_rows import enumerations
from editor.manuscript.enumeration.renumber import renumber
from editor.manuscript.outline.reader import outline_of
from tests.notation import doc, lines


@pytest.mark.parametrize(
    ("values", "starts"),
    [
        ([1, 2, 3, 1, 2], [0, 3]),
        ([1, 2, 1, 2, 1, 2, 3], [0, 2, 4]),
        ([3, 1, 2, 1, 2], [0, 3]),  # the first was reordered, the second is one
        ([1, 2, 1], [0]),  # one came in at the end
        ([1, 2, 1, 3], [0]),
        ([1, 1, 2], [0]),
        ([3, 1, 2], [0]),
        ([2, 3, 1, 2], [0]),
    ],
)
def test_an_enumeration_begins_behind_a_whole_one_and_goes_on(
    values: list[int], starts: list[int]
) -> None:
    assert enumerations(values) == starts


BRACKETS = "一、问题 | （一）甲。甲文。 | （二）乙。乙文。 | {}（一）丙。丙文。 | （二）丁。丁文。"


def renumbered(line: str) -> str:
    m = doc(line)
    return lines(apply_all(m, from_last(r.edit for r in renumber(m, outline_of(m)))))


def test_headings_begin_anew_only_where_words_lead_to_them() -> None:
    assert "（三）丙" in renumbered(BRACKETS.format(""))
    assert "（三）" not in renumbered(BRACKETS.format("具体措施有以下两条。 | "))
    assert "（三）" not in renumbered(BRACKETS.format("要做到： |  | "))


def test_a_section_dragged_in_behind_others_is_counted_with_them() -> None:
    assert renumbered("一、问题 | （一）甲。甲文。 | （二）乙。乙文。 | （一）丙。丙文。") == (
        "一、问题 | （一）甲。甲文。 | （二）乙。乙文。 | （三）丙。丙文。"
    )


def test_spoken_points_begin_anew_under_one_heading() -> None:
    line = "一、问题 | 一是慢。要快。二是散。要合。 | 对策也清楚。 | 一是学。要学。二是干。要干。"
    assert renumbered(line) == line
