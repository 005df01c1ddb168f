"""Introductions that a site puts before (and good-byes behind) a model text.

'下面是小编为大家整理的…，供大家参考' with all its variants, also behind a sentence or
two of real-looking preamble in the same line.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import (
    is_heading,
    is_major_heading,
    is_prose,
    is_salutation,
    is_title,
)
from editor.language.sites import any_of
from editor.language.speech import person_choice

_WHY = "网站编辑写的导语，不是讲话内容"
_GIVE = (
    "(?:整理|收集|搜集|汇总|汇编|精选|挑选|精心|准备|分享|推荐|带来|提供|编辑|撰写|"
    "介绍|搜罗|梳理|奉上|编写|总结)"
)
_GATHER = "(?:整理|收集|搜集|汇总|汇编|精选|挑选|提供|带来|编辑|推荐|分享|准备|搜罗)"
_WORK = (
    "(?:范文|稿|文章|资料|模板|致辞|致词|发言|讲话|演讲|报告|总结|心得|材料|文档|"
    "范本|内容|例文|作文|文案|篇|词|体会|公文|素材)"
)
_MODEL = (
    "(?:范文|例文|范本|模板|文章|资料|文档|公文|素材|[稿词][^。]{0,6}篇|\\d+篇|"
    "讲话稿|发言稿|演讲稿|致辞稿|主持词)"
)
_YOU = "(?:大家|您|你|你们|各位|广大|读者|网友|朋友们?)"
_SERVED = "(?:参考|借鉴|欢迎|喜欢|帮助|阅读|学习|一起来?看|收藏)"
# One alternative a line: who speaks, what was gathered, for whom.
_STRONG = re.compile(
    "|".join(
        (
            rf"小编[^。]{{0,40}}{_GIVE}",
            rf"{_GIVE}[^。]{{0,20}}小编",
            rf"(?:下面|以下|下文|接下来|本文)[^。！!]{{0,30}}(?:为|"
            rf"给){_YOU}[^。！!]{{0,14}}{_GATHER}"
            rf"[^。！!]{{0,60}}{_MODEL}",
            rf"(?:下面|以下)(?:就?是|为)[^。！!]{{0,16}}{_GATHER}(?:整理)?的[^。！!]{{0,80}}"
            rf"{_SERVED}",
            rf"(?:网|文库|本站|栏目|频道)(?:小编)?(?:[^。]{{0,12}})?(?:为|"
            rf"给){_YOU}[^。]{{0,12}}{_GATHER}",
            rf"(?:范文|讲话稿|发言稿|文章)[^。]{{0,20}}(?:由|"
            rf"是)[^。]{{0,20}}{_GATHER}[^。]{{0,40}}{_YOU}",
            r"(?:由|经)(?:[^。]{0,12}(?:网|文库|会员|网友|用户))[^。]{0,14}(?:整理|收集|搜集|分享|"
            r"提供|上传|投稿|发布)",
            rf"^[\s　]*(?:特意?|现)?(?:为|给){_YOU}[^。！!]{{0,8}}{_GATHER}[^。！!]{{0,60}}"
            rf"(?:{_MODEL}|{_SERVED})",
            rf"(?:为|给){_YOU}{_GATHER}的?[^。！!]{{0,50}}{_WORK}[^。！!]{{0,20}}"
            r"(?:希望|参考|借鉴|欢迎)",
            r"来源于(?:网友|网络|互联网)(?:上传|投稿|整理)?",
            r"如果(?:您|你)(?:还)?(?:想|要|需要)[^。]{0,20}(?:更多|范文|请关注)",
            r"本[篇文][^。]{0,12}\d+\s*字[,，][^。]{0,6}读完",
            r"(?:欢迎|请)(?:您|你|大家)?(?:继续)?(?:关注|收藏|访问)(?:本站|本网|"
            r"[^。]{2,12}(?:范文|文秘|公文)网)",
            rf"(?:关于|有关)[^。]{{2,50}}{_MODEL}[^。]{{0,16}}(?:供|"
            rf"欢迎){_YOU}[^。]{{0,10}}(?:参考|借鉴|阅读)",
        )
    )
)
_GATE_TEXT: Final = (
    "小编 整理 收集 搜集 精选 带来 分享 推荐 提供 来源于 读完 更多 关注 参考 投稿 上传 "
    "提示 提要 摘要 导读 导语 编者 编辑 指引 简介 以上 本篇 这篇 该篇 此文 该文 本文"
)
_GATE: Final = tuple(_GATE_TEXT.split())
_GATES = any_of(_GATE)
_FOLLOWS = re.compile(
    rf"^[\s　]*(?:(?:仅|以|谨)?供{_YOU}?(?:们)?(?:学习|阅读|写作)?[^。]{{0,4}}(?:参考|"
    rf"借鉴)|欢迎(?:大家|您|你|各位)?(?:前来|继续)?(?:阅读|参考|借鉴|收藏|下载|查阅|"
    rf"浏览|学习|关注)"
    rf"|(?:但愿|希望|愿)[^。]{{0,12}}(?:对|给|能|可以)[^。]{{0,14}}(?:帮助|启发|参考|"
    rf"喜欢|参考价值)|一起(?:来)?(?:看|学习|了解)|(?:让)?我们一起来|快来看|感兴趣的"
    rf"|(?:更多|想了解)[^。]{{0,40}}(?:关注|访问|网|栏目)|(?:请|敬请)(?:大家)?(?:参考|"
    rf"查阅|关注|阅读|收藏)|(?:仅供|供)参考|谢谢(?:您的)?(?:阅读|观看|浏览))"
)
_GOODBYE = re.compile(
    rf"[\s　]*(?:以上|上述|上面)(?:就?是|内容|为|便是|由)[^。！!]{{0,70}}(?:小编|"
    rf"{_GIVE}|全部内容|{_WORK})"
)
_COLLECTED = re.compile("(?:主持词|讲话稿|发言稿|演讲稿|致辞稿|范文|例文|汇编|模板|稿件)")
_SENTENCE = re.compile(r"[^。！!？?]*(?:[。！!？?]+[”’」』]?|$)")
_ODD = re.compile(
    r"[\s　]*[【\[]?(?:导语|引言|前言|摘要|编者按|简介|内容摘要|文章摘要|温馨提示|"
    r"导读)[】\]]?\s*[:：】\]]"
)


@cache
def _called() -> re.Pattern[str]:
    return re.compile(
        rf"{person_choice()}们?[:：!！]|大家(?:上午|下午|晚上|早上|中午|新年)?好"
        "|我(?:代表|谨|宣布)|请允许我"
    )


def remove_introductions(buffer: LineBuffer) -> None:
    """Remove introductions; a whole line where nothing but preamble stands before it."""
    if not buffer.has(*_GATE):
        return
    head = True
    for number, line in enumerate(buffer.lines):
        if buffer.is_empty(number) or buffer.guarded[number]:
            continue
        if _GATES.search(line):
            _look(buffer, number, opening=head, head=head or _between(buffer, number))
        if not head:
            continue
        text = buffer.kept_text(number)
        if text.strip() and (
            is_salutation(text) or is_major_heading(text) or (is_prose(text) and len(text) > 150)
        ):
            head = False


def _between(buffer: LineBuffer, number: int) -> bool:
    """Whether a salutation or a title follows at once, or the text has ended."""
    after = [
        n for n in range(number + 1, min(number + 8, len(buffer.lines))) if not buffer.is_empty(n)
    ]
    if not after:
        return True
    text = buffer.kept_text(after[0])
    return is_title(text) or is_salutation(text)


def _look(buffer: LineBuffer, number: int, *, opening: bool, head: bool) -> None:
    """Remove the introduction in a line; with its preamble where it opens the line."""
    line = buffer.kept_text(number)
    sentences = [m.span() for m in _SENTENCE.finditer(line) if m.group().strip()]
    hits = [i for i, (a, b) in enumerate(sentences) if _is_intro(line[a:b], head)]
    if not hits or hits[0] > 5 or (not head and hits[0] > 0):
        return
    last = max(i for i in hits if i - hits[0] < 4 and not _calls(line, sentences[hits[0] : i]))
    while last + 1 < len(sentences) and _FOLLOWS.match(line[slice(*sentences[last + 1])]):
        last += 1
    end = sentences[last][1]
    start = 0 if opening and not _calls(line, sentences[: hits[0]]) else sentences[hits[0]][0]
    if not line[end:].strip():
        end = len(line)
    if start == 0 and is_heading(line) and len(line) > 200:
        return
    buffer.remove_kept(number, (start, end), "site-intro", _WHY)


def introduces(text: str) -> bool:
    """Whether somebody who gathers texts for readers speaks in a line."""
    if "小编" not in text and not _STRONG.search(text):
        return "我" not in text and bool(_GOODBYE.match(text)) and bool(_COLLECTED.search(text))
    return _STRONG.search(text) is not None or _GOODBYE.match(text) is not None


def calls(text: str) -> bool:
    """Whether somebody speaks to an audience in a text."""
    return _called().search(text) is not None


def _calls(line: str, sentences: list[tuple[int, int]]) -> bool:
    """Whether somebody speaks to an audience in these sentences: they are no preamble."""
    return any(_called().search(line, start, end) for start, end in sentences)


def _is_intro(sentence: str, head: bool) -> bool:
    if _GOODBYE.match(sentence):
        if "小编" in sentence:
            return True
        told = re.search(rf"{_YOU}.{{0,10}}{_GIVE}|全部内容|参考|帮助", sentence) is not None
        return "我" not in sentence and (told or head) and bool(_COLLECTED.search(sentence))
    if not _STRONG.search(sentence):
        return _ODD.match(sentence) is not None and _FOLLOWS.search(sentence) is not None
    if head:
        return True
    return (
        re.search(r"(?:下面|以下|本文|接下来).{0,40}(?:小编|范文|讲话稿|发言稿)", sentence)
        is not None
    )
