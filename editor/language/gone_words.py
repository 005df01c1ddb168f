"""What is left where words vanished without a mark: frames of sentences, pieces of set words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.language.form_files import entries_of, whole_shape
from editor.language.lists import FOLDER, words

if TYPE_CHECKING:
    from collections.abc import Mapping


class GoneFrame(NamedTuple):
    """A form of what is left; group 1 of a shape is the blank.

    A text is searched for the shapes where it holds a pair of ``signs`` (one of the first, then
    one of the second characters), or the ``word``. ``doubtful``: only where other gaps are proven.
    """

    name: str
    signs: tuple[tuple[str, str], ...]
    word: str
    doubtful: bool
    shapes: tuple[re.Pattern[str], ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]


@cache
def gone_frames(folder: Path = FOLDER) -> tuple[GoneFrame, ...]:
    """All frames in their order. Raises LanguageListError, naming the file."""
    return tuple(one for _, one in entries_of(folder / "gone-words.toml", "frames", _frame))


def _frame(name: str, entry: dict[str, Any], fragments: Mapping[str, str]) -> GoneFrame:
    shapes = tuple(re.compile(whole_shape(shape, fragments)) for shape in entry["shapes"])
    signs = tuple((first, second) for first, second in map(str.split, entry.get("signs", ())))
    doubtful = bool(entry.get("doubtful"))
    bad, good = tuple(entry["bad"]), tuple(entry["good"])
    return GoneFrame(name, signs, str(entry.get("word", "")), doubtful, shapes, bad, good)


@cache
def set_word_gaps() -> Mapping[str, int]:
    """Every set word with one inner character less, and the place of the gap in it.

    Not with its second: 集中|共产党员, 率先|模范作用, 城乡|振兴战略 are right.
    """
    gaps = {piece.replace("|", ""): piece.index("|") for piece in words("set-words", "pieces")}
    also = words("set-words", "also")
    for word in words("set-words", "words"):
        for gap in range(2, len(word) - 1):
            piece = word[:gap] + word[gap + 1 :]
            if piece not in also:
                gaps.setdefault(piece, gap)
    return gaps
