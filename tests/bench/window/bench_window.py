"""A keystroke in the complete window against a bare QTextEdit, in one run.

Run: python -m tests.bench.window.bench_window [characters]. Tree, fill sheet, findings and
phrases are live, and between two keys the event loop runs as long as between those of a fast
typist. Aims: p99 at most 2 times the bare editor's; no event served later than 100 ms, between
keys and when the hand rests.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Figure, block, report, size_of
from tests.bench.program import Program, bare_editor, put_caret, worked
from tests.bench.prose import speech

BETWEEN = 0.11  # seconds; a fast typist's keys are 80–120 ms apart
KEYS = 200
TABS = ((0.02, "填空"), (0.5, "检查"), (0.98, "语料库"))


def keys_in_window(
    program: Program,
    text: str,
    tabs: tuple[tuple[float, str], ...] = TABS,
    keys: int = KEYS,
    between: float = BETWEEN,
) -> Iterator[Figure]:
    """The open text typed into at some places, a tab in front at each."""
    from tests.bench.keys import against, typed

    bare = bare_editor(text)
    bare.resize(760, 600)
    bare.show()
    for where, tab in tabs:
        program.front(tab)
        put_caret(bare, where)
        program.caret(where)
        program.settle()
        blocks: list[float] = []
        times = typed(
            {"bare": bare, "window": program.page},
            keys,
            lambda blocks=blocks: blocks.append(program.rest(between)),
        )
        what = f"at {where:.0%} of {len(text):,}, {tab}"
        yield against(f"key {what}", times["window"], times["bare"])
        yield block(f"block between keys {what}", max(blocks))
        yield block(f"block at rest {what}", program.settle())
    bare.close()


def bench(words: list[str]) -> Iterator[Figure]:
    """Three figures a tab."""
    text = speech(size_of(words, 100_000))

    def script(program: Program, folder: Path) -> Iterator[Figure]:
        path = folder / "speech.txt"
        path.write_text(text, "utf-8")
        program.open(path)
        program.settle()
        yield from keys_in_window(program, text)

    yield from worked(script)


if __name__ == "__main__":
    report(bench)
