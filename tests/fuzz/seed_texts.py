"""Good texts to begin with: pieces of the samples, short enough to be changed often."""

from __future__ import annotations

from functools import cache

from tests.fuzz.manuscripts import written
from tests.fuzz.mutate.pieces import ALL, ROWS
from tests.samples.dress import dress
from tests.samples.markup import load
from tests.samples.shelf import FOLDERS, HERE

LINES = 6  # of a sample at a time
_LONGEST = 160  # characters of a line
_EACH = 6  # samples of a folder


@cache
def pieces_of_samples() -> tuple[str, ...]:
    """The beginning, some middle and the end of samples of every folder."""
    found: list[str] = []
    for folder in FOLDERS:
        paths = sorted((HERE / folder).glob("*.txt"))
        for path in paths[:: max(1, len(paths) // _EACH)]:
            lines = [line[:_LONGEST] for line in load(path, dress).text.split("\n")]
            middle = max(0, len(lines) // 2 - LINES // 2)
            for at in {0, middle, max(0, len(lines) - LINES)}:
                found.append("\n".join(lines[at : at + LINES]))
    return tuple(found)


def text_seeds() -> list[bytes]:
    """Those, all pieces of each sort in one text, and a text of which a file says more."""
    sorts = ["\n".join(sort[at::2]) for sort in ALL for at in (0, 1)]
    rows = [
        "\n".join(f"\x01{row}\x01{words}" for row in ROWS[at::3])
        for at, words in enumerate(("一、抓学习", "名称", "X工会"))
    ]
    return [written(text) for text in (*pieces_of_samples(), *sorts, *rows, "", "\n")]
