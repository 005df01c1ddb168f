"""A library's tips below the speech: a caption of its own, then numbered or short lines.

Told by form and by what they speak of (files, members, downloads), not by their wording:
every library words its notice differently.
"""

from __future__ import annotations

import re

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import is_salutation

_CAPTION = re.compile(
    r"[\s　【\[（(*]*(?:温馨|友情|特别|下载|使用|阅读|郑重|免责|版权)?"
    r"(?:提示|提醒|声明|须知|必读|说明)[\s　】\]）)*]*[:：]?[\s　]*"
)
# What such a note speaks of and a speaker does not; two different ones are wanted.
_FILES = re.compile(
    r"文档|文件夹|资料|附件|下载|上传|会员|本站|网站|文库|软件|阅读器|打印|预览|格式|积分|版权|侵权|网友"
)
_NUMBERED = re.compile(r"[\s　]*(?:\d{1,2}|[①-⑨]|[（(]\d[）)])[\s　]*[.．、:：]?")
_LINES, _LONG = 10, 120  # so many lines below a caption, so long at the most
_ENOUGH = 2
_WHY = "正文后面的网站提示"


def remove_site_tips(buffer: LineBuffer) -> None:
    """Remove a caption of tips and all that stands below it, where it ends the text."""
    rest: list[int] = []
    for number in range(len(buffer.lines) - 1, -1, -1):
        text = buffer.kept_text(number)
        if buffer.is_removed(number) or not text.strip():
            continue
        if _CAPTION.fullmatch(text) and len(text.strip()) <= 10:
            if rest and _of_files([buffer.kept_text(n) for n in rest]):
                for line in (number, *rest):
                    buffer.remove_line(line, "member-notice", _WHY)
            return
        rest.append(number)
        if len(rest) > _LINES or len(text) > _LONG or is_salutation(text):
            return


def _of_files(lines: list[str]) -> bool:
    """Whether lines speak of files again and again; several are numbered through."""
    listed = len(lines) == 1 or sum(bool(_NUMBERED.match(line)) for line in lines) * 2 >= len(lines)
    return listed and len({word for line in lines for word in _FILES.findall(line)}) >= _ENOUGH
