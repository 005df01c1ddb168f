"""Cleaning a book as a multiple of reading it with plain patterns, in one run.

Run: python -m tests.bench.bench_intake. Process time, as the machine is shared. Seen when
it was written: a clean book 16–20 passes of the seven patterns, a messy one 30–45.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.intake.messy import MESSY, sample
from tests.intake.speeches import COMPANY, LIBRARY, SAFETY

SEVEN = [
    re.compile(pattern)
    for pattern in (
        "[XＸ×]{1,4}",
        r"20[\dxX]{2}年",
        "[“”]",
        r"[,;:!?]",
        r"\d+",
        "[（(][^）)]*[）)]",
        "_{2,}",
    )
]


def best(work: Callable[[], object]) -> float:
    """The least process time of three runs."""
    took: list[float] = []
    for _ in range(3):
        start = process_time()
        work()
        took.append(process_time() - start)
    return min(took)


def main() -> None:
    """Print both ratios."""
    clean = (SAFETY + "\n" + LIBRARY + "\n" + COMPANY + "\n") * 100
    messy = "\n".join(sample(marked).text for marked in MESSY.values()) * 14
    for name, text in (("clean", clean), ("messy", messy)):
        raw = manuscript_of(text)
        floor = best(lambda text=text: [pattern.findall(text) for pattern in SEVEN])
        took = best(lambda raw=raw: tidy(raw))
        print(f"{name} book, {len(text):,} characters: {took / floor:.1f} passes")


if __name__ == "__main__":
    main()
