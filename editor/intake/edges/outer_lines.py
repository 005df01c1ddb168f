"""The file's beginning and end: what only there is a site's (来源：…).

Walks inwards from either end and stops at the first line of the speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import (
    ends_paragraph,
    is_bare_heading,
    is_heading,
    is_prose,
    is_salutation,
    is_title,
)
from editor.intake.lines.caption_lines import button_kind
from editor.intake.noise_score import mostly_plain
from editor.language.sites import SiteForm, edge_forms, hint_forms, matching

_TITLE_SIZE = 50
# Nobody puts more lines than this around a text.
_REACH = 60
# Page marks and watermarks also stand in the middle of a speech.
_SURE = frozenset(
    (
        "site-nav",
        "site-header",
        "site-footer",
        "share-bar",
        "copyright",
        "related-links",
        "member-notice",
        "site-intro",
        "url",
    )
)
_SYMBOLS = re.compile(r"[\s|｜>＞«»/\\]{1,6}")
_BUTTONS = frozenset(
    ("返回", "首页", "登录", "注册", "下载", "收藏", "分享", "打印", "关闭", "举报")
)
# A label set wide (时　间：) is the same label.
_GAP = r"[ 　]*"
_WHEN = re.compile(rf"[\s　]*(?:会议|活动)?(?:时{_GAP}间|日{_GAP}期)\s*[:：]")
_WHERE = re.compile(
    rf"[\s　]*(?:会议|活动)?(?:地{_GAP}点|主{_GAP}持{_GAP}人?|参加人员|参会人员|出席人员|"
    rf"出{_GAP}席|参{_GAP}会|人{_GAP}员|议{_GAP}程)\s*[:：]"
)
# A day as an office writes it; a page's has strokes and a clock.
_WRITTEN_DAY = re.compile(r"[:：][\s　]*[\d〇○一二三四五六七八九十XxＸ×_ 　]{0,12}年")
_POINT = re.compile(
    r"[\s　]*(?:第?[一二三四五六七八九十]{1,3}[是要、]|[（(][一二三四五六七八九十]{1,3}[)）])"
)


def remove_outer_lines(buffer: LineBuffer) -> None:
    """Remove what stands before the speech begins, after its end, and beside sure noise."""
    size = len(buffer.lines)
    tail = range(size - 1, max(-1, size - 1 - _REACH), -1)
    _walk(buffer, range(min(_REACH, size)), end=False)
    _walk(buffer, tail, end=True)


def _walk(buffer: LineBuffer, numbers: Iterable[int], *, end: bool) -> None:
    passed = 0
    for number in numbers:
        text = buffer.kept_text(number)
        if not text.strip():
            continue
        if found := _edge_form(buffer, number, end=end):
            buffer.suspect_line(number, found.kind, found.why + "，在讲话的前面或后面")
        elif (not buffer.from_docx and _is_scrap(text, first=not passed)) or (
            button_kind(text) == "weak" and _near_noise(buffer, number)
        ):
            buffer.suspect_line(number, "share-bar", "网页按钮，在讲话的前面或后面")
        elif is_prose(text) or is_salutation(text) or is_heading(text) or end or passed > 4:
            return
        else:
            passed += 1


def _is_scrap(text: str, *, first: bool) -> bool:
    """Bare symbols of a page, or one of its buttons as the outermost line."""
    return _SYMBOLS.fullmatch(text) is not None or (first and text.strip() in _BUTTONS)


def _edge_form(buffer: LineBuffer, number: int, *, end: bool) -> SiteForm | None:
    """The edge form that a line has, where nothing speaks for the speech."""
    text = buffer.kept_text(number)
    found = matching((*edge_forms(), *hint_forms()), text) if len(text) <= 240 else None
    if not found or is_salutation(text) or goes_on(buffer, number) or mostly_plain(text):
        return None
    if is_prose(text) and _POINT.match(text):
        return None
    near = _near_noise(buffer, number)
    if not near and (buffer.from_docx or found.kind in ("copyright", "member-notice", "share-bar")):
        return None
    if found.kind == "site-header" and not near and (end or "-" in text[:6] or "日期" in text[:4]):
        return None
    if (end and not near and is_prose(text)) or is_agenda(buffer, number):
        return None
    return found


def is_agenda(buffer: LineBuffer, number: int) -> bool:
    """Whether 时间：… is the head of a meeting's script: its place or chairman stands beside."""
    if not _WHEN.match(buffer.lines[number]):
        return False
    if _WRITTEN_DAY.search(buffer.lines[number]):
        return True
    near = (
        buffer.kept_text(n) for n in range(max(0, number - 2), min(number + 4, len(buffer.lines)))
    )
    return any(_WHERE.match(line) for line in near)


def goes_on(buffer: LineBuffer, number: int) -> bool:
    """Whether a line goes on with a sentence that the line before it broke off."""
    other = number - 1
    while other >= 0 and not buffer.lines[other].strip():
        other -= 1
    if other < 0 or buffer.is_removed(other):
        return False
    before = buffer.kept_text(other)
    if ends_paragraph(before) or is_title(before) or is_bare_heading(before):
        return False
    if len(before) <= _TITLE_SIZE and not any(map(str.strip, buffer.lines[:other])):
        return any(mark in before for mark in "，,。；;")  # the first line of all is a title
    return len(before) >= 25 or any(mark in before for mark in "，,。；;")


def _near_noise(buffer: LineBuffer, number: int) -> bool:
    """Whether the nearest line with text on either side is a site's for certain."""
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(buffer.lines) and not buffer.lines[other].strip():
            other += step
        inside = 0 <= other < len(buffer.lines) and buffer.is_removed(other)
        if inside and buffer.changes[other][0].kind in _SURE:
            return True
    return False
