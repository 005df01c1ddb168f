"""Opening a docx of a million characters, as a ratio to lxml's parse of its main part.

Run: python -m tests.bench.bench_docx [file.docx]. Process time. Aims: open at most 1.5 parses
(../shared/platform.md); one change saved at most 9 (reached).
"""

from __future__ import annotations

import gc
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from editor.files.open import open_document
from editor.files.save import save
from editor.manuscript.edits import apply, replace
from editor.manuscript.paragraph import Span
from tests.bench.measure import Figure, Work, middle, ratio, report
from tests.bench.measure import seconds as measured
from tests.bench.word_file import big_docx

ROUNDS = 7
OPEN, SAVE = 1.5, 9.0


def seconds(act: Work) -> float:
    """The time of one call, with the garbage of the last one gone.

    glibc merges the small pieces of a freed tree (80 ms for a million characters) only at
    the next large request; made here, so that nobody pays for another's tree.
    """
    gc.collect()
    bytearray(1 << 24)
    kept: list[object] = []
    took = measured(lambda: kept.append(act()), process_time)
    kept.clear()
    return took


def bench(words: list[str]) -> Iterator[Figure]:
    """Parse and open take turns in one run."""
    from lxml import etree

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.docx"
        path.write_bytes(Path(words[0]).read_bytes() if words else big_docx())
        with zipfile.ZipFile(path) as made:
            xml = made.read("word/document.xml")
        opened = open_document(path)
        middle_one = len(opened.manuscript.paragraphs) // 2
        edited = apply(opened.manuscript, replace(Span(middle_one, 0, 0), "改"))
        parse, read, write = list[float](), list[float](), list[float]()
        for _ in range(ROUNDS):
            parse.append(seconds(lambda: etree.fromstring(xml)))
            read.append(seconds(lambda: open_document(path)))
        for _ in range(2):
            write.append(seconds(lambda: save(opened, edited, Path(folder) / "out.docx")))
    floor = "lxml parse", middle(parse)
    told = f"{len(opened.manuscript.text):,} characters, {len(xml):,} bytes"
    yield ratio("open a docx", middle(read), floor, OPEN, told)
    yield ratio("save one change of it", middle(write), floor, SAVE)


if __name__ == "__main__":
    report(bench)
