"""Opening the tenth speech of a window, and going from one tab to another.

Run: python -m tests.bench.window.bench_tabs [characters]. Speeches of 5,000 characters; process
time until complete (text seen, findings shown), of the first beside others and of the tenth.
Aims: half a second as for any speech; no event served later than 100 ms, also where one turns.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Figure, block, report, size_of
from tests.bench.program import Program, worked
from tests.bench.prose import speech

USUAL, TABS, QUICK = 5_000, 10, 500.0


def bench(words: list[str]) -> Iterator[Figure]:
    """The second and the tenth tab, and turning."""
    size = size_of(words, USUAL)

    def script(program: Program, folder: Path) -> Iterator[Figure]:
        program.front("检查")
        for n in range(1, TABS + 1):
            path = folder / f"speech{n}.txt"
            path.write_text(speech(size, n), "utf-8")
            title = path.name
            spent = program.spend(
                lambda path=path: program.drop(path),
                lambda title=title: program.window.windowTitle().startswith(title),
            )
            longest = max(spent.block, program.settle())
            if n in (2, TABS):
                yield Figure(f"open speech {n} of a window", spent.process * 1000, "ms", QUICK)
                yield block(f"block while opening speech {n}", longest)
        longest = 0.0
        for _ in range(TABS):
            longest = max(longest, program.spend(lambda: program.choose("下一份稿子")).block)
        yield block("block while turning to another tab", longest)

    yield from worked(script)


if __name__ == "__main__":
    report(bench)
