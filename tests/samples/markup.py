"""Marked-up sources into raw text with gold labels, in the shape of the corpus labels.

A source is a text file with a head of ``% name: value`` lines and marks in its body, which
may stand inside one another:

    ⟦X⟧ ⟦____⟧ ⟦20xx⟧ ⟦mangled:…⟧    a blank, kind by its look or named; ⟦x/blank:…⟧ either
    ⟦-X光⟧                          letters that are no blank
    ⟦n:site-intro|words⟧            noise, with its kind
    ⟦1:一、|words|other words⟧       a heading of level 1: marker, title, titles also right
    ⟦3/2:一是|words⟧                level 3, where 2 is right too
    ⟦!count-mismatch:三点⟧          a defect
    a ? behind the name makes any of them optional (⟦n?:…⟧ ⟦3?/2:…⟧ ⟦x?:…⟧)

``% dress: wrap 35 pages; halfwidth`` then changes the text as sites do (`dress.py`), the
labels going along: a label is a mark on characters, not an offset. ``% include: 05 17``
appends the bodies of other sources, for a collection of speeches.

Two lines of every head tell what a figure on the text is worth: ``% seen:`` whether the text was
looked at while rules were written (`yes`; `later`: after its first score; `no`: not to this day),
``% first:`` what the program scored on it before it was seen, blanks and headings as F1, noise as
F1 of its characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

OPEN, CLOSE, BAR = "⟦", "⟧", "|"
HEAD = re.compile(r"([a-z!][a-z-]*|\d)(\?)?((?:/[a-z\d]+)*):")
HERE = Path(__file__).resolve().parent
# What a mark without a name is, by its look; else x.
UNNAMED = ((re.compile(r"20[^年月]+$"), "year"), (re.compile(r"[_＿（(【\s]"), "blank"))
HEAD_LINE = re.compile(r"% ([a-z]+):[ \t]*(.*)\n")


@dataclass(frozen=True, eq=False)
class Mark:
    """One label: what it says, and whether it is optional; compared by identity."""

    what: str
    kind: str
    optional: bool = False
    also: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sign:
    """A character with the marks it stands in."""

    char: str
    marks: tuple[Mark, ...] = ()


@dataclass
class Labels:
    """Gold labels in the scorer's shape, offsets in code points of the raw text."""

    placeholders: list[dict] = field(default_factory=list)
    negatives: list[dict] = field(default_factory=list)
    noise: list[dict] = field(default_factory=list)
    outline: list[dict] = field(default_factory=list)
    defects: list[dict] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Sample:
    """A raw text and what is right about it."""

    name: str
    facts: dict[str, str]
    text: str
    gold: Labels

    @property
    def clean(self) -> bool:
        """A finished speech: nothing in it is a blank."""
        return "clean" in self.facts

    @property
    def unseen(self) -> bool:
        """Nobody who writes rules has looked at it."""
        return self.facts["seen"] == "no"


def parse(body: str) -> list[Sign]:
    """The characters of a body with their marks."""
    signs, end = _run(body, 0, ())
    if end != len(body):
        raise ValueError(f"a mark is closed that was never opened: {body[max(0, end - 30) : end]}")
    return signs


def load(path: Path, dress: Callable[[list[Sign], str], list[Sign]]) -> Sample:
    """The sample of a source file, dressed as its head says."""
    source = path.read_text(encoding="utf-8")
    facts: dict[str, str] = {}
    while found := HEAD_LINE.match(source):
        facts[found[1]] = found[2]
        source = source[found.end() :]
    for name in facts.get("include", "").split():
        other = next(HERE.glob(f"*/{name}-*.txt")).read_text(encoding="utf-8")
        source += re.sub(HEAD_LINE.pattern, "", other)
    signs = parse(source.rstrip("\n"))
    for order in facts.get("dress", "").split(";"):
        if order.strip():
            signs = dress(signs, order.strip())
    return sample_of(path.stem, facts, signs)


