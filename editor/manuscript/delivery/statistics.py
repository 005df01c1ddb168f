"""How much text there is: 字数 as Word and WPS count it, and as it is spoken.

字数 follows the word count of Microsoft Word and WPS for Chinese: each Chinese character
and each full-width mark is one, each unbroken run of anything else (Latin letters,
figures, half-width marks) is one, blanks are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from editor.manuscript.delivery.spoken import syllables

# Speaking 160–200 字 a minute is what guides for speech writers give; see field notes.
USUAL_PACE: Final = 180

_NARROW_RUN: Final = re.compile(
    "[^\\s\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u2022\u2e80-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+"
)


@dataclass(frozen=True, slots=True)
class Counts:
    """Sizes of a text: ``words`` is 字数, ``spoken`` syllables when read aloud.

    ``characters`` are code points with blanks and without line ends, ``solid`` those
    that are not blanks.
    """

    words: int = 0
    characters: int = 0
    solid: int = 0
    spoken: int = 0

    def __add__(self, other: Counts) -> Counts:
        """The sizes of two texts together, where no word runs over their border."""
        return Counts(
            self.words + other.words,
            self.characters + other.characters,
            self.solid + other.solid,
            self.spoken + other.spoken,
        )


def count(text: str) -> Counts:
    """The sizes of a text; line ends divide words and count nothing."""
    narrow = _NARROW_RUN.findall(text)
    solid = sum(len(part) for part in text.split())
    words = solid - sum(len(run) for run in narrow) + len(narrow)
    return Counts(words, len(text) - text.count("\n"), solid, syllables(text))


def minutes(spoken: int, pace: int = USUAL_PACE) -> float:
    """Speaking time in minutes at ``pace`` syllables a minute. Raises ValueError below 1."""
    if pace < 1:
        raise ValueError(f"not a speaking pace: {pace}")
    return spoken / pace
