"""What changed between two texts, in few bytes, and the next text made of it again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.files.recovery.text_delta import Paragraphs, rows_between, text_of_rows
from editor.manuscript.marks import BOLD, RUN, Mark, merged
from editor.manuscript.paragraph import Paragraph
from tests.notation import doc

LONG = "要抓紧抓实抓出成效，" * 10_000


def through_json(old: Paragraphs, new: Paragraphs) -> Paragraphs:
    """The new text as it comes back from the disk."""
    return text_of_rows(old, json.loads(json.dumps(list(rows_between(old, new)))))


def cost(old: Paragraphs, new: Paragraphs) -> int:
    """Bytes that the change takes."""
    assert through_json(old, new) == new
    return len(json.dumps(list(rows_between(old, new)), ensure_ascii=False).encode())


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(st.text("甲乙丙\u2028\U00020000", max_size=6))
    cuts = st.integers(0, len(text))
    marks = [
        Mark(min(a, b), max(a, b), kind, value)
        for a, b, (kind, value) in draw(
            st.lists(st.tuples(cuts, cuts, st.sampled_from([(BOLD, ""), (RUN, "1.2")])), max_size=3)
        )
    ]
    key, style = draw(st.integers(0, 2)), draw(st.sampled_from(["", "heading1"]))
    return Paragraph(text, key, style=style, marks=merged(marks))


texts = st.lists(paragraphs(), min_size=1, max_size=7).map(tuple)


@settings(max_examples=100)
@given(texts, texts, st.data())
def test_whatever_was_done_the_next_text_is_made_again(
    old: Paragraphs, fresh: Paragraphs, data: st.DataObject
) -> None:
    # What an editor does: some of the old text at other places, between new paragraphs.
    new = tuple(data.draw(st.lists(st.sampled_from([*old, *fresh]), min_size=1, max_size=9)))
    assert through_json(old, new) == new
    assert through_json((), new) == new


@pytest.mark.parametrize("at", [0, 1, 49_999, 100_000])
def test_a_letter_costs_a_few_bytes_however_long_its_paragraph_is(at: int) -> None:
    marks = tuple(Mark(n, n + 10, RUN, f"1.{n}") for n in range(0, 100_000, 10))
    whole = Mark(0, 100_000, BOLD)
    old = Paragraph(LONG, 1, marks=tuple(sorted((whole, *marks))))
    split = [
        Mark(m.start + (m.start >= at), m.end + (m.end > at or m == whole), m.kind, m.value)
        for m in old.marks
    ]
    new = replace(old, text=LONG[:at] + "字" + LONG[at:], marks=merged(split))
    assert cost((old,), (new,)) < 300


def test_moving_removing_and_changing_everywhere_name_the_old_paragraphs() -> None:
    old = tuple(Paragraph(f"第{n}段，" + "讲的是一件事。" * 20) for n in range(400))
    assert cost(old, (*old[300:], *old[:300])) < 100
    assert cost(old, (*old[:7], *old[90:])) < 100
    everywhere = tuple(replace(p, text=p.text.replace("段，", "点，")) for p in old)
    assert cost(old, everywhere) < 400 * 40


def test_equal_paragraphs_are_each_named_once() -> None:
    old = doc("甲 |  | 乙 | ").paragraphs
    assert (
        through_json(old, doc(" |  |  | 甲 | 甲").paragraphs) == doc(" |  |  | 甲 | 甲").paragraphs
    )


@pytest.mark.parametrize(
    "rows",
    [
        [[0, 3]],
        [[-1, 1]],
        [[0, 1], [0, 1]],
        [[0, 1], [[0, 0, 0], "甲"]],
        [[True, 1]],
        [[[0, 0, 9], "甲"]],
        [[[0, 0, 0], "甲\n"]],
        [[[0, 0, 0], "", [0, 0, [[0, 99, "run", ""]]]]],
        [[[0, 0, 0], "", [0, 0, [[0, 1, 7, ""]]]]],
        [[[0, 0, 0], 7]],
        [[None, 1]],
        [7],
    ],
)
def test_rows_that_nobody_wrote_are_refused(rows: list[Any]) -> None:
    with pytest.raises((ValueError, TypeError, IndexError)):
        text_of_rows(doc("甲乙 | 丙").paragraphs, rows)
