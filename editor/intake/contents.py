"""A table of contents before the speech: its lines come back as headings later."""

from __future__ import annotations

import re

from editor.intake.shapes import SPACES, is_heading, is_prose, is_salutation, is_title
from editor.intake.sheet import Sheet

_MARK = re.compile(
    r"[\s　【\[]*(?:(?:文章|本文|内容)?目\s*录|内容导航|提\s*纲|大\s*纲|目录\s*[/／]\s*提纲)"
    r"[】\]]?\s*[:：]?[\s.…·]*"
)
_DOTS = re.compile(r"[\s　]*[.…·。]{2,}[\s　]*")
_PAGE = re.compile(r"(?:[.…·\s　]{2,}|\t)\d{1,3}\s*$")
_NUMBERED = re.compile(r"[^\d\s第.…·][\s　.…·]*[\s　][.…·]*\d{1,4}\s*$")
_LED = re.compile(r"^.{2,60}(?:…{2,}|[.·．]{6,})[ 　]*[(（]?\d{1,3}[)）]?[ 　]*$", re.MULTILINE)
_NOT_WORDS = re.compile(r"[^\w一-龥]+|_+")
# A table of fewer lines is not told from an announcement of the points.
_FEWEST = 3


def strike_contents(sheet: Sheet) -> None:
    """Strike the marks and the copied headings before the (first) speech begins."""
    _strike_led(sheet)
    marks = [n for n in range(min(60, len(sheet.lines))) if _is_mark(sheet, n)]
    start = marks[0] + 1 if marks else _first_heading(sheet)
    if start is None or (sheet.from_docx and not marks):
        return
    run = _run(sheet, start)
    if marks and not sheet.from_docx:
        _strike_numbered(sheet, run, marks[0])
    listed = [n for n in run if not _DOTS.fullmatch(sheet.lines[n])]
    # Dots below a table say that it ends; in a text cut short its headings never come back.
    ended = bool(marks and run) and _DOTS.fullmatch(sheet.lines[run[-1]]) is not None
    if not ended and (
        len(listed) < _FEWEST or not _copied(sheet, listed, run[-1] + 1, bool(marks))
    ):
        return
    for number in run:
        dots = _DOTS.fullmatch(sheet.lines[number])
        sheet.strike_line(
            number,
            "toc-mark" if dots else "toc",
            "目录：这些标题在正文里都有" if not dots else "目录后面的省略号",
        )
    for number in marks[:1]:
        sheet.strike_line(number, "toc-mark", "“目录”“提纲”字样")


def _strike_numbered(sheet: Sheet, run: list[int], mark: int) -> None:
    """Strike entries with a page's number below a mark; the last may be the speech's title."""
    numbered = [n for n in run if _NUMBERED.search(sheet.left(n))]
    pages = [int(sheet.left(n).split()[-1].lstrip(".…·")) for n in numbered]
    if numbered and numbered[-1] == run[-1] and (len(pages) < 2 or pages[-1] < pages[-2]):
        numbered.pop()
    for number in numbered:
        sheet.strike_line(number, "toc", "目录：标题后面跟着页码")
    if numbered:
        sheet.strike_line(mark, "toc-mark", "“目录”“提纲”字样")


def _strike_led(sheet: Sheet) -> None:
    """Strike lines with dots leading to a page number, wherever a file's next table stands."""
    if not _LED.search(sheet.text):
        return
    led = [n for n in sheet.remaining() if _LED.search(sheet.lines[n])]
    for number in led if len(led) >= 2 else ():
        sheet.strike_line(number, "toc", "目录：标题后面跟着页码")
        above = number - 1
        while above >= 0 and not sheet.lines[above].strip():
            above -= 1
        if above >= 0 and _is_mark(sheet, above):
            sheet.strike_line(above, "toc-mark", "“目录”“提纲”字样")


def _is_mark(sheet: Sheet, number: int) -> bool:
    line = sheet.lines[number]
    return 1 < len(line) <= 20 and _MARK.fullmatch(line) is not None


def _first_heading(sheet: Sheet) -> int | None:
    """The first line with text when it (or the one after the title) is a heading."""
    for passed, number in enumerate(sheet.remaining()):
        text = sheet.left(number)
        if is_heading(text) and len(text) <= 45:
            return number
        if passed >= 3 or is_prose(text) or is_salutation(text):
            return None
    return None


def _run(sheet: Sheet, start: int) -> list[int]:
    """The lines of the table: short ones, up to the title or the first running text."""
    run: list[int] = []
    for number in range(start, len(sheet.lines)):
        text = sheet.left(number).strip()
        if not text:
            continue
        dots = _DOTS.fullmatch(text) is not None
        plain = is_title(text) and not is_heading(text) and not _PAGE.search(text)
        if not dots and (
            len(text) > 48 or is_salutation(text) or plain or "。" in text.rstrip("。")
        ):
            break
        if not dots and run and _DOTS.fullmatch(sheet.lines[run[-1]]):
            break
        run.append(number)
        if len(run) > 80:
            break
    return run


def _copied(sheet: Sheet, listed: list[int], behind: int, marked: bool) -> bool:
    """Whether enough of the lines come back; a table with a mark needs fewer."""
    later = _words("".join(sheet.left(n) for n in range(behind, len(sheet.lines))))
    back = sum(_words(_PAGE.sub("", sheet.left(n))) in later for n in listed)
    return back >= len(listed) * (0.4 if marked else 0.7) and back >= _FEWEST


def _words(text: str) -> str:
    return _NOT_WORDS.sub("", text.translate({ord(c): None for c in SPACES}))
