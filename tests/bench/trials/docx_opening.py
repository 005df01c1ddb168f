"""How long every file of a folder takes to open, as a ratio to lxml's parse of its main part.

Run: python -m tests.bench.trials.docx_opening FOLDER. Process time, the best of three. The slowest
by ratio are told, and how many are within 1.5 and 3; below 50 KB of XML the package and its
styles are most of the time, so larger ones are counted by themselves.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time
from typing import NamedTuple

from editor.files.docx.open_docx import open_docx, styling_of
from editor.files.docx.package import Package
from editor.files.docx.plain_body import quick_paragraphs
from editor.files.trouble import Trouble
from tests.bench.measure import best

ENDINGS = {".docx", ".docm", ".dotx", ".dotm"}
LARGE, TOLD = 50_000, 15


class Opening(NamedTuple):
    """One file: bytes of its main part, seconds of a parse and of opening, whether by a tree."""

    path: Path
    size: int
    parse: float
    took: float
    tree: bool

    @property
    def ratio(self) -> float:
        """Opening in parses."""
        return self.took / self.parse


def opening(path: Path) -> Opening | None:
    """What a file takes; None where it is refused."""
    from lxml import etree

    try:
        data = path.read_bytes()
        open_docx(path, data, None)
        package = Package(data)
        part = package.main_part()
    except (Trouble, OSError):
        return None
    xml = package.read(part)
    parse = best(lambda: etree.fromstring(xml), 3, process_time)
    took = best(lambda: open_docx(path, data, None), 3, process_time)
    tree = quick_paragraphs(xml, styling_of(package, part, [])) is None
    return Opening(path, len(xml), parse, took, tree)


def main(folder: Path) -> None:
    """Print the table."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS)
    found = sorted(filter(None, map(opening, paths)), key=lambda one: -one.ratio)
    for name, some in (("all", found), ("large", [one for one in found if one.size >= LARGE])):
        within = [sum(one.ratio <= most for one in some) for most in (1.5, 3, 5)]
        total = sum(one.took for one in some) / max(1e-9, sum(one.parse for one in some))
        trees = sum(one.tree for one in some)
        print(f"{name}: {len(some)} files, within 1.5/3/5 parses: {within}, by a tree: {trees}")
        print(f"  together {total:.2f} parses")
        for one in some[:TOLD]:
            took = f"{one.took * 1000:8.1f} ms  × {one.ratio:6.2f}"
            print(f"  {took}  {one.size:>9,}  {'tree ' if one.tree else ''}{one.path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
