"""Blanks of a whole text: seams of broken lines, neighbours, and the reader's memory."""

from editor.blanks.blank import BlankKind
from editor.blanks.blank_reader import ROOM, BlankReader, find_blanks
from editor.manuscript.paragraph import Span
from tests.notation import doc


def found(line: str) -> list[tuple[int, str, str]]:
    return [(b.span.paragraph, b.text, b.kind.value) for b in find_blanks(doc(line))]


def test_a_year_cut_by_a_broken_line_is_one_blank() -> None:
    assert found("全市各级工会组织我们在20 | xx年完成了任务") == [(1, "xx", "year")]


def test_no_part_of_a_mark_cut_in_two_is_hidden() -> None:
    assert found("在这里我谨代表中共云川市XX | X县委") == [(0, "XX", "x"), (1, "X", "x")]


def test_a_word_on_the_next_line_can_clear_a_mark() -> None:
    assert found("今年为全体职工的体检增加了X | 光检查") == []


def test_a_mark_at_the_end_of_a_line_stays_a_blank() -> None:
    assert found("迈出新步伐。X | 年下半年要重点做好") == [(0, "X", "x")]


def test_a_name_above_a_date_is_no_broken_line() -> None:
    assert [text for _, text, _ in found("XXX | 20xx年X月X日")] == ["XXX", "20xx", "X", "X"]


def test_a_long_line_of_names_above_a_date_keeps_its_mark() -> None:
    line = "中共云川市青石县委员会书记王晓东、副书记XX | 2025年5月1日"
    assert [text for _, text, _ in found(line)] == ["XX"]


def test_a_broken_line_may_start_with_comrade() -> None:
    assert found("在会上，市总工会主席王晓东 | 同志指出，要抓好落实。") == []
    assert found("在这里，我代表市委问候各位同志 | 们：") == []


def test_an_eaten_name_is_seen_over_a_broken_line() -> None:
    line = "全市各级工会组织要深入学习 | 的重要讲话精神，抓好落实。"
    assert found(line) == [(1, "的重要讲话", "dropped")]
    line = "各级工会组织要学习贯彻在庆祝 | 大会上的重要讲话精神。"
    assert found(line) == [(0, "在", "dropped")]


def test_a_mark_of_its_own_line_stays() -> None:
    assert found("在会议上的讲话 | XXX | （20xx年X月X日） | 同志们：") == [
        (1, "XXX", "x"),
        (2, "20xx", "year"),
        (2, "X", "x"),
        (2, "X", "x"),
    ]


def test_a_subject_eaten_at_the_start_of_a_paragraph() -> None:
    assert found("要做好表率。 | 指出，工会要有作为。") == [(1, "指出", "dropped")]


def test_a_broken_line_may_start_with_that_word() -> None:
    assert found("市委书记在会上 | 指出，工会要有作为。") == []


def test_dots_at_the_end_of_the_whole_text_are_a_cut() -> None:
    assert found("同志们： | 要切实加强组织领导……") == [(1, "……", "elided")]


def test_dots_at_the_end_of_an_inner_paragraph_are_not() -> None:
    assert found("多么难忘的岁月…… | 谢谢大家！") == []


def test_spans_count_code_points() -> None:
    (blank,) = find_blanks(doc("𠮷祥的X工会"))
    assert (blank.span, blank.kind) == (Span(0, 3, 4), BlankKind.X)


def test_the_reader_sees_what_a_fresh_search_sees() -> None:
    reader = BlankReader()
    before, after = (
        doc("X工会 | 各级工会组织和干部在20 | xx年"),
        doc("云川 | 各级工会组织和干部在20 | xx年 | ____"),
    )
    assert reader.read(before) == find_blanks(before)
    assert reader.read(after) == find_blanks(after)


def test_the_reader_forgets_what_left_the_text() -> None:
    reader = BlankReader()
    for number in range(2 * ROOM):
        reader.read(doc(f"X工会 | 20xx年 | 第{number}行"))
    known = reader.remembered
    assert "20xx年" in known and len(known) <= ROOM + 10
