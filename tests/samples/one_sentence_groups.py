"""Sibling headings whose whole paragraph is one sentence, and how many are ended rightly."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from editor.manuscript.manuscript import manuscript_of
from editor.manuscript.outline.reader import outline_of
from tests.samples.scoring import plain_title

FILE: Final = Path(__file__).resolve().parent / "run_in" / "one_sentence.txt"
_SIGNS: Final = str.maketrans("_>", " \t")


class Ended(NamedTuple):
    """How many headings were ended rightly, how many wrongly, what was read where wrong."""

    right: int
    wrong: int
    read: tuple[str, ...]


def one_sentence_groups(*, cut: bool) -> list[list[str]]:
    """The groups with a heading inside the sentence (``cut``), or those without."""
    groups = FILE.read_text("utf-8").split("\n\n")[1:]
    made = [g.strip().translate(_SIGNS).splitlines() for g in groups]
    return [g for g in made if ("|" in g[0]) == cut]


def read(groups: list[list[str]]) -> Ended:
    """How the headings of all groups are ended; none at all is neither right nor wrong."""
    right, wrong = 0, list[str]()
    for group in groups:
        lines = [line.replace("|", "") for line in group]
        outline = outline_of(manuscript_of("同志们：\n" + "\n".join(lines)))
        found = {s.start.paragraph: plain_title(s.title) for s in outline.walk() if s.number}
        for number, line in enumerate(group, 1):
            title = found.get(number, "")
            right += bool(title) and _is_right(title, line)
            if title and not _is_right(title, line):
                wrong.append(f"{title} in {line}")
    return Ended(right, len(wrong), tuple(wrong))


def _is_right(title: str, line: str) -> bool:
    words = line.split("|")[1:]
    return title == plain_title(words[0]) if words else plain_title(line).endswith(title)
