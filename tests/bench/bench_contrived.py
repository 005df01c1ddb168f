"""Ten times a hostile text costs ten times the work, not a hundred: the growth, per recogniser.

Run: python -m tests.bench.bench_contrived [characters]. Each row is one mark or a few of
them said again and again, at the given size (20,000) and at ten times that; printed are
the rows whose cost grew most. Process time, as the machine is shared. Aim: none above 20.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time

from editor.blanks.grammar import scan
from editor.checks.programs.balance import balance_scan
from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of

UNITS = (
    "x", "*", "_", "○", " ", "…", "x@", "…（", "（a", "学习在", "**a", "_字", "x ", "。。。",
    "“”", "…。", "……(省略", "（略", "×人", "有个", "，同志", "参加的", "“", "”", "《", "）",
    "“）", "【（", "一 ", "一，一 ", "一、", "（一）", "第一", "一是", "1、", "同志们：", "http",
    "-1-", "第1页", "、", "要努力工作，",
)  # fmt: skip
_LEAST = 0.002  # seconds below which a growth says nothing
Work = Callable[[str], object]


def seconds(work: Work, text: str) -> float:
    """The least process time of three runs."""
    took: list[float] = []
    for _ in range(3):
        start = process_time()
        work(text)
        took.append(process_time() - start)
    return min(took)


def balance(text: str) -> None:
    """Pairs of marks in one paragraph."""
    list(balance_scan({"quote": 0, "bracket": 1})(text))


WORKS: dict[str, Work] = {
    "blanks": scan,
    "balance": balance,
    "outline": lambda text: outline_of(manuscript_of(text)),
    "intake": lambda text: tidy(manuscript_of(text)),
}


def growth(work: Work, unit: str, size: int) -> tuple[float, float]:
    """(how many times the cost at ten times the size, seconds at that size)."""
    short = max(seconds(work, f"a{unit * (size // len(unit))}重要讲话"), _LEAST)
    long = seconds(work, f"a{unit * (10 * size // len(unit))}重要讲话")
    return long / short, long


def main() -> None:
    """Print the rows that grew most, for each recogniser."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    for name, work in WORKS.items():
        rows = sorted(((*growth(work, unit, size), unit) for unit in UNITS), reverse=True)
        told = "  ".join(f"{unit!r} {times:.1f} × ({took:.2f} s)" for times, took, unit in rows[:4])
        print(f"{name}: {told}")


if __name__ == "__main__":
    main()
