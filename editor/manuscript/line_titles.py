"""Titles as one line tells them: by the file's style, by Markdown, or run into what follows."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from editor.language.script import simplified
from editor.language.speech import genre_choice, opening_choice, openings
from editor.manuscript import speech_lines
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.speech_lines import LineMatch

# A heading of Markdown; a line of ### … that names a speech is a title.
MARKDOWN: Final = re.compile(r" {0,3}(?P<signs>#{1,6})[ \u3000]+(?=\S)")


def line_title(paragraph: Paragraph) -> LineMatch | None:
    """The title that fills a paragraph, by its style or its words."""
    if paragraph.style == "title":
        start, end = speech_lines.trimmed(paragraph.text)
        return LineMatch(start, end, 4)
    if paragraph.text.rstrip()[-1:] in "。，；":
        return None
    return speech_lines.title(paragraph.text)


def markdown_title(text: str, mark: re.Match[str]) -> LineMatch | None:
    """The title that Markdown sets: all words of '# …', those that name a speech of '## …'."""
    start, end = mark.end(), speech_lines.trimmed(text)[1]
    first = len(mark["signs"]) == 1
    return LineMatch(start, end, 4) if first or speech_lines.names_speech(text[start:end]) else None


@cache
def _calls() -> tuple[str, ...]:
    return (*openings(), "全体")


@cache
def _kind_or_meeting() -> re.Pattern[str]:
    """What a title run into its salutation has in its first words."""
    return re.compile(rf"{genre_choice()}|主持|会议?上[ \u3000]*{opening_choice()}")


def title_run_in(text: str, start: int) -> tuple[LineMatch, LineMatch] | None:
    """A title that its salutation or its body follows at once, with that salutation."""
    head = simplified(text[start : start + 70])
    if head.startswith((*_calls(), "关于")) or _kind_or_meeting().search(head):
        found = speech_lines.title_with_salutation(text)
        if found:
            return found
    if body := speech_lines.title_with_body(text):
        return body, LineMatch(body.end, body.end, 0)
    if "篇" in head and (piece := speech_lines.piece_title(text)):
        return piece, LineMatch(piece.end, piece.end, 0)
    return None
