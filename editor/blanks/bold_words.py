"""Stars in twos over a whole text: bold words of Markdown, or blanks that a template left.

One paragraph cannot tell `**分局在市局，**区委` from bold words, so the grammar takes all stars
for blanks, and here those are spared that a text in Markdown puts round words. For Markdown
speaks another sign than stars between words: a heading, a list, a quotation, a table, or a
pair round a heading or round a whole line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from editor.blanks.broken_lines import ENDS
from editor.blanks.recognisers.found import FoundBlank, FoundByLine
from editor.language.lists import words
from editor.language.markdown import HEADING, QUOTED, TABLE_RULE, is_markdown
from editor.language.script import even_width
from editor.manuscript.numbering import marker_at

_RUNS: Final = re.compile(r"\*+")
_ITEM: Final = re.compile(r"[ \u3000]*\*(?= )")
_BOLD_ITEM: Final = re.compile(r"[ \u3000]*(?:[-*+] +|\d+[.)] *)\*\*")
# One such line is enough where all stars are pairs; cleaning asks for more before it takes any.
_SIGNS: Final = (HEADING, QUOTED, TABLE_RULE, _BOLD_ITEM)
# The end of a clause inside a pair; the last character may be one (**要快。**).
_CLAUSE: Final = re.compile(r"[，。；！？,;](?!$)")
_WHOLE: Final = re.compile(r"[ \u3000]*\*\*[^*]+\*\*[ \u3000]*")
_WHOLE_LINES: Final = 2  # one line in stars may be a name and a name: **镇党委书记**

_Pair = tuple[int, int]
"""The places of the two marks of a pair."""


def spare_bold(texts: Sequence[str], founds: FoundByLine) -> None:
    """Take the bold words of a text in Markdown from its blanks; the dictionary is changed."""
    starred = [n for n, found in founds.items() if any("**" in _words(texts[n], f) for f in found)]
    for n in _bold_lines(texts, starred):
        founds[n] = [f for f in founds[n] if "**" not in _words(texts[n], f)]


def bold_marks(texts: Sequence[str]) -> dict[int, list[int]]:
    """Where the stars round bold words stand: offsets of two stars each, by the paragraph."""
    starred = [n for n, text in enumerate(texts) if "**" in text or "＊＊" in text]
    bold = _bold_lines(texts, starred)
    return {n: [mark.start() for mark in _marks(even_width(texts[n]))] for n in bold}


def _bold_lines(texts: Sequence[str], starred: Sequence[int]) -> list[int]:
    """Those of the starred paragraphs whose stars stand round bold words."""
    if not starred:
        return []
    texts = [even_width(text) for text in texts]
    if not _has_a_sign(texts):
        return []
    groups = [g for g in _groups(texts, starred) if _bold_pairs("".join(texts[n] for n in g))]
    return [n for group in groups for n in group]


def _words(text: str, found: FoundBlank) -> str:
    return even_width(text[found.start : found.end])


def _has_a_sign(texts: Sequence[str]) -> bool:
    """Whether anything but stars inside a sentence says that a text is Markdown."""
    if is_markdown(texts):
        return True
    whole = 0
    for text in texts:
        if any(sign.match(text) for sign in _SIGNS):
            return True
        if "**" in text and (pairs := _bold_pairs(text)):
            if any(_is_heading(text, pair) for pair in pairs):
                return True
            whole += _WHOLE.fullmatch(text) is not None
    return whole >= _WHOLE_LINES


def _groups(texts: Sequence[str], starred: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The starred paragraphs, two as one where a page broke a line inside a pair."""
    open_at = -2
    for n in starred:
        odd = len(_marks(texts[n])) % 2 == 1
        if open_at == n - 1:
            yield (open_at, n) if odd else (n,)
            open_at = -2
        elif odd and texts[n].rstrip()[-1:] not in ENDS:
            open_at = n
        else:
            yield (n,)


def _marks(text: str) -> list[re.Match[str]]:
    item = _ITEM.match(text)
    return list(_RUNS.finditer(text, item.end() if item else 0))


def _bold_pairs(text: str) -> list[_Pair]:
    """The pairs of two stars of a paragraph; none where one of them cannot be round bold words."""
    marks = _marks(text)
    if len(marks) % 2 or any(len(mark[0]) != 2 for mark in marks):
        return []
    pairs = [(a.start(), b.start()) for a, b in zip(marks[::2], marks[1::2], strict=True)]
    return pairs if all(_may_be_bold(text, pair) for pair in pairs) else []


def _may_be_bold(text: str, pair: _Pair) -> bool:
    inner = text[pair[0] + 2 : pair[1]]
    if not inner or inner != inner.strip():
        return False
    if marker_at(inner, 0):
        return True
    return not _CLAUSE.search(inner) and not _is_named(inner)


def _is_named(inner: str) -> bool:
    """Whether words begin with what a mask in front of them would name: 县委, 公司."""
    named, own = _beginnings()
    found = named.match(inner)
    other = own.match(inner)
    return found is not None and (other is None or other.end() <= found.end())


@cache
def _beginnings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    named, own = (
        re.compile("|".join(map(re.escape, sorted(words("mask-words", part), key=len)[::-1])))
        for part in ("named", "own")
    )
    return named, own


def _is_heading(text: str, pair: _Pair) -> bool:
    """Whether a pair is round a heading that begins a sentence, or round the words to the hall."""
    inner, left = text[pair[0] + 2 : pair[1]], text[: pair[0]].rstrip()
    begins = not left or left[-1] in ENDS
    salute = not left and inner[-1] in "：:" and pair[1] + 2 == len(text.rstrip())
    return salute or (begins and marker_at(inner, 0) is not None)
