"""Opening a text until it is complete: file open, text seen, findings shown.

Run: python -m tests.bench.window.bench_open [characters]. A txt and a docx of so many
characters (100,000) and of a usual speech (5,000), dropped on the window; process time, so that
workers count, and how many bare editors that show the same words that is. Aims: a usual speech
complete in 0.5 s of the processor, 100,000 characters in 1 s; an event is never served later
than 100 ms, until all is quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import process_time

from tests.bench.measure import Figure, block, middle, report, seconds, size_of
from tests.bench.program import Program, Spent, bare_editor, worked
from tests.bench.prose import speech
from tests.bench.word_file import word_file

USUAL, ROUNDS = 5_000, 3
QUICK, LONG = 500.0, 1_000.0


def bench(words: list[str]) -> Iterator[Figure]:
    """Two figures a file."""
    size = size_of(words, 100_000)

    def script(program: Program, folder: Path) -> Iterator[Figure]:
        program.front("检查")
        warm = folder / "warm.txt"
        warm.write_text(speech(1_000, 2), "utf-8")
        program.open(warm)  # rules are read and words loaded once
        program.settle()
        for characters in (USUAL, size):
            text = speech(characters)
            floor = shown(program, text)
            for ending, data in ((".txt", text.encode()), (".docx", word_file(text))):
                path = folder / f"speech{characters}{ending}"
                path.write_bytes(data)
                spent, longest = opened(program, path)
                what = f"{characters:,} characters, {ending[1:]}"
                yield complete(what, spent, floor, QUICK if characters == USUAL else LONG)
                yield block(f"block while opening, {what}", longest)

    yield from worked(script)


def opened(program: Program, path: Path) -> tuple[Spent, float]:
    """A file opened some times: medians, and of the longest block until all is quiet."""
    rounds: list[Spent] = []
    for _ in range(ROUNDS):
        spent = program.open(path)
        rounds.append(spent._replace(block=max(spent.block, program.settle())))
    spent = Spent(*(middle(list(times)) for times in zip(*rounds, strict=True)))
    return spent, spent.block


def complete(what: str, spent: Spent, floor: float, aim: float) -> Figure:
    """What opening has cost until complete, and as a multiple of a bare editor's showing it."""
    told = f"× {spent.process / floor:.1f} bare editor"
    return Figure(f"open until complete, {what}", spent.process * 1000, "ms", aim, told)


def shown(program: Program, text: str) -> float:
    """Processor seconds of a bare editor that takes and paints a text."""
    edits = []

    def show() -> None:
        edits.append(bare_editor(text))
        edits[0].resize(760, 600)
        edits[0].show()
        program.app.processEvents()

    took = seconds(show, process_time)
    edits[0].close()
    return took


if __name__ == "__main__":
    report(bench)
