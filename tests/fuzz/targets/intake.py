"""Cleaning: whatever the text, the receipt tells every letter that goes."""

from __future__ import annotations

from editor.intake.tidy import tidy
from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Offsets
from tests.fuzz.manuscripts import read
from tests.fuzz.mutate.text import changed_text
from tests.fuzz.seed_texts import text_seeds
from tests.fuzz.target import Target, law


def run(data: bytes) -> None:
    """Any part of a receipt balances and equals its edits; places map there and back in order."""
    manuscript = read(data)
    receipt = tidy(manuscript, docx=(None, True, False)[len(data) % 3], of_page=len(data) % 5 == 0)
    for items in (None, receipt.items, receipt.items[::2]):
        law(receipt.balanced(items), "no letter goes untold")
        clean = receipt.clean(items)
        edited = apply_all(manuscript, receipt.edits(items))
        law(edited.paragraphs == clean.paragraphs, "the edits make the clean text")
    clean, offsets = Offsets(receipt.clean()), Offsets(manuscript)
    size = len(receipt.clean().text)
    flat = [
        offsets.flat(receipt.raw_position(clean.place(n))) for n in range(0, size, size // 50 + 1)
    ]
    law(flat == sorted(flat), "places keep their order")


TARGET = Target("intake", run, text_seeds, changed_text)