def sample_of(name: str, facts: dict[str, str], signs: list[Sign]) -> Sample:
    """Raw text and labels of marked characters."""
    text = "".join(s.char for s in signs)
    places: dict[Mark, list[int]] = {}
    for at, sign in enumerate(signs):
        for mark in sign.marks:
            places.setdefault(mark, []).append(at)
    gold = Labels()
    for mark, offsets in places.items():
        _label(gold, mark, offsets, signs)
    for items in (gold.placeholders, gold.noise, gold.outline, gold.defects):
        items.sort(key=lambda item: item["start"])
    return Sample(name, facts, text, gold)


def _label(gold: Labels, mark: Mark, offsets: list[int], signs: list[Sign]) -> None:
    start, end = offsets[0], offsets[-1] + 1
    item: dict = {
        "start": start,
        "end": end,
        "text": "".join(s.char for s in signs[start:end]),
        "kind": mark.kind,
    }
    if mark.optional:
        item["optional"] = True
    if mark.what == "blank":
        gold.placeholders.append(item | {"kind_alt": list(mark.also)})
    elif mark.what == "look-alike":
        gold.negatives.append(item)
    elif mark.what == "noise":
        gold.noise.append(item)
    elif mark.what == "defect":
        gold.defects.append(item)
    elif mark.what == "title":
        gold.outline.append(_heading(item, mark, offsets, signs))


def _heading(item: dict, mark: Mark, offsets: list[int], signs: list[Sign]) -> dict:
    kept = (signs[i] for i in offsets)
    title = "".join(s.char for s in kept if not any(m.what == "noise" for m in s.marks))
    item |= {"level": int(mark.kind), "title": "".join(title.split("\n"))}
    item |= {"level_alt": [int(a) for a in mark.also], "title_alt": list(mark.titles)}
    return item


def _run(text: str, at: int, marks: tuple[Mark, ...]) -> tuple[list[Sign], int]:
    signs: list[Sign] = []
    while at < len(text) and text[at] != CLOSE:
        if text[at] == OPEN:
            more, at = _mark(text, at + 1, marks)
            signs += more
        else:
            signs.append(Sign(text[at], marks))
            at += 1
    return signs, at


def _mark(text: str, at: int, marks: tuple[Mark, ...]) -> tuple[list[Sign], int]:
    """The signs of the mark whose content begins at ``at``, and the place behind it."""
    end = _close(text, at)
    if text[at] == "-":
        return _run(text[at + 1 : end], 0, (*marks, Mark("look-alike", "latin")))[0], end + 1
    found = HEAD.match(text, at, end)
    content = text[found.end() if found else at : end]
    name, optional, others = found.groups() if found else (_unnamed(content), None, "")
    also = tuple(others.split("/")[1:])
    if name.isdigit():
        return _title(content, Mark("title", name, bool(optional), also), marks), end + 1
    if name == "n":
        kind, _, content = content.partition(BAR)
        mark = Mark("noise", kind, bool(optional))
    elif name.startswith("!"):
        mark = Mark("defect", name[1:], bool(optional))
    else:
        mark = Mark("blank", name, bool(optional), also)
    return _run(content, 0, (*marks, mark))[0], end + 1


def _unnamed(content: str) -> str:
    return next((kind for look, kind in UNNAMED if look.match(content)), "x")


def _title(content: str, mark: Mark, marks: tuple[Mark, ...]) -> list[Sign]:
    marker, title, *others = _parts(content)
    mark = Mark(mark.what, mark.kind, mark.optional, mark.also, tuple(others))
    return _run(marker, 0, marks)[0] + _run(title, 0, (*marks, mark))[0]


def _parts(content: str) -> list[str]:
    """``content`` cut at the bars outside its inner marks."""
    parts, depth = [""], 0
    for char in content:
        depth += (char == OPEN) - (char == CLOSE)
        if char == BAR and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _close(text: str, at: int) -> int:
    depth = 1
    for i in range(at, len(text)):
        depth += (text[i] == OPEN) - (text[i] == CLOSE)
        if depth == 0:
            return i
    raise ValueError(f"a mark is never closed: {text[at : at + 30]}")
