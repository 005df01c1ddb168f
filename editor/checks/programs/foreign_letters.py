"""Letters of another script that look like those of the word they stand in: found, and mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from editor.checks.programs.check_input import CheckInput
from editor.checks.scanning.hits import Spot
from editor.language.lists import words

_KANA = "\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\uff66-\uff9d"
# Of all letters that are Latin, Greek, Cyrillic or phonetic: a word is not cut in the middle.
_WORD = re.compile("[A-Za-z\u0250-\u02af\u0370-\u03ff\u0400-\u04ff]+")
_SYLLABLES = re.compile(f"[{_KANA}]+")
_HAN = re.compile("[\u4e00-\u9fff]")
# A number with a letter in it, and none before it: a formula (Fe2O3) has.
_NUMBER = re.compile("(?<![A-Za-z0-9.])[0-9]+[OoОоΟοlI][0-9]+(?![A-Za-z0-9.])", re.ASCII)
_DIGITS = MappingProxyType({**dict.fromkeys(map(ord, "OoОоΟο"), "0"), ord("l"): "1", ord("I"): "1"})
_STRANGE = re.compile(f"[\u0250-\u02af\u0370-\u04ff{_KANA}]|[0-9][OolI][0-9]")
_MASKS = frozenset("ХΧхОΟоοх")  # a blank is written with them: Х月Х日
_Odd = tuple[int, int, str]


def foreign_letters(given: CheckInput) -> Iterator[Spot]:
    """The words and characters with such letters, with what they should be."""
    for paragraph, odd in given.memory.found(_odd_of, given.places, _STRANGE):
        for start, end, fix in odd:
            yield Spot("letters", paragraph, start, end, fix)


@cache
def _plain(part: str) -> MappingProxyType[int, str]:
    return MappingProxyType({ord(pair[0]): pair[1] for pair in words("look-alike-letters", part)})


def _odd_of(text: str) -> tuple[_Odd, ...]:
    return tuple(sorted([*_words(text), *_numbers(text), *_characters(text)]))


def _words(text: str) -> Iterator[_Odd]:
    """Words that are Latin once their strange letters are; a Russian or Greek text has others."""
    rows = [(hit, hit.group().translate(_plain("letters"))) for hit in _WORD.finditer(text)]
    foreign = not all(plain.isascii() for _, plain in rows)
    for hit, plain in rows:
        word = hit.group()
        if word == plain or not plain.isascii() or _MASKS.issuperset(word):
            continue
        if any(map(str.isascii, word)) or (word.isupper() and not foreign):
            yield hit.start(), hit.end(), plain


def _numbers(text: str) -> Iterator[_Odd]:
    """Numbers in which a letter stands for nought or one."""
    for hit in _NUMBER.finditer(text):
        yield hit.start(), hit.end(), hit.group().translate(_DIGITS)


def _characters(text: str) -> Iterator[_Odd]:
    """A lone Japanese syllable among Chinese characters."""
    for hit in _SYLLABLES.finditer(text):
        plain = hit.group().translate(_plain("kana"))
        beside = text[max(0, hit.start() - 1) : hit.start()] + text[hit.end() : hit.end() + 1]
        if len(plain) == 1 and _HAN.match(plain) and _HAN.search(beside):
            yield hit.start(), hit.end(), plain
