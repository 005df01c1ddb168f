"""What of real Word files is read: objects by kind, findings beside the speech, words not read.

Run: python -m tests.bench.trials.docx_reads FOLDER [-v]. Every word of every part that is neither
deleted nor a page's number or a note's rule must be in the text or beside it; ``-v`` lists the
findings of texts beside the speech, for a person to judge.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from editor.analysis.side_reader import SideReader
from editor.checks.engine.checker import Checker
from editor.checks.engine.rule_set import bundled_rules
from editor.files.open import open_document
from editor.files.opened import DocxSource, Opened
from editor.files.trouble import Trouble

ENDINGS = (".docx", ".docm", ".dotx", ".dotm")
_OTHER = re.compile(r"(glossary|theme|docProps|customXml|styles|numbering|fontTable|settings)")
# Deleted, shown by another branch, above other words, or of Word's own making.
_UNREAD = {"del", "moveFrom", "Fallback", "rt"}
_AUTOMATIC = re.compile(r"[\d\s第页共/.:_—–-]*(page)?[\d\s]*(of)?[ivxlc]*\s*", re.IGNORECASE)


class Reading(NamedTuple):
    """What was read of one file."""

    objects: Counter[str]
    unread: list[str]
    findings: list[str]


def words_of(data: bytes) -> Iterator[tuple[str, str]]:
    """The words of each part that shows any, with the part's name."""
    with zipfile.ZipFile(io.BytesIO(data)) as kept:
        for name in kept.namelist():
            if not name.lower().endswith(".xml") or _OTHER.search(name):
                continue
            try:
                root = etree.fromstring(kept.read(name))
            except etree.XMLSyntaxError:
                continue
            for text in root.iter("{*}t"):
                around = {one.tag.rpartition("}")[2] for one in text.iterancestors()}
                if text.text and text.text.strip() and not around & _UNREAD:
                    yield name, text.text


def read(opened: Opened, reader: SideReader) -> Reading:
    """Read one file through."""
    m = opened.manuscript
    shown = "".join([p.text for p in m.paragraphs])
    shown += "".join([p.text for text in m.beside for p in text.paragraphs])
    shown = re.sub(r"\s", "", shown)
    source = opened.source
    assert isinstance(source, DocxSource)
    unread = [
        f"{name}：{words.strip()[:30]}"
        for name, words in words_of(source.data)
        if re.sub(r"\s", "", words) not in shown and not _AUTOMATIC.fullmatch(words)
    ]
    findings, _ = reader.read(m)
    told = [f"{f.severity.value} {f.place}：{f.context!r} {f.message}" for f in findings]
    return Reading(Counter(o.kind.value for o in opened.objects), unread, told)


def main() -> int:
    """Go through a folder; 1 where a word was not read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    reader = SideReader(Checker(bundled_rules()))
    objects: Counter[str] = Counter()
    files = unread = 0
    for path in sorted(p for p in args.folder.rglob("*") if p.suffix.lower() in ENDINGS):
        try:
            opened = open_document(path)
        except Trouble:
            continue
        one = read(opened, reader)
        files, unread = files + 1, unread + len(one.unread)
        objects += one.objects
        for line in [*one.unread, *(one.findings if args.verbose else [])]:
            print(f"{path.name}  {line}")
    print(f"{files} files; words not read: {unread}; objects: {dict(objects.most_common())}")
    return int(bool(unread))


if __name__ == "__main__":
    sys.exit(main())
