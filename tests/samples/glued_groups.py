"""Groups of sibling headings that run into their bodies, as speeches, and how they are read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.samples.scoring import Tally, plain_title

FILE: Final = Path(__file__).resolve().parent / "run_in" / "groups.txt"
FORMS: Final = ("{}、", "（{}）", "第{}，")
_NUMERALS: Final = "一二三四五六七八九十"


class GluedHeading(NamedTuple):
    """A heading and the body that begins right behind it."""

    words: str
    body: str


def glued_groups(*, held: bool) -> list[list[GluedHeading]]:
    """The groups of the file; every third is the half that is held back."""
    groups = FILE.read_text("utf-8").split("\n\n")[1:]
    return [
        [GluedHeading(*line.split("|")) for line in group.strip().splitlines()]
        for number, group in enumerate(groups)
        if (number % 3 == 2) == held
    ]


def speech(group: list[GluedHeading], form: str, between: str, break_: str) -> str:
    """A group as a speech: ``between`` heading and body, ``break_`` between paragraphs."""
    lines = [
        "在全市工作会议上的讲话",
        "同志们：",
        "今天把大家请来，是要把事情说清楚。我讲几点意见。",
    ]
    lines += ["一、今年的工作"] if form.startswith("（") else []
    lines += [
        form.format(_NUMERALS[number]) + one.words + between + one.body
        for number, one in enumerate(group)
    ]
    lines += ["二、明年的打算", "各单位回去以后要抓紧研究。"] if form.startswith("（") else []
    return break_.join([*lines, "同志们，任务已经明确，让我们一起努力。谢谢大家！"])


def read(groups: list[list[GluedHeading]], between: str, break_: str = "\n") -> Tally:
    """How the headings of all groups are read, in all forms of numbers."""
    total = Tally()
    for form in FORMS:
        for group in groups:
            text = tidy(manuscript_of(speech(group, form, between, break_))).clean()
            found = Counter(plain_title(s.title) for s in outline_of(text).walk() if s.number)
            true = Counter(plain_title(one.words) for one in group)
            del found["今年的工作"], found["明年的打算"], found[""]
            right = sum((found & true).values())
            total.add(Tally(right, sum(found.values()) - right, len(group) - right, right))
    return total
