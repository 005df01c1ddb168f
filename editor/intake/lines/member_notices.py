"""What a site advertises where it left text out; the mark that something is missing stays.

Notices on lines of their own are forms of `resources/language/site-forms.toml`.
"""

from __future__ import annotations

import re
from typing import Final

from editor.intake.line_buffer import LineBuffer, LineChange

_WHY = "网站的会员或预览提示"
_GATE: Final = ("省略", "略去", "隐藏", "未完", "待续")
# '……(省略863字)……' stays, what the site says about itself inside it goes.
_LEFT_OUT = re.compile(
    r"[(（]([^()（）]{0,60}?)((?:此处|中间|以下|此处已)?(?:省略|略去|"
    r"隐藏)\s*\d*\s*(?:余)?字?)([^()（）]{0,60})[)）]"
)
_UNFINISHED = re.compile(r"[(（]\s*((?:未完|未完待续|待续))([,，:：;；][^()（）]{4,120})$")
_CLOSED = re.compile(r"[(（]\s*(?:未完|未完待续|待续)([,，:：;；][^()（）]{4,120})[)）]")
_ADVERT = re.compile(
    r"https?:|www\.|网|会员|阅读|下载|登录|VIP|显示|全文|付费|查看|本页|展示|当前|[.]com|[.]cn"
)


def remove_member_notices(buffer: LineBuffer) -> None:
    """Remove what advertises inside a mark of omission, and keep the mark."""
    if not buffer.has(*_GATE):
        return
    for number, line in enumerate(buffer.lines):
        if not buffer.is_removed(number) and any(word in line for word in _GATE):
            _trim(buffer, number, line)


def _trim(buffer: LineBuffer, number: int, line: str) -> None:
    why = _WHY + "；“省略”“未完”的记号留着，好让人知道这里缺了内容"
    for found in _LEFT_OUT.finditer(line):
        for group in (1, 3):
            if _ADVERT.search(found.group(group)):
                buffer.apply([LineChange(number, *found.span(group), "member-notice", why)])
    for found in _CLOSED.finditer(line):
        if _ADVERT.search(found.group(1)):
            buffer.apply([LineChange(number, *found.span(1), "member-notice", why)])
    found = _UNFINISHED.search(line.rstrip())
    if found and _ADVERT.search(found.group(2)):
        start, end = found.span(2)
        # The bracket that the site left open on another line is closed with its last mark.
        buffer.apply([LineChange(number, start, end - 1, "member-notice", why)])
        buffer.apply(
            [
                LineChange(
                    number,
                    end - 1,
                    end,
                    "member-notice",
                    why,
                    after=")" if line[found.start()] == "(" else "）",
                )
            ]
        )
