"""How long loading jieba's dictionary holds up another thread, against plain sleeping.

Run: python -m tests.bench.bench_words. The gaps of a thread that sleeps a millisecond at a
time, alone and while the words load; a gap is at most the process's own time in it, so that
other programs are not counted. Aim: no gap above 100 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter, process_time

from editor.words.segmenter import Segmenter
from tests.bench.measure import Figure, block, gaps, p99, report


def bench(words: list[str]) -> Iterator[Figure]:
    """The worst gap, and what loading costs."""
    end = perf_counter() + 0.5
    alone = gaps(lambda: perf_counter() < end)
    began = process_time()
    thread = Segmenter().load_in_background()
    assert thread is not None
    loading = gaps(thread.is_alive)
    told = f"p99 {p99(loading) * 1000:.1f} ms; alone worst {max(alone) * 1000:.1f} ms"
    yield block("block while the words load", max(loading), told)
    yield Figure("words loaded", process_time() - began, "s")


if __name__ == "__main__":
    report(bench)
