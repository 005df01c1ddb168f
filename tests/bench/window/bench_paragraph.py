"""One paragraph of 100,000 characters: a page copied without its line ends.

Run: python -m tests.bench.window.bench_paragraph [characters]. The floor is a bare editor with
the same one paragraph, which lays it out whole at each key. Aims: a key at most 2 times the
bare editor's, complete in 2 s of the processor, no event served later than 100 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Figure, block, report, size_of
from tests.bench.program import Program, worked
from tests.bench.prose import Prose
from tests.bench.window.bench_open import complete, shown
from tests.bench.window.bench_window import keys_in_window

OPEN = 2_000.0  # ms


def bench(words: list[str]) -> Iterator[Figure]:
    """Opening, and keys in its middle."""
    text = Prose().paragraph(size_of(words, 100_000))

    def script(program: Program, folder: Path) -> Iterator[Figure]:
        program.front("检查")
        path = folder / "paragraph.txt"
        path.write_text(text, "utf-8")
        floor = shown(program, text)
        spent = program.open(path)
        longest = max(spent.block, program.settle())
        what = f"a paragraph of {len(text):,}"
        yield complete(what, spent, floor, OPEN)
        yield block(f"block while opening, {what}", longest)
        yield from keys_in_window(program, text, ((0.5, "检查"),), 60)

    yield from worked(script)


if __name__ == "__main__":
    report(bench)
