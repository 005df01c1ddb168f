"""What a line is around the numbered parts: title, salutation, date line, last words.

Separate from `lines` because these are judgements by wording, and the words of
an occasion are added here. All functions look at one paragraph only.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from editor.language.line_forms import line_form
from editor.language.script import simplified
from editor.language.speech import genre_choice, opening_choice, person_choice
from editor.language.titles import choice

LONGEST_TITLE: Final = 60  # code points
_LONGEST_CALL: Final = 80
_FAREWELL: Final = 40  # a paragraph that only takes leave

_SALUTATION_START: Final = (
    "尊敬的|敬爱的|亲爱的|各位(?:领导|代表|委员|同志|来宾|嘉宾|老师|同事|同仁|专家|家长|同学|朋友)"
    "|主[任席]、各位|同志们[：:、]|老师们[：:、，,]|同学们[：:、，,]|女士们、"
)
_ALL: Final = (
    "(?:全[体国省市县区镇乡校院厂村社]|老师|同学|家长|居民|村民|党员|业主|战友|父老|离退休)"
)
_INLINE_SALUTATION: Final = re.compile(rf"(?:{_SALUTATION_START})")
_PIECE: Final = re.compile(
    r"(?:[^\s。，,：:；;！!？?]{0,40}?(?:讲话|发言|致辞|致词|演讲|报告|稿|词|范文|总结|党课)[^\s。，：:；]{0,6}?\s*)?"
    r"(?:【?(?:第[一二三四五六七八九十\d]{1,2}篇|[篇文][一二三四五六七八九十\d]{1,2}|范[文本例][一二三四五六七八九十\d]{1,2})】?)"
)
_PIECE_INSIDE: Final = re.compile(
    r"(?:^|(?<=\s))[^\s。，：；,:;]{4,40}?篇[一二三四五六七八九十\d]{1,2}"
)
_FIGURE: Final = "[0-9０-９xXＸ×*_○〇零一二三四五六七八九十]"
_DATE: Final = re.compile(
    rf"^[（(〔]?\s*(?:{_FIGURE}{{2,4}}\s*年(?:\s*{_FIGURE}{{0,3}}\s*月(?:\s*{_FIGURE}{{0,3}}\s*[日号])?)?"
    r"|20[0-9xX_*]{2}[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?)\s*(?:[上下]午|于\S{1,8})?\s*[）)〕]?$"
)
_CARD: Final = re.compile(
    r"[ \u3000\t【]*(?:会议|活动|讲话|发言|授课)?(?:时间|日期|地点|主持|主持人|主讲|主讲人|报告人"
    r"|讲话人|发言人|致辞人|宣讲人|授课人|述职人|汇报人|单位|参加人员|参会人员|出席人员|对象"
    r"|(?:致辞|致辭|讲话|講話|发言|發言)(?:人|背景|者))[ \u3000]?[：:】]"
)
_INLINE_CLOSING: Final = re.compile(
    r"[。！!？]\s*(?P<words>(?:同志们|各位代表|各位委员|朋友们|同学们|姐妹们)[，,！!]|谢谢大家|我的讲话完了)"
)
_NOT_TITLE: Final = re.compile(
    "[>＞|©→]|https?:|www\\.|版权|下载|上传|收藏|当前位置|相关推荐|推荐访问|目录|提纲[:：]|第\\d+页|页数|小编"
    r"|^[图表照]\s?\d{1,2}(?:[-.．]\d{1,2})?(?![一-龥])"
)
# What a host says between two speeches ends like a title: 下面请县长作报告.
_PROMPT: Final = re.compile(
    "(?:首先|下面|现在|接下来|最后)?(?:有?请[^示教]|让我们|欢迎|由[^，]{2,20}作|进行第|第.项议程)"
)
_BRACKETED: Final = re.compile("[（(][^（）()]*[）)]$")  # a note under a title, not the title
_END_MARKS: Final = "。！？；：，、!?;:,…"
_PAGE_MARK: Final = re.compile(r"[-—－]\s?\d{1,3}\s?[-—－]")
_CARD_END: Final = re.compile("(?<=[ \u3000\t】|])(?=在|关于)")
_CARD_SIZE: Final = 60  # code points of a library's card before a title
_DATE_BEHIND: Final = re.compile(r"(?<!\s)\s*+[（(][0-9xX×*]{2,4}[年.\-/][^）)]{0,16}[）)]$")


class _Forms(NamedTuple):
    """Patterns made of the kinds of speech and of the persons called upon."""

    salutation: re.Pattern[str]
    all_of: re.Pattern[str]
    calls: re.Pattern[str]
    called: re.Pattern[str]
    genre: re.Pattern[str]
    title_end: re.Pattern[str]
    numbered: re.Pattern[str]
    named: re.Pattern[str]
    signed: re.Pattern[str]
    run_in: re.Pattern[str]
    dated: re.Pattern[str]
    about: re.Pattern[str]


@cache
def _forms() -> _Forms:
    genre = genre_choice()
    return _Forms(
        salutation=re.compile(
            rf"(?:{opening_choice()}|全体|青年朋友|职工朋友|{person_choice()}们)"
            "[^。；;！!？?：:]{0,70}?[：:！!]"
        ),
        # 全体员工、离退休老同志：, 居民朋友们：
        all_of=re.compile(
            rf"(?:{_ALL}[^。；;！？：:]{{0,30}}[们员属志友生众胞亲工]"
            rf"|(?!感谢|谢谢|[向请对给由祝])[一-龥]{{0,8}}{person_choice()}们)"
        ),
        calls=re.compile(
            rf"{opening_choice()}(?:[^。；;！？：:]{{0,24}}{person_choice()}们?)?"
            rf"|(?!感谢|谢谢|[向请对给由祝])[一-龥]{{0,8}}{person_choice()}们"
        ),
        called=re.compile(
            rf"[^。；;！？：:]{{0,24}}{person_choice()}们?"
            rf"|{opening_choice()}|(?:大家|你们|您们?)?(?:[早晚]上|[上下]午)?好"
        ),
        genre=re.compile(f"{genre}|稿|范文"),
        title_end=re.compile(
            rf"{genre}(?:发言)?(?:文?稿|提纲|材料|摘要|要点|全文|词)?"
            r"(?:的?(?:范文|例文|模板|范本|样本))?"
            r"(?:[（(](?:精选|最新|通用|[0-9一二三四五六七八九十]{1,3}篇?"
            r"|范文|模板|节选|[^（）()，。]{0,4}稿|摘要)[）)])?$"
        ),
        numbered=re.compile(rf"{genre}稿?[（(][一二三四五六七八九十]{{1,3}}[）)][：:]?$"),
        # 专题党课：守初心担使命 – the kind first, then what it is about.
        named=re.compile(
            rf"[^。；：:，,！？]{{0,14}}{genre}稿?[：:][ \u3000]?"
            r"[^。；：:！？]{4,36}[^。；：:！？，,、]$"
        ),
        # 在…会议上的讲话（20xx年4月10日）区委书记 某某 – what stands behind the title is not of it.
        signed=re.compile(
            rf"(?P<title>[^。；！？]{{4,60}}{genre}稿?)"
            r"(?:[\s\u3000]*[（(][^（）()]{4,16}[）)][^（）()，。：]{0,16}|[\s\u3000]+[^，。：]{2,16}"
            r"|[^\s，。：的稿]{0,10}[市县区镇乡局委院校][^，。：]{1,16}[\s\u3000][^，。：]{2,4})$"
        ),
        run_in=re.compile(
            rf"(?:上的|的)(?:{genre}|{choice('about-ends')})"
            rf"(?:(?=(?P<body>{choice('body-begins')}))|[（(][^（）()]{{2,8}}稿[）)])"
        ),
        # 政府工作报告——2026年1月5日在…会议上: its kind comes first.
        dated=re.compile(
            rf"[^，。；：！？]{{0,24}}{genre}[—－―]{{1,2}}[^，。；：！？]{{4,60}}?[会式]议?上"
        ),
        about=re.compile(rf"关于[^，。；：！？]{{2,56}}的{choice('about-ends')}$"),
    )


class LineMatch(NamedTuple):
    """Words of a line at ``[start, end)``; ``weight`` says how surely they are it."""

    start: int
    end: int
    weight: int


def salutation(text: str) -> LineMatch | None:
    """The salutation that fills a short line ('各位代表、同志们：').

    Weight 2 ends with a mark, as it does in a speech; 1 is one whose mark is missing.
    """
    text = simplified(text)
    start, end = trimmed(text)
    words, mark = text[start : end - 1], text[end - 1 : end]
    if end - start > _LONGEST_CALL or not words:
        return None
    if mark in "：:":
        match = _forms().salutation.match(text, start)
        called = match is not None and match.end() == end
        return LineMatch(start, end, 2) if called or _forms().all_of.fullmatch(words) else None
    calls = words if mark in "！!，," else text[start:end]
    first, *others = re.split("[，,、 \u3000]+", calls)
    if not _forms().calls.fullmatch(first) or not all(map(_forms().called.fullmatch, others)):
        return None
    return LineMatch(start, end, 2 if mark in "！!" else 1)


def title(text: str) -> LineMatch | None:
    """The title that fills a line: weight 3 numbers a piece of a collection ('篇1'),
    2 ends as speeches' titles do, 1 is merely short and without a final mark.
    """
    start, end = trimmed(text)
    if end - start > LONGEST_TITLE + _CARD_SIZE:
        return None
    text = simplified(text)
    if match := _PAGE_MARK.match(text, start):
        start = match.end()
    start += _behind_card(text[start:end])
    found = _title(text[start:end])
    return LineMatch(start + found.start, start + found.end, found.weight) if found else None


def _title(text: str) -> LineMatch | None:
    start, end = 0, len(text)
    if not 2 <= end - start <= LONGEST_TITLE or _NOT_TITLE.search(text):
        return None
    if text[end - 1] in "）)" and (match := _DATE_BEHIND.search(text, start, end)):
        end = match.start()
    words = text[start:end]
    if _BRACKETED.match(words) or _PROMPT.match(words):
        return None
    if _forms().numbered.search(words):
        return LineMatch(start, end - (words[-1] in "：:"), 3)
    piece = _PIECE.match(words) if "篇" in words or "范" in words or "文" in words else None
    if piece and (piece.end() == len(words) or words[piece.end()] in "：: 　"):
        return LineMatch(start, end, 3)
    if not words or words[-1] in _END_MARKS or re.search("[。；！？]", words) or _DATE.match(words):
        return None
    forms = _forms()
    if forms.named.match(words) or forms.dated.fullmatch(words) or forms.about.match(words):
        return LineMatch(start, end, 2)
    genre = _forms().title_end.search(words[-24:].replace("》", "")) and not re.search(
        "[：:]", words[:-4]
    )
    if genre and ("—" in words or not re.search("[，,]", words)):
        return LineMatch(start, end, 2)
    return LineMatch(start, end, 1) if len(words) <= 40 and not re.search("[:：]", words) else None


def names_speech(text: str) -> bool:
    """Whether a line names a kind of speech as titles do, perhaps in brackets under one."""
    words = text.strip().strip("（）()")
    found = title(words)
    if found is None or found.weight < 2:
        return False
    return found.weight == 2 or re.search(genre_choice(), words) is not None


def title_with_salutation(text: str) -> tuple[LineMatch, LineMatch] | None:
    """A title run into its salutation at the head of a line ('…上的讲话同志们：今天…')."""
    text = head = simplified(text[:240])
    start, _ = trimmed(text)
    if mark := _PAGE_MARK.match(text, start):
        start = mark.end()
    match = _INLINE_SALUTATION.search(head)
    if match is None:
        return _title_with_comma(text, start)
    greeting = _forms().salutation.match(text, match.start())
    if greeting is None or greeting.end() - greeting.start() > 60:
        return None
    words = text[start : match.start()].rstrip(" \u3000\t")
    skipped = _behind_card(words)
    start, words = start + skipped, words[skipped:]
    if dated := _DATE_BEHIND.search(words):
        words = words[: dated.start()]
    if signed := _forms().signed.match(words):
        words = signed["title"]
    elif dated := _forms().dated.match(words):
        words = dated.group()
    named = _forms().named.match(words)
    if len(words) > LONGEST_TITLE or (re.search("[。！？；：:]|[，,]$", words) and not named):
        return None
    if words and not named and not _forms().title_end.search(words) and len(words) < 4:
        return None
    if _forms().salutation.match(text, start) and not _forms().title_end.search(words):
        # '各位姐妹、同志们：': all of it is the greeting, no title stands before it.
        return LineMatch(start, start, 2), LineMatch(start, greeting.end(), 2)
    return LineMatch(start, start + len(words), 2), LineMatch(match.start(), greeting.end(), 2)


def _title_with_comma(text: str, start: int) -> tuple[LineMatch, LineMatch] | None:
    """A whole title run into 同志们，: a comma alone would be a sentence's."""
    match = re.compile(r"同志们[，,]").search(text, start, start + LONGEST_TITLE + 4)
    if match is None or not _is_whole(text[start : match.start()].rstrip(" \u3000\t")):
        return None
    words = text[start : match.start()].rstrip(" \u3000\t")
    return LineMatch(start, start + len(words), 2), LineMatch(match.start(), match.end(), 2)


