"""Texts from raw to final by commands alone: tidy, fix, fill, renumber, check, export.

Run: python -m tests.bench.trials.to_final [FOLDER | samples] [--out FOLDER]
Without a folder the corpus's speeches are taken; `samples` are those of tests/samples. A row a
text: what each command changed, how many 必改 are left behind it, and whether the PDF and the docx
of a plain text have all its words and nothing else (what stands in Word files beside paragraphs
is compared by `pages_carry` and `final_carries`). The values are invented, by what the
填空单 calls the blank; numbers are put in order only where they hold the text up.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pypdfium2

from main import main as bigan
from tests.corpus import SPEECHES
from tests.samples.shelf import export as export_samples

KINDS = (".txt", ".docx")
NUMBERS = frozenset(f"structure/{name}" for name in ("skipped", "doubled"))
PAGE_NUMBER = re.compile(r"—\s*\d+\s*—\s*\Z")
CHANGED = re.compile(r"^(?:共改动|共改了|填了|改了) (\d+) 处", re.MULTILINE)
FILLS = 3  # a value may bring what makes another place a blank
VALUES = (
    ("姓名", "林致远"),
    ("的名字", "致远"),
    ("单位", "青石"),
    ("地名", "青石"),
    ("职务", "主席"),
    ("电话", "05520000000"),
    ("年龄", "45"),
    ("楼栋楼层", "3"),
    ("届次", "三"),
    ("年份", "2026"),
    ("月份", "5"),
    ("日期）", "2026年5月12日"),
    ("数字", "12"),
    ("残缺", "有关"),
    ("主题", "强基础、促发展"),
)
OTHER = "青石"


class Step(NamedTuple):
    """A command that was run: how it ended and what it printed."""

    command: str
    code: int
    said: str


class Walk(NamedTuple):
    """The way of a text: its steps, what still holds it up, the last text and its finals."""

    steps: tuple[Step, ...]
    must: Counter[str]
    last: Path
    pdf: Path
    word: Path

    @property
    def arrived(self) -> bool:
        """Whether both finals were made."""
        return self.pdf.exists() and self.word.exists()


class _Walker:
    """Runs commands on a text, each on what the one before it made."""

    def __init__(self, source: Path, folder: Path) -> None:
        self.now, self._folder = source, folder
        self.steps: list[Step] = []

    def run(self, *words: str) -> Step:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = bigan(list(words))
        self.steps.append(Step(words[0], code, out.getvalue() + err.getvalue()))
        return self.steps[-1]

    def change(self, command: str, *options: str) -> Step:
        """Run a command that makes another text, and go on with that."""
        made = self._folder / f"{len(self.steps)}-{command}{self.now.suffix}"
        step = self.run(command, str(self.now), "-o", str(made), *options)
        self.now = made if made.exists() else self.now
        return step

    def must(self) -> Counter[str]:
        """What is 必改 now, by rule."""
        found: dict[str, Any] = json.loads(self.run("check", str(self.now), "--json").said)
        return Counter(f["rule"] for f in found["findings"] if f["severity"] == "必改")

    def fill(self) -> None:
        """List the blanks, fill the list in, fill the text by it."""
        form = self._folder / f"{len(self.steps)}-values.toml"
        self.run("fill", str(self.now), "--list", str(form))
        form.write_text(filled_in(form.read_text("utf-8")), "utf-8")
        self.change("fill", "--values", str(form))


def filled_in(form: str) -> str:
    """A 填空单 with a value in each pair of quotes, by what its row is called."""
    lines, value = list[str](), OTHER
    for line in form.splitlines():
        if line.startswith('"'):
            key = line[: line.index(" = ")]
            value = next((v for word, v in VALUES if word in key), OTHER)
        filled = not line.startswith("#") and (" = " in line or line.startswith('    ""'))
        lines.append(line.replace('""', f'"{value}"', 1) if filled else line)
    return "\n".join(lines) + "\n"


def walk(source: Path, folder: Path) -> Walk:
    """Take a text to its finals by commands; all it makes goes into ``folder``."""
    walker = _Walker(source, folder)
    walker.change("tidy")
    walker.change("fix")
    for _ in range(FILLS):
        if any(rule.startswith("blanks/") for rule in walker.must()):
            walker.fill()
    if NUMBERS & set(walker.must()):
        walker.change("renumber")
    if any(not rule.startswith("structure/") for rule in walker.must()):
        walker.change("fix")  # what only a filled text shows
    must = walker.must()
    finals = folder / "final.pdf", folder / "final.docx"
    for final in finals:
        walker.run("export", str(walker.now), "-o", str(final), "--accept")
    return Walk(tuple(walker.steps), must, walker.now, *finals)


def words_of_pdf(path: Path) -> str:
    """The words of a PDF without spaces and page numbers."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    return "".join(_solid(PAGE_NUMBER.sub("", page)) for page in pages)


def words_of_docx(path: Path) -> str:
    """The words of a docx's paragraphs without spaces."""
    return _solid("".join(p.text for p in docx.Document(str(path)).paragraphs))


def words_of_text(path: Path, folder: Path) -> str:
    """The words of a text as its final has them, without spaces."""
    out = folder / "final.txt"
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        bigan(["export", str(path), "-o", str(out), "--accept", "--draft"])
    return _solid(out.read_text("utf-8"))


def _solid(words: str) -> str:
    return "".join(words.split())


def row(name: str, way: Walk, folder: Path) -> str:
    """A line of the table."""
    told = "  ".join(_told(way.steps))
    if not way.arrived:
        left = "、".join(f"{rule} {n}" for rule, n in way.must.most_common())
        return f"{name:28.28} {told}\n{'':28} NO FINAL: {left or way.steps[-1].said}"
    again = _Walker(way.last, folder).change("tidy").said.splitlines()
    noise = "; ".join(f"still {line}" for line in again if "没有要清理" not in line)
    return f"{name:28.28} {told}  {_carried(way, folder)}  {noise}"


def _carried(way: Walk, folder: Path) -> str:
    if way.last.suffix != ".txt":
        return "made"
    wanted = words_of_text(way.last, folder)
    made = {"PDF": words_of_pdf(way.pdf), "docx": words_of_docx(way.word)}
    return "  ".join(f"{n} {'ok' if words == wanted else 'DIFFERS'}" for n, words in made.items())


def _told(steps: tuple[Step, ...]) -> Iterator[str]:
    """Each command with how much it changed, and the 必改 behind it where they became others."""
    last = -1
    for step in steps:
        if step.command == "check":
            found = json.loads(step.said)["findings"]
            now = sum(f["severity"] == "必改" for f in found)
            if now != last:
                yield f"[{now}]"
            last = now
        elif numbers := CHANGED.findall(step.said):
            yield f"{step.command} {numbers[-1]}"
        elif step.code == 2:
            yield f"{step.command} FAILED {step.said.strip()}"


def main(words: list[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", default=str(SPEECHES))
    parser.add_argument("--out")
    args = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as temporary:
        source = Path(args.folder)
        if args.folder == "samples":
            source = Path(temporary) / "samples"
            source.mkdir()
            export_samples(source)
        arrived = texts = 0
        for path in sorted(p for p in source.iterdir() if p.suffix in KINDS):
            folder = Path(args.out or temporary) / path.stem
            folder.mkdir(parents=True, exist_ok=True)
            way = walk(path, folder)
            print(row(path.stem, way, folder), flush=True)
            texts, arrived = texts + 1, arrived + way.arrived
        print(f"{arrived} of {texts} texts arrived")


if __name__ == "__main__":
    main(sys.argv[1:])
