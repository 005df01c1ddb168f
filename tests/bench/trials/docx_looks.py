"""Random edits on every docx of a folder: does each character keep its look, each anchor its place?

Run: python -m tests.bench.trials.docx_looks FOLDER [--sample N] [--edits 20] [--seed 1]
Prints a table by sort of edit. The letters are followed here, edit by edit, apart from the
program's own marks; looks and anchors are read from the XML.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from docx import Document
from lxml import etree

from editor.files.docx.text_runs import run_contents
from editor.files.docx.xml_tree import parse_xml
from editor.files.open import open_document
from editor.files.opened import DocxSource, Opened
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.edits import Edit, Move, Replace, Splice, apply
from editor.manuscript.paragraph import Paragraph
from tests.bench.trials.edit_sorts import SORTS, Sort

ANCHORS = (
    "drawing", "pict", "object", "footnoteReference", "endnoteReference", "commentReference",
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "fldChar", "oMath",
    "permStart", "permEnd", "dataBinding", "del", "txbxContent",
)  # fmt: skip
RANGES = re.compile(
    rb"<w:(bookmark|commentRange|perm|moveFromRange|moveToRange)(Start|End)\b[^>]*?w:id=\"([^\"]*)\""
)
CARRYING = ("cut and paste", "drag", "mixed")  # sorts that take words out and put them in again
Letters = list[tuple[str, bytes | None]]  # a letter, its look (None: typed here)


@dataclass
class Tally:
    """What came of one sort of edit."""

    files: int = 0
    edits: int = 0
    letters: int = 0
    changed_looks: int = 0
    lost_letters: int = 0
    anchors: int = 0
    lost_anchors: int = 0
    turned_ranges: int = 0
    other_members: int = 0
    untouched: int = 0
    changed_untouched: int = 0
    refused: int = 0
    shut: int = 0  # python-docx opened the file before and does not open the result
    told: int = 0  # the save said that paragraphs with a field across them stay where they are
    failed: list[str] = field(default_factory=list[str])

    def add(self, other: Tally) -> None:
        """Count another file's."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


def looks_of(data: bytes, part: str, preserve: bool) -> dict[int, Letters]:
    """Each w:p's letters (by its number) with their looks, read from the XML alone."""
    root = parse_xml(_member(data, part), part)
    found: dict[int, Letters] = {}
    known: dict[Any, bytes] = {}
    body = root.find("{*}body")
    for number, p in enumerate(body.iter(*[f"{{{space}}}p" for space in _WORD]), 1):
        found[number] = [
            (letter, _look(content.run, known))
            for content in run_contents(p, preserve)
            for letter in content.text
        ]
    return found


_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)


def _look(run: Any, known: dict[Any, bytes]) -> bytes:
    if run is None:
        return b""
    if run not in known:
        properties = run.find("{*}rPr")
        if properties is None:
            known[run] = b""
        else:
            kept = [
                etree.tostring(c, method="c14n", exclusive=True)
                for c in properties
                if etree.QName(c).localname not in ("rPrChange", "ins", "del")
                and c.get(f"{{{_WORD[0]}}}val") != "PlaceholderText"
            ]
            known[run] = b"".join(kept)
    return known[run]


def followed(letters: list[Letters], edit: Edit, brought: list[Letters]) -> list[Letters]:
    """The letters of every paragraph after an edit, done on plain lists.

    ``brought`` are those that were cut out elsewhere and come in with it.
    """
    match edit:
        case Replace(start, end, text):
            lines = list(brought) or [[(c, None) for c in line] for line in text.split("\n")]
            lines[0] = letters[start.paragraph][: start.offset] + lines[0]
            lines[-1] = lines[-1] + letters[end.paragraph][end.offset :]
            return letters[: start.paragraph] + lines + letters[end.paragraph + 1 :]
        case Splice(first, last, made):
            fresh: list[Letters] = brought[: len(made)] or [
                [(c, None) for c in p.text] for p in made
            ]
            return letters[:first] + fresh + letters[last:]
        case Move(first, last, before):
            run, rest = letters[first:last], letters[:first] + letters[last:]
            at = before if before <= first else before - (last - first)
            return rest[:at] + run + rest[at:]


def _taken(letters: list[Letters], edit: Edit) -> list[Letters]:
    """The letters that an edit takes out, as it would put them in."""
    match edit:
        case Replace(start, end, ""):
            run = [list(row) for row in letters[start.paragraph : end.paragraph + 1]]
            run[-1] = run[-1][: end.offset]
            run[0] = run[0][start.offset :]
            return run
        case Splice(first, last, ()):
            return [*letters[first:last], []]
        case _:
            return []


