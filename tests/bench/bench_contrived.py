"""Ten times a hostile text costs ten times the work, not a hundred: the growth, per recogniser.

Run: python -m tests.bench.bench_contrived [characters]. Each row is one mark or a few of
them said again and again, at the given size (1,000) and at ten times that; told are the marks
whose cost grew most. Process time. Aim: none above 20.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from editor.blanks.grammar import scan
from editor.checks.engine.checker import Checker
from editor.checks.programs.balance import balance_scan
from editor.cli.services import bundled_checker
from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.bench.measure import Figure, best, report, size_of

UNITS = (
    "x", "*", "_", "○", " ", "…", "x@", "…（", "（a", "学习在", "**a", "_字", "x ", "。。。",
    "“”", "…。", "……(省略", "（略", "×人", "有个", "，同志", "参加的", "“", "”", "《", "）",
    "“）", "【（", "一 ", "一，一 ", "一、", "（一）", "第一", "一是", "1、", "同志们：", "http",
    "-1-", "第1页", "、", "要努力工作，", "1", "１", "X", "，", ".", "：", "；",
    "\u3000", "（略", "| ",
)  # fmt: skip
AIM = 20.0
LEAST = 0.002  # seconds below which a growth says nothing
Work = Callable[[str], object]


def balance(text: str) -> None:
    """Pairs of marks in one paragraph."""
    list(balance_scan({"quote": 0, "bracket": 1})(text))


@cache
def _checker() -> Checker:
    return bundled_checker()


def _check(text: str) -> None:
    manuscript = manuscript_of(text)
    _checker().check(manuscript, outline_of(manuscript), ())


WORKS: dict[str, Work] = {
    "blanks": scan,
    "balance": balance,
    "outline": lambda text: outline_of(manuscript_of(text)),
    "checks": _check,
    "intake": lambda text: tidy(manuscript_of(text)),
}


def growth(work: Work, unit: str, size: int) -> tuple[float, float]:
    """(how many times the cost at ten times the size, seconds at that size)."""
    small, large = (f"a{unit * (times * size // len(unit))}重要讲话" for times in (1, 10))
    short = max(best(lambda: work(small), 3), LEAST)
    long = best(lambda: work(large), 2)
    return long / short, long


def bench(words: list[str]) -> Iterator[Figure]:
    """The mark that grew most, for each recogniser, and those that come next."""
    size = size_of(words, 1_000)
    for name, work in WORKS.items():
        rows = sorted(((*growth(work, unit, size), unit) for unit in UNITS), reverse=True)
        told = ", ".join(f"{unit!r} × {times:.1f} ({took:.2f} s)" for times, took, unit in rows[:4])
        yield Figure(f"{name}, from {size:,} to {10 * size:,}", rows[0][0], "×", AIM, told)


if __name__ == "__main__":
    report(bench)
