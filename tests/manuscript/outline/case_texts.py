"""Texts with the headings wanted of them, as the files in `cases` hold them."""

from pathlib import Path
from typing import NamedTuple

BODY = "各级各部门要认清形势，主动作为，把各项任务落到实处，确保取得实实在在的成效。"


class Case(NamedTuple):
    """A text by its name, and the lines that begin with '>' in its file."""

    name: str
    wanted: list[str]
    text: str


def cases(name: str) -> list[Case]:
    """The cases of a file, in its order."""
    path = Path(__file__).parent / "cases" / f"{name}.txt"
    found = [part.split("\n") for part in path.read_text("utf-8").split("\n=== ")[1:]]
    return [_case(head.strip(), lines) for head, *lines in found]


def _case(name: str, lines: list[str]) -> Case:
    wanted = [line[1:].strip() for line in lines if line[:1] == ">"]
    text = "\n".join(line for line in lines if line[:1] != ">").strip("\n")
    return Case(name, [one for one in wanted if one], text.replace("{b}", BODY))


def hard_broken(text: str, width: int) -> str:
    """A text whose lines were cut at a width, as mail programs and old pages cut them."""
    return "\n".join(
        line[at : at + width]
        for line in text.split("\n")
        for at in range(0, max(1, len(line)), width)
    )
