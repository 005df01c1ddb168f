"""Paragraphs split and joined, and points that changed places: told so, and taken alone."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.manuscript.comparison.accept_changes import accept_changes
from editor.manuscript.comparison.compare import Comparison, DifferenceKind, TextChange, compare
from editor.manuscript.comparison.reordering import points_of
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph
from tests.manuscript.comparison.test_compare import kinds, of
from tests.notation import doc, lines

WHOLE = "各单位要抓好安全生产，把责任压到班组。要改进工作作风，少开会多办事。"
PARTS = "各单位要抓好安全生产，把责任压到班组。 | 要改进工作作风，少开会多办事。"
POINTS = "要做到三点。一是抓好学习教育；二是压实工作责任；三是改进工作作风。大家要记住。"
TURNED = "要做到三点。一是改进工作作风；二是抓好学习教育；三是压实工作责任。大家要记住。"


def only(found: Comparison) -> TextChange:
    (change,) = found.changes
    return change


def taken(found: Comparison) -> str:
    return lines(apply_all(found.old, accept_changes(found, [only(found)])))


def test_a_paragraph_split_in_two_is_split_and_not_reworded() -> None:
    found = compare(doc(f"头一段话 | {WHOLE} | 尾"), doc(f"头一段话 | {PARTS} | 尾"))
    assert kinds(found) == [DifferenceKind.SPLIT]
    assert found.tally().split == 1 and found.tally().put_in == found.tally().taken_out == 0
    assert taken(found) == f"头一段话 | {PARTS} | 尾"


def test_two_paragraphs_joined_are_joined() -> None:
    found = compare(doc(f"头一段话 | {PARTS} | 尾"), doc(f"头一段话 | {WHOLE} | 尾"))
    assert kinds(found) == [DifferenceKind.JOINED]
    assert taken(found) == f"头一段话 | {WHOLE} | 尾"


def test_a_blank_line_between_the_parts_comes_along() -> None:
    found = compare(doc(WHOLE), of([*PARTS.replace(" | ", "||").split("|")]))
    assert kinds(found) == [DifferenceKind.SPLIT]
    assert taken(found) == PARTS.replace(" | ", " |  | ")


def test_split_and_reworded_are_two_things() -> None:
    new = PARTS.replace("少开会", "少发文").replace("责任", "工作责任")
    found = compare(doc(WHOLE), doc(new))
    assert kinds(found) == [DifferenceKind.SPLIT, DifferenceKind.REWORDED]
    split, words = found.changes
    assert lines(apply_all(found.old, accept_changes(found, [split]))) == PARTS
    assert lines(apply_all(found.old, accept_changes(found, [words]))) == new.replace(" | ", "")
    assert lines(apply_all(found.old, accept_changes(found))) == new


def test_the_first_part_keeps_the_paragraph_of_the_file() -> None:
    found = compare(Manuscript(0, (Paragraph(WHOLE, 7, "一、", "heading1"),)), doc(PARTS))
    rows = apply_all(found.old, accept_changes(found)).paragraphs
    assert [(p.key, p.label) for p in rows] == [(7, "一、"), (0, "")]


def test_a_numbered_heading_parted_from_its_body_keeps_its_number() -> None:
    head, body = "抓好思想教育。", "各级工会要组织职工认真学习，把思想统一到会议精神上来。"
    one = Manuscript(0, (Paragraph("开头的话"), Paragraph(head + body, 7, "一、")))
    two = Manuscript(0, (Paragraph("开头的话"), Paragraph(head, 7, "一、"), Paragraph(body)))
    split, joined = compare(one, two), compare(two, one)
    assert kinds(split) == [DifferenceKind.SPLIT] and kinds(joined) == [DifferenceKind.JOINED]
    rows = apply_all(one, accept_changes(split)).paragraphs[1:]
    assert [(p.key, p.label, p.text) for p in rows] == [(7, "一、", head), (0, "", body)]
    (back,) = apply_all(two, accept_changes(joined)).paragraphs[1:]
    assert (back.text, back.key, back.label) == (head + body, 7, "一、")


@pytest.mark.parametrize("odd", [{"frame": "表1·1行1列"}, {"holds": "图片"}, {"label": "二、"}])
def test_what_the_file_holds_in_place_is_never_joined(odd: dict[str, str]) -> None:
    one, two = PARTS.split(" | ")
    mine = Manuscript(0, (Paragraph(one, 1), Paragraph(two, 2, **odd)))
    assert DifferenceKind.JOINED not in kinds(compare(mine, doc(WHOLE)))


def test_points_in_another_order_are_moved_and_not_reworded() -> None:
    found = compare(doc(POINTS), doc(TURNED))
    assert kinds(found) == [DifferenceKind.REORDERED]
    assert found.tally().moved == 1 and found.tally().put_in == 0
    assert taken(found) == TURNED


def test_a_point_moved_and_another_reworded_can_be_taken_apart() -> None:
    found = compare(doc(POINTS), doc(TURNED.replace("学习教育", "学习和教育")))
    assert kinds(found) == [DifferenceKind.REORDERED, DifferenceKind.REWORDED]
    order, words = found.changes
    assert lines(apply_all(found.old, accept_changes(found, [order]))) == TURNED
    reworded = POINTS.replace("学习教育", "学习和教育")
    assert lines(apply_all(found.old, accept_changes(found, [words]))) == reworded


def test_the_points_of_a_paragraph_end_before_their_marks() -> None:
    words = [POINTS[a:b] for a, b in points_of(POINTS)]
    assert words == ["抓好学习教育", "压实工作责任", "改进工作作风"]
    assert points_of("一是说清楚。只有一点。") == []


SENTENCES = [
    "要抓好安全生产", "把责任压实到班组", "少开会多办事", "一件件对账销号", "谁分管谁负责𠮷",
    "群众满意才算数", "再加一把劲往前赶",
]  # fmt: skip
pieces = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4)


def _points(words: list[str]) -> str:
    marks = ["；"] * (len(words) - 1) + ["。"]
    return "".join(f"{'一二三四'[n]}是{w}{marks[n]}" for n, w in enumerate(words))


paragraphs = st.lists(
    st.one_of(pieces.map(lambda p: "。".join(p) + "。"), pieces.map(_points), st.just("")),
    min_size=1, max_size=5,
)  # fmt: skip


def _changed(rows: list[str], chance: random.Random) -> list[str]:
    """What a colleague may do to a text: join, split, turn points, reword, move, cut, add."""
    rows = list(rows)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(rows))
        match chance.randrange(7):
            case 0:
                rows[at : at + 2] = ["".join(rows[at : at + 2])]
            case 1:
                cut = chance.randint(0, len(rows[at]))
                rows[at : at + 1] = [rows[at][:cut], rows[at][cut:]]
            case 2:
                ends = points_of(rows[at])
                words = [rows[at][a:b] for a, b in ends]
                chance.shuffle(words)
                for (a, b), word in reversed(list(zip(ends, words, strict=True))):
                    rows[at] = rows[at][:a] + word + rows[at][b:]
            case 3:
                cut = chance.randint(0, len(rows[at]))
                rows[at] = rows[at][:cut] + chance.choice(["", "新话", "。"]) + rows[at][cut + 2 :]
            case 4:
                rows.insert(chance.randrange(len(rows)), rows.pop(at))
            case 5 if len(rows) > 1:
                del rows[at]
            case _:
                rows.insert(at, "．".join(chance.choices(SENTENCES, k=2)))
    return rows


changes = st.tuples(paragraphs, st.randoms(use_true_random=False)).map(
    lambda drawn: (of(drawn[0]), of(_changed(drawn[0], drawn[1])))
)


@settings(max_examples=400)
@given(changes)
def test_all_taken_is_his_text_and_none_is_mine(both: tuple[Manuscript, Manuscript]) -> None:
    mine, his = both
    found = compare(mine, his)
    after = apply_all(mine, accept_changes(found))
    assert after.text == his.text
    assert apply_all(mine, accept_changes(found, ())).text == mine.text
    assert bool(found.changes) == (mine.text != his.text)


@settings(max_examples=400)
@given(changes, st.randoms(use_true_random=False))
def test_any_choice_of_changes_keeps_every_other_character(
    both: tuple[Manuscript, Manuscript], chance: random.Random
) -> None:
    found = compare(*both)
    some = [change for change in found.changes if chance.random() < 0.5]
    wanted = Counter(found.old.text)
    for change in some:
        out, into = _exchanged(found, change)
        wanted.update(into)
        wanted.subtract(out)
    got = Counter(apply_all(found.old, accept_changes(found, some)).text)
    wanted["\n"] = got["\n"] = 0
    assert +got == +wanted


def _exchanged(found: Comparison, change: TextChange) -> tuple[str, str]:
    if change.kind in (DifferenceKind.ADDED, DifferenceKind.REMOVED):
        return found.words(change)
    if change.rewording is None:
        return "", ""
    both = found.row_words(found.row_of[change.new[0]])
    pieces = change.rewording.pieces
    out = "".join(both.old[p.old_start : p.old_end] for p in pieces)
    return out, "".join(both.new[p.new_start : p.new_end] for p in pieces)


@settings(max_examples=150)
@given(changes, st.randoms(use_true_random=False))
def test_one_after_the_other_ends_at_his(
    both: tuple[Manuscript, Manuscript], chance: random.Random
) -> None:
    mine, his = both
    for _ in range(80):
        found = compare(mine, his)
        if not found.changes:
            break
        mine = apply_all(mine, accept_changes(found, [chance.choice(found.changes)]))
    assert mine.text == his.text
