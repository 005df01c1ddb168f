"""Every file of a folder opened and saved: no crash, no hang, no byte lost.

Run: python -m tests.bench.trials.docx_corpus FOLDER [--sample N]
Each file is its own process with a limit of 20 s and 1 GB, so that a hang is counted and
not suffered. Tests use `examine` directly.
"""

from __future__ import annotations

import argparse
import io
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from editor.files.docx.body import paragraphs_of
from editor.files.docx.open_docx import styling_of
from editor.files.docx.package import Package
from editor.files.docx.xml_tree import parse_xml
from editor.files.docx_parts.file_objects_reader import file_objects
from editor.files.docx_parts.text_parts import ReadParts, WordParts
from editor.files.open import open_document
from editor.files.opened import DocxSource, Opened
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.edits import apply
from editor.manuscript.edits import replace as replacing
from editor.manuscript.paragraph import Span

SECONDS = 20
BYTES = 1 << 30
TYPED = "云川<&>市\t改"


def examine(path: Path, folder: Path) -> str:
    """What one file comes to: a word for the count. Raises AssertionError where bytes are lost."""
    try:
        opened = open_document(path)
    except Trouble as trouble:
        assert trouble.what and trouble.advice, "a trouble without words"
        return "refused with a reason"
    if isinstance(opened.source, DocxSource):
        _same_by_both_readings(opened, opened.source)
    opened = replace(opened, read_only=False)
    target = folder / f"out{path.suffix}"
    save(opened, opened.manuscript, target)
    assert target.read_bytes() == path.read_bytes(), "an unedited save differs"
    if not isinstance(opened.source, DocxSource):
        return "text, same bytes"
    _edit_one(opened, opened.source, path, target)
    return "docx, same bytes and one patch"


def _same_by_both_readings(opened: Opened, source: DocxSource) -> None:
    # Where the quick reading answered, the careful one must say the same.
    package = Package(source.data)
    data = package.read(source.part)
    root, styling = parse_xml(data, source.part), styling_of(package, source.part, [])
    assert paragraphs_of(root, styling) == source.shown
    parts = WordParts(package, source.part, ReadParts(data, root, styling.styles.root))
    rows = tuple(one.key for one in opened.manuscript.paragraphs)
    assert file_objects(parts, rows) == opened.objects, "other objects by a tree"


def _edit_one(opened: Opened, source: DocxSource, path: Path, target: Path) -> None:
    chance = random.Random(path.name)
    old = opened.manuscript.paragraphs
    number = chance.choice([n for n, p in enumerate(old) if p.text] or [0])
    size = len(old[number].text)
    start = chance.randint(0, size)
    span = Span(number, start, min(size, start + chance.randint(0, 5)))
    edited = apply(opened.manuscript, replacing(span, TYPED))
    save(opened, edited, target)
    before, after = _members(path), _members(target)
    assert list(before) == list(after), "members differ"
    changed = [name for name in before if before[name] != after[name]]
    assert changed == [source.part], f"other members changed: {changed}"
    if source.shown:
        _compare(before[source.part], after[source.part], old[number].key)
    assert open_document(target).manuscript.text == edited.text, "the text differs"


def _compare(before: bytes, after: bytes, key: int) -> None:
    # Canonical form of every other paragraph; those around the changed one (text boxes)
    # and its twin for old readers may differ.
    from lxml import etree

    one, two = (list(etree.fromstring(x).find("{*}body").iter("{*}p")) for x in (before, after))
    assert len(one) == len(two), "paragraphs came or went"
    kin = {id(x) for x in one[key - 1].iterancestors()} | {id(one[key - 1])}
    shapes = list(one[key - 1].iterancestors("{*}AlternateContent"))
    for a, b in zip(one, two, strict=True):
        if id(a) in kin or any(s in shapes for s in a.iterancestors("{*}AlternateContent")):
            continue
        same = etree.tostring(a, method="c14n") == etree.tostring(b, method="c14n")
        assert same, "another paragraph changed"


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def _alone(path: Path) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    with tempfile.TemporaryDirectory() as folder:
        print(examine(path, Path(folder)))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def main() -> int:
    """Examine all files, or one (as the child process)."""
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    args = parser.parse_args()
    if args.path.is_file():
        _alone(args.path)
        return 0
    files = [f for f in sorted(args.path.rglob("*")) if f.is_file() and f.suffix != ".tsv"]
    if args.sample:
        files = random.Random(1).sample(files, args.sample)
    counts: Counter[str] = Counter()
    slowest = most = 0.0
    for file in files:
        begin = time.perf_counter()
        word, megabytes = _examined(file)
        counts[word] += 1
        slowest, most = max(slowest, time.perf_counter() - begin), max(most, megabytes)
    print(f"{len(files)} files: {dict(counts)}")
    print(f"slowest {slowest:.1f} s (with starting Python), most memory {most:.0f} MB")
    return int(any(word.startswith("FAILED") for word in counts))


def _examined(file: Path) -> tuple[str, float]:
    command = [sys.executable, "-m", "tests.bench.trials.docx_corpus", str(file)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return f"FAILED: {file.name} hangs", 0
    if done.returncode:
        return f"FAILED: {file.name}: {done.stderr.strip().splitlines()[-1]}", 0
    word, megabytes = done.stdout.splitlines()[-2:]
    return word, float(megabytes)


if __name__ == "__main__":
    sys.exit(main())
