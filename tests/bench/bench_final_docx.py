"""The final of a Word file: what its file costs beside the words, and that tables cost evenly.

Run: python -m tests.bench.bench_final_docx [characters]. Process time, `current_docx` and
`write_final_docx` together. Aims: a plain speech at most 1.5 times the final of its words
alone; four times the cells at most 1.5 times four times the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from editor.editions.styles import OFFICIAL
from editor.files.current_docx import current_docx
from editor.files.docx.open_docx import open_docx
from editor.files.docx_new.final_docx import FinalOptions, write_final_docx
from editor.manuscript.outline.reader import outline_of
from tests.bench.measure import Figure, in_turns, middle, ratio, report, size_of
from tests.bench.prose import speech
from tests.files.made import docx, p

AIM, ROUNDS, CELLS = 1.5, 7, 1_000


def bench(words: list[str]) -> Iterator[Figure]:
    """The writers take turns."""
    size = size_of(words, 100_000)
    plain = docx("".join(p(line) for line in speech(size).split("\n")))
    row = "<w:tr>" + f"<w:tc>{p('单元格的字')}</w:tc>" * 8 + "</w:tr>"
    table, larger = (docx(f"<w:tbl>{row * n}</w:tbl>") for n in (CELLS // 8, CELLS // 2))
    took = {
        name: middle(times)
        for name, times in in_turns(
            {
                "words": _final(plain, carried=False),
                "file": _final(plain, carried=True),
                "table": _final(table, carried=True),
                "larger": _final(larger, carried=True),
            },
            ROUNDS,
            process_time,
        ).items()
    }
    yield ratio(f"final of a docx of {size:,}", took["file"], ("its words", took["words"]), AIM)
    fourfold = "4 x the final of a quarter", 4 * took["table"]
    yield ratio(f"final of {4 * CELLS:,} cells", took["larger"], fourfold, AIM)


def _final(data: bytes, *, carried: bool) -> Callable[[], object]:
    opened = open_docx(Path("稿.docx"), data, None)
    m = opened.manuscript
    outline = outline_of(m)

    def write() -> object:
        current = current_docx(opened, m) if carried else None
        return write_final_docx(m, outline, OFFICIAL, FinalOptions(current=current))

    return write


if __name__ == "__main__":
    report(bench)
