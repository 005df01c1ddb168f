"""How long loading jieba's dictionary holds up another thread, against plain sleeping.

``python -m tests.bench.bench_words``: gaps of a thread that sleeps a millisecond at a time,
alone and while the words load.
"""

import time
from collections.abc import Callable

from editor.words.words import Words


def gaps(running: Callable[[], bool]) -> list[float]:
    """The lengths in seconds of one-millisecond sleeps while ``running``, sorted."""
    found: list[float] = []
    last = time.perf_counter()
    while running():
        time.sleep(0.001)
        now = time.perf_counter()
        found.append(now - last)
        last = now
    return sorted(found)


def main() -> None:
    end = time.perf_counter() + 0.5
    alone = gaps(lambda: time.perf_counter() < end)
    thread = Words().load_in_background()
    began = time.perf_counter()
    loading = gaps(thread.is_alive)
    took = time.perf_counter() - began
    for name, row in (("alone", alone), ("while loading", loading)):
        print(
            f"{name}: p99 {row[len(row) * 99 // 100] * 1000:.1f} ms  worst {row[-1] * 1000:.1f} ms"
        )
    print(f"loaded in {took:.2f} s")


if __name__ == "__main__":
    main()
