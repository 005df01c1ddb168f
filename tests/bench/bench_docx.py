"""Opening a docx, as a ratio to lxml's parse of its main part: a million characters, and kinds.

Run: python -m tests.bench.bench_docx [file.docx]. Process time. Aims: a plain file opens in at
most 1.5 parses, one of tables or lists in 3; one change saved in at most 9 (reached). What opens
in the other kinds is told without an aim. Of 20,000 characters most is the package, its styles
and the first words of other modules, which no parse has: told too.
"""

from __future__ import annotations

import gc
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from editor.files.docx.open_docx import open_docx
from editor.files.docx.package import Package
from editor.files.open import open_document
from editor.files.save import save
from editor.manuscript.edits import apply, replace
from editor.manuscript.paragraph import Span
from tests.bench.docx.word_kinds import word_kinds
from tests.bench.measure import Figure, Work, middle, ratio, report
from tests.bench.measure import seconds as measured
from tests.bench.word_file import big_docx

ROUNDS = 7
OPEN, SAVE = 1.5, 9.0
SIZES = (20_000, 300_000)
KINDS = {"plain": OPEN, "tables": 3.0, "lists": 3.0}  # aims at the larger size


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
    if not words:
        yield from kinds()


def kinds() -> Iterator[Figure]:
    """Files of one kind each, two sizes."""
    for size in SIZES:
        for name, data in word_kinds(size):
            parse, read = opening(data)
            aim = KINDS.get(name) if size == SIZES[-1] else None
            told = f"{size:,} characters"
            yield ratio(f"open a docx, {name}, {size:,}", read, ("lxml parse", parse), aim, told)


def opening(data: bytes) -> tuple[float, float]:
    """Medians of a parse of the main part, and of opening."""
    from lxml import etree

    package = Package(data)
    xml = package.read(package.main_part())
    parse, read = list[float](), list[float]()
    for _ in range(ROUNDS):
        parse.append(seconds(lambda: etree.fromstring(xml)))
        read.append(seconds(lambda: open_docx(Path("a.docx"), data, None)))
    return middle(parse), middle(read)


if __name__ == "__main__":
    report(bench)
