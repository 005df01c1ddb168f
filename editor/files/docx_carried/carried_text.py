"""What a text has beside its words: of its Word file as it is now, else what was pasted."""

from __future__ import annotations

from dataclasses import replace

from editor.editions.carried import NOTHING_CARRIED, PLAIN, Carried, drawn_looks
from editor.files.current_docx import current_docx
from editor.files.docx_carried.carried_reader import carried_of
from editor.files.opened import Opened
from editor.manuscript.manuscript import Manuscript


def carried_text(opened: Opened | None, m: Manuscript) -> Carried:
    """What pages draw beside the words. Raises Trouble where the text fits into no file."""
    current = current_docx(opened, m) if opened else None
    carried = NOTHING_CARRIED if current is None else carried_of(current, m)
    rows = current.rows if current else (0,) * len(m.paragraphs)
    found = dict(carried.paragraphs)
    for number, (row, paragraph) in enumerate(zip(rows, m.paragraphs, strict=True)):
        if not row and (spans := drawn_looks(paragraph.marks)):
            found[number] = replace(PLAIN, spans=spans)
    return replace(carried, paragraphs=found)
