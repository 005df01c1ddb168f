"""Every docx of a folder laid out as pages: every letter once, nothing past the type area.

Run: python -m tests.bench.trials.pages_carry FOLDER
A table says how many objects of a kind the pages draw and how many they name as not drawn.
"""

import sys
import time
from collections import Counter
from pathlib import Path

from editor.editions.carried import Carried
from editor.editions.carried_layout.undrawn import COUNTED, drawable, with_undrawn
from editor.editions.compose import compose
from editor.editions.composed_pages import Pages
from editor.editions.styles import OFFICIAL, PT_PER_MM
from editor.editions.text_measure import FixedMeasure
from editor.files.docx_carried.carried_text import carried_text
from editor.files.open import open_document
from editor.files.opened import Opened
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import HIDDEN
from editor.manuscript.outline.reader import OutlineReader

SHEET = OFFICIAL.sheet
HANGING = 8.0  # pt that a mark at the end or the beginning of a line may stand out


def lost(m: Manuscript, carried: Carried, pages: Pages) -> list[int]:
    """The paragraphs whose letters, the hidden ones aside, are not on the pages just once."""
    wanted: Counter[int] = Counter()
    for number, paragraph in enumerate(m.paragraphs):
        look = carried.paragraphs.get(number)
        spans = [mark for mark in (look.spans if look else ()) if mark.kind == HIDDEN]
        hidden = {at for mark in spans for at in range(mark.start, mark.end)}
        seen = [c for at, c in enumerate(paragraph.text) if at not in hidden]
        wanted[number] = sum(not c.isspace() for c in (*paragraph.label, *seen))
    found: Counter[int] = Counter()
    for line in [line for page in pages.pages for line in page.lines if line.paragraph >= 0]:
        found[line.paragraph] += sum(not c.isspace() for c in line.text)
    return [number for number in wanted if wanted[number] != found[number]]


def past(pages: Pages) -> int:
    """How many lines, strokes and pictures stand out of the type area."""
    left, top = SHEET.left * PT_PER_MM, SHEET.top * PT_PER_MM
    right, foot = left + SHEET.type_width, top + SHEET.type_height
    count = 0
    for page in pages.pages:
        boxes = [(s.left, s.top, s.right, s.bottom) for s in (*page.strokes, *page.pictures)]
        for a, b, c, d in boxes:
            count += a < left - 1 or b < top - 1 or c > right + 1 or d > foot + 1
        for line in page.lines:
            level = left - HANGING <= line.x and line.x + line.width <= right + HANGING
            count += not (level and top <= line.y <= foot + 1)
    return count


def tried(path: Path) -> tuple[Opened, Carried, Pages, float]:
    """A file as pages, and the seconds that reading and composing took."""
    opened = open_document(path)
    outline = OutlineReader().read(opened.manuscript)
    began = time.process_time()
    carried = carried_text(opened, opened.manuscript)
    pages = compose(opened.manuscript, outline, OFFICIAL, FixedMeasure(), carried=carried)
    return opened, carried, pages, time.process_time() - began


def main(folder: Path) -> None:
    """Try all files and print the table."""
    drawn: Counter[str] = Counter()
    named: Counter[str] = Counter()
    files = faults = 0
    slowest = (0.0, "")
    for path in sorted(folder.rglob("*.docx")):
        try:
            opened, carried, pages, seconds = tried(path)
        except Trouble as trouble:
            print(f"{path.name}: {trouble.what}")
            continue
        files += 1
        slowest = max(slowest, (seconds, path.name))
        wrong, out = lost(opened.manuscript, carried, pages), past(pages)
        if wrong or out:
            faults += 1
            print(f"{path.name}: letters lost or doubled in {wrong[:5]}, {out} things stand out")
        shown = drawable(carried, FixedMeasure().draws)
        for one in with_undrawn(opened.objects, shown):
            if one.kind in COUNTED:
                (named if one.undrawn else drawn)[one.kind.value] += 1
    print(f"{files} files, {faults} at fault; slowest {slowest[0]:.2f} s ({slowest[1]})")
    for kind in sorted({*drawn, *named}):
        print(f"  {kind}: drawn {drawn[kind]}, named {named[kind]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
