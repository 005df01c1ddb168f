"""Taking a colleague's changes: one, some, all, one after the other."""

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.manuscript.comparison.accept_changes import accept_changes
from editor.manuscript.comparison.compare import Comparison, DifferenceKind, TextChange, compare
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, LINK, RUN, Mark
from editor.manuscript.paragraph import Paragraph
from tests.manuscript.comparison.test_compare import of, texts
from tests.manuscript.marked import letter_by_letter, marked_letters
from tests.notation import doc, lines

MINE = "开头。 | 一、甲节 | 甲节的话说了很多。 | 二、乙节 | 乙节的话也说了很多很多。 | 结尾。"
HIS = (
    "开头。 | 一、乙节 | 乙节的话也说了很多很多。 | 二、甲节 | 甲节的话说得很少。 | 新话。 | 结尾。"
)


def one(comparison: Comparison, kind: DifferenceKind) -> TextChange:
    return next(change for change in comparison.changes if change.kind is kind)


def test_one_change_is_taken_and_the_rest_stays() -> None:
    found = compare(doc(MINE), doc(HIS))
    edits = accept_changes(found, [one(found, DifferenceKind.ADDED)])
    wanted = MINE.replace("说了很多。 |", "说了很多。 | 新话。 |")
    assert lines(apply_all(found.old, edits)) == wanted


def test_a_moved_section_goes_with_its_keys() -> None:
    rows = tuple(Paragraph(p.text, n + 1) for n, p in enumerate(doc(MINE).paragraphs))
    found = compare(Manuscript(0, rows), doc(HIS))
    after = apply_all(found.old, accept_changes(found, [one(found, DifferenceKind.MOVED)]))
    assert [p.key for p in after.paragraphs] == [1, 4, 5, 2, 3, 6]


@settings(max_examples=120)
@given(texts, texts, st.randoms(use_true_random=False))
def test_one_after_the_other_ends_at_his_text(
    a: list[str], b: list[str], chance: random.Random
) -> None:
    mine, his = of(a), of(b)
    for _ in range(60):
        found = compare(mine, his)
        if not found.changes:
            break
        mine = apply_all(mine, accept_changes(found, [chance.choice(found.changes)]))
    assert mine.text == his.text


@settings(max_examples=200)
@given(texts, texts, st.data())
def test_some_of_the_changes_lose_no_other_words(
    a: list[str], b: list[str], data: st.DataObject
) -> None:
    found = compare(of(a), of(b))
    some = [c for c in found.changes if data.draw(st.booleans())]
    after = apply_all(found.old, accept_changes(found, some))
    gone = [c for c in some if c.kind in (DifferenceKind.REMOVED, DifferenceKind.REWORDED)]
    touched = {at for c in gone for at in range(*c.old)}
    kept = [p.text for n, p in enumerate(found.old.paragraphs) if n not in touched]
    there = [p.text for p in after.paragraphs]
    assert all(there.count(text) >= kept.count(text) for text in kept)


@settings(max_examples=200)
@given(texts, texts, st.data())
def test_what_changes_places_takes_along_what_lies_on_it(
    a: list[str], b: list[str], data: st.DataObject
) -> None:
    found = compare(letter_by_letter(of(a)), of(b))
    gone = (DifferenceKind.REMOVED, DifferenceKind.REWORDED)
    some = [c for c in found.changes if c.kind not in gone and data.draw(st.booleans())]
    after = apply_all(found.old, accept_changes(found, some))
    assert not Counter(marked_letters(found.old)) - Counter(marked_letters(after))


def test_points_in_another_order_keep_their_looks() -> None:
    words = "一是抓学习见实效；二是抓落实见行动；三是抓作风见担当。"
    other = "一是抓学习见实效；二是抓作风见担当；三是抓落实见行动。"
    found = compare(letter_by_letter(doc(words)), doc(other))
    assert found.changes[0].kind is DifferenceKind.REORDERED
    after = apply_all(found.old, accept_changes(found))
    assert Counter(marked_letters(after)) >= Counter(
        [one for one in marked_letters(found.old) if one[0] not in "一二三；。"]
    )


def test_a_paragraph_taken_over_brings_its_looks_and_nothing_of_its_file() -> None:
    marks = (Mark(0, 2, BOLD), Mark(0, 2, LINK, "书签"), Mark(0, 2, RUN, "7.1"))
    his = Manuscript(0, (Paragraph("头"), Paragraph("新话很长的一段", 7, marks=marks)))
    found = compare(doc("头"), his)
    after = apply_all(found.old, accept_changes(found))
    assert after.paragraphs[1] == Paragraph("新话很长的一段", marks=(Mark(0, 2, BOLD),))


def test_what_stands_in_a_table_or_holds_a_picture_is_left_alone() -> None:
    rows = (
        Paragraph("头"),
        Paragraph("表里的字", 3, frame="表1·1行1列"),
        Paragraph("", holds="图片"),
    )
    found = compare(Manuscript(0, rows), doc("头"))
    assert all(change.blocked for change in found.changes)
    assert any("表1" in change.blocked for change in found.changes)
    assert accept_changes(found) == ()


def test_an_automatic_number_that_comes_in_becomes_words() -> None:
    his = Manuscript(0, (Paragraph("头"), Paragraph("提高认识", 5, "一、", "heading1")))
    found = compare(doc("头"), his)
    made = apply_all(found.old, accept_changes(found)).paragraphs[1]
    assert (made.text, made.key, made.style) == ("一、提高认识", 0, "heading1")


def test_nothing_is_put_between_the_cells_of_a_table() -> None:
    cells = [Paragraph(f"表里第{n}格的字", n, frame=f"表1·1行{n}列") for n in (1, 2)]
    mine = Manuscript(0, (Paragraph("头"), *cells, Paragraph("尾")))
    his = doc("头 | 表里第1格的字 | 夹在中间的话 | 表里第2格的字 | 尾")
    his = Manuscript(
        0, (his.paragraphs[0], cells[0], his.paragraphs[2], cells[1], his.paragraphs[4])
    )
    found = compare(mine, his)
    after = apply_all(mine, accept_changes(found))
    assert lines(after) == "头 | 表里第1格的字 | 表里第2格的字 | 夹在中间的话 | 尾"
