"""Looks out of the HTML of a clipboard: letters with marks, from Word, WPS or the web.

Only letters and what lies on them are read; words, blanks and breaks are those of the plain
text that comes with it (`laid_on`). An office program says what its writer wanted; a web page
says what its template wants, so of that only emphasis is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Final, NamedTuple

from editor.manuscript.marked_text import NO_WORDS, MarkedText
from editor.manuscript.marks import (
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
from editor.ui.page.html_styles import UNSEEN, Looks, style_looks

LONGEST: Final = 4_000_000  # characters of HTML, read in about a fifth of a second
_DEEPEST = 500  # elements in each other; what is deeper looks like what it is in
_OFFICE = re.compile(
    r"urn:schemas-microsoft-com:office:word|"
    r"content=[\"']?(?:Word\.Document|Microsoft Word|WPS|Kingsoft|LibreOffice|Bigan)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"<[!?][^<>]*>|<(/?)([a-zA-Z][\w:]*)([^<>]*)>|([^<]+|<)")
_ATTRIBUTE = re.compile(r"(style|href)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr")
_SKIPPED = ("style", "script", "xml", "title", "rp", "template")
_TAGS: Final[Mapping[str, tuple[str, str]]] = {
    "b": (BOLD, ""), "strong": (BOLD, ""), "i": (ITALIC, ""), "em": (ITALIC, ""),
    "u": (UNDERLINE, "single"), "ins": (UNDERLINE, "single"), "s": (STRIKE, ""),
    "strike": (STRIKE, ""), "del": (STRIKE, ""), "sup": (RAISED, ""), "sub": (LOWERED, ""),
}  # fmt: skip
_PLAIN_KINDS = (BOLD, ITALIC, UNDERLINE, STRIKE, RAISED, LOWERED, UNSEEN)
_LEADS = ("http://", "https://", "mailto:")


def with_looks(lines: Sequence[str], html: str) -> list[Marks]:
    """The marks of each line of a plain text that came with this HTML."""
    if len(html) > LONGEST:
        return [()] * len(lines)
    return laid_on(lines, read_html(html))


def laid_on(lines: Sequence[str], found: MarkedText) -> list[Marks]:
    """The marks of lines whose letters stand in order in what was read; () for one not there."""
    if not found.marks:
        return [()] * len(lines)
    solid = [n for n, char in enumerate(found.text) if not char.isspace()]
    letters = "".join([found.text[n] for n in solid])
    at, made = 0, list[Marks]()
    opened = _Lookup(found.marks)
    for line in lines:
        own = [n for n, char in enumerate(line) if not char.isspace()]
        words = "".join([line[n] for n in own])
        start = letters.find(words, at, at + len(words) + 2000) if words else -1
        if start < 0:
            made.append(())
            continue
        at = start + len(words)
        made.append(opened.marks(own, solid[start:at]))
    return made


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
    start: int  # where its letters begin


def read_html(html: str) -> MarkedText:
    """The letters of the body with what lies on them."""
    body = re.search(r"<body\b", html, re.IGNORECASE)
    office = bool(_OFFICE.search(html[:20_000]))
    return _HtmlReader(_uncommented(html[body.start() if body else 0 :]), office).read()


def _uncommented(html: str) -> str:
    pieces: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start)) >= 0:
        pieces.append(html[at:start])
        at = end + 3
    return "".join([*pieces, html[at:]])


class _HtmlReader:
    def __init__(self, html: str, office: bool) -> None:
        self._html, self._office = html, office
        self._lower = html.lower()
        self._open: list[_Element] = [_Element("", (), 0)]
        self._pieces: list[str] = []
        self._size = 0
        self._marks: list[Mark] = []
        self._styles: dict[tuple[str, str, Looks], Looks] = {}

    def read(self) -> MarkedText:
        """All letters that are shown, if any of them looks like anything."""
        at = 0
        while token := _TOKEN.match(self._html, at):
            at = token.end()
            closing, name, attributes, text = token.groups()
            if text is not None:
                self._take(unescape(text))
            elif name and closing:
                self._close(name.lower())
            elif name and name.lower() in _SKIPPED:
                end = self._lower.find(f"</{name.lower()}", at)
                at = end if end >= 0 else len(self._html)
            elif name and not attributes.endswith("/") and name.lower() not in _VOID:
                self._begin(name.lower(), attributes)
        if not self._marks:
            return NO_WORDS
        return MarkedText("".join(self._pieces), merged(self._marks))

    def _begin(self, name: str, attributes: str) -> None:
        if len(self._open) > _DEEPEST:
            return
        if name == "rt":
            self._open.append(_Element(name, (), len(self._pieces)))
            return
        looks = self._looks(name, attributes, self._open[-1].looks)
        self._open.append(_Element(name, looks, self._size))

    def _looks(self, name: str, attributes: str, around: Looks) -> Looks:
        if name not in _TAGS and not attributes:
            return around
        key = (name, attributes, around)
        if key not in self._styles:
            self._styles[key] = tuple(self._kinds(name, attributes, dict(around)).items())
        return self._styles[key]

    def _kinds(self, name: str, attributes: str, looks: dict[str, str]) -> dict[str, str]:
        if name in _TAGS:
            kind, value = _TAGS[name]
            looks.setdefault(kind, value)
        for which, said in _ATTRIBUTE.findall(attributes):
            said = unescape(said.strip("\"'"))
            if which.lower() == "href" and name == "a" and said.lower().startswith(_LEADS):
                looks[LINK] = said
            elif which.lower() == "style":
                for kind, value in style_looks(said).items():
                    looks.pop(kind, None)
                    if value is not None:
                        looks[kind] = value
        return looks if self._office else {k: v for k, v in looks.items() if k in _PLAIN_KINDS}

    def _close(self, name: str) -> None:
        if not any(one.name == name for one in self._open):
            return
        done = ""
        while done != name:
            element = self._open.pop()
            done = element.name
            if done == "rt":
                self._over(element.start)

    def _over(self, piece: int) -> None:
        """What stood in an rt element lies over the letters of the ruby before it."""
        value = "".join(self._pieces[piece:]).strip()
        del self._pieces[piece:]
        start = next((e.start for e in reversed(self._open) if e.name == "ruby"), self._size)
        if self._office and value and start < self._size:
            self._marks.append(Mark(start, self._size, RUBY, value))

    def _take(self, text: str) -> None:
        looks = self._open[-1].looks
        if any(kind == UNSEEN for kind, _ in looks):
            return
        self._pieces.append(text)
        if any(one.name == "rt" for one in self._open[-3:]):
            return
        end = self._size + len(text)
        self._marks += [Mark(self._size, end, kind, value) for kind, value in looks]
        self._size = end
