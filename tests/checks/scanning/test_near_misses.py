"""Near misses of fixed formulations: seen wherever they stand, exact ones left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.checks.rules.rule import Formula
from editor.checks.scanning.formula_likeness import folded
from editor.checks.scanning.near_misses import formula_scan

LIST = Formula("道路自信、理论自信、制度自信、文化自信", source="某报告，2016-07-01")
LONG = Formula(
    "人民日益增长的美好生活需要和不平衡不充分的发展之间的矛盾", may=("，",), source="某报告"
)
SCAN = formula_scan([(0, LIST), (1, LONG)])


def seen(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in SCAN(text)]


@pytest.mark.parametrize(
    "wrong",
    [
        "道路自信、理论自信、度自信、文化自信",
        "道路自信、制度自信、理论自信、文化自信",
        "道路自信、理论自信、文化自信",
        "道路自信、理论自信、制度自信、文明自信",
        "道路自信、理论自信、制度自信、民族自信、文化自信",
        "人民日益增长的美好生活需要和不充分不平衡的发展之间的矛盾",
        "人民日益增长的美好生活需求和不平衡不充分的发展之间的矛盾",
        "人民日益增长的美好生活需要和不平衡不充分发展之间的矛盾",
    ],
)
@pytest.mark.parametrize("before", ["", "要坚定", "要牢牢把握和坚定", "同志们：\n我们坚持"])
def test_a_word_lost_changed_or_moved_is_seen_wherever_it_stands(wrong: str, before: str):
    assert seen(f"{before}{wrong}。再说别的事。") == [wrong]


@pytest.mark.parametrize(
    "right",
    [
        "坚定道路自信、理论自信、制度自信、文化自信。",
        "坚定道路自信，理论自信，制度自信，文化自信。",
        "增强制度自信、文化自信。",
        "满足人民日益增长的美好生活需要。",
        "人民日益增长的美好生活需要和，不平衡不充分的发展之间的矛盾",
    ],
)
def test_what_is_exact_or_means_another_thing_is_left_alone(right: str):
    assert seen(right) == []


def test_the_finding_has_the_exact_text_its_source_and_its_date():
    (hit,) = SCAN("道路自信、理论自信、度自信、文化自信")
    assert (hit.fix, hit.note) == (LIST.exact, "某报告，2016-07-01")


@given(st.lists(st.sampled_from(["自信", "道路", "、", "理论自信", "𠮷", "\n", "，"]), max_size=30))
def test_any_text_is_read_to_its_end_and_a_find_is_never_exact(pieces: list[str]):
    text = "".join(pieces)
    for hit in SCAN(text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert folded(text[hit.start : hit.end]) != folded(LIST.exact)


@given(st.text("自信道路理论制度文化、，\n", max_size=60), st.text("甲乙，\n𠮷", max_size=9))
def test_what_stands_before_a_paragraph_changes_nothing_in_it(text: str, before: str):
    ahead = len(before) + 1
    moved = [(h.start - ahead, h.end - ahead) for h in SCAN(f"{before}\n{text}")]
    assert [m for m in moved if m[0] >= 0] == [(h.start, h.end) for h in SCAN(text)]
