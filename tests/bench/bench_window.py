"""A keystroke in the complete window against a bare QTextEdit, with each tab in front.

Run: python -m tests.bench.bench_window [characters]. Tree, fill sheet, findings and phrases
are live, and between two keys the event loop runs as long as between those of a fast typist.
Aims: p99 at most 2 times the bare editor's; no event served later than 100 ms, between keys
and when the hand rests.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Figure, block, report, size_of
from tests.bench.program import Program, bare_editor, put_caret, with_program
from tests.bench.prose import speech

BETWEEN = 0.11  # seconds; a fast typist's keys are 80–120 ms apart
KEYS = 200


def keys_with_tabs(program: Program, text: str, keys: int = KEYS) -> Iterator[Figure]:
    """The open text typed into at three places, a tab in front at each."""
    from tests.bench.keys import against, typed

    bare = bare_editor(text)
    bare.resize(760, 600)
    bare.show()
    for where, tab in ((0.02, "填空"), (0.5, "检查"), (0.98, "语料库")):
        program.front(tab)
        put_caret(bare, where)
        program.caret(where)
        program.rest(1)
        blocks: list[float] = []
        times = typed(
            {"bare": bare, "window": program.page},
            keys,
            lambda blocks=blocks: blocks.append(program.rest(BETWEEN)),
        )
        what = f"{where:.0%} of {len(text):,}, {tab} in front"
        yield against(f"key at {what}", times["window"], times["bare"])
        yield block(f"block between keys at {what}", max(blocks))
        yield block(f"block at rest at {what}", program.rest(1.5))
    bare.close()


def bench(words: list[str]) -> Iterator[Figure]:
    """Three figures a tab."""
    text = speech(size_of(words, 100_000))
    made: list[Figure] = []

    def script(program: Program) -> None:
        program.window.resize(1366, 768)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "speech.txt"
            path.write_text(text, "utf-8")
            program.open(path)
            made.extend(keys_with_tabs(program, text))

    with_program(script)
    yield from made


if __name__ == "__main__":
    report(bench)
