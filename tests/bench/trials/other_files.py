"""Files of other programs opened as new texts, and PDFs against the Word files they were drawn of.

Run: python -m tests.bench.trials.other_files FOLDER
Every .doc, .dot, .wps, .rtf and .odt below it is converted by the LibreOffice of this machine,
changed, saved and opened again. Every .docx is drawn as a PDF by it; told is how many of its
paragraphs (of 45 characters and more, outside tables) the PDF's text has as they were.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import monotonic

from editor.files.conversion.child_process import run_child
from editor.files.conversion.convert import Conversion
from editor.files.conversion.libreoffice import libreoffice
from editor.files.conversion.word_formats import ENDINGS
from editor.files.open import open_document
from editor.files.save import save
from editor.files.trouble import Trouble
from editor.manuscript.edits import Replace, apply

LONG = 45  # characters: more than one line of a page


def convert(path: Path, folder: Path) -> str:
    """What one file comes to. Raises AssertionError where its words or its bytes are lost."""
    before, begun = path.read_bytes(), monotonic()
    try:
        opened = open_document(path, conversion=Conversion())
    except Trouble as trouble:
        return f"refused: {trouble.what}"
    took = monotonic() - begun
    end = opened.manuscript.end
    text = apply(opened.manuscript, Replace(end, end, "补一句。"))
    save(opened, text, folder / "saved.docx")
    assert open_document(folder / "saved.docx").manuscript.text == text.text, path
    assert path.read_bytes() == before, path
    return f"opened in {took:.1f} s, {len(opened.manuscript.paragraphs)} paragraphs"


def compare_pdf(path: Path, folder: Path) -> tuple[int, int]:
    """How many long paragraphs of a Word file its PDF gives back as they were, and of how many."""
    found = libreoffice()
    assert found, "LibreOffice is not installed here"
    try:
        rows = open_document(path).manuscript.paragraphs
    except Trouble:
        return 0, 0
    long = [_bare(r.label + r.text) for r in rows if len(r.text) >= LONG and not r.frame]
    command = list(found.prepare(path, folder))
    command[command.index("--convert-to") + 1] = "pdf"
    if not long:
        return 0, 0
    run_child(command, 60, lambda: False)
    try:
        drawn = open_document(folder / f"{path.stem}.pdf").manuscript.paragraphs
    except Trouble:
        return 0, len(long)
    given = {_bare(row.text) for row in drawn}
    return sum(words in given for words in long), len(long)


def _bare(text: str) -> str:
    return "".join(text.split())


def main(words: list[str]) -> None:
    """Print a line for each file, and the sums."""
    paths = sorted(path for path in Path(words[0]).rglob("*") if path.is_file())
    fates, same, all_of = Counter[str](), 0, 0
    with tempfile.TemporaryDirectory() as name:
        for path in paths:
            if path.suffix.lower() in ENDINGS:
                fate = convert(path, Path(name))
                fates[fate.split(":")[0].split(" in ")[0]] += 1
                print(f"{path.name}: {fate}")
            elif path.suffix.lower() == ".docx":
                kept, long = compare_pdf(path, Path(name))
                same, all_of = same + kept, all_of + long
                if long:
                    print(f"{path.name}: {kept} of {long} paragraphs back from its PDF")
    print(f"{dict(fates)}; {same} of {all_of} paragraphs back from PDFs")


if __name__ == "__main__":
    main(sys.argv[1:])
