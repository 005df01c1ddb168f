"""Cleaning, outline, blanks and checks cost in proportion, whatever a line repeats."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from editor.blanks.blank_reader import find_blanks
from editor.checks.engine.checker import Checker
from editor.cli.services import bundled_checker
from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.effort import effort
from tests.linear.expressions import COMMON, Use, cost, expressions_used, grows
from tests.samples.shelf import all_samples, analyse

MORE = (
    *("X，", "1、", "一、", "一是", "（一）", "《》", "“”", "（", "年月", "同志们：", "X X", "**"),
    *("-1-", "。一是", "，一是", "a b", "、1", "……", "首先，", "有个", "(略", "某", "20xx", "⼀"),
)
SMALL = 600  # code points of the shorter text
GROWTH = 2.6  # twice the text may run so many times the lines
LINE = 6_000  # code points; what is square costs 11 times as much at 20,000 …
LITTLE = 0.08  # … seconds, and stays below one there if it costs less than this here
SPARE = 3_000  # lines that a text costs whatever stands in it


def read_everything() -> None:
    """A third of the samples, and short lines that say one thing again and again."""
    for sample in all_samples()[::3]:
        analyse(sample.text)
    for unit in (*COMMON, *MORE):
        analyse(f"同志们：\n{unit * 60}\n{unit * 9}。结束")


def test_every_expression_costs_in_proportion() -> None:
    used = expressions_used(read_everything)
    assert len(used) > 400
    worse = {use.pattern.pattern: unit for use in used if (unit := grows(use))}
    assert not worse


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s*\s*字$", "search"),
        (r"(?:1{1,2}\s*)+字", "fullmatch"),
        (r"\s*[:：]?\s*[|]?\s*大", "fullmatch"),
        (r"分页(?:1{1,2} *)+", "fullmatch"),
    ],
)
def test_an_expression_that_grows_is_told(pattern: str, method: str) -> None:
    assert grows(Use(re.compile(pattern), method))


@cache
def checker() -> Checker:
    """All rules, loaded once."""
    return bundled_checker()


READINGS: dict[str, Callable[[str], object]] = {
    "cleaning": lambda text: tidy(manuscript_of(text)),
    "outline": lambda text: outline_of(manuscript_of(text)),
    "blanks": lambda text: find_blanks(manuscript_of(text)),
    "checks": lambda text: checker().check(
        manuscript_of(text), outline_of(manuscript_of(text)), ()
    ),
}


@pytest.mark.parametrize("reading", READINGS)
def test_a_line_twice_as_long_costs_twice_the_steps(reading: str) -> None:
    read, worse = READINGS[reading], dict[str, tuple[int, int]]()
    for unit in (*COMMON, *MORE):
        once, twice = (f"同志们：\n{unit * (size // len(unit))}" for size in (SMALL, 2 * SMALL))
        read(twice)  # what is made once for all is made before
        less, more = effort(lambda text=once: read(text)), effort(lambda text=twice: read(text))
        if more > GROWTH * less + SPARE:
            worse[unit] = less, more
    assert not worse


@pytest.mark.parametrize("reading", READINGS)
def test_a_line_twice_as_long_costs_twice_the_time(reading: str) -> None:
    # What one call of an expression does not show: calls from every place that each go far.
    read, worse = READINGS[reading], list[str]()
    for unit in (*COMMON, *MORE):
        once, twice = (f"同志们：\n{unit * (size // len(unit))}" for size in (LINE, 2 * LINE))
        if cost(lambda text=once: read(text)) < LITTLE:
            continue
        if all(is_dear(read, once, twice) for _ in "123"):  # else somebody else was in the way
            worse.append(unit)
    assert not worse


def is_dear(read: Callable[[str], object], once: str, twice: str) -> bool:
    """Whether the longer text costs more than three times as much, measured now."""
    short, long = (min(cost(lambda t=text: read(t)) for _ in "12") for text in (once, twice))
    return long > 3 * short