def _behind_card(words: str) -> int:
    """Where a whole title begins that a library or a page's name stands before, in its line."""
    for match in _CARD_END.finditer(words):
        if _is_whole(words[match.end() :]):
            return 0 if _is_whole(words) else match.end()
    return 0


def _is_whole(words: str) -> bool:
    """Whether words are a title that lacks nothing: 在…上的讲话, 关于…的报告."""
    found = _title(words) if words.startswith(("在", "关于")) else None
    return found is not None and found.weight == 2 and found.start == 0


def title_with_body(text: str) -> LineMatch | None:
    """A whole title run into the first sentence: 在…上的讲话今天，我们召开…"""
    start, _ = trimmed(text)
    if not text.startswith(("在", "关于"), start):
        return None
    for match in _forms().run_in.finditer(text, start, start + LONGEST_TITLE + 8):
        if _is_whole(text[start : match.end()]):
            return LineMatch(start, match.end(), 2)
    return None


def is_broken_title(words: str) -> bool:
    """Whether a line that is no title may be part of one: it ends with 、 or is one letter."""
    if len(words) == 1:
        return words.isalpha()
    return words[-1:] in "、，" and len(words) <= 40 and not re.search("[。！？；：:]", words)


def piece_title(text: str) -> LineMatch | None:
    """A piece's title run into its body: '…工作会议讲话篇1这次会议…'."""
    for match in _PIECE_INSIDE.finditer(text[:200]):
        if _forms().genre.search(match.group()):
            return LineMatch(match.start(), match.end(), 3)
    return None


