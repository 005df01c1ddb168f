"""Titles that a site wrote twice, and its count of model texts (范文篇1)."""

from __future__ import annotations

import re
from functools import cache

from editor.intake.line_buffer import LineBuffer, LineChange
from editor.intake.line_shapes import ends_paragraph, is_heading, is_prose, is_salutation, is_title
from editor.intake.noise_score import ENOUGH, noise_score
from editor.intake.piece_titles import HEAD, TAIL, alike, unnumbered
from editor.language.speech import genre_choice
from editor.manuscript.speech_lines import is_goodbye

_TWICE = re.compile(r"[\s　]*(\S{6,40}?)[\s　]+(?=\1)")
_BEHIND, _SHORTEST, _LONGEST = 4, 6, 50
_BETWEEN = 120
_TWICE_WHY = "标题重复了一遍"
_LENGTH = re.compile(r"(?<!\s)\s*+[(（](?:全文|共|约)?\d{3,5}字[)）]\s*$")


@cache
def _headed() -> re.Pattern[str]:
    """A title at the head of a line that holds a whole text, up to the word for its kind."""
    return re.compile(rf"[\s　]*([^\s。，,！!：:]{{3,40}}?{genre_choice()}稿?)")


def remove_site_titles(buffer: LineBuffer) -> None:
    """Remove the copy that is not the speech's own, and the piece marks in titles."""
    _remove_copies(buffer)
    previous = -1
    for number, line in enumerate(buffer.lines):
        if buffer.is_empty(number):
            continue
        _remove_length(buffer, number, line)
        _remove_piece(buffer, number, line)
        if previous >= 0 and buffer.kept_text(previous).strip() == buffer.kept_text(number).strip():
            text = buffer.kept_text(number).strip()
            if is_title(text) and not is_heading(text):
                pieces = (HEAD.match(buffer.lines[n]) is not None for n in (previous, number))
                again = number if tuple(pieces) == (True, False) else previous
                buffer.remove_line(again, "dup-title", _TWICE_WHY)
        previous = number
    _remove_glued(buffer)


def _remove_copies(buffer: LineBuffer) -> None:
    """The page's title once more behind the first paragraph: the name of its picture."""
    if buffer.from_docx:
        return
    titles: set[str] = set()
    spoken = 0
    for number, line in enumerate(buffer.lines):
        text = line.strip()
        if not text or spoken > _BEHIND:
            continue
        named = _SHORTEST <= len(text) <= _LONGEST and not ends_paragraph(text)
        if spoken and not buffer.is_removed(number) and _is_copy(text, titles):
            below = next((n for n in buffer.remaining() if n > number), -1)
            greeted = (
                is_salutation(buffer.kept_text(below))
                or buffer.kept_text(below).rstrip()[-1:] in "：:"
            )
            above = next((n for n in range(number - 1, -1, -1) if not buffer.is_empty(n)), number)
            if below >= 0 and not greeted and not is_goodbye(buffer.kept_text(above)):
                buffer.remove_line(number, "dup-title", "网页的标题又夹在正文中间")
                return
        elif not spoken and named and (is_title(text) or _is_removed_caption(buffer, number)):
            titles.add(text)
        elif not buffer.is_removed(number):
            spoken += spoken > 0 or is_salutation(text) or is_prose(text)


def _is_removed_caption(buffer: LineBuffer, number: int) -> bool:
    """Whether a line went as a page's, and is no heading of the speech's preview."""
    gone = buffer.is_removed(number) and buffer.changes[number][0].kind != "preview"
    return gone and not is_heading(buffer.lines[number])


def _is_copy(text: str, titles: set[str]) -> bool:
    """Whether a line is a title of the page, perhaps a word shorter or longer."""
    if text in titles:
        return True
    plain = unnumbered(text)
    like = is_title(text) and plain == text and not is_heading(text) and len(text) >= _SHORTEST
    return like and any(alike(text, t) and alike(t, plain) for t in map(unnumbered, titles))


def _remove_length(buffer: LineBuffer, number: int, line: str) -> None:
    """'(1714字)' behind a title is the site's count."""
    hit = _LENGTH.search(line) if len(line) <= 60 and "字" in line else None
    if hit and is_title(line[: hit.start()]):
        mark = LineChange(number, hit.start(), hit.end(), "site-note", "网站数的字数")
        buffer.apply([mark])


def _remove_piece(buffer: LineBuffer, number: int, line: str) -> None:
    if len(line) > 60 or not any(word in line for word in ("篇", "范文", "例文")):
        return
    why = "网站给范文编的篇号"
    if hit := HEAD.match(line):
        buffer.apply([LineChange(number, hit.start(), hit.end(), "piece-mark", why)])
    hit = TAIL.search(line)
    if hit and is_title(line[: hit.start()].strip()):
        buffer.apply([LineChange(number, hit.start(), hit.end(), "piece-mark", why)])


def _remove_glued(buffer: LineBuffer) -> None:
    """'标题 标题篇1正文…' in one line: the first of the two goes."""
    for number in list(buffer.remaining())[:3]:
        left = buffer.kept_text(number)
        hit = _TWICE.match(left)
        if hit and is_title(hit.group(1)):
            start = buffer.raw_offset(number, hit.start(1))
            end = buffer.raw_offset(number, hit.end())
            buffer.apply([LineChange(number, start, end, "dup-title", _TWICE_WHY)])
            continue
        hit = _headed().match(left)
        again = left.find(hit.group(1), hit.end(), hit.end() + _BETWEEN) if hit else -1
        if hit and again >= 0:
            between = left[hit.end() : again]
            if not between.strip() or noise_score(between).total >= ENOUGH:
                buffer.remove_kept(number, (hit.start(1), again), "dup-title", _TWICE_WHY)
