"""The signs of Markdown in a text that was pasted from a chat program or a note book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from editor.blanks.bold_words import bold_marks
from editor.intake.line_buffer import LineBuffer, LineChange
from editor.language.markdown import (
    FENCE,
    HEADING,
    LINK,
    LISTED,
    QUOTED,
    RULE,
    TABLE_RULE,
    is_markdown,
)

_WHY: Final = "Markdown的排版符号，多是从AI对话、笔记软件带来的，不是讲话内容"
_KIND: Final = "markdown"
# Where line feeds were lost: a heading's sign in the middle of a line.
_INSIDE: Final = re.compile(r"(?<=[ \u3000])#{1,6} +(?=[^\s#])")
_CLOSED: Final = re.compile(r"(?<![\s#])[ \t]+#+[ \t]*$")
_ROW: Final = re.compile(r"\|.*\|[ \t]*")
_BAR: Final = re.compile(r"[ \t]*+\|[ \t]*+")


def remove_markdown(buffer: LineBuffer) -> None:
    """Remove the signs and keep the words, where the text is Markdown."""
    bold = bold_marks(buffer.lines) if buffer.has("**") else {}
    if not bold and not is_markdown(buffer.lines):
        return
    for number, line in enumerate(buffer.lines):
        whole = FENCE.fullmatch(line) or TABLE_RULE.fullmatch(line) or RULE.fullmatch(line)
        if whole and "_" not in line:  # a line to write on
            buffer.remove_line(number, _KIND, _WHY)
        else:
            stars = [(at, at + 2, "") for at in bold.get(number, ())]
            buffer.apply(
                LineChange(number, start, end, _KIND, _WHY, after)
                for start, end, after in (*_signs(line), *stars)
            )


def _signs(line: str) -> Iterator[tuple[int, int, str]]:
    """The signs of a line, each with what stands in its place."""
    lead = 0
    while hit := next((h for p in (QUOTED, HEADING, LISTED) if (h := p.match(line, lead))), None):
        yield (*hit.span(), "")
        lead = hit.end()
    if lead and (closed := _CLOSED.search(line, lead)):
        yield (*closed.span(), "")
    for hit in _INSIDE.finditer(line, max(lead, 1)):
        yield (*hit.span(), "")
    for hit in LINK.finditer(line) if "](" in line else ():
        yield (*hit.span(), "" if hit.group().startswith("!") else hit.group(1))
    if _ROW.fullmatch(line):
        last = line.rstrip()
        for hit in _BAR.finditer(line):
            edge = hit.start() == 0 or hit.end() >= len(last)
            yield (*hit.span(), "" if edge else "\u3000")