def is_date_line(text: str) -> bool:
    """Whether the line is a date as it stands under a title, in brackets or not, or says
    when, where and by whom (时间：…)."""
    if len(text) <= 60 and _CARD.match(text):
        return True
    dated = "年" in text[:24] or "20" in text[:6]
    return dated and bool(_DATE.match(text.strip(" \u3000\t")))


def closing_start(text: str) -> int:
    """Where the last words of a speech written in one line begin ('。同志们，…'), or -1."""
    places = [m.start("words") for m in _INLINE_CLOSING.finditer(text, max(0, len(text) - 400))]
    return places[0] if places else -1


def is_closing(text: str) -> bool:
    """Whether a paragraph begins as the last words of a speech do, or is short and says them."""
    words = text.strip(" \u3000\t")
    if line_form("peroration").match(words):
        return True
    return len(words) <= _FAREWELL and is_goodbye(words)


def is_goodbye(text: str) -> bool:
    """Whether a paragraph says the last words of a speech: thanks, wishes, that it is over."""
    return line_form("goodbye").search(text) is not None


def is_thanks(text: str) -> bool:
    """Whether the line is the thanks that end a speech ('谢谢大家！')."""
    return len(text) < 24 and line_form("thanks").search(text.strip(" \u3000\t")) is not None


def is_toc_word(text: str) -> bool:
    """Whether the line announces a table of contents."""
    return len(text) < 16 and re.match(r"\s*(?:目\s*录|提纲|讲话提纲)", text) is not None


def trimmed(text: str) -> tuple[int, int]:
    """The stretch of a line without blanks at its ends."""
    start, end = 0, len(text)
    while start < end and text[start] in " \u3000\t\xa0\ufeff":
        start += 1
    while end > start and text[end - 1] in " \u3000\t\xa0":
        end -= 1
    return start, end