def tried(opened: Opened, sort: Sort, number: int, chance: random.Random) -> Tally:
    """Do edits of one sort on a file, save, and count what is not as it was."""
    tally = Tally()
    source = opened.source
    assert isinstance(source, DocxSource)
    before = looks_of(source.data, source.part, source.preserve)
    m = opened.manuscript
    letters = [list(before[p.key]) for p in m.paragraphs]
    for _ in range(number if sort.name != "replace all" else 2):
        brought: list[Letters] = []
        for edit in sort.make(m, chance):
            m = apply(m, edit)
            taken = _taken(letters, edit) if sort.name in CARRYING else []
            letters = followed(letters, edit, brought)
            brought = taken
            tally.edits += 1
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"out{(opened.path or Path('a.docx')).suffix}"
        try:
            notes = save(opened, m, target).notes
        except Trouble as trouble:
            tally.refused += 1
            tally.failed.append(f"{opened.path}: {trouble.what}")
            return tally
        data = target.read_bytes()
        shown = open_document(target).manuscript.paragraphs
    after = looks_of(data, source.part, source.preserve)
    tally.shut += int(_opens(source.data) and not _opens(data))
    tally.files += 1
    if any("留在原处没有移动" in note for note in notes):
        tally.told += 1
        return tally
    for boxed in (False, True):
        wanted = _rows(letters, m.paragraphs, boxed)
        found = _rows([after[p.key] for p in shown], shown, boxed)
        _compare_letters(wanted, found, tally)
    _compare_anchors(source.data, data, source.part, tally)
    _compare_members(source.data, data, source.part, tally)
    hurt = tally.lost_letters, tally.changed_looks, tally.lost_anchors, tally.turned_ranges
    if any(hurt) or tally.shut:
        tally.failed.append(str(opened.path))
    return tally


def _opens(data: bytes) -> bool:
    """Whether python-docx, which had no part in it, opens the file."""
    try:
        Document(io.BytesIO(data))
    except Exception:
        return False
    return True


def _rows(
    letters: Sequence[Letters], paragraphs: Sequence[Paragraph], boxed: bool
) -> list[Letters]:
    """The paragraphs with words, in order; those in text boxes by their words: in the file they
    stand where the box does."""
    rows = [
        row
        for row, p in zip(letters, paragraphs, strict=True)
        if row and ("文本框" in p.frame) == boxed
    ]
    return sorted(rows, key=_words_of) if boxed else rows


def _words_of(row: Letters) -> str:
    return "".join([c for c, _ in row])


def _compare_letters(wanted: Sequence[Letters], found: Sequence[Letters], tally: Tally) -> None:
    one, two = list(wanted), list(found)
    if [_words_of(row) for row in one] != [_words_of(row) for row in two]:
        tally.lost_letters += 1
        return
    for a, b in zip(one, two, strict=True):
        for (_, was), (_, now) in zip(a, b, strict=True):
            if was is not None:
                tally.letters += 1
                tally.changed_looks += was != now


def _compare_anchors(old: bytes, new: bytes, part: str, tally: Tally) -> None:
    one, two = (_anchors(_member(data, part)) for data in (old, new))
    tally.anchors += one.total()
    tally.lost_anchors += (one - two).total()
    turned = _turned(_member(new, part)) - _turned(_member(old, part))
    tally.turned_ranges += len(turned)


def _anchors(data: bytes) -> Counter[str]:
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    found: Counter[str] = Counter()
    for element in root.iter():
        if isinstance(element.tag, str):
            name = etree.QName(element).localname
            if name in ANCHORS and etree.QName(element.getparent()).localname != "rPr":
                found[f"{name} {element.get(f'{{{_WORD[0]}}}id', '')}"] += 1
    return found


def _turned(data: bytes) -> set[bytes]:
    started: set[bytes] = set()
    turned: set[bytes] = set()
    for kind, half, number in RANGES.findall(data):
        name = kind + b" " + number
        if half == b"Start":
            started.add(name)
        elif name not in started:
            turned.add(name)
    return turned


def _compare_members(old: bytes, new: bytes, part: str, tally: Tally) -> None:
    with zipfile.ZipFile(io.BytesIO(old)) as a, zipfile.ZipFile(io.BytesIO(new)) as b:
        same = a.namelist() == b.namelist()
        if not same or any(a.read(n) != b.read(n) for n in a.namelist() if n != part):
            tally.other_members += 1
        one, two = a.read(part), b.read(part)
    whole = re.compile(rb"<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>", re.DOTALL)
    gone = Counter(whole.findall(one)) - Counter(whole.findall(two))
    tally.untouched += len(whole.findall(one))
    tally.changed_untouched += gone.total()


def _member(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def main() -> int:
    """Try all sorts of edits on all files."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sort", default="")
    args = parser.parse_args()
    files = sorted(args.folder.rglob("*.doc[xm]"))
    if args.sample:
        files = random.Random(args.seed).sample(files, args.sample)
    tallies = {sort.name: Tally() for sort in SORTS if args.sort in sort.name}
    for file in files:
        _try_file(file, args, tallies)
    print("sort          files edits letters looks-changed text-lost anchors lost turned members "
          "rewritten-paragraphs refused shut told")  # fmt: skip
    for name, t in tallies.items():
        print(
            f"{name:13} {t.files:5} {t.edits:5} {t.letters:7} {t.changed_looks:13} "
            f"{t.lost_letters:9} {t.anchors:7} {t.lost_anchors:4} {t.turned_ranges:6} "
            f"{t.other_members:7} {t.changed_untouched:9}/{t.untouched} {t.refused:7} "
            f"{t.shut:4} {t.told:4}"
        )
        for line in dict.fromkeys(t.failed):
            print("   ", line[-140:])
    return int(any(t.failed for t in tallies.values()))


def _try_file(file: Path, args: argparse.Namespace, tallies: dict[str, Tally]) -> None:
    try:
        opened = open_document(file)
    except Trouble:
        return
    if not isinstance(opened.source, DocxSource) or not opened.source.shown:
        return
    for sort in SORTS:
        if sort.name in tallies:
            chance = random.Random(f"{args.seed}{file.name}{sort.name}")
            tallies[sort.name].add(tried(opened, sort, args.edits, chance))


if __name__ == "__main__":
    sys.exit(main())
