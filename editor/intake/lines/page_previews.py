"""A preview that a site sets before the text: the first lines, which then come again."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import is_major_heading, is_prose, is_salutation

_WHY = "网页的预览，同样的话下面又来一遍"
_NOT_WORDS = re.compile(r"[\W_]+")
# A preview begins among so many lines, is no longer than as many, and is told by so many
# characters that two lines begin with.
_FIRST, _MOST, _BEGIN = 10, 14, 12
# It says something: a title twice is another matter.
_FEWEST: Final = 30
# Behind a page's buttons the text comes within so many times its length.
_REACH: Final = 2
# So many fifths of the lines above the text are its own, the others a page's.
_SHARE: Final = 3


def remove_previews(buffer: LineBuffer) -> None:
    """Remove the first of two beginnings, where its words come back in their order."""
    if buffer.from_docx:
        return
    kept = list(buffer.remaining())
    words = [_NOT_WORDS.sub("", buffer.kept_text(n)) for n in kept[: _FIRST + 2 * _MOST]]
    begins: defaultdict[str, list[int]] = defaultdict(list)
    spoken = False
    for at in range(min(len(words), _FIRST + _MOST)):
        begin = "".join(words[at : at + 4])[:_BEGIN]
        if not words[at] or len(begin) < _BEGIN:
            continue
        for first in begins[begin]:
            again = _coming_again(words[first:at], "".join(words[at:]))
            if again:
                for place in again:
                    buffer.remove_line(kept[first + place], "preview", _WHY)
                return
        if at < _FIRST and not spoken:
            begins[begin].append(at)
        spoken = spoken or _speaks(buffer.kept_text(kept[at]))


def _speaks(text: str) -> bool:
    """Whether the speech has begun: what comes again behind that is its own repetition."""
    return is_prose(text) or is_salutation(text) or is_major_heading(text)


def _coming_again(preview: list[str], text: str) -> list[int]:
    """The places of the lines that come one after the other below; none if they are few."""
    size = sum(map(len, preview))
    if not _BEGIN < size <= len(text) or len(preview) > _MOST:
        return []
    found: list[int] = []
    at = same = 0
    for place, line in enumerate(preview):
        begin = text.find(line, at, at + size * _REACH) if line else -1
        if begin >= 0:
            at = begin + len(line)
            same += len(line)
            found.append(place)
    enough = same >= _FEWEST and same * 5 >= size * _SHARE
    whole = same == size and len(preview) > 1
    return found if (enough or whole) and found[0] == 0 else []
