"""A second look, at the whole text: what is a blank only where it has others of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.blanks.blank import BlankKind
from editor.blanks.bold_words import spare_bold
from editor.blanks.broken_lines import CUT_KINDS
from editor.blanks.recognisers.found import FoundBlank, FoundByLine, Scan, add_apart, is_han
from editor.blanks.recognisers.letter_masks import many_more
from editor.blanks.recognisers.mark_runs import lone
from editor.blanks.recognisers.someone import somewhere

# So many marks make a text a template; so many gaps one that has lost its numbers.
_ENOUGH = 2


class Looks(NamedTuple):
    """The looks at a paragraph: always, in a text with proven gaps, in one with empty rooms."""

    scan: Scan
    suspect: Scan
    hollow: Scan


def look_again(texts: Sequence[str], founds: FoundByLine, looks: Looks) -> None:
    """What is a blank only where the text has others of its kind: 某县, a lone ×, 有个村."""
    spare_bold(texts, founds)
    known = _evidence(texts, founds)
    marked, damaged, empty = known.marks >= _ENOUGH, known.gaps >= _ENOUGH, known.rooms >= _ENOUGH
    crossed, vague = known.crosses >= _ENOUGH, known.someones >= _ENOUGH
    if not (marked or damaged or empty):
        return
    for index, text in enumerate(texts):
        more = somewhere(text, wide=vague) if marked and "某" in text else []
        if marked and known.numbers:
            more += many_more(text)
        if crossed and "×" in text:
            more += lone(text)
        if damaged and text:
            more += looks.suspect(text)
        if empty and " " in text:
            more += looks.hollow(text)
        if more:
            here = list(founds.get(index, ()))
            add_apart(here, more)
            founds[index] = sorted(here)


class _Evidence(NamedTuple):
    """How many marks of any kind a text has, ×, 某 and N among them, gaps and empty rooms."""

    marks: int
    numbers: int
    crosses: int
    someones: int
    gaps: int
    rooms: int


def _evidence(texts: Sequence[str], founds: FoundByLine) -> _Evidence:
    marks = numbers = crosses = someones = gaps = rooms = 0
    for index, found in founds.items():
        text = texts[index]
        for one in found:
            start, end, kind = one.start, one.end, one.kind
            if not one.sure:
                continue  # a doubt proves nothing
            if kind in CUT_KINDS:
                marks += 1
                numbers += text[start:end] in ("N", "n", "Ｎ", "ｎ")
                crosses += "×" in text[start:end]
                someones += text[start] == "某"
            elif kind is BlankKind.DROPPED:
                gaps += is_han(text[start])  # a word vanished there without a mark
            elif kind is BlankKind.BLANK:
                rooms += text[start:end] == " "  # a number left only a space
    return _Evidence(marks, numbers, crosses, someones, gaps, rooms)


def cut_end(texts: Sequence[str], founds: FoundByLine) -> None:
    """'……' that ends the whole text, where a sentence should have ended."""
    for index in range(len(texts) - 1, -1, -1):
        body = texts[index].rstrip()
        if body:
            break
    else:
        return
    if body.endswith("…") and not founds.get(index, ()) and len(body) > 2:
        founds[index] = (
            FoundBlank(len(body.rstrip("…")), len(body), BlankKind.ELIDED, sure=False),
        )
