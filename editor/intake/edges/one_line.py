"""What a page left before the title and behind the last words of a speech that is one line.

No line says there what is the site's: the title is found before the greeting, the end behind
the thanks, and what stands outside goes where it has a site's own signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from editor.intake.edges.lines_below import closes
from editor.intake.line_buffer import LineBuffer
from editor.language.sites import site_features, site_labels, sure_captions
from editor.language.speech import genre_choice, opening_choice

_WHY: Final = "网页上的话，粘在讲话的开头或结尾"
_ASKED: Final = "粘在讲话的开头或结尾，像是网页上的话，但没有确证"
# A line holds the speech from so many characters and so many tenths of the text on.
_LENGTH, _TENTHS = 200, 6
# A greeting comes within so many characters, a title has at least so many and at most as many.
_REACH: Final = 1200
_SHORTEST, _LONGEST, _SPEAKER = 6, 44, 8
# A stretch of words behind the end is looked at up to this; the last words come in its last half.
_TAIL: Final = 3000
_SENTENCE = re.compile(r"[^。！!？?]*[。！!？?]+[”’」』）)】]?|[^。！!？?]+$")
_APART = re.compile(r"[\s　>＞»_|｜:：；;。！!？?，,\]】》)）]|\d(?=\D)")
_ENOUGH, _ASK = 3, 2
# A longer sentence without a sign of a page is the speech's.
_SAID: Final = 40
_WEIGHTS: Final = {"page": 3, "label": 2}


def remove_glued_furniture(buffer: LineBuffer) -> None:
    """Remove a page's words at both ends of a speech in one line."""
    kept = list(buffer.remaining())
    total = sum(len(buffer.lines[n]) for n in kept)
    whole = next((n for n in kept if len(buffer.lines[n]) * 10 >= total * _TENTHS), -1)
    if whole < 0 or buffer.from_docx or len(buffer.lines[whole]) < _LENGTH:
        return
    line = buffer.kept_text(whole)
    start, end = _speech(line)
    # The end first: what is removed moves what stands behind it.
    _remove(buffer, whole, (end, len(line)))
    _remove(buffer, whole, (0, start))


def _remove(buffer: LineBuffer, number: int, stretch: tuple[int, int]) -> None:
    words = buffer.kept_text(number)[slice(*stretch)]
    weight = _weight(words)
    if weight >= _ENOUGH:
        buffer.remove_kept(number, stretch, "site-note", _WHY)
    elif weight >= _ASK:
        buffer.remove_kept(number, stretch, "site-note", _ASKED, sure=False)


def _speech(line: str) -> tuple[int, int]:
    """Where the speech begins with its title, and where its last words end."""
    start = 0
    for hit in _greets().finditer(line, 0, _REACH):
        at = _title_before(line[: hit.start()].rstrip())
        if at >= 0 and not _calls().search(line, 0, at):
            start = at
        if at >= 0:
            break
    return start, _last_words(line, max(start, len(line) // 2, len(line) - _TAIL))


@cache
def _greets() -> re.Pattern[str]:
    return re.compile(opening_choice())


@cache
def _calls() -> re.Pattern[str]:
    """A salutation: a speech has begun."""
    return re.compile(rf"{opening_choice()}[^。，,！!？?]{{0,24}}[:：]")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"{genre_choice()}稿?[\s　]*$")


def _title_before(head: str) -> int:
    """Where the title begins that ends a head; -1 where it has none."""
    if not _titled().search(head[-_SHORTEST:]):
        return -1
    first = len(head) - _LONGEST
    inside = head.rfind("在", max(0, first), len(head) - _SHORTEST)
    last = max((hit.end() for hit in _APART.finditer(head, max(0, first))), default=max(0, first))
    if inside >= last:
        return inside
    again = _repeated(head)
    if again >= 0:  # who speaks may stand before what the page repeats
        return last if 0 < again - last <= _SPEAKER else again
    return last if _SHORTEST <= len(head) - last <= _LONGEST else -1


def _repeated(head: str) -> int:
    """Where the longest end of a head begins that stands in it once before; -1 if none does."""
    for size in range(_LONGEST, _SHORTEST + 1, -1):
        if size * 2 <= len(head) and head[-size:].strip() in head[:-size]:
            return len(head) - size
    return -1


def _last_words(line: str, start: int) -> int:
    """Where the last thanks or wishes end; without them, the last words that are no page's."""
    pieces = [(hit.start(), hit.group()) for hit in _SENTENCE.finditer(line, start)]
    ended = len(line)
    for at, words in reversed(pieces):
        if not _weight(words) and closes(words.strip()):
            ended = at + len(words)
            said = (w for a, w in pieces if a >= ended and len(w) > _SAID and not _weight(w))
            if not _calls().search(line, ended) and not any(said):
                return ended
            break
    ended = len(line)
    for at, words in reversed(pieces):
        if not _weight(words):
            return ended
        ended = at
    return ended


def _weight(words: str) -> int:
    """What the signs of a page weigh in a stretch, each sort once."""
    return sum(_weights(words)) if words.strip() else 0


def _weights(words: str) -> Iterator[int]:
    for feature in site_features():
        if feature.ground and feature.pattern.search(words):
            yield _WEIGHTS[feature.ground]
    if _captions().search(words):
        yield _ENOUGH


@cache
def _captions() -> re.Pattern[str]:
    """Captions and labels of a page that stand for themselves wherever they stand."""
    captions = "|".join(sorted(map(re.escape, sure_captions()), key=len, reverse=True))
    labels = "|".join(sorted(map(re.escape, site_labels()), key=len, reverse=True))
    return re.compile(rf"(?:{captions})(?!工作|制度)|(?:{labels})\s?[:：]")
