"""Saving: a txt, a docx after one key, and a text as a new docx.

Run: python -m tests.bench.window.bench_save [characters]. Floors: one lxml parse of the docx's
main part; the same words written as XML by this folder's `word_file`. Aims: a save blocks no
longer than 100 ms; one change saved at most 9 parses (reached in `bench_docx`), a new docx at
most 2 times the XML writer.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Figure, best, block, middle, ratio, report, size_of
from tests.bench.program import Program, Spent, answering, worked
from tests.bench.prose import speech
from tests.bench.word_file import word_file

ONE_CHANGE, NEW = 9.0, 2.0
ROUNDS = 5


def bench(words: list[str]) -> Iterator[Figure]:
    """Two figures a way of saving."""
    size = size_of(words, 100_000)

    def script(program: Program, folder: Path) -> Iterator[Figure]:
        text = speech(size)
        txt, docx, new = (folder / name for name in ("a.txt", "b.docx", "new.docx"))
        txt.write_text(text, "utf-8")
        docx.write_bytes(word_file(text))
        yield block(f"save a txt of {size:,}", saved(program, txt).block)
        spent = saved(program, docx)
        floor = "lxml parse", best(lambda: parsed(docx))
        yield ratio(f"save one change of a docx of {size:,}", spent.process, floor, ONE_CHANGE)
        yield block("block while saving it", spent.block)
        program.open(txt)
        program.settle()
        with answering("getSaveFileName", new):
            spent = program.spend(lambda: program.choose("另存为"), new.exists)
        longest = max(spent.block, program.settle())
        floor = "the same as XML", best(lambda: word_file(text), 3)
        yield ratio(f"save as docx, {size:,}", spent.process, floor, NEW)
        yield block("block while saving as docx", longest)

    yield from worked(script)


def saved(program: Program, path: Path) -> Spent:
    """A file opened, a key typed in its middle, and saved; medians of some rounds."""
    from tests.bench.keys import keystroke

    program.open(path)
    program.settle()
    program.caret(0.5)
    rounds: list[Spent] = []
    for _ in range(ROUNDS):
        keystroke(program.page, "好")
        program.settle()
        unmodified = lambda: not program.page.document().isModified()  # noqa: E731
        spent = program.spend(lambda: program.choose("保存"), unmodified)
        rounds.append(spent._replace(block=max(spent.block, program.settle())))
    return Spent(*(middle(list(times)) for times in zip(*rounds, strict=True)))


def parsed(path: Path) -> None:
    """One parse of a docx's main part."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        etree.fromstring(package.read("word/document.xml"))


if __name__ == "__main__":
    report(bench)
