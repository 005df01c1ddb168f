"""Rounds of edits told as changes of the first text: applied to it they give the last."""

from hypothesis import given
from hypothesis import strategies as st

from editor.cli.editing.text_changes import RuledEdit, TextChanges
from editor.manuscript.edits import Replace, apply_all, from_last
from editor.manuscript.manuscript import Manuscript, Offsets, manuscript_of

WORDS = st.text("甲乙丙,，\n", max_size=12)
Cut = tuple[int, int, str]
ROUNDS = st.lists(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3), WORDS.map(lambda w: w[:3]))),
    max_size=4,
)


def side_by_side(manuscript: Manuscript, cuts: list[Cut]) -> list[RuledEdit]:
    """The cuts as edits of the text, those left out that overlap an earlier one."""
    size, place = len(manuscript.text), Offsets(manuscript).place
    edits: list[RuledEdit] = []
    for start, length, words in sorted(cuts):
        head, tail = place(min(start, size)), place(min(start + length, size))
        if not edits or head > edits[-1].edit.end:
            edits.append(RuledEdit(Replace(head, tail, words), "规则"))
    return edits


def rounds_of(text: str, rounds: list[list[Cut]]) -> tuple[Manuscript, TextChanges]:
    manuscript = manuscript_of(text)
    changes = TextChanges(manuscript)
    for cuts in rounds:
        edits = side_by_side(manuscript, cuts)
        changes.add(manuscript, edits)
        manuscript = apply_all(manuscript, from_last(one.edit for one in edits))
    return manuscript, changes


@given(WORDS, ROUNDS)
def test_the_told_changes_are_all_that_happened(text: str, rounds: list[list[Cut]]) -> None:
    last, changes = rounds_of(text, rounds)
    flat, made = Offsets(manuscript_of(text)).flat, text
    for one in reversed(changes.told(last)):
        start, end = flat(one.start), flat(one.end)
        assert made[start:end] == one.before
        made = made[:start] + one.after + made[end:]
    assert made == last.text


def test_what_two_rounds_did_to_one_place_is_one_change() -> None:
    last, changes = rounds_of("甲,,乙", [[(1, 1, "，")], [(1, 2, "，")]])
    [one] = changes.told(last)
    assert (one.before, one.after) == (",,", "，")


def test_what_came_back_is_no_change() -> None:
    last, changes = rounds_of("甲乙", [[(1, 1, "丙")], [(1, 1, "乙")]])
    assert last.text == "甲乙" and not changes.told(last)
