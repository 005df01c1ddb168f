"""Notes that a document library glues to every page, between the words: '下载后可…'.

Told by three or more equal copies in unlike places that speak of the document, whatever
the wording is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Final

from editor.intake.line_buffer import LineBuffer, LineChange
from editor.intake.marks.watermarks import shared, unlike
from editor.intake.noise_score import ENOUGH, noise_score
from editor.language.field_labels import bare_label, is_prompted
from editor.language.sites import trade_names

_WHY = "反复夹在正文里的文档库说明，不是讲话内容"
_ANCHOR = re.compile(
    "文档|下载|[Ww]ord|WORD|编辑|打印|格式|复制|版权|公众号|关注|资料|水印|原创|整理|会员|收藏|免费|稿件|范文|更多"
)
_BRACKET = re.compile(r"[\[【〖〔(（「][^\[\]【】〖〗〔〕()（）「」\n]{3,40}[\]】〗〕)）」]")
# A name between two equal odd symbols: @好词库@
_FRAMED = re.compile(r"([@＠※§◎◆☆★#＃])[^\s@＠※§◎◆☆★#＃，。、；：]{2,14}\1")
# So many characters behind the anchor must be the same in all copies.
_SAME = 4
_HAN = re.compile("[一-龥]")
_SHORTEST: Final = 7
_COPIES: Final = 3
_WEIGHT: Final = 5


def remove_inline_boilerplate(buffer: LineBuffer) -> None:
    """Remove the copies of a library's note wherever they stand."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    text = _masked(buffer)
    for hit in _ANCHOR.finditer(text):
        places[text[hit.start() : hit.end() + _SAME]].append(hit.start())
    phrases: set[str] = set()
    for words, starts in places.items():
        if len(starts) < 2 or "\n" in words.strip("\n"):
            continue
        phrase = shared(text, starts, len(words.strip("\n")))
        enough = len(starts) >= _COPIES or _beside_removed(buffer, text, phrase)
        if enough and len(phrase) >= _SHORTEST and noise_score(phrase).total >= _WEIGHT:
            phrases |= {phrase} if unlike(text, phrase) else set()
    brackets = Counter(_BRACKET.findall(text))
    phrases |= {
        p
        for p, copies in brackets.items()
        if (copies > 1 and _is_sites(p)) or (copies >= _COPIES and _is_name(text, p))
    }
    framed = Counter(hit.group() for hit in _FRAMED.finditer(text))
    phrases |= {p for p, copies in framed.items() if _is_framed_name(p, copies)}
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        _remove(buffer, phrase)


def _beside_removed(buffer: LineBuffer, text: str, phrase: str) -> bool:
    """Whether all copies of a phrase stand beside what is removed in the middle of a line."""
    return bool(phrase) and all(
        "\n" in text[hit.start() - 1 : hit.start()] + text[hit.end() : hit.end() + 1]
        and buffer.text[hit.start() - 1 : hit.start()] != "\n"
        for hit in re.finditer(re.escape(phrase), text)
    )


def _is_framed_name(framed: str, copies: int) -> bool:
    """Whether a name between odd symbols is a site's: #云川好物# is a topic, #单位# a blank."""
    if is_prompted(bare_label(framed[1:-1])) or not _HAN.search(framed):
        return False
    return copies >= (_COPIES if framed[0] == "#" else 2)


def _is_sites(bracket: str) -> bool:
    """Whether a bracket that comes back speaks of a page; (热烈鼓掌) does not."""
    found = noise_score(bracket)
    return found.total >= ENOUGH and bool(found.features & {"site", "stamp"})


def _is_name(text: str, bracket: str) -> bool:
    """Whether a bracket between words is a name of the trade with texts, and no blank of ours."""
    name = bracket[1:-1]
    if bracket[0] in "(（" or is_prompted(bare_label(name)) or not trade_names().search(name[:-1]):
        return False
    return unlike(text, bracket)


def _masked(buffer: LineBuffer) -> str:
    """The text with line feeds for what is removed already: a note does not reach over it."""
    lines = list(buffer.lines)
    for number, changes in buffer.changes.items():
        for change in changes:
            line = lines[number]
            gap = "\n" * (change.end - change.start)
            lines[number] = line[: change.start] + gap + line[change.end :]
    return "\n".join(lines)


def _remove(buffer: LineBuffer, phrase: str) -> None:
    for number, line in enumerate(buffer.lines):
        for hit in re.finditer(re.escape(phrase), line) if phrase in line else ():
            buffer.apply([LineChange(number, hit.start(), hit.end(), "watermark", _WHY)])
