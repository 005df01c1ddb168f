"""Cleaning a book as a multiple of reading it with plain patterns, in one run.

Run: python -m tests.bench.bench_intake. Process time. The books of before repeat their
paragraphs; the other two have none twice: a speech of our generator, and the same with the
messy samples in between. Aims, reached when it was written: a clean book 20 passes of the
seven patterns, a messy one 45.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.bench.measure import Figure, Work, in_turns, ratio, report
from tests.bench.prose import speech
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


CLEAN, UNCLEAN = 20.0, 45.0


def books() -> Iterator[tuple[str, str, float]]:
    """What is cleaned, and how many passes it may take."""
    messy = [sample(marked).text for marked in MESSY.values()]
    yield "clean book", (SAFETY + "\n" + LIBRARY + "\n" + COMPANY + "\n") * 100, CLEAN
    yield "messy book", "\n".join(messy) * 14, UNCLEAN
    yield "clean, no paragraph twice", speech(140_000), CLEAN
    parts = (speech(8_000, seed) for seed in range(14))
    mixed = (f"{part}\n{messy[n % len(messy)]}" for n, part in enumerate(parts))
    yield "messy, no paragraph twice", "\n".join(mixed), UNCLEAN


def bench(words: list[str]) -> Iterator[Figure]:
    """A figure a book."""
    for name, text, aim in books():
        raw = manuscript_of(text)
        works: dict[str, Work] = {
            "floor": lambda text=text: [pattern.findall(text) for pattern in SEVEN],
            "tidy": lambda raw=raw: tidy(raw),
        }
        took = in_turns(works, 3)
        floor = "seven patterns", min(took["floor"])
        yield ratio(f"{name}, {len(text):,} characters", min(took["tidy"]), floor, aim)


if __name__ == "__main__":
    report(bench)
