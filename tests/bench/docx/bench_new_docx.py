"""A text saved as a new docx, as a ratio to the final edition of the same text.

Run: python -m tests.bench.docx.bench_new_docx [characters]. Process time. Both writers are given
the outline; aim: at most 2 times the final's.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

from editor.editions.styles import OFFICIAL
from editor.files.authorship import Authorship
from editor.files.docx_new.final_docx import write_final_docx
from editor.files.docx_new.new_docx import new_docx
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.bench.measure import Figure, in_turns, middle, ratio, report, size_of
from tests.bench.prose import speech

AIM, ROUNDS = 2.0, 9


def bench(words: list[str]) -> Iterator[Figure]:
    """The writers take turns."""
    for size in (5_000, size_of(words, 100_000)):
        m = manuscript_of(speech(size))
        outline = outline_of(m)
        works = {
            "new": lambda m=m, outline=outline: new_docx(m, outline, Authorship()),
            "final": lambda m=m, outline=outline: write_final_docx(m, outline, OFFICIAL),
        }
        took = {
            name: middle(times) for name, times in in_turns(works, ROUNDS, process_time).items()
        }
        floor = "the final", took["final"]
        yield ratio(f"write a new docx of {size:,}", took["new"], floor, AIM)


if __name__ == "__main__":
    report(bench)
