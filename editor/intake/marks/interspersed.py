"""What a page interspersed once between and into the paragraphs of a speech.

A line in English, another article's title, the page's own title run into a sentence. Each is
told by what stands around it: a speech goes on as if it were not there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import (
    ends_paragraph,
    is_heading,
    is_major_heading,
    is_prose,
    is_salutation,
    is_title,
)
from editor.manuscript.numbering import Marker, MarkerStyle, marker_at

_WHY: Final = "网页夹在正文中间的话，去掉后上下文照样连得上"
_ENGLISH = re.compile(r"[\s　]*[A-Za-z][A-Za-z ,'’\-:&]{20,}[\s　]*")
# So many English words, among so many lines in Chinese, at most as often as this.
_WORDS, _LINES, _OFTEN = 5, 6, 2
_TITLE: Final = 8
_NUMERALS: Final = frozenset("一二三四五六七八九十百〇零")
# What is written, not a stage direction (县委书记作工作报告) or a heading (去年的工作总结).
_ARTICLE = re.compile(
    ".{8}(?:[稿料]|范文|例文|模板)$|^[^在]*在.{6,}上的(?:讲话|发言|致辞|报告|演讲)$"
)
# Right before or behind a title that a speaker names himself.
_NAMING = re.compile(
    "[《“‘「『:：、]$|(?:题为|题目|主题|作了?|在|的|是|听了|读|看)$"
    r"|(?:贯彻|落实|学习|传达|领会|按照|根据|围绕|听取)[^，,。；]{0,8}$"
)
_NAMED = re.compile("[》”’」』中里上时后的，,。；、]|指出|强调|要求|提出|明确")


def remove_interspersed(buffer: LineBuffer) -> None:
    """Remove what stands once between the words of a speech and is a page's."""
    kept = list(buffer.remaining())
    if buffer.from_docx or len(kept) < 2:
        return
    _remove_english(buffer, kept)
    _remove_other_titles(buffer, kept)
    _remove_run_in(buffer, kept)


def _remove_english(buffer: LineBuffer, kept: list[int]) -> None:
    """Lines of English prose between two Chinese paragraphs; a quotation is led up to."""
    found = [
        n
        for before, n, after in zip(kept, kept[1:], kept[2:], strict=False)
        if _ENGLISH.fullmatch(buffer.lines[n])
        and len(buffer.lines[n].split()) >= _WORDS
        and _ends_here(buffer.kept_text(before))
        and not buffer.kept_text(after).isascii()
    ]
    if len(kept) >= _LINES and len(found) <= _OFTEN:
        for number in found:
            buffer.remove_line(number, "site-note", _WHY)


def _ends_here(text: str) -> bool:
    """Whether a paragraph is over and announces nothing."""
    return is_prose(text) and text.rstrip()[-1:] in "。！!？?"


def _remove_other_titles(buffer: LineBuffer, kept: list[int]) -> None:
    """A title between two paragraphs while the numbers of the headings count on."""
    values = {n: marker.value for n in kept if (marker := _major(buffer.kept_text(n)))}
    numbered = list(values)
    for before, number, after in zip(kept, kept[1:], kept[2:], strict=False):
        text = buffer.kept_text(number).strip()
        if not (_ARTICLE.search(text) and is_title(text)) or is_heading(text):
            continue
        below = bisect_left(numbered, number)  # a title has no number of its own
        on = 0 < below < len(numbered) and (
            values[numbered[below]] == values[numbered[below - 1]] + 1
        )
        behind = buffer.kept_text(after)
        goes_on = not is_salutation(behind) and (is_prose(behind) or is_major_heading(behind))
        if on and goes_on and _ends_here(buffer.kept_text(before)):
            buffer.remove_line(number, "related-links", _WHY)


def _major(text: str) -> Marker | None:
    """The 一、 that a line begins with."""
    start = len(text) - len(text.lstrip(" \t　"))
    found = marker_at(text, start) if text[start : start + 1] in _NUMERALS else None
    return found if found and found.style is MarkerStyle.CHINESE else None


def _remove_run_in(buffer: LineBuffer, kept: list[int]) -> None:
    """The text's own title inside a paragraph, where nothing names it as one."""
    title = next((t for n in kept[:3] if is_title(t := buffer.kept_text(n).strip())), "")
    if len(title) < _TITLE or is_heading(title) or ends_paragraph(title):
        return
    for number in kept[1:]:
        line = buffer.kept_text(number)
        at = line.find(title) if is_prose(line) and not buffer.is_removed(number) else -1
        end = at + len(title)
        inside = at > 0 and end < len(line)
        if inside and not _NAMING.search(line[:at]) and not _NAMED.match(line, end):
            buffer.remove_kept(number, (at, end), "dup-title", _WHY)
