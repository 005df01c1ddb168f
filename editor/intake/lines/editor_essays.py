"""What an editor writes above a model text without saying 小编: an essay, a row of keywords.

Told by place and by what it speaks about: above the title of a speech, to nobody, about
speeches and how to write them.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import ends_paragraph, is_heading, is_salutation, is_title
from editor.intake.lines.introductions import calls

_ESSAY: Final = "讲话前面网站编辑写的短文，不是讲话内容"
_KEYWORDS: Final = "网页的关键词"
# A page's title stands among so many lines, removed or not, and is no longer.
_CAPTIONS, _LONGEST = 12, 60
_HEAD, _PARAGRAPHS, _CHARACTERS = 8, 3, 600
_ABOUT = re.compile(
    "讲话|发言|致辞|致词|演讲|主持词|开场白|范文|例文|文稿|稿件|讲稿|撰写|起草|写作|写好|措辞|文秘|开头|结尾"
)
_MANY: Final = 3
_SPOKEN = re.compile(
    "我们|咱们|同志们|各位|大家(?:好|一起)|谢谢|[^自忘]我(?!国)|^我|会议|刚才|今天|议程|出席"
)
_LIST = re.compile(
    r"[\s　]*[^\s，,、；;。：:！!？?]{1,8}"
    r"(?:[，,、；;][ 　]?[^\s，,、；;。：:！!？?]{1,8}){3,11}[\s　]*"
)
_SPLIT = re.compile("[，,、；; 　]+")


def remove_editor_essays(buffer: LineBuffer) -> None:
    """Remove an essay above the title, and a row of keywords beside it."""
    if buffer.from_docx:
        return
    kept = list(buffer.remaining())
    _remove_keywords(buffer, kept)
    kept = [n for n in kept if not buffer.is_removed(n)]
    for at, number in enumerate(kept[:_HEAD]):
        text = buffer.kept_text(number)
        greeted = at + 1 < len(kept) and is_salutation(buffer.kept_text(kept[at + 1]))
        if is_title(text) and greeted:
            _remove_above(buffer, kept[:at])
            return
        if is_salutation(text) or is_heading(text):
            return


def _remove_above(buffer: LineBuffer, above: list[int]) -> None:
    prose = [
        n
        for n in above
        if ends_paragraph(buffer.kept_text(n)) and len(buffer.kept_text(n).strip()) > 12
    ]
    text = "\n".join(buffer.kept_text(n).strip() for n in prose)
    if not prose or len(prose) > _PARAGRAPHS or len(text) > _CHARACTERS:
        return
    about = len(_ABOUT.findall(text)) >= _MANY
    if about and not _SPOKEN.search(text) and not calls(text):
        for number in prose:
            buffer.remove_line(number, "site-intro", _ESSAY)


def _remove_keywords(buffer: LineBuffer, kept: list[int]) -> None:
    """A row of words at either end, most of which are the title's."""
    captions = [buffer.lines[n].strip() for n in range(min(_CAPTIONS, len(buffer.lines)))]
    named = [c for c in captions if _ABOUT.search(c) and len(c) <= _LONGEST]
    title = " ".join(c for c in named if not _LIST.fullmatch(c) and not ends_paragraph(c))
    if not title:
        return
    head = takewhile(lambda n: not is_salutation(buffer.kept_text(n)), kept[:_HEAD])
    tail = takewhile(lambda n: not ends_paragraph(buffer.kept_text(n)), kept[: -_HEAD - 1 : -1])
    for number in (*head, *tail):
        text = buffer.kept_text(number).strip()
        words = _SPLIT.split(text) if _LIST.fullmatch(text) else []
        if sum(word in title for word in words) * 2 > len(words):
            buffer.remove_line(number, "related-links", _KEYWORDS)
