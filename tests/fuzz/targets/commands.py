"""Structural commands on any text: done without a letter lost, or refused in words."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from editor.manuscript.edits import apply_all
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.outline.reader import outline_of
from editor.manuscript.outline.sections import Section
from editor.manuscript.structure.apply_command import apply_command
from editor.manuscript.structure.drop_rules import DropPosition
from editor.manuscript.structure.section_extent import Refused
from editor.manuscript.structure.structure_commands import (
    ChangeLevel,
    CollectText,
    MergeSections,
    MoveSections,
    ShiftSections,
    SplitSection,
    StructureCommand,
)
from tests.fuzz.manuscripts import read
from tests.fuzz.mutate.text import changed_text
from tests.fuzz.seed_texts import text_seeds
from tests.fuzz.target import Target, law
from tests.manuscript.structure.test_structure_storm import LOOSE

STEPS = 4


def run(data: bytes) -> None:
    """Some commands one after the other, chosen by the input."""
    text, chance = read(data), Random(len(data))
    for _ in range(STEPS):
        outline = outline_of(text)
        nodes = list(outline.walk())
        if not nodes:
            return
        command = a_command(nodes, text, chance)
        try:
            step = apply_command(text, outline, command)
        except Refused as refused:
            law(re.search("[\u4e00-\u9fff]", refused.why), "a refusal has words")
            law("丢字" not in refused.why, "no command would lose a letter")
            continue
        after = apply_all(text, step.edits)
        law(after.paragraphs == step.after.paragraphs, "the edits make the text that was promised")
        law(solid(after) == solid(text), "no letter is lost or doubled")
        text = after


def a_command(nodes: list[Section], text: Manuscript, chance: Random) -> StructureCommand:
    """A command on a section or two."""
    one, other = chance.choice(nodes), chance.choice(nodes)
    match chance.randrange(6):
        case 0:
            return ShiftSections((one,), chance.choice((-1, 1)))
        case 1:
            return ChangeLevel((one, other), chance.choice((-1, 1)))
        case 2:
            return MergeSections(one)
        case 3:
            words = text.paragraphs[one.body.paragraph].text
            return SplitSection(one.body._replace(offset=chance.randint(0, len(words))))
        case 4:
            start, end = sorted((one.start, other.end))
            return CollectText(start, end, chance.choice(nodes))
        case _:
            return MoveSections((one,), other, chance.choice(list(DropPosition)))


def solid(text: Manuscript) -> Counter[str]:
    """The letters that no command may touch."""
    return Counter(char for char in text.text if not LOOSE.match(char))


TARGET = Target("commands", run, text_seeds, changed_text, 8_000)
