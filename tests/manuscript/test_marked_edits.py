"""Edits map marks: a letter that stays keeps what lies on it, wherever it goes."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.edits import Edit, Replace, apply, apply_all, map_position
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import joined, marked, marked_between, put_words
from editor.manuscript.marks import BOLD, RUN, Mark
from editor.manuscript.paragraph import Paragraph, Position
from tests.manuscript.marked import (
    looks,
    marked_letters,
    marked_manuscripts,
    marked_paragraphs,
    sound,
)
from tests.manuscript.test_edits import edits, places

RICH = Paragraph("甲乙丙丁", 7, style="heading1", marks=(
    Mark(0, 2, RUN, "7.0"), Mark(2, 4, BOLD), Mark(2, 4, RUN, "7.2"),
))  # fmt: skip


def rich(*paragraphs: Paragraph) -> Manuscript:
    return Manuscript(0, paragraphs)


@given(st.data())
def test_a_letter_outside_the_change_keeps_what_lies_on_it(data: st.DataObject) -> None:
    m = data.draw(marked_manuscripts())
    edit = data.draw(edits(m))
    new = apply(m, edit)
    for number, paragraph in enumerate(m.paragraphs):
        for offset, look in enumerate(looks(paragraph)):
            at, behind = Position(number, offset), Position(number, offset + 1)
            if not _stays(edit, at):
                continue
            there = map_position(edit, at)
            assert map_position(edit, behind, after=False)[1] == there.offset + 1
            now = new.paragraphs[there.paragraph]
            own = {(RUN, str(now.key))}  # typed letters take the element they have come to
            assert looks(now)[there.offset] in ([look] if look else [look, own])
            assert now.text[there.offset] == paragraph.text[offset]


def _stays(edit: Edit, at: Position) -> bool:
    if isinstance(edit, Replace):
        return not edit.start <= at < edit.end
    return hasattr(edit, "before") or not edit.first <= at.paragraph < edit.last


@given(st.data())
def test_marks_stay_in_order_and_inside_through_any_sequence(data: st.DataObject) -> None:
    m = data.draw(marked_manuscripts())
    for _ in range(data.draw(st.integers(1, 6))):
        m = apply(m, data.draw(edits(m)))
        assert all(sound(p) for p in m.paragraphs)


@given(st.data())
def test_what_is_split_and_joined_again_is_the_same(data: st.DataObject) -> None:
    m = data.draw(marked_manuscripts())
    place = data.draw(places(m))
    back = Replace(place, Position(place.paragraph + 1, 0), "")
    done = apply_all(m, (Replace(place, place, "\n"), back))
    assert [looks(p) for p in done.paragraphs] == [looks(p) for p in m.paragraphs]
    assert done.paragraphs[place.paragraph] == m.paragraphs[place.paragraph]


@given(st.data())
def test_words_cut_out_and_put_elsewhere_take_their_marks_along(data: st.DataObject) -> None:
    m = data.draw(marked_manuscripts())
    start, end = sorted([data.draw(places(m)), data.draw(places(m))])
    words = marked_between(m, start, end)
    rest = apply(m, Replace(start, end, ""))
    place = data.draw(places(rest))
    there = apply(rest, put_words(place, place, words))
    told = Counter([one for one in marked_letters(m) if one[1]])
    assert not told - Counter(marked_letters(there))


@given(st.data())
def test_words_put_back_undo_a_replacement(data: st.DataObject) -> None:
    m = data.draw(marked_manuscripts())
    start, end = sorted([data.draw(places(m)), data.draw(places(m))])
    there = Replace(start, end, data.draw(st.sampled_from(["", "改", "改\n行"])))
    words = marked_between(m, start, end)
    heads = m.paragraphs[start.paragraph + 1 : end.paragraph + 1]
    back = put_words(start, map_position(there, end), words, heads)
    done = apply_all(m, (there, back)).paragraphs
    assert [p.text for p in done] == [p.text for p in m.paragraphs]
    typed = [p for p, q in zip(done, m.paragraphs, strict=True) if looks(p) != looks(q)]
    assert not [p for p in typed if all(looks(p))] or any(not p.key for p in m.paragraphs)


def test_a_split_in_the_middle_keeps_the_look_and_the_style_but_not_the_identity() -> None:
    first, second = apply(rich(RICH), Replace(Position(0, 1), Position(0, 1), "\n")).paragraphs
    assert (first.key, second.key, second.style) == (7, 0, "heading1")
    assert second.marks == (Mark(0, 1, RUN, "7.0"), Mark(1, 3, BOLD), Mark(1, 3, RUN, "7.2"))


def test_a_split_at_the_end_begins_a_plain_paragraph() -> None:
    end = Position(0, 4)
    assert apply(rich(RICH), Replace(end, end, "\n")).paragraphs == (RICH, Paragraph(""))


def test_a_join_tells_from_which_paragraph_of_the_file_the_letters_are() -> None:
    m = rich(Paragraph("甲", 3), Paragraph("乙", 4))
    (one,) = apply(m, Replace(Position(0, 1), Position(1, 0), "")).paragraphs
    assert one == Paragraph("甲乙", 3, marks=(Mark(0, 1, RUN, "3"), Mark(1, 2, RUN, "4")))


def test_typed_words_look_like_what_they_are_typed_into_and_lines_between_like_nothing() -> None:
    place = Position(0, 3)
    made = apply(rich(RICH), Replace(place, place, "新\n空\n末")).paragraphs
    assert [p.text for p in made] == ["甲乙丙新", "空", "末丁"]
    bold = [[(BOLD, "") in look for look in looks(p)] for p in made]
    assert bold == [[False, False, True, True], [False], [True, True]]


def test_new_words_between_pieces_look_like_the_words_before_them() -> None:
    made = joined(["，", marked(RICH).part(1, 3), "、", marked(RICH).part(0, 1)])
    assert made.text == "，乙丙、甲"
    assert [(BOLD, "") in look for look in looks(Paragraph(made.text, marks=made.marks))] == [
        False, False, True, True, False,
    ]  # fmt: skip


@given(marked_paragraphs(5), marked_paragraphs(6))
def test_joining_takes_nothing_from_either(one: Paragraph, other: Paragraph) -> None:
    place = Position(0, len(one.text))
    (done,) = apply(rich(one, other), Replace(place, Position(1, 0), "")).paragraphs
    if done.key and not all(looks(one) + looks(other)):
        return
    assert looks(done) == looks(one) + looks(other)


def test_a_joined_paragraph_holds_what_both_held() -> None:
    rows = (
        Paragraph("甲", 1, holds="图片"),
        Paragraph("乙", 2, holds="脚注、图片"),
        Paragraph("丙", 3),
    )
    text = Manuscript(0, rows)
    joined = apply(text, Replace(Position(0, 1), Position(1, 0), ""))
    assert joined.paragraphs[0].holds == "图片、脚注"
    gone = apply(text, Replace(Position(0, 1), Position(1, 1), ""))
    assert gone.paragraphs[0].holds == "图片"
