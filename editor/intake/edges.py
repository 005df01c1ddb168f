"""The file's beginning and end: what only there is a site's (来源：…, a list of links).

Walks inwards from either end and stops at the first line of the speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor.intake.shapes import is_heading, is_prose, is_salutation, is_title
from editor.intake.sheet import Sheet
from editor.intake.site_lines import EDGE, matching
from editor.intake.site_words import button_kind

# Nobody puts more lines than this around a text.
_REACH = 60
_LISTED = re.compile(r"[\s　]*\d{1,2}[.．、]")


def strike_edges(sheet: Sheet) -> None:
    """Strike what stands before the speech begins and after it has ended."""
    _walk(sheet, range(min(_REACH, len(sheet.lines))), end=False)
    last = len(sheet.lines)
    _walk(sheet, range(last - 1, max(-1, last - 1 - _REACH), -1), end=True)
    _strike_link_list(sheet)


def _walk(sheet: Sheet, numbers: Iterable[int], *, end: bool) -> None:
    passed = 0
    for number in numbers:
        text = sheet.left(number)
        if not text.strip():
            continue
        form = matching(EDGE, text) if len(text) <= 240 else None
        if form and sheet.from_docx and not _near_noise(sheet, number):
            form = None
        if form and not (end and form.kind == "site-header" and _is_signature(text)):
            if end and is_prose(text) and form.kind != "copyright":
                return
            if form.kind == "copyright" and not _near_noise(sheet, number):
                return
            sheet.strike_line(number, form.kind, form.why + "，在讲话的前面或后面")
        elif button_kind(text) == "weak" and _near_noise(sheet, number):
            sheet.strike_line(number, "share-bar", "网页按钮，在讲话的前面或后面")
        elif is_prose(text) or is_salutation(text) or is_heading(text) or end or passed > 4:
            return
        else:
            passed += 1


def _near_noise(sheet: Sheet, number: int) -> bool:
    """Whether the nearest line with text on either side is struck."""
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(sheet.lines) and not sheet.lines[other].strip():
            other += step
        if 0 <= other < len(sheet.lines) and sheet.gone(other):
            return True
    return False


def _is_signature(text: str) -> bool:
    """时间/日期 lines after a speech may be its own."""
    return text.strip().startswith(("时间", "日期", "20"))


def _strike_link_list(sheet: Sheet) -> None:
    """Strike the titles of other articles between 相关推荐 and the end of the file."""
    lines = sheet.lines
    heads = [
        n
        for n in range(len(lines))
        if sheet.gone(n) and sheet.marks[n][0].kind in ("related-links", "copyright")
    ]
    for head in heads:
        rest = [n for n in range(head + 1, len(lines)) if not sheet.empty(n)]
        if len(rest) > 40 or any(not _is_link(sheet, n, head) for n in rest):
            continue
        for number in rest:
            kind = sheet.marks[head][0].kind
            sheet.strike_line(number, kind, "文末推荐栏或声明里的条目")
        return


def _is_link(sheet: Sheet, number: int, head: int) -> bool:
    text = sheet.left(number).strip()
    if sheet.marks[head][0].kind == "copyright" and not _LISTED.match(text):
        return False
    if is_salutation(text) or text.endswith(("!", "！", "。", "：", ":")):
        return False
    if is_heading(text) and not _LISTED.match(text):
        return False
    return len(text) <= 50 or (is_title(text) and len(text) <= 60)
