"""Blanks: in order, inside their lines, the same when remembered; what is filled is filled."""

from __future__ import annotations

from editor.blanks.blank_reader import BlankReader, find_blanks
from editor.blanks.fill import fill, fill_values
from editor.blanks.slots import slots_of
from editor.manuscript.edits import apply_all
from tests.fuzz.manuscripts import read
from tests.fuzz.mutate.text import changed_text
from tests.fuzz.seed_texts import text_seeds
from tests.fuzz.target import Target, law
from tests.fuzz.targets.outline import shorter


def run(data: bytes) -> None:
    """The laws of `tests/blanks`, for one text and the same with a line less."""
    manuscript = read(data)
    reader = BlankReader()
    for text in (manuscript, shorter(manuscript, len(data)), manuscript):
        law(reader.read(text) == find_blanks(text), "the reader agrees with a fresh search")
    blanks = find_blanks(manuscript)
    floor = (0, 0)
    for blank in blanks:
        at, start, end = blank.span
        line = manuscript.paragraphs[at].text
        law(
            floor <= (at, start) and start <= end <= len(line), "blanks lie in order in their lines"
        )
        law(line[start:end] == blank.text, "a blank holds its letters")
        floor = (at, end)
    slots = slots_of(manuscript, blanks)
    law(sum(len(slot.blanks) for slot in slots) == len(blanks), "every blank has its slot")
    values = {slot.label: "云川市总工会" for slot in slots}
    for edits in (fill(blanks, "云川市"), fill_values(manuscript, values).edits):
        filled = apply_all(manuscript, edits)
        law(len(filled.paragraphs) == len(manuscript.paragraphs), "filling adds no line")


TARGET = Target("blanks", run, text_seeds, changed_text)
