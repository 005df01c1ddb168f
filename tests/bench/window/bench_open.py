"""Opening a text until it is complete: file open, text seen, findings shown.

Run: python -m tests.bench.window.bench_open [characters]. A txt and a docx of so many
characters (100,000) and of a usual speech (5,000), dropped on the window; process time, so that
workers count. The floor is a bare editor that shows the same words. Aims: an event is never
served later than 100 ms, until all is quiet; a usual speech is complete in 0.5 s.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import process_time

from tests.bench.measure import Figure, block, ratio, report, seconds, size_of
from tests.bench.program import Program, bare_editor, worked
from tests.bench.prose import speech
from tests.bench.word_file import word_file

USUAL = 5_000


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
            floor = "bare editor", shown(program, text)
            for ending, data in ((".txt", text.encode()), (".docx", word_file(text))):
                path = folder / f"speech{characters}{ending}"
                path.write_bytes(data)
                spent = program.open(path)
                longest = max(spent.block, program.settle())
                what = f"{characters:,} characters, {ending[1:]}"
                yield ratio(f"open until complete, {what}", spent.process, floor)
                if characters == USUAL:
                    yield Figure(f"the same, {what}", spent.process * 1000, "ms", 500.0)
                yield block(f"block while opening, {what}", longest)

    yield from worked(script)


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
