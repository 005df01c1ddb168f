"""Headings that Word numbers, in real files: every level command saved, opened and compared.

Run: python -m tests.bench.trials.docx_levels FOLDER [--each N]. For each file up to N of its
automatic headings are promoted, demoted and joined; the file is saved, opened again and
must show what was shown; for a change of level nothing in the main part may differ but
the tags that say a number, and no other member at all.
"""

from __future__ import annotations

import argparse
import difflib
import io
import re
import sys
import tempfile
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from editor.files.open import open_document
from editor.files.opened import DocxSource, Opened
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.list_levels import auto_numbered
from editor.manuscript.structure.section_extent import HEADED, Refused
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    MergeSections,
    StructureCommand,
)

NUMBERS = {b"w:ilvl", b"w:numId", b"w:numPr", b"w:pStyle", b"w:outlineLvl"}
_TOKEN = re.compile(rb"<[^>]*>|[^<]+")


def orders_on(section: Section) -> tuple[tuple[str, StructureCommand], ...]:
    """What is tried on a heading."""
    return (
        ("promote", ChangeLevel((section,), -1)),
        ("demote", ChangeLevel((section,), 1)),
        ("merge", MergeSections(section)),
    )


def examine(path: Path, folder: Path, each: int) -> Counter[str]:
    """What came of one file's headings. Raises AssertionError where something differs."""
    found: Counter[str] = Counter()
    try:
        opened = replace(open_document(path), read_only=False)
    except Trouble:
        return found
    text, outline = opened.manuscript, outline_of(opened.manuscript)
    heads = [s for s in outline.walk() if s.kind in HEADED and auto_numbered(text, s)]
    for section in heads[:: max(1, len(heads) // each)][:each]:
        for name, order in orders_on(section):
            try:
                after = apply_command(text, outline, order).after
            except Refused as refused:
                found[f"{name} refused: {re.sub('“.*?”', '“…”', refused.why)}"] += 1
                continue
            _same_again(path, opened, after, folder / f"out{path.suffix}", name)
            found[f"{name} done"] += 1
    found["files with automatic headings"] += bool(heads)
    return found


def _same_again(path: Path, opened: Opened, after: Manuscript, target: Path, name: str) -> None:
    save(opened, after, target)
    again = open_document(target).manuscript
    shown = [(p.text, p.label, p.style) for p in after.paragraphs]
    assert [(p.text, p.label, p.style) for p in again.paragraphs] == shown, "shown otherwise"
    old, new = _members(path), _members(target)
    assert isinstance(opened.source, DocxSource)
    assert {n for n in new if new[n] != old.get(n)} == {opened.source.part}, "another member"
    same = [p.text for p in after.paragraphs] == [p.text for p in opened.manuscript.paragraphs]
    if name != "merge" and same:  # typed numbers under an automatic heading go along
        changed = _changed(old[opened.source.part], new[opened.source.part])
        assert changed <= NUMBERS, f"more than numbers changed: {changed}"


def _changed(old: bytes, new: bytes) -> set[bytes]:
    one, two = _TOKEN.findall(old), _TOKEN.findall(new)
    while one and two and one[-1] == two[-1]:
        one.pop()
        two.pop()
    start = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), 0)
    one, two = one[start:], two[start:]
    tags: set[bytes] = set()
    for kind, a1, a2, b1, b2 in difflib.SequenceMatcher(None, one, two, False).get_opcodes():
        if kind != "equal":
            tags |= {(re.findall(rb"^</?([^\s/>]+)", t) or [t])[0] for t in one[a1:a2] + two[b1:b2]}
    return tags


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def main() -> int:
    """Examine all files of a folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", type=int, default=5)
    args = parser.parse_args()
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(args.folder.rglob("*.docx")):
            try:
                total += examine(path, Path(folder), args.each)
            except AssertionError as error:
                total[f"FAILED {path.name}: {error}"] += 1
    for name, count in sorted(total.items()):
        print(f"{count:6} {name}")
    return int(any(name.startswith("FAILED") for name in total))


if __name__ == "__main__":
    sys.exit(main())
