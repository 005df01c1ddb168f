"""Whether what stands around the mark for a name says who it is, so that one value fills two.

A post of which an organ has one says so, with the organ before it where one is named: 县委XX书记,
县长XX. 同志, a teacher, a deputy or a surname does not, nor a post that comes twice in one row of
names (XX书记、XX书记). Whoever nobody tells is filled by himself.
"""

from __future__ import annotations

import re
from typing import Final

from editor.blanks.recognisers.found import CROSSES, LINES, RINGS, STARS, is_han
from editor.language.mask_words import organ_behind, post_behind
from editor.language.slot_words import is_post_of_many, leads_in
from editor.language.surnames import plain_surnames

_MARKS: Final = CROSSES | STARS | RINGS | LINES | frozenset("某■●◆▲")
_CLAUSE: Final = re.compile("[，,。；;：:！!？?\n]")
_JOINED: Final = ("、", "和", "与", "及")
_LONGEST: Final = 6  # letters of a post or of what an organ ends with
TITLE: Final = "@"
"""Stands in a slot's key between the post behind a mark and the organ or surname before it."""


def told_apart(key: str, before: str, behind: str) -> str:
    """The key of a name's slot with who it is; 'person:' where nobody says it.

    ``key`` is 'name:' with the post behind the mark, or 'person:'; others come back as they are.
    """
    family, _, post = key.partition(":")
    if family == "name" and post and not is_post_of_many(post):
        whose = _organ_or_surname(before)
        if _again(post, before, behind[len(post) :]):
            return f"several:{post}"
        return f"name:{post}{TITLE}{whose}" if whose else key
    if family == "person" or post == "同志":
        title, held = _title(before)
        if title and not _again(held, before[: len(before) - len(title)], behind):
            return f"person:{title}"
    return key


def is_told(key: str) -> bool:
    """Whether the key of a name's slot says who it is: the speaker, or the holder of a post."""
    family, _, rest = key.partition(":")
    if family == "name":
        return not rest or not is_post_of_many(rest)
    return family == "person" and bool(rest)


def _title(before: str) -> tuple[str, str]:
    """The post that ends a text with its organ, and the post alone; ('', '') for one of many."""
    for size in range(_LONGEST, 0, -1):
        post = before[-size:]
        if len(post) == size and post_behind(before, len(before) - size) == post:
            run = _run(before)
            return ("", "") if is_post_of_many(post) or f"副{post}" in run else (run, post)
    return "", ""


def _organ_or_surname(before: str) -> str:
    """The organ whose post it is, or a surname that the mark goes on from; ''."""
    run = _run(before)
    if run and run in plain_surnames():
        return run
    organs = (run[-size:] for size in range(_LONGEST, 0, -1) if size <= len(run))
    return run if any(organ_behind(run, len(run) - len(one)) == one for one in organs) else ""


def _run(before: str) -> str:
    """The letters up to the end of a text that no mark and no word that leads in parts."""
    start = len(before)
    while start and (is_han(before[start - 1]) or before[start - 1] in _MARKS):
        start -= 1
    return leads_in().sub("", before[start:])


def _again(post: str, before: str, behind: str) -> bool:
    """Whether another holder of the post stands in the same row of names."""
    left, right = _CLAUSE.split(before)[-1], _CLAUSE.split(behind)[0]
    beside = (left, right)
    return any(post in side and any(sign in side for sign in _JOINED) for side in beside)
