"""A million characters: opened, and typed into near the beginning, in the middle, at the end.

Run: python -m tests.bench.window.bench_million [characters]. Aims: a key at most 2 times the
bare editor's with the same words, complete in 10 s of the processor, no event served later than
100 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Figure, block, report, size_of
from tests.bench.program import Program, worked
from tests.bench.prose import speech
from tests.bench.window.bench_open import complete, shown
from tests.bench.window.bench_window import TABS, keys_in_window

OPEN = 10_000.0  # ms


def bench(words: list[str]) -> Iterator[Figure]:
    """Opening, then three figures a place."""
    text = speech(size_of(words, 1_000_000))

    def script(program: Program, folder: Path) -> Iterator[Figure]:
        path = folder / "book.txt"
        path.write_text(text, "utf-8")
        floor = shown(program, text)
        spent = program.open(path)
        longest = max(spent.block, program.settle())
        yield complete(f"{len(text):,} characters", spent, floor, OPEN)
        yield block(f"block while opening, {len(text):,}", longest)
        yield from keys_in_window(program, text, TABS, 60)

    yield from worked(script)


if __name__ == "__main__":
    report(bench)
