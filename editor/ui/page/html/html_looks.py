"""Looks out of the HTML of a clipboard: letters with marks, from Word, WPS or the web.

Only letters and what lies on them are read; words, blanks and breaks are those of the plain
text that comes with it (`laid_on`). An office program says what its writer wanted; a web page
says what its template wants, so of that only emphasis is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Final, NamedTuple

from editor.manuscript.marked_text import NO_WORDS, MarkedText
from editor.manuscript.marks import (
    ADDRESSES,
    BOLD,
    ITALIC,
    LINK,
    LOWERED,
    RAISED,
    RUBY,
    STRIKE,
    UNDERLINE,
    Mark,
    Marks,
    merged,
)  # fmt: skip
from editor.ui.page.html.html_styles import UNSEEN, Looks, style_looks

LONGEST: Final = 4_000_000  # characters of HTML, read in about a fifth of a second
_DEEPEST = 500  # elements in each other; what is deeper looks like what it is in
_OFFICE = re.compile(
    r"urn:schemas-microsoft-com:office:word|"
    r"content=[\"']?(?:Word\.Document|Microsoft Word|WPS|Kingsoft|LibreOffice|Bigan)",
    re.IGNORECASE,
)
TOKEN: Final = re.compile(r"([^<]+)|<(?:/([a-zA-Z][\w:]*)[^<>]*|([a-zA-Z][^<>]*)|[!?][^<>]*)>|<")
_ATTRIBUTE = re.compile(r"(style|href)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr")
_SKIPPED = ("style", "script", "xml", "title", "rp", "template")
_TAGS: Final[Mapping[str, tuple[str, str]]] = {
    "b": (BOLD, ""), "strong": (BOLD, ""), "i": (ITALIC, ""), "em": (ITALIC, ""),
    "u": (UNDERLINE, "single"), "ins": (UNDERLINE, "single"), "s": (STRIKE, ""),
    "strike": (STRIKE, ""), "del": (STRIKE, ""), "sup": (RAISED, ""), "sub": (LOWERED, ""),
}  # fmt: skip
_PLAIN_KINDS = (BOLD, ITALIC, UNDERLINE, STRIKE, RAISED, LOWERED, UNSEEN)


def with_looks(lines: Sequence[str], html: str) -> list[Marks]:
    """The marks of each line of a plain text that came with this HTML."""
    if len(html) > LONGEST:
        return [()] * len(lines)
    return laid_on(lines, read_html(html))


def laid_on(lines: Sequence[str], found: MarkedText) -> list[Marks]:
    """The marks of lines whose letters stand in order in what was read; () for one not there."""
    if not found.marks:
        return [()] * len(lines)
    letters, solid = "".join(found.text.split()), _solid(found.text)
    at, made = 0, list[Marks]()
    opened = _Lookup(found.marks)
    for line in lines:
        words = "".join(line.split())
        start = letters.find(words, at, at + len(words) + 2000) if words else -1
        if start < 0:
            made.append(())
            continue
        at = start + len(words)
        made.append(opened.marks(_solid(line), solid[start:at]))
    return made


def _solid(text: str) -> Sequence[int]:
    """Where the letters of a text are that are no blanks."""
    if len(text.split(None, 1)) == 1 and text.strip() == text:
        return range(len(text))
    return [n for n, char in enumerate(text) if not char.isspace()]


class _Lookup:
    """The marks of a text asked for from its start to its end."""

    def __init__(self, marks: Marks) -> None:
        self._waiting = sorted(marks, reverse=True)
        self._lying: list[Mark] = []

    def marks(self, own: Sequence[int], places: Sequence[int]) -> Marks:
        """The marks of letters at ``places`` of the text, which stand at ``own`` in a line."""
        first, last = places[0], places[-1]
        while self._waiting and self._waiting[-1].start <= last:
            self._lying.append(self._waiting.pop())
        self._lying = [mark for mark in self._lying if mark.end > first]
        found: list[Mark] = []
        for mark in self._lying:
            start, end = bisect_left(places, mark.start), bisect_left(places, mark.end)
            if start < end:
                found.append(Mark(own[start], own[end - 1] + 1, mark.kind, mark.value))
        return merged(found)


class _Element(NamedTuple):
    name: str
    looks: Looks
    start: int = 0  # where its letters begin
    piece: int = 0  # and which piece is the first


def read_html(html: str) -> MarkedText:
    """The letters of the body with what lies on them."""
    body = re.search(r"<body\b", html, re.IGNORECASE)
    office = bool(_OFFICE.search(html[:20_000]))
    return _HtmlReader(uncommented(html[body.start() if body else 0 :]), office).read()


def uncommented(html: str) -> str:
    """HTML without its comments."""
    pieces: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start)) >= 0:
        pieces.append(html[at:start])
        at = end + 3
    return "".join([*pieces, html[at:]])


class _HtmlReader:
    def __init__(self, html: str, office: bool) -> None:
        self._html, self._office = html, office
        self._open = [_Element("", ())]
        self._pieces: list[str] = []
        self._stretches: list[tuple[int, Looks]] = [(0, ())]  # where letters begin to look so
        self._size = 0
        self._rubies: list[Mark] = []
        self._read: dict[tuple[str, Looks], tuple[str, Looks]] = {}

    def read(self) -> MarkedText:
        """All letters that are shown, if any of them looks like anything."""
        html, behind = self._html, 0
        for token in TOKEN.finditer(html):
            text = token[1]
            if token.start() < behind:
                continue
            if text:
                self._take(unescape(text) if "&" in text else text)
            elif token[2]:
                self._close(token[2].lower())
            elif token[3]:
                behind = self._begin(token[3], token.end())
        marks = merged([*self._rubies, *self._marks()])
        return MarkedText("".join(self._pieces), marks) if marks else NO_WORDS

    def _begin(self, tag: str, end: int) -> int:
        """Open an element; what stands before the place given back is no text."""
        around = self._open[-1].looks
        known = self._read.get((tag, around))
        if known is None:
            known = self._read[tag, around] = self._told(tag, around)
        name, looks = known
        if name in _SKIPPED:
            found = re.compile(f"</{name}", re.IGNORECASE).search(self._html, end)
            return found.start() if found else len(self._html)
        if name and len(self._open) < _DEEPEST:
            self._open.append(_Element(name, looks, self._size, len(self._pieces)))
        return end

    def _told(self, tag: str, around: Looks) -> tuple[str, Looks]:
        """The name of an element ('' where it holds nothing) and how its letters look."""
        name, *rest = tag.split(None, 1)
        attributes, name = "".join(rest), name.lower()
        if name in _VOID or tag.endswith("/"):
            return "", around
        looks = dict(around)
        if name in _TAGS:
            looks.setdefault(*_TAGS[name])
        for which, said in _ATTRIBUTE.findall(attributes):
            said = unescape(said.strip("\"'"))
            if which.lower() == "href" and name == "a" and said.lower().startswith(ADDRESSES):
                looks[LINK] = said
            elif which.lower() == "style":
                for kind, value in style_looks(said).items():
                    looks.pop(kind, None)
                    if value is not None:
                        looks[kind] = value
        kept = looks if self._office else {k: v for k, v in looks.items() if k in _PLAIN_KINDS}
        return name, tuple(kept.items())

    def _close(self, name: str) -> None:
        if self._open[-1].name != name and not any(one.name == name for one in self._open):
            return
        done = ""
        while done != name:
            element = self._open.pop()
            done = element.name
            if done == "rt":
                self._over(element)

    def _over(self, element: _Element) -> None:
        """What stood in an rt element lies over the letters of the ruby before it."""
        value = "".join(self._pieces[element.piece :]).strip()
        del self._pieces[element.piece :]
        self._size = element.start
        while len(self._stretches) > 1 and self._stretches[-1][0] >= self._size:
            self._stretches.pop()
        start = next((e.start for e in reversed(self._open) if e.name == "ruby"), self._size)
        if self._office and value and start < self._size:
            self._rubies.append(Mark(start, self._size, RUBY, value))

    def _take(self, text: str) -> None:
        looks = self._open[-1].looks
        if looks != self._stretches[-1][1]:
            if any(kind == UNSEEN for kind, _ in looks):
                return
            self._stretches.append((self._size, looks))
        self._pieces.append(text)
        self._size += len(text)

    def _marks(self) -> Iterator[Mark]:
        ends = [*[start for start, _ in self._stretches[1:]], self._size]
        for (start, looks), end in zip(self._stretches, ends, strict=True):
            for kind, value in looks:
                yield Mark(start, end, kind, value)
