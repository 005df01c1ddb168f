import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.parser import BankHeading, last_heading, parse, write_headings, write_line

HEAD = "# 动员会、部署会\n## 任务\n### 责任 落实\n"


def problem(text: str) -> str:
    return str(parse(text, "坏.txt").problems[0])


def test_a_phrase_takes_its_properties_from_the_headings() -> None:
    (phrase,) = parse(HEAD + "017 任务到人。", "好.txt").phrases
    assert phrase.id == "动员会/任务/017"
    assert phrase.text == "任务到人。"
    assert phrase.occasions == ("动员会", "部署会")
    assert (phrase.part, phrase.tags) == ("任务", ("责任", "落实"))


def test_anywhere_is_no_occasion() -> None:
    (phrase,) = parse("# 通用\n## 结尾\n001 谢谢大家。", "好.txt").phrases
    assert (phrase.occasions, phrase.id) == ((), "通用/结尾/001")


def test_without_a_number_the_words_make_the_identity() -> None:
    one = parse(HEAD + "甲\n乙", "好.txt").phrases
    two = parse(HEAD + "乙\n甲", "好.txt").phrases
    assert [p.id for p in one] == [p.id for p in reversed(two)]


def test_comments_and_empty_lines_are_passed_over() -> None:
    assert len(parse("; 说明\n\n" + HEAD + "\n甲\n", "好.txt").phrases) == 1


def test_a_pilcrow_begins_a_paragraph_and_a_backslash_shields_a_mark() -> None:
    one, two = parse(HEAD + "同志们：¶今天开会。\n\\# 不是标题", "好.txt").phrases
    assert one.text == "同志们：\n今天开会。"
    assert two.text == "# 不是标题"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("甲", 1, "还没有“## 部位”"),
        ("# 动员会\n## 讲话", 2, "没有“讲话”这个部位"),
        ("#", 1, "要写场合"),
        ("#### 四", 1, "最多三个"),
        (HEAD + "001 甲\n001 乙", 5, "与第4行重复"),
        ("# 通用\n## 固定提法\n甲", 3, "来源"),
        ("# 通用\n## 固定提法\n> 日期：2022年", 3, "2022-10-22"),
        ("# 通用\n## 固定提法\n> 核对：去年", 3, "2026-11"),
        ("# 通用\n## 固定提法\n> 出处：某", 3, "“来源："),
    ],
)
def test_a_wrong_line_is_named_with_its_file_and_line(text: str, line: int, says: str) -> None:
    assert problem(text).startswith(f"坏.txt 第{line}行：")
    assert says in problem(text)


def test_a_wrong_line_does_not_stop_the_rest() -> None:
    parsed = parse("甲\n" + HEAD + "乙", "坏.txt")
    assert [p.text for p in parsed.phrases] == ["乙"]
    assert parsed.lines == (5,)


def test_what_was_checked_in_another_source_is_not_checked_in_this() -> None:
    head = "# 通用\n## 固定提法\n> 来源：甲\n> 日期：2022-10-22\n> 核对：2026-11\n一\n"
    one, two = parse(head + "> 来源：乙\n> 日期：2023-01-01\n二", "好.txt").phrases
    assert (one.checked, two.checked) == ("2026-11", "")


def test_the_date_of_another_source_does_not_stay() -> None:
    text = "# 通用\n## 固定提法\n> 来源：甲\n> 日期：2022-10-22\n一\n> 来源：乙\n二"
    parsed = parse(text, "坏.txt")
    assert [p.text for p in parsed.phrases] == ["一"]
    assert len(parsed.problems) == 1


PHRASES = st.text(alphabet="同志们，01# >;\\\n 】\u2028\u3000x", min_size=1, max_size=30)
NAMES = st.sampled_from([(), ("动员会",), ("甲", "乙")])
PARTS = st.sampled_from(["任务", "结尾"])


@given(PHRASES.filter(str.strip))
def test_what_is_written_is_read_again(text: str) -> None:
    (phrase,) = parse(HEAD + write_line(text), "好.txt", own=True).phrases
    assert phrase.text == "\n".join(p.strip() for p in text.strip().splitlines())
    assert write_line(phrase.text) == write_line(text)


@given(st.lists(st.tuples(NAMES, PARTS, st.sampled_from([(), ("急",)])), max_size=5))
def test_headings_lead_from_any_state_to_any_other(path: list[tuple]) -> None:
    text = ""
    for occasions, part, tags in path:
        want = BankHeading(occasions, part, tags)
        text += "\n".join(write_headings(last_heading(text), want)) + "\n"
        assert last_heading(text) == want


def test_half_of_a_pair_is_written_as_what_a_file_can_hold() -> None:
    assert write_line("抓实\ud800。").encode() == "抓实\ufffd。".encode()
