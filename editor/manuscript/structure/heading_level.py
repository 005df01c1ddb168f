"""Make a paragraph a heading of a level, or body text: its marker written or taken off."""

from __future__ import annotations

import re
from typing import Final

from editor.language.measure_words import measures
from editor.manuscript.edits import Edit, Replace, Splice, apply
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.numbering import MarkerStyle, marker_at, write_marker
from editor.manuscript.outline.sections import Outline
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.structure.list_levels import as_body, auto_numbered_like, is_listed

_BARE: Final = re.compile(r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})[ \u3000]+(?=\w)")
# The order of GB/T 9704-2012 7.3.3.
STYLES = {
    1: MarkerStyle.CHINESE,
    2: MarkerStyle.CHINESE_BRACKET,
    3: MarkerStyle.ARABIC,
    4: MarkerStyle.ARABIC_BRACKET,
}


def set_level(
    manuscript: Manuscript, outline: Outline, paragraph: int, level: int
) -> tuple[Edit, ...]:
    """The edits that give a paragraph the marker of ``level`` (1–4), or none (0).

    The number goes on from the heading of that level before it; nothing where the
    paragraph is so already. Raises KeyError for another level.
    """
    if is_listed(manuscript.paragraphs[paragraph]):
        return _of_word(manuscript, outline, paragraph, level)
    text = manuscript.paragraphs[paragraph].text
    indent = len(text) - len(text.lstrip(" \u3000\t"))
    old = marker_at(text, indent)
    heading_style = old is not None and old.style in STYLES.values()
    end = old.end if old and heading_style else indent
    if old is None and level:
        end = _behind_bare_number(text, indent)
    written = text[indent:end]
    if level == 0:
        wanted = ""
    else:
        style = STYLES[level]
        if old and old.style is style:
            return ()
        wanted = write_marker(style, _next_number(manuscript, outline, paragraph, level))
    if wanted == written:
        return ()
    return (Replace(Position(paragraph, indent), Position(paragraph, end), wanted),)


def _behind_bare_number(text: str, start: int) -> int:
    """Where a number without its mark ends ('一 要坚持', '2 建章立制'): a new one replaces it.

    One that counts something ('三 年来', '5 月份') is the heading's own.
    """
    found = _BARE.match(text, start)
    counts = found is not None and text[found.end()] in f"{measures()}年月日"
    return start if found is None or counts else found.end()


def _of_word(
    manuscript: Manuscript, outline: Outline, paragraph: int, level: int
) -> tuple[Edit, ...]:
    """Word's own number stays where its list has that one; else it goes, and one is typed."""
    if level and (found := auto_numbered_like(manuscript, paragraph, STYLES[level])):
        return () if found == manuscript.paragraphs[paragraph] else (_set(paragraph, found),)
    bare = _set(paragraph, as_body(manuscript.paragraphs[paragraph]))
    typed = set_level(apply(manuscript, bare), outline, paragraph, level)
    return (bare, *typed)


def _set(line: int, paragraph: Paragraph) -> Splice:
    return Splice(line, line + 1, (paragraph,))


def _next_number(manuscript: Manuscript, outline: Outline, paragraph: int, level: int) -> int:
    number = 1
    for section in outline.walk():
        if section.start.paragraph >= paragraph:
            break
        if section.level < level:
            number = 1
        marker = marker_at(
            manuscript.paragraphs[section.start.paragraph].text, section.start.offset
        )
        if marker and marker.style is STYLES[level]:
            number = marker.value + 1
    return number
