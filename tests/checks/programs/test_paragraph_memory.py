"""Facts of paragraphs: what gates and memory must not change."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.checks.programs.counts import counts_in
from editor.checks.programs.ordinals import ORDINAL, ordinals_in
from editor.checks.programs.paragraph_memory import ParagraphMemory, places_of
from editor.checks.programs.spaces import spacing_of
from editor.checks.scanning.formula_likeness import Likeness, likeness, nearest
from editor.manuscript.enumeration.announced_counts import claim_gate

SPLIT = (
    "做到三点：|一是学，|二是做。|讲12个方面的意见|这两项工作|四层意思|“三个坚持”：|首先，|其次、|第三是|最后"
    "|其一，|全年 工作| 3 件|　|，|。|五|个|点|层|件|要|王 五同志"
)
PARAGRAPHS = st.lists(st.sampled_from(SPLIT.split("|")), max_size=8).map("".join)
TEXTS = st.lists(PARAGRAPHS, max_size=6)


@settings(max_examples=150)
@given(TEXTS)
def test_a_gate_lets_through_whatever_a_program_has_to_say_of_a_paragraph(texts: list[str]):
    places = places_of(texts)
    for function, gate in (
        (counts_in, claim_gate()),
        (ordinals_in, ORDINAL),
        (spacing_of, " \u3000"),
    ):
        told = [(at, value) for at, text in enumerate(texts) if (value := function(text))]
        assert ParagraphMemory().found(function, places, gate) == told


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_what_was_read_before_changes_nothing_of_what_is_found(readings: list[list[str]]):
    memory = ParagraphMemory()
    for texts in readings:
        places = places_of(texts)
        assert memory.found(ordinals_in, places, ORDINAL) == ParagraphMemory().found(
            ordinals_in, places
        )


def test_a_paragraph_is_asked_once_and_forgotten_in_the_end():
    asked: list[str] = []
    memory = ParagraphMemory()

    def first(text: str) -> str:
        asked.append(text)
        return text[:1]

    assert memory.found(first, places_of(["甲", "", "乙", "甲"])) == [
        (0, "甲"),
        (2, "乙"),
        (3, "甲"),
    ]
    memory.found(first, places_of(["甲", "丙"]))
    assert sorted(asked) == ["", "丙", "乙", "甲"]
    for number in range(500):
        memory.found(first, places_of([f"{number}"]))
    memory.found(first, places_of(["甲"]))
    assert asked[-1] == "甲"


def test_signs_and_expressions_find_the_same_paragraphs():
    places = places_of(["a b", "ab", "a\u3000b", " "])
    by_sign = ParagraphMemory().found(str.upper, places, " \u3000")
    assert by_sign == ParagraphMemory().found(str.upper, places, re.compile("[ \u3000]"))


WORDS = st.lists(st.sampled_from("甲乙丙丁戊己庚"), min_size=8, max_size=14).map("".join)


@given(WORDS, st.data())
def test_shared_pairs_never_rule_out_what_is_near(exact: str, data: st.DataObject):
    like = likeness(exact)
    piece = list(exact)
    for _ in range(data.draw(st.integers(0, like.limit))):
        at = data.draw(st.integers(0, max(0, len(piece) - 1)))
        piece[at : at + data.draw(st.integers(0, 1))] = data.draw(st.sampled_from(["", "子", "甲"]))
    text = "".join(piece)
    every = Likeness(*like[:-1], shared=0)
    assert nearest(like, text) == nearest(every, text)
