"""Sixty thousand findings: shown, typed beside, mended at once.

Run: python -m tests.bench.window.bench_findings [characters]. Every comma and stop of the text
is half-width, as a scanned or converted speech has them. Process time; the floor of opening is
a bare editor with the same words. Aims: no event served later than 100 ms; a key at most 2
times the bare editor's; opening at most 3 times what the same text costs in full width.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Figure, block, ratio, report, size_of
from tests.bench.program import Program, worked
from tests.bench.prose import speech
from tests.bench.window.bench_window import keys_in_window

HALF_WIDTH = str.maketrans("，；：？！（）", ",;:?!()")
SIZE = 770_000  # characters that have 60,000 such marks
OPEN = 3.0


def bench(words: list[str]) -> Iterator[Figure]:
    """Opening, keys, and pages turned."""
    right = speech(size_of(words, SIZE))
    wrong = right.translate(HALF_WIDTH)
    count = sum(a != b for a, b in zip(right, wrong, strict=True))

    def script(program: Program, folder: Path) -> Iterator[Figure]:
        program.front("检查")
        spent = []
        for name, text in (("right", right), ("wrong", wrong)):
            path = folder / f"{name}.txt"
            path.write_text(text, "utf-8")
            spent.append(program.open(path))
            quiet = program.settle()
        floor = "full width", spent[0].process
        what = f"{count:,} findings in {len(wrong):,}"
        yield ratio(f"open until complete, {what}", spent[1].process, floor, OPEN)
        yield block(f"block while opening, {what}", max(spent[1].block, quiet))
        yield block("block while the findings come to the front", to_front(program))
        yield from keys_in_window(program, wrong, ((0.5, "检查"),), 100)

    yield from worked(script)


def to_front(program: Program) -> float:
    """The longest block while the tab of the findings is shown again."""
    program.front("填空")
    program.settle()
    spent = program.spend(lambda: program.front("检查"))
    return max(spent.block, program.settle())


if __name__ == "__main__":
    report(bench)
