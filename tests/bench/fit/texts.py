"""Headings with the words behind them, and clauses that follow each other, from unlike texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.samples.markup import Sample
from tests.samples.shelf import FOLDERS, samples

STOP: Final = re.compile("[。！？；!?;]")
_MARKER: Final = re.compile(
    r"^[\s　]*(?:[（(][一二三四五六七八九十]+[)）]、?|[一二三四五六七八九十]+、"
    "|第[一二三四五六七八九十]+[，、]"
    r"|[一二三四五六七八九十]+[是要]|\d+[.．、]|[（(]\d+[)）]|——)"
)
_PROSE: Final = re.compile(  # a paragraph that begins so has no topic sentence
    "^(?:我们|今年|去年|各位|一年|过去|这|同时|在|当前|目前|第|但|其|从|对|由于|同志|我|他|人民|全党|\\d|[“（《])"
)
_COLLECTION: Final = "37-"  # holds other samples once more
COMMAS: Final = 6  # every so many: a body begins a sentence, not a clause
ROOT: Final = Path(__file__).resolve().parents[3]
GROUPS: Final = ROOT / "tests" / "samples" / "run_in" / "groups.txt"


@dataclass(frozen=True, slots=True)
class Glued:
    """A heading and the body that runs into it, to its first stop; siblings share a ``group``."""

    head: str
    body: str
    source: str
    group: str = ""


def of_reports(folder: Path) -> Iterator[Glued]:
    """The headings and topic sentences of official reports."""
    for path in sorted(folder.glob("*.txt")):
        lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
        group = 0
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            marker = _MARKER.match(line)
            group += 0 if marker else 1
            sentences = re.split("(?<=[。！？])", line[marker.end() if marker else 0 :])
            head, rest = sentences[0].rstrip("。"), "".join(sentences[1:])
            if not rest and marker and not _MARKER.match(after):
                rest = after
            plain = not re.search("[；：:！？]|[“”（）《》]$", head)
            if rest and plain and 3 <= len(head) <= 48 and (marker or not _PROSE.match(head)):
                name = f"{path.stem}/{group}" if marker else ""
                yield Glued(head, STOP.split(rest)[0], path.stem[:3], name)


def of_samples() -> Iterator[Glued]:
    """The headings of our own samples, each with the words that follow it."""
    for folder in FOLDERS:
        for sample in samples(folder):
            if not sample.name.startswith(_COLLECTION):
                yield from _labelled(sample)


def _labelled(sample: Sample) -> Iterator[Glued]:
    text, run = sample.text, dict[int, int]()
    for number, one in enumerate(sample.gold.outline):
        level, title = one["level"], one["title"]
        for lower in [lower for lower in run if lower > level]:
            del run[lower]
        at = text.find(title, max(0, one["start"] - 6), one["start"] + 12 + len(title))
        if not level or one.get("optional") or at < 0:
            continue
        rest = text[at + len(title) : at + len(title) + 400].lstrip("。：:；;！\r\n 　")
        if rest and not _MARKER.match(rest):
            group = run.setdefault(level, number)
            body = STOP.split(rest.splitlines()[0])[0]
            yield Glued(title, body, sample.name, f"{sample.name}/{group}")


def of_groups(*, held: bool) -> Iterator[Glued]:
    """Our groups of headings that run into their bodies; every third is held back."""
    for number, group in enumerate(GROUPS.read_text("utf-8").split("\n\n")[1:]):
        for line in group.strip().splitlines() if (number % 3 == 2) == held else ():
            head, body = line.split("|")
            yield Glued(head, STOP.split(body)[0], f"group {number}", f"group {number}")


def clauses(text: str, source: str) -> Iterator[Glued]:
    """Clauses of a text that follow each other, as if the mark between them were gone."""
    parts = re.split("([，。！？；：])", text)
    for number, (one, mark, other) in enumerate(
        zip(parts[::2], parts[1::2], parts[2::2], strict=False)
    ):
        if mark == "，" and number % COMMAS:
            continue
        plain = not re.search("[“”（）《》、]$", one) and not re.match("[“”（）《》、]", other)
        if mark != "：" and plain and 3 <= len(one) <= 30 and 4 <= len(other) <= 40:
            yield Glued(one, other[:24], source)


def of_newspaper(path: Path) -> Iterator[Glued]:
    """The clauses of a tagged newspaper, a paragraph a line: 我们/r  要/v …"""
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        words = "".join(token.rpartition("/")[0] for token in line.split())
        words = unicodedata.normalize("NFKC", words).translate(str.maketrans(",!?;:", "，！？；："))
        yield from clauses(words, f"paper {number // 4000}")


def of_report_clauses(folder: Path) -> Iterator[Glued]:
    """The clauses of official reports."""
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            yield from clauses(line.strip(), path.stem[:3])


def of_own_sentences() -> Iterator[Glued]:
    """The clauses of our own phrases and samples."""
    for path in sorted((ROOT / "phrasebank" / "data").glob("*/*.txt")):
        for line in path.read_text("utf-8").splitlines():
            yield from clauses(line.partition(" ")[2], "phrases")
    for folder in FOLDERS:
        for sample in samples(folder):
            for line in sample.text.splitlines():
                yield from clauses(_MARKER.sub("", line), "samples")
