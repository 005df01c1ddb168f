"""Blanks that a Word file marks itself: open prompts, fields never merged, room underlined.

The marks say what the letters stand in; a prompt is open while its words are still the file's
own, a merge field while it shows its own name instead of a value. Underlined blanks are how
Word and WPS draw a line to write on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from editor.blanks.blank import BlankKind, BlankOrigin
from editor.blanks.recognisers.found import SPACES, FoundBlank
from editor.blanks.recognisers.prompts import prompt_found
from editor.manuscript.marks import CONTROL, FIELD, PLACEHOLDER, UNDERLINE, Mark
from editor.manuscript.paragraph import Paragraph

_SHOWN: Final = re.compile(r"(?:«|<<|＜＜|《)\s*(?P<name>.+?)\s*(?:»|>>|＞＞|》)", re.DOTALL)
_MERGE: Final = re.compile(
    r"(?:MERGEFIELD|ADDRESSBLOCK|GREETINGLINE|NEXTIF|NEXT|SKIPIF)\b\s*(?:\"(?P<quoted>[^\"]+)\"|(?P<name>[^\s\\]+))?",
    re.IGNORECASE,
)
_ENTRY_FIELD: Final = re.compile(r"FORMTEXT\b", re.IGNORECASE)
_LEADS: Final = frozenset("：:（(")  # what may stand before room at the end of a line
_DATED: Final = re.compile(r"日期|时间|date", re.IGNORECASE)


def marked_blanks(paragraph: Paragraph) -> tuple[FoundBlank, ...]:
    """The blanks that the marks of a paragraph tell, in order and apart."""
    found: list[FoundBlank] = []
    for mark in sorted(paragraph.marks):
        if found and mark.start < found[-1].end:
            continue
        if mark.kind == PLACEHOLDER:
            found += _prompts(paragraph, mark)
        elif mark.kind == FIELD:
            found += _fields(paragraph.text, mark)
        elif mark.kind == UNDERLINE and _is_line(paragraph.text, mark):
            found.append(FoundBlank(mark.start, mark.end, BlankKind.BLANK))
    return tuple(found)


def _prompts(paragraph: Paragraph, mark: Mark) -> Iterator[FoundBlank]:
    words = paragraph.text[mark.start : mark.end]
    if words != mark.value or not words.strip():
        return
    blank = prompt_found(paragraph.text, mark.start, mark.end)
    title = _title(paragraph, mark)
    kind = BlankKind.DATE if _DATED.search(title) else blank.kind
    yield blank._replace(kind=kind, name=title or blank.name)


def _title(paragraph: Paragraph, mark: Mark) -> str:
    """What the control is called that shows the prompt: the innermost with a title."""
    around = [
        m
        for m in paragraph.marks
        if m.kind == CONTROL and m.value and m.start <= mark.start and mark.end <= m.end
    ]
    return min(around, key=lambda m: m.end - m.start).value.strip() if around else ""


def _fields(text: str, mark: Mark) -> Iterator[FoundBlank]:
    words = text[mark.start : mark.end]
    merge = _MERGE.match(mark.value)
    if merge and (shown := _SHOWN.fullmatch(words.strip())):
        name = merge["quoted"] or merge["name"] or shown["name"]
        yield FoundBlank(mark.start, mark.end, BlankKind.BLANK, BlankOrigin.MERGE, name)
    elif _ENTRY_FIELD.match(mark.value) and words and set(words) <= SPACES:
        yield FoundBlank(mark.start, mark.end, BlankKind.BLANK)


def _is_line(text: str, mark: Mark) -> bool:
    """Whether underlined letters are a drawn line to write on: all blanks, with words beside.

    At the end of a line blanks fill it up to the margin, unless something asks for words.
    """
    room = text[mark.start : mark.end]
    if not set(room) <= SPACES or (len(room) < 2 and room != "\t"):
        return False
    before, behind = text[: mark.start].rstrip(), text[mark.end :].strip()
    return bool(behind) or (before != "" and before[-1] in _LEADS)
