"""No pattern hangs: what Python's own expressions never end on ends here, or is given up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manuscript.manuscript import Offsets, manuscript_of
from editor.manuscript.search.finder import find
from editor.manuscript.search.machine import Effort
from editor.manuscript.search.query import GivenUpError, Notation, Query, TooLongError
from tests.effort import effort

ONE = st.sampled_from(["a", "b", "一", ".", "[ab]", "[^a\\n]", r"\d"])
TIMES = st.sampled_from(["*", "+", "?", "*?", "+?", "{1,2}", "{2}"])
EXPRESSIONS = st.recursive(
    ONE | st.tuples(ONE, TIMES).map("".join),
    lambda part: (
        st.tuples(part, part).map("".join)
        | st.tuples(part, part).map(lambda two: f"({two[0]}|{two[1]})")
        | part.map(lambda one: f"(b{one})+")
    ),
    max_leaves=6,
)


@given(EXPRESSIONS, st.text("ab一1\n", max_size=14))
def test_it_finds_what_python_finds(words: str, text: str) -> None:
    manuscript = manuscript_of(text)
    flat = Offsets(manuscript).flat
    query = Query(words, Notation.EXPRESSION, case=True, width=True)
    hits = [(flat(hit.start), flat(hit.end)) for hit in find(manuscript, query)]
    assert hits == by_python(words, text)


def by_python(words: str, text: str) -> list[tuple[int, int]]:
    """Where Python's search finds letters; where it finds none it goes on at the next one."""
    hits: list[tuple[int, int]] = []
    at = 0
    while at <= len(text) and (match := re.compile(words).search(text, at)):
        hits += [match.span()] if match.group() else []
        at = match.end() + (not match.group())
    return hits


@pytest.mark.parametrize("words", ["(a+)+b", "(a|a)*b", "(a*)*b", "(.*)(.*)(.*)b", "a{1,60}b"])
def test_what_is_hopeless_elsewhere_costs_in_proportion(words: str) -> None:
    query = Query(words, Notation.EXPRESSION)
    small, large = (
        effort(lambda size=size: find(manuscript_of("a" * size), query)) for size in (300, 600)
    )
    assert large < 2.6 * small


def test_a_search_that_looks_far_ahead_again_and_again_is_told_to_take_too_long() -> None:
    query = Query("a(.*b)?", Notation.EXPRESSION)
    with pytest.raises(TooLongError):
        find(manuscript_of("a" * 100_000), query, effort=Effort(200_000))


def test_a_search_is_stopped_when_it_is_not_wanted_any_more() -> None:
    asked: list[bool] = []
    query = Query("a(.*b)?", Notation.EXPRESSION)
    with pytest.raises(GivenUpError):
        work = Effort(10**9, lambda: len(asked) > 2 or bool(asked.append(True)))
        find(manuscript_of("a" * 100_000), query, effort=work)
