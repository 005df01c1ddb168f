"""Names a filter ate without leaving a mark: '。指出，', '学习的重要讲话精神'.

There is nothing to point at, so the blank is the word beside the gap, and it is filled
in front of that word. Each rule asks for a whole frame that a sentence with a subject
cannot have; a doubtful one belongs to the checks, not here.
"""

from __future__ import annotations

import re

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import FoundBlank

_STUDY = r"(?:学习|贯彻|落实|领会|宣传|把握|掌握|聆听|重温|按照|根据|围绕|遵照|践行)"
_WORDS = r"(?:重要讲话|重要指示|重要论述|重要批示|重要回信|重要思想|贺信精神)"
_END = r"[。！？；!?;]"
_HELD = r"(?:召开|举行|举办|开幕|闭幕|之际)(?:后|期间|时)?"
_COME = r"(?:出席|亲临|莅临)"
_SPOKE = r"(?:发表了?|作了?)"
_MEET = r"(?:会议|大会|会|全会|座谈会|开幕式|开幕会|仪式|活动)"

# Each frame marks the blank as group 1; it is tried where its word stands in the text.
_FRAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "指出",
        (
            rf"{_END}[\s\u3000”]*(?:在[^，。；]{{2,30}}(?:上|中|时|期间))?"
            r"((?:明确|深刻|特别|强调)?指出)(?=[，,：:])",
        ),
    ),
    ("强调", (rf"{_END}[\s\u3000”]*((?:反复|多次|特别|指出并)?强调)(?=[，,：:])",)),
    ("要求", (rf"{_END}[\s\u3000”]*(要求)(?=[，,])",)),
    (
        "重要",
        (
            rf"{_STUDY}(?:好|了)?(在)[^，。；！？,;]{{2,36}}的(?:系列)?{_WORDS}",
            rf"(?<![要须应需将会])(?:认真|深入|全面)?{_STUDY}(的(?:系列)?{_WORDS})",
            rf"{_STUDY}(关于)[^，。；！？,;]{{2,36}}的?(?:系列)?{_WORDS}",
            rf"{_HELD}[，,](?:亲自)?({_COME}{_MEET})并{_SPOKE}重要讲话",
            rf"{_END}[\s\u3000]*({_COME}{_MEET})并{_SPOKE}重要讲话",
            rf"{_HELD}[，,](发表)了?重要讲话",
        ),
    ),
    (
        "同志",
        (
            r"(?:^[\s\u3000]*|[，。；！？、,;])(同志)(?="
            r"在[^，。；,;]{1,24}(?:视察|考察|调研|讲话|指出|强调|座谈|会议)|(?:明确|深刻)?(?:指出|强调)|"
            rf"关于[^，。；]{{2,30}}{_WORDS}|的?(?:系列)?{_WORDS}|(?:亲临|莅临|出席))",
            r"以[ \u3000]*(同志)为(?:核心|总书记|班长)",
        ),
    ),
    ("以为", (r"(?:坚持|围绕|高举|团结在)(以为)(?:指导|核心|统领|引领)",)),
    (
        "新时代中国特色社会主义思想",
        (
            r"(?:以|学习|贯彻|落实|坚持|践行|领会|用|学懂弄通做实|科学发展观[、，和]|深入|立足)"
            r"(新时代)中国特色社会主义思想(?!和基本方略|，明确)",
        ),
    ),
    ("“们”", (r"(“们”)",)),
    ("们：", (r"^[\s\u3000]*(们)(?=：)",)),
)
_COMPILED = tuple((word, tuple(re.compile(f) for f in frames)) for word, frames in _FRAMES)


def dropped(text: str) -> list[FoundBlank]:
    """All eaten words of a paragraph; a plain word search lets clean text pass."""
    found: list[FoundBlank] = []
    for word, frames in _COMPILED:
        if word in text:
            matches = (m for frame in frames for m in frame.finditer(text))
            found += [FoundBlank(*m.span(1), BlankKind.DROPPED) for m in matches]
    return found


def at_start(text: str) -> FoundBlank | None:
    """'指出，…' as the first words of a paragraph, where its subject is missing.

    Only who knows that the paragraph before it ended with a full stop may ask.
    """
    match = _START.match(text)
    return FoundBlank(*match.span(1), BlankKind.DROPPED) if match else None


_START = re.compile(r"[\s\u3000]*((?:明确|深刻|强调)?指出|强调)(?=[，,：:])")
