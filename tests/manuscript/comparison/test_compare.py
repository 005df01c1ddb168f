"""Comparing: what moved is seen as moved, what was reworded as reworded, nothing is lost."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.manuscript.comparison.accept_changes import accept_changes
from editor.manuscript.comparison.compare import Comparison, DifferenceKind, RowKind, compare
from editor.manuscript.comparison.section_pairs import SectionStatus, path_words, section_pairs
from editor.manuscript.comparison.sequences import common_subsequence
from editor.manuscript.comparison.wording import rewordings
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.sentences import bare_words, sentences
from tests.notation import doc

LINES = [
    "",
    "一、提高认识",
    "二、提高认识",
    "各单位要抓好安全生产。同志们要努力。",
    "各单位要抓好生产。同志们都要努力！谢谢。",
    "谢谢大家",
    "这一段讲的是完全不同的事情𠮷。",
    "三、抓落实，强本领。",
]
texts = st.lists(
    st.sampled_from(LINES) | st.text("甲乙丙。，𠮷", max_size=12), min_size=1, max_size=12
)


def of(rows: list[str]) -> Manuscript:
    return manuscript_of("\n".join(rows))


def kinds(comparison: Comparison) -> list[DifferenceKind]:
    return [change.kind for change in comparison.changes]


def test_equal_texts_have_no_changes() -> None:
    assert compare(doc("甲 | 乙"), doc("甲 | 乙")).changes == ()


def test_one_word_changed_is_one_change_of_one_sentence() -> None:
    found = compare(doc("今年要抓好安全。明年再说。"), doc("今年要抓实安全。明年再说。"))
    assert kinds(found) == [DifferenceKind.REWORDED]
    assert found.words(found.changes[0]) == ("今年要抓好安全。", "今年要抓实安全。")
    assert found.tally().put_in == found.tally().taken_out == 1


def test_two_sentences_apart_are_two_changes() -> None:
    old, new = "甲甲甲甲。中中中中。乙乙乙乙。", "甲甲丁甲。中中中中。乙乙丁乙。"
    assert len(rewordings(old, new)) == 2


def test_a_number_changes_as_a_whole() -> None:
    (found,) = rewordings("去年完成2023件。", "去年完成2024件。")
    assert [p[:2] for p in found.pieces] == [(4, 8)]


def test_words_are_the_unit_where_there_is_a_cutter() -> None:
    def cut(text: str) -> list[str]:
        return [text[n : n + 2] for n in range(0, len(text), 2)]

    (found,) = rewordings("安全生产工作", "安全生活工作", cut)
    assert [p[:2] for p in found.pieces] == [(2, 4)]


def test_a_moved_section_is_moved_and_its_words_are_not_new() -> None:
    one = "一、提高认识 | 认识不到位，行动就跟不上。"
    two = "二、狠抓落实 | 各单位要逐条对照，逐项整改，确保见效。 | 要有人管，有人问。"
    found = compare(doc(f"{one} | {two} | 谢谢大家！"), doc(f"{two} | {one} | 谢谢大家！"))
    assert kinds(found) == [DifferenceKind.MOVED]
    old, new = outline_of(found.old), outline_of(found.new)
    pairs = section_pairs(found, old, new)
    assert [p.section.title for p in pairs if p.status is SectionStatus.MOVED] == ["提高认识"]


def test_a_section_moved_and_renumbered_and_reworded_is_still_that_section() -> None:
    old = doc(
        "一、提高认识 | 认识要再提高一步。 | 二、狠抓落实 | 各单位要逐条对照，逐项整改。再开会。"
    )
    new = doc(
        "一、狠抓落实 | 各单位要逐条对照，逐项整改。不再开会。 | 二、提高认识 | 认识要再提高一步。"
    )
    found = compare(old, new)
    pairs = section_pairs(found, outline_of(old), outline_of(new))
    fates = {p.section.title: p.status for p in pairs if p.section.level == 1}
    assert SectionStatus.MOVED in fates.values()
    assert not {SectionStatus.ADDED, SectionStatus.REMOVED} & set(fates.values())
    assert found.tally().moved == 1


def test_a_new_and_a_gone_section_are_told() -> None:
    old = doc("一、提高认识 | 认识到位。 | 二、加强领导 | 领导带头。")
    new = doc("一、提高认识 | 认识到位。 | 二、改进作风 | 少开会，多办事。")
    pairs = section_pairs(compare(old, new), outline_of(old), outline_of(new))
    assert {p.section.title: p.status for p in pairs} == {
        "提高认识": SectionStatus.SAME,
        "改进作风": SectionStatus.ADDED,
        "加强领导": SectionStatus.REMOVED,
    }


def test_a_place_is_told_by_its_section() -> None:
    assert path_words(outline_of(doc("一、提高认识 | 认识到位。")), 1) == "一 提高认识"


def test_rows_show_every_paragraph_of_both_texts_once() -> None:
    old, new = doc("甲甲甲甲 | 乙乙乙乙 | 丙丙丙丙"), doc("丙丙丙丙 | 甲甲甲甲 | 丁丁丁丁")
    rows = compare(old, new).rows
    assert sorted(r.old for r in rows if r.old is not None) == [0, 1, 2]
    assert sorted(r.new for r in rows if r.new is not None) == [0, 1, 2]
    away = next(r for r in rows if r.kind is RowKind.MOVED_AWAY)
    here = next(r for r in rows if r.kind is RowKind.MOVED_HERE)
    assert (away.partner, here.partner) == (here.new, away.old)


def test_an_automatic_number_typed_out_is_no_change() -> None:
    old = Manuscript(0, (Paragraph("提高认识", 1, "一、"), Paragraph("正文")))
    assert compare(old, doc("一、提高认识 | 正文")).changes == ()


def test_words_in_a_blank_line_are_put_into_it() -> None:
    found = compare(doc("甲甲甲甲 |  | 乙乙乙乙"), doc("甲甲甲甲 | 新的话 | 乙乙乙乙"))
    assert kinds(found) == [DifferenceKind.REWORDED]
    assert found.words(found.changes[0]) == ("", "新的话")


def test_another_number_typed_out_does_not_double_the_automatic_one() -> None:
    old = Manuscript(0, (Paragraph("提高认识", 1, "一、"), Paragraph("正文")))
    assert accept_changes(compare(old, doc("二、提高认识 | 正文"))) == ()


def test_marks_and_width_do_not_make_another_sentence() -> None:
    assert bare_words("一、抓好１件事，见实效。") == bare_words("（二）抓好1件事 , 见实效!")
    assert sentences("甲。”乙！！丙") == ["甲。”", "乙！！", "丙"]


@settings(max_examples=300)
@given(texts, texts)
def test_all_changes_give_the_new_text(a: list[str], b: list[str]) -> None:
    old, new = of(a), of(b)
    comparison = compare(old, new)
    assert apply_all(old, accept_changes(comparison)).text == new.text
    assert bool(comparison.changes) == (old.text != new.text)


@given(st.lists(st.integers(0, 5), max_size=30), st.lists(st.integers(0, 5), max_size=30))
def test_what_is_aligned_is_equal_and_in_order(old: list[int], new: list[int]) -> None:
    pairs = common_subsequence(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


def test_a_gap_without_anchors_is_aligned_as_long_as_can_be() -> None:
    assert len(common_subsequence("abcabba", "cbabac")) == 4


def test_a_long_speech_with_a_moved_part_and_many_reworded_lines() -> None:
    lines = [f"第{n}件事，{n * n}个单位要抓好落实，讲清楚第{n}条理由。" * 5 for n in range(900)]
    changed = [f"{x[:40]}新话{x[43:]}" if n % 3 == 0 else x for n, x in enumerate(lines)]
    old, new = of(lines), of(changed[300:500] + changed[:300] + changed[500:])
    found = compare(old, new)
    assert found.tally().moved == 1
    assert found.tally().reworded == 300
