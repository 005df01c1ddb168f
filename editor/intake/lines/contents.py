"""A table of contents before the speech: its lines come back as headings later."""

from __future__ import annotations

import re

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import SPACES, is_heading, is_prose, is_salutation, is_title

_MARK = re.compile(
    r"[\s　【\[]*(?:(?:文章|本文|内容)?目\s*录|内容导航|提\s*纲|大\s*纲|目录\s*[/／]\s*提纲)"
    r"[】\]]?\s*[:：]?[\s.…·]*"
)
_DOTS = re.compile(r"[\s　]*[.…·。]{2,}[\s　]*")
_PAGE = re.compile(r"(?<![.…·\s　])(?:[.…·\s　]{2,}+|\t)\d{1,3}\s*$")
# A title, what leads the eye to its page, and the page; a space leads only below a mark.
_PAGED = re.compile(
    r"[ \t　]*(?P<title>[^\s.…·][^\t…\n]{0,58}?)[ 　]?"
    r"(?P<lead>[ 　]*+(?:…|[.·．]{3}|[-_—]{3}|\t)[.…·．\-_—\s　]*+|[ 　]++|(?=[（(]))"
    r"[（(]?(?:第[ ]?)?(?P<page>\d{1,3})(?:[ ]?页)?[)）]?[ \t　]*+"
)
_NOT_WORDS = re.compile(r"[^\w一-龥]+|_+")
# A table of fewer lines is not told from an announcement of the points.
_FEWEST, _FEWEST_PAGED = 3, 2
# A table of copied headings begins in so many of the first lines; a line with a page has so many
# characters.
_FAR, _LONGEST = 60, 200
_PAGED_ANYWHERE = re.compile(r"\d[页)）]{0,2}[ \t　]*$", re.MULTILINE)


def remove_paged_contents(buffer: LineBuffer) -> None:
    """Remove tables of titles with their pages: below a mark, or with a lead to each page."""
    if buffer.from_docx or not _PAGED_ANYWHERE.search(buffer.text):  # there it is its author's
        return
    rows = list(buffer.remaining())
    marked = [at for at, n in enumerate(rows) if _is_mark(buffer, n)]
    for at in marked:
        if table := _table(buffer, rows, at + 1, marked=True):
            buffer.remove_line(rows[at], "toc-mark", "“目录”“提纲”字样")
            _remove_rows(buffer, table)
    at = 0
    while at < len(rows):
        table = [] if buffer.is_removed(rows[at]) else _table(buffer, rows, at, marked=False)
        _remove_rows(buffer, table)
        at += len(table) or 1


def _remove_rows(buffer: LineBuffer, table: list[int]) -> None:
    for number in table:
        buffer.remove_line(number, "toc", "目录：标题后面跟着页码")


def _table(buffer: LineBuffer, rows: list[int], at: int, *, marked: bool) -> list[int]:
    """The rows of a table that begins at a row: pages never go back, and two or more have one.

    A row without a page stands inside it only where one with a page follows (a long title, or
    the name of a part).
    """
    table: list[int] = []
    loose: list[int] = []
    page = paged = 0
    for number in (rows[i] for i in range(at, len(rows))):
        text = buffer.kept_text(number)
        hit = _PAGED.fullmatch(text) if len(text) <= _LONGEST else None
        if hit and (marked or hit["lead"].strip(" 　")):
            if int(hit["page"]) < page:
                break
            page = int(hit["page"])
            paged += 1
            table += [*loose, number]
            loose = []
        elif loose or not marked or not table or is_prose(text) or is_salutation(text):
            break
        else:
            loose = [number]
    if paged < _FEWEST_PAGED or not (marked or any(_is_entry(buffer, n) for n in table[:_FEWEST])):
        return []
    return table


def _is_entry(buffer: LineBuffer, number: int) -> bool:
    """Whether a row with a page heads something: 青石村……12 counts what a village has."""
    hit = _PAGED.fullmatch(buffer.kept_text(number))
    title = hit["title"] if hit else ""
    return is_heading(title) or is_title(title) or buffer.text.count(title) > 1


def remove_contents(buffer: LineBuffer) -> None:
    """Remove the marks and the copied headings before the (first) speech begins."""
    marks = [n for n in range(min(_FAR, len(buffer.lines))) if _is_mark(buffer, n)]
    start = marks[0] + 1 if marks else _first_heading(buffer)
    if start is None or (buffer.from_docx and not marks):
        return
    run = _run(buffer, start)
    listed = [n for n in run if not _DOTS.fullmatch(buffer.lines[n])]
    # Dots below a table say that it ends; in a text cut short its headings never come back.
    ended = bool(marks and run) and _DOTS.fullmatch(buffer.lines[run[-1]]) is not None
    if not ended and (
        len(listed) < _FEWEST or not _copied(buffer, listed, run[-1] + 1, bool(marks))
    ):
        return
    for number in run:
        dots = _DOTS.fullmatch(buffer.lines[number])
        buffer.remove_line(
            number,
            "toc-mark" if dots else "toc",
            "目录：这些标题在正文里都有" if not dots else "目录后面的省略号",
        )
    for number in marks[:1]:
        buffer.remove_line(number, "toc-mark", "“目录”“提纲”字样")


def _is_mark(buffer: LineBuffer, number: int) -> bool:
    line = buffer.lines[number]
    return 1 < len(line) <= 20 and _MARK.fullmatch(line) is not None


def _first_heading(buffer: LineBuffer) -> int | None:
    """The first line with text when it (or the one after the title) is a heading."""
    for passed, number in enumerate(buffer.remaining()):
        text = buffer.kept_text(number)
        if is_heading(text) and len(text) <= 45:
            return number
        if passed >= 3 or is_prose(text) or is_salutation(text):
            return None
    return None


def _run(buffer: LineBuffer, start: int) -> list[int]:
    """The lines of the table: short ones, up to the title or the first running text."""
    run: list[int] = []
    for number in range(start, len(buffer.lines)):
        text = buffer.kept_text(number).strip()
        if not text:
            continue
        dots = _DOTS.fullmatch(text) is not None
        plain = is_title(text) and not is_heading(text) and not _PAGE.search(text)
        if not dots and (
            len(text) > 48 or is_salutation(text) or plain or "。" in text.rstrip("。")
        ):
            break
        if not dots and run and _DOTS.fullmatch(buffer.lines[run[-1]]):
            break
        run.append(number)
        if len(run) > 80:
            break
    return run


def _copied(buffer: LineBuffer, listed: list[int], behind: int, marked: bool) -> bool:
    """Whether enough of the lines come back; a table with a mark needs fewer."""
    later = _words("".join(buffer.kept_text(n) for n in range(behind, len(buffer.lines))))
    back = sum(_words(_PAGE.sub("", buffer.kept_text(n))) in later for n in listed)
    return back >= len(listed) * (0.4 if marked else 0.7) and back >= _FEWEST


def _words(text: str) -> str:
    return _NOT_WORDS.sub("", text.translate({ord(c): None for c in SPACES}))
