"""Whole invented texts with ⟦ ⟧ round each blank: as they are, wide, wrapped, in one line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.samples.shelf import analyse

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
Place = tuple[int, int]
Dressed = tuple[str, list[Place]]
WIDTH = 35


def read(path: Path) -> Dressed:
    """The text of a file and the places of its blanks."""
    text, places = "", list[Place]()
    for part in path.read_text("utf-8").rstrip().split("⟦"):
        blank, closed, rest = part.partition("⟧")
        if closed:
            places.append((len(text), len(text) + len(blank)))
        text += blank + rest
    return text, places


def wide(text: str, places: list[Place]) -> Dressed:
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}), places


def laid(text: str, places: list[Place], *, width: int) -> Dressed:
    """Without its line feeds, or with more of them (``width`` characters a line)."""
    out, at, column = "", list[int](), 0
    for char in text:
        if width and column == width and char != "\n":
            out, column = out + "\n", 0
        at.append(len(out))
        out += char if width or char != "\n" else ""
        column = 0 if char == "\n" else column + 1
    return out, [(at[start], at[end - 1] + 1) for start, end in places]


DRESSES: dict[str, Callable[[str, list[Place]], Dressed]] = {
    "plain": lambda text, places: (text, places),
    "wide": wide,
    "wrapped": lambda text, places: laid(text, places, width=WIDTH),
    "one line": lambda text, places: laid(text, places, width=0),
}


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_all_blanks_of_a_text_are_found_and_no_others(path: Path, dress: str) -> None:
    text, places = DRESSES[dress](*read(path))
    found = [(p["start"], p["end"]) for p in analyse(text)["placeholders"] if p.get("sure", True)]
    missed = [p for p in places if not any(a < p[1] and p[0] < b for a, b in found)]
    extra = [f for f in found if not any(a < f[1] and f[0] < b for a, b in places)]
    assert [text[a:b] for a, b in missed] == [] == [text[a:b] for a, b in extra]
