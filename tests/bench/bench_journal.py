"""What it costs to have a typed letter on the disk.

Run: python -m tests.bench.bench_journal. A letter is typed at 50 places of a text, each written
down by itself: a text of many paragraphs with the marks of a Word file, and one that is a
single paragraph. Processor time of the thread; the interface thread only takes the text as it is.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument

from editor.files.recovery.journal import Journal
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import RUN, Mark, replaced
from editor.manuscript.paragraph import Paragraph
from editor.ui.document.tracked_document import TrackedDocument
from tests.bench.measure import Figure, p99, report, seconds

LETTERS = 50
RECORD_MS, INTERFACE_MS, BYTES = 50.0, 5.0, 400.0
LINE = "要抓紧抓实，抓出成效。"


def many(characters: int) -> tuple[Paragraph, ...]:
    """A speech of paragraphs, each of three runs."""
    text = LINE * 7
    cuts = (0, 20, 50, len(text))
    return tuple(
        Paragraph(
            text,
            number,
            marks=tuple(
                [Mark(cuts[n], cuts[n + 1], RUN, f"{number}.{n}") for n in range(len(cuts) - 1)]
            ),
        )
        for number in range(1, characters // len(text) + 1)
    )


def typed(paragraphs: tuple[Paragraph, ...], turn: int) -> tuple[Paragraph, ...]:
    """The text with one letter more."""
    number = len(paragraphs) * turn // LETTERS
    old = paragraphs[number]
    at = len(old.text) * turn // LETTERS
    marks = replaced(old.marks, at, at, 1)
    new = replace(old, text=old.text[:at] + "字" + old.text[at:], marks=marks)
    return (*paragraphs[:number], new, *paragraphs[number + 1 :])


def records(name: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Figure]:
    """What a record costs and weighs, and the whole text."""
    with tempfile.TemporaryDirectory() as folder:
        journal, took = Journal(Path(folder)), list[float]()
        whole = seconds(lambda: journal.write("稿", Manuscript(0, paragraphs), None))
        size = journal.file_of("稿").stat().st_size
        for turn in range(LETTERS):
            paragraphs = typed(paragraphs, turn)
            text = Manuscript(turn + 1, paragraphs)
            took.append(seconds(lambda text=text: journal.write("稿", text, None)))
        grown = (journal.file_of("稿").stat().st_size - size) / LETTERS
        read = seconds(Journal(Path(folder)).pending)
    yield Figure(f"journal, a letter, {name}", p99(took) * 1000, "ms", RECORD_MS, "p99")
    yield Figure(f"journal, a letter, {name}", grown, "bytes", BYTES)
    yield Figure(f"journal, the whole text, {name}", whole * 1000, "ms", None, f"read {read:.2f} s")


def taken(characters: int) -> Figure:
    """What the interface thread does for a record."""
    document = QTextDocument()
    tracked = TrackedDocument(document)
    tracked.load(Manuscript(0, many(characters)))
    took: list[float] = []
    for turn in range(LETTERS):
        cursor = QTextCursor(document)
        cursor.setPosition(turn * 100)
        cursor.insertText("字")
        took.append(seconds(tracked.manuscript))
    what = f"journal, taking the text, {characters:,}"
    return Figure(what, p99(took) * 1000, "ms", INTERFACE_MS, "p99, the interface thread")


def bench(words: list[str]) -> Iterator[Figure]:
    """All figures."""
    app = QGuiApplication.instance() or QGuiApplication(["bench"])
    for characters in (100_000, 1_000_000):
        yield from records(f"{characters:,}", many(characters))
        alone = (Paragraph(LINE * (characters // len(LINE))),)
        yield from records(f"{characters:,} in one paragraph", alone)
        yield taken(characters)
    assert app is not None


if __name__ == "__main__":
    report(bench)
