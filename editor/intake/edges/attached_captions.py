"""A page's button or notice glued to the first or the last line of a text.

Libraries that put a whole speech into one line leave their own words at its ends: 在线阅读
before the title, 试读结束 behind the last sentence.
"""

from __future__ import annotations

import re
from typing import Final

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import is_prose, is_title
from editor.intake.lines.caption_lines import button_kind
from editor.intake.noise_score import noise_score
from editor.language.sites import edge_forms, matching, sure_forms
from editor.manuscript.speech_lines import title_with_salutation

_WHY: Final = "网页的按钮或提示，粘在讲话的开头或结尾"
_WORD = re.compile(r"[\s　]*(\S{2,12})(?:[\s　]+)(?=\S)")
_ENDED = re.compile(r"[。！!？?…][”’」』）)】]*")
# Ornaments around a notice; a row of dots may be the speech's own mark of omission.
_EDGE = " \t　·.…-—–*×✕~|｜_="
_LONGEST: Final = 24
# A line that holds more than a title.
_WHOLE: Final = 80
# What two features of a page must weigh behind the last sentence.
_WEIGHT: Final = 5
_SPOKEN = re.compile("大家|同志|各[位级]|我们")
# A name and an address, where nobody was told to look there.
_ADDRESSED = re.compile(
    r"[一-龥]{0,8}[\s　]*(?:https?://|www\.)(?![\w.\-/]*\.(?:gov|edu|mil)\b)[\w.\-/]+"
)
_TOLD = re.compile("登录|登陆|访问|查询|查看|浏览|网址|网站|官网|平台|链接|下载|报名|[:：]$")
_NOTICES = frozenset(("member-notice", "share-bar"))


def remove_attached_captions(buffer: LineBuffer) -> None:
    """Remove a page's words at both ends of a text that is glued to them."""
    kept = list(buffer.remaining())
    if not kept or buffer.from_docx:
        return
    _remove_first(buffer, kept[0])
    _remove_last(buffer, kept[-1])


def _remove_first(buffer: LineBuffer, number: int) -> None:
    line = buffer.kept_text(number)
    at = 0
    while (hit := _WORD.match(line, at)) and button_kind(hit.group(1)) not in ("", "weak"):
        at = hit.end()
    rest = line[at:]
    if at and (is_title(rest) or title_with_salutation(rest) or is_prose(rest)):
        buffer.remove_kept(number, (0, at), "site-header", _WHY)


def _remove_last(buffer: LineBuffer, number: int) -> None:
    line = buffer.kept_text(number)
    ends = [hit.end() for hit in _ENDED.finditer(line)]
    if not ends:
        return
    tail = line[ends[-1] :]
    words = tail.strip(_EDGE)
    if not 2 <= len(words) <= _LONGEST:
        return
    addressed = _ADDRESSED.fullmatch(words) and not _TOLD.search(line, 0, ends[-1])
    if not addressed and not (_is_pages(words) if len(line) >= _WHOLE else _names_site(words)):
        return
    start = ends[-1] + tail.index(words)
    dotted = set(line[ends[-1] : start]) & set("·.…")
    buffer.remove_kept(number, (start if dotted else ends[-1], len(line)), "member-notice", _WHY)


def _names_site(words: str) -> bool:
    found = matching(edge_forms(), words)
    return found is not None and found.kind == "site-header" and ":" not in words.replace("：", ":")


def _is_pages(words: str) -> bool:
    if _SPOKEN.search(words):
        return False
    if button_kind(words) not in ("", "weak") or matching(sure_forms(), words):
        return True
    found = matching(edge_forms(), words)
    if found and found.kind in _NOTICES:
        return True
    found = noise_score(words)
    return found.total >= _WEIGHT and "button" in found.features and len(found.features) > 1
