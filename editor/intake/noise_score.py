"""How much a line has of a site's furniture: features that add up, none of them enough alone.

Whole words of sites are only one sign of several; a line's shape, whom it speaks to and
what it speaks about (the text itself, the page, the reader) count as much.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from editor.intake.line_shapes import is_salutation
from editor.language.sites import site_features

# From this sum on a line is a site's, where a speech has not begun or is over.
ENOUGH: Final = 3
# A whole sentence that does not speak of the text or the page needs more than this.
_OVERWHELMING: Final = 4


_SPOKEN = re.compile(
    "(?<!关注)(?<!联系)(?<!关于)我们|各级|群众|干部|党员|职工|(?:^|[，。；、])(?:要|必须|坚决|坚持|对|把)|同志们|咱们|"
    "作者系|内部资料|注意保存|录音|本人审阅|议程|出席|参会|"
    "我(?:代表|谨|讲|想|希望|相信|宣布|提|就|完|再)|谢谢|各位|让我|祝愿?"
)
# Who speaks of himself and his listeners again and again makes a speech, whatever he says.
_SPEAKER = re.compile(
    "(?<!关注)(?<!联系)(?<!关于)我们|咱们?|我(?=叫|是|谨|代表|想|要|的|宣布|希望|相信|市|县|区|镇|校|省|国)"
)
_EDITOR = re.compile("小编|范文|例文|本站|本网|网友|下载|会员|免费|全文|转载|版权")
_PARAGRAPH: Final = 60
_SENTENCE = re.compile("[^。！？!?；;]+[。！？!?；;]?")
_PLAIN: Final = 8
_HAN = re.compile("[一-龥]")
_FACT = re.compile(r"\d|请大家|朋友|老师|同学|让")
_NOTE: Final = 30
# A site that speaks to its readers says 各位 too, and a report says 出席.
_ADDRESSES: Final = frozenset(("chat", "offer", "press"))
_ENDED = re.compile(r"[。！？!?；;：:…][”’」』）)】]?[\s　]*$")
# A short line with the word 讲话稿 is a title.
_TITLED: Final = 30
# What speaks about the text or the page, as sentences of a speech do not.
_META: Final = frozenset(
    ("chat", "offer", "about", "advice", "rights", "text", "genre", "title", "site")
)
_BARE = re.compile(r"[\s　]*(?:\d{1,7}|[\-—=*~·•|｜>»#]{1,40})[\s　]*")
_WRAPPED = re.compile(r"[\s　]*(?:【[^】]*】|[\[［〖][^\]］〗]*[\]］〗]|[（(][^）)]*[）)])[\s　]*")
_LABELLED = re.compile(r"[\s　]*【[^】]{2,8}】\S")
_CAPTION = re.compile(r"[\s　]*[一-龥]{2,8}[:：][\s　]*")
_LABEL = re.compile(r"[一-龥]{2,5}[:：丨｜|]|[一-龥] [一-龥] [一-龥][:：]")


class NoiseScore(NamedTuple):
    """The sum of a line's features, and which of them it has."""

    total: int
    features: frozenset[str]


def noise_score(text: str, title: str = "") -> NoiseScore:
    """What speaks for a line being a site's; ``title``: the speech's, which sites repeat."""
    features: set[str] = set()
    score = 0
    for name, one, more, pattern, _ in site_features():
        found = {hit.group() for hit in pattern.finditer(text)}
        if found and (name != "genre" or len(text) > _TITLED):
            features.add(name)
            score += one if len(found) == 1 else more + (len(found) > 2)
    short = len(text.strip()) <= 30 and not _ENDED.search(text)
    score += _shape(text, short)
    if title and title in text and text.strip() != title:
        score += 2
        features.add("title")
    if _SPOKEN.search(text) and not features & _ADDRESSES:
        score -= 3
    if len(text) > _PARAGRAPH and len(_SPEAKER.findall(text)) > 1 and not _EDITOR.search(text):
        score -= 4
    return NoiseScore(score if features or _BARE.fullmatch(text) else 0, frozenset(features))


def mostly_plain(text: str) -> bool:
    """Whether a third of a line or more is a speaker's, without a sign: a note is glued to it."""
    if len(text) <= _NOTE:
        return False
    plain = [
        hit.group()
        for hit in _SENTENCE.finditer(text)
        if len(_HAN.findall(hit.group())) >= _PLAIN and not noise_score(hit.group()).features
    ]
    spoken = any(_SPOKEN.search(s) or _FACT.search(s) for s in plain)
    return spoken and sum(map(len, plain)) * 3 >= len(text)


def is_bracketed(text: str) -> bool:
    """Whether a whole line stands in brackets: a stage direction, or a site's remark."""
    return _WRAPPED.fullmatch(text) is not None


def _shape(text: str, short: bool) -> int:
    score = int(short)
    if _BARE.fullmatch(text):
        score += 2
    if _WRAPPED.fullmatch(text) or text.count("【") + text.count("〖") > 1 or _LABELLED.match(text):
        score += 1
    score += _CAPTION.fullmatch(text) is not None
    score += min(len(_LABEL.findall(text)), 2) if len(text) <= 80 else 0
    return score


def is_furniture(text: str, found: NoiseScore) -> bool:
    """Whether a line outside a speech is a site's; a whole sentence needs more to be one."""
    if is_salutation(text):
        return False
    if len(text.strip()) > 24 and _ENDED.search(text):
        return found.total > (ENOUGH if found.features & _META else _OVERWHELMING)
    return found.total >= ENOUGH
