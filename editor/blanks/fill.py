"""Filling blanks: from a value, or from a file of values, to edits of the text.

A file of values is TOML; a key is the mark with its word ('X工会'), the label of the
fill sheet, the words in the bracket ('车间名称'), or the mark alone; a list fills the
blanks of the slot in their order, a string fills them all (by a mark alone no numbers, dates
and persons, where it stands for others too)::

    "X工会" = "云川市总工会"
    "X名" = ["3", "12"]
    "20xx年" = ["2024", "2025"]
    "车间名称" = "总装车间"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from editor.blanks.blank import Blank, BlankKind, BlankOrigin
from editor.blanks.blank_reader import find_blanks
from editor.blanks.recognisers.found import CROSSES, DIGITS, LINES, NUMERALS, RINGS, SPACES, STARS
from editor.blanks.slots import Slot, slots_of
from editor.manuscript.edits import Replace, from_last
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position, Span

_QUOTES = frozenset('“‘《〈「『"')
_DOTS = (".", "．")
# Of a list that vanished the blank is 是。 or 有：让: the value belongs behind the word.
_LIST = re.compile(r"[是有为请][:：]?(?=[^:：])")
_PAIRS = '“”‘’《》〈〉「」『』" \u3000'
_ONE_VALUE = ("unit", "place", "other", "level")
_WITH_WORD = ("unit", "name", "number", "age", "floor", "time")
_YEAR_DIGITS = DIGITS | NUMERALS
_MARKS = CROSSES | STARS | RINGS | LINES | SPACES | frozenset("某N…")


@dataclass(frozen=True, slots=True)
class FillResult:
    """The edits, the keys that fitted nothing, the blanks that stay open, and what may be one."""

    edits: tuple[Replace, ...]
    unused: tuple[str, ...]
    left: tuple[Blank, ...]
    unsure: tuple[Blank, ...] = ()


def fill(blanks: Iterable[Blank], value: str) -> tuple[Replace, ...]:
    """The edits that put one value into blanks found in one text, last first."""
    return from_last(_edit(blank, value) for blank in blanks)


def fill_values(manuscript: Manuscript, values: Mapping[str, str | list[str]]) -> FillResult:
    """The edits that fill a text from a table of values; see the module for its keys.

    A list shorter than its slot leaves the rest open, and so does an empty value: a hole would
    not be seen again. The first key that names a blank
    gets it; keys are tried in the order of the table. Blanks that are not sure are filled only
    by a key that names no other.
    """
    slots = slots_of(manuscript, find_blanks(manuscript))
    sure, guesses = [s for s in slots if s.sure], [s for s in slots if not s.sure]
    taken: dict[Span, Replace] = {}
    unused: list[str] = []
    for key, value in values.items():
        named = _named(sure, key) or _named(guesses, key)
        wanted = [b for b in named if b.span not in taken]
        wanted = _of_one_kind(wanted) if isinstance(value, str) else wanted
        pairs = _pairs(wanted, value)
        if not pairs:
            unused.append(key)
        taken |= {blank.span: _edit(blank, one) for blank, one in pairs}
    edits = from_last(taken.values())
    return FillResult(edits, tuple(unused), _left(sure, taken), _left(guesses, taken))


def _of_one_kind(blanks: Sequence[Blank]) -> Sequence[Blank]:
    """Those that one value may fill: a mark alone ('X') names numbers and persons too."""
    families = {blank.slot.partition(":")[0] for blank in blanks}
    if len(families) < 2:
        return blanks
    return [b for b in blanks if b.slot.partition(":")[0] in _ONE_VALUE]


def _left(slots: Sequence[Slot], taken: Mapping[Span, Replace]) -> tuple[Blank, ...]:
    every = sorted((b for s in slots for b in s.blanks), key=lambda b: b.span)
    return tuple(b for b in every if b.span not in taken)


def _pairs(blanks: Sequence[Blank], value: str | list[str]) -> list[tuple[Blank, str]]:
    values = [value] * len(blanks) if isinstance(value, str) else value
    pairs = zip(blanks, values, strict=False)
    return [(blank, one) for blank, one in pairs if one.strip()]


def _named(slots: Sequence[Slot], key: str) -> list[Blank]:
    """The blanks a key of the table means: a slot, a bracket's words, else a mark."""
    for slot in slots:
        if key in (slot.key, slot.label, slot.label.split("（")[0]):
            return list(slot.blanks)
    marked = [b for s in slots for b in s.blanks if b.text.strip() == key.strip()]
    if marked:
        return sorted(marked, key=lambda b: b.span)
    wanted = _plain(key)
    for slot in slots:
        if wanted in _names(slot):
            return list(slot.blanks)
    return []


def _names(slot: Slot) -> set[str]:
    """What a slot may be called: its label's head with any mark, or its own words."""
    return {_plain(slot.label.split("（")[0]), _plain(slot.key.partition(":")[2])} - {""}


def _plain(words: str) -> str:
    """A name with each run of marks written as one X."""
    plain = ""
    for char in words.strip():
        mark = "X" if char in _MARKS else char
        plain += "" if mark == "X" and plain.endswith("X") else mark
    return plain


def _edit(blank: Blank, value: str) -> Replace:
    """The edit for one blank: in place of a mark, before a word, inside quotes."""
    span, text = blank.span, blank.text
    if not text or blank.origin is not BlankOrigin.MARK:
        return Replace(span.head, span.tail, value)
    value = _without_known(blank.slot, value)
    if blank.kind is BlankKind.YEAR and not any(char in _YEAR_DIGITS for char in text):
        value = value[-len(text) :]  # the '20' of 20xx stands on the line before
    quoted = text[0] in _QUOTES
    whole = quoted and value[:1] == text[0]
    if blank.kind is not BlankKind.DROPPED or text[0] in LINES or text in _DOTS or whole:
        return Replace(span.head, span.tail, value)
    if listed := _LIST.match(text):
        place = Position(span.paragraph, span.start + listed.end())
        return Replace(place, place, value)
    head = Position(span.paragraph, span.start + quoted)
    tail = head if text.strip(_PAIRS) else Position(span.paragraph, span.end - 1)
    return Replace(head, tail, value)


def _without_known(slot: str, value: str) -> str:
    """The value without the words behind the mark: 云川市总工会 into 'X工会', 12名 into 'X名'."""
    family, _, words = slot.partition(":")
    words = words.removeprefix("X") if family == "unit" else words
    known = family in _WITH_WORD and bool(words) and value != words
    return value.removesuffix(words) if known else value
