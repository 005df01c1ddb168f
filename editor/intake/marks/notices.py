"""What a site wrote into the paragraphs of a speech: told by forms, which are data.

A form that a speech could have once (文稿林首发。) is only asked about; where the same words
come again in another sentence nobody said them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

from editor.intake.line_buffer import LineBuffer, LineChange
from editor.language.sites import SiteForm, site_notices

# Official addresses, an address of one's own, and what a page left out: others look at these.
_OTHERS: Final = re.compile("gov.cn|edu.cn|省略|未完|@")
_ADDRESS: Final = re.compile(r"https?:|www\.", re.IGNORECASE)
# Without one of these an address only tells the hall where to look (网址：www…).
_ORIGIN: Final = re.compile("来源|来自|转自|转载|出自|摘自|选自|整理|本文|更多|下载|范文|文秘")
_HAN: Final = re.compile("[一-龥]")
_END: Final = "。！!？? 　"


class _FoundNotice(NamedTuple):
    line: int
    start: int
    end: int
    words: str
    form: SiteForm


def remove_notices(buffer: LineBuffer) -> None:
    """Remove the notices of sites; ask about those that stand once and could be said."""
    found = [notice for form in site_notices() for notice in _found(buffer, form)]
    times = Counter(notice.words for notice in found)
    for notice in found:
        form = notice.form
        sure = form.sure or times[notice.words] > 1
        place = notice.line, notice.start, notice.end
        buffer.apply([LineChange(*place, form.kind, form.why, sure=sure)])


def _found(buffer: LineBuffer, form: SiteForm) -> list[_FoundNotice]:
    if not form.gate.search(buffer.text):
        return []
    return [
        _FoundNotice(number, *hit.span(), hit.group().strip(_END), form)
        for number, line in enumerate(buffer.lines)
        if not buffer.is_removed(number) and form.gate.search(line)
        for hit in form.pattern.finditer(line)
        if not _is_others(buffer, hit.group())
    ]


def _is_others(buffer: LineBuffer, text: str) -> bool:
    if _OTHERS.search(text):
        return True
    if not _ADDRESS.search(text):
        return False
    if not _HAN.search(text):
        return buffer.from_docx or "/" in text.strip("/")
    return not _ORIGIN.search(text)
