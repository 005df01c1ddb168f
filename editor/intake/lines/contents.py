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
_NUMBERED = re.compile(r"[^\d\s第.…·][\s　.…·]*[\s　][.…·]*\d{1,4}\s*$")
_LED = re.compile(r"^.{2,60}(?:…{2,}|[.·．]{6,})[ 　]*[(（]?\d{1,3}[)）]?[ 　]*$", re.MULTILINE)
_NOT_WORDS = re.compile(r"[^\w一-龥]+|_+")
# A table of fewer lines is not told from an announcement of the points.
_FEWEST = 3


def remove_contents(buffer: LineBuffer) -> None:
    """Remove the marks and the copied headings before the (first) speech begins."""
    _remove_led(buffer)
    marks = [n for n in range(min(60, len(buffer.lines))) if _is_mark(buffer, n)]
    start = marks[0] + 1 if marks else _first_heading(buffer)
    if start is None or (buffer.from_docx and not marks):
        return
    run = _run(buffer, start)
    if marks and not buffer.from_docx:
        _remove_numbered(buffer, run, marks[0])
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


def _remove_numbered(buffer: LineBuffer, run: list[int], mark: int) -> None:
    """Remove entries with a page's number below a mark; the last may be the speech's title."""
    numbered = [n for n in run if _NUMBERED.search(buffer.kept_text(n))]
    pages = [int(buffer.kept_text(n).split()[-1].lstrip(".…·")) for n in numbered]
    if numbered and numbered[-1] == run[-1] and (len(pages) < 2 or pages[-1] < pages[-2]):
        numbered.pop()
    for number in numbered:
        buffer.remove_line(number, "toc", "目录：标题后面跟着页码")
    if numbered:
        buffer.remove_line(mark, "toc-mark", "“目录”“提纲”字样")


def _remove_led(buffer: LineBuffer) -> None:
    """Remove lines with dots leading to a page number, wherever a file's next table stands."""
    if not _LED.search(buffer.text):
        return
    led = [n for n in buffer.remaining() if _LED.search(buffer.lines[n])]
    for number in led if len(led) >= 2 else ():
        buffer.remove_line(number, "toc", "目录：标题后面跟着页码")
        above = number - 1
        while above >= 0 and not buffer.lines[above].strip():
            above -= 1
        if above >= 0 and _is_mark(buffer, above):
            buffer.remove_line(above, "toc-mark", "“目录”“提纲”字样")


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
