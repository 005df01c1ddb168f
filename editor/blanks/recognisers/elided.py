"""Text that was cut off: ……(省略863字)……, （未完…, （下略）, a sentence ending in '...'."""

from __future__ import annotations

import re

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import FoundBlank, before, behind, is_han

_DOTS = re.compile(r"…+|\.{3,}|。{3,}|．{3,}|·{3,}")
# Searched for and not stripped off: a text of dots and brackets costs no more than its length.
_OTHER = re.compile("[^ \u3000.。…．]")
_WORD = re.compile(r"\S")
_CLOSER = re.compile(r"[)）\]】〕]")
_NOTE = 260  # more than the longest note that is read
_CUT = re.compile(
    r"[ \u3000]*[(（\[【〔][^)）\]】〕\n]{0,80}?(?:省略|未完|剩余|余下|隐藏|会员|"
    r"完整阅读|阅读全文|全文共|[上中下]略|^略)"
    r"[^)）\]】〕\n]{0,160}(?:[)）\]】〕][ \u3000]*(?:…+|\.{3,})?|$)"
)
# ……剩余内容1826字，开通会员后阅读: the same without a bracket, to the end of the line.
_REST = re.compile(
    r"[ \u3000]*(?:剩余|余下|还有|其余|以下|此处|下文|后文)[^，。\n]{0,12}?"
    r"(?:\d+字|内容|全文|隐藏|省略)[^\n]{0,40}$"
    r"|[ \u3000]*[试预][读览](?:已)?(?:结束|完)[^\n]{0,40}$"
)
_CUT_BRACKET = re.compile(
    r"[(（\[【〔](?:(?:以下|以上|中间|此处|此段|下文|后文|内容|部分|正文)?[^)）\]】〕\n]{0,6}?"
    r"(?:(?:省略|隐藏|略去|删去|删节)[^)）\]】〕\n]{0,16}|未完(?:待续|，|,|；|：)?[^)）\]】〕\n]{0,40}|(?<![战策方谋大简侵概胆韬经粗忽])略))(?:[)）\]】〕]|$)"
)
_PLAIN = re.compile(
    r"(?:此处|以下|下文|中间部分|本段|部分内容)?已?(?:省略|隐藏|略去|删去)(?:内容)?约?"
    r"(?:[0-9０-９一二三四五六七八九十百千余]+[个]?字|若干字)|(?:此处|以下|下文|中间部分)省略"
)
_TAIL = re.compile(r"(?:下略|以下略|未完待续)[。.）)]?\s*$")


def _cut(text: str, at: int) -> re.Match[str] | None:
    """The announced cut at a place; without a bracket that closes near by there is none."""
    if rest := _REST.match(text, at):
        return rest
    if len(text) > at + _NOTE and not _CLOSER.search(text, at, at + _NOTE):
        return None
    return _CUT.match(text, at)


def dots(text: str, at: int) -> FoundBlank | None:
    """Dots with a cut announced behind them, ending a text, or standing for a word."""
    run = _DOTS.match(text, at)
    if run is None:
        return None
    if cut := _cut(text, run.end()):
        return FoundBlank(at, cut.end(), BlankKind.ELIDED)
    first = _WORD.search(text)
    if first and first.start() == at and _OTHER.search(text) is None:
        # A longer row of dots is how a chairman's script shows an item of the agenda.
        return FoundBlank(at, run.end(), BlankKind.ELIDED) if run.end() - at <= 6 else None
    if _WORD.search(text, run.end()):
        return _standing(text, run.start(), run.end())
    ended = run[0][0] != "…" and is_han(text[:at].rstrip()[-1:])
    # Two are an ellipsis; a longer row behind a full stop is what has yet to be written.
    ended = ended or (run[0][0] == "…" and len(run[0]) > 2 and before(text, at) in "。；：")
    return FoundBlank(at, run.end(), BlankKind.ELIDED) if ended else None


_FRAME_LEFT = re.compile(r"(?:^|[，。；：、！？]|[今明去]年|日，)在$")
_FRAME_RIGHT = re.compile(r"(?:会议|大会|全会|座谈会|动员会|培训班|开班式|开幕式|表彰会)上")


_POST = re.compile(
    r"(?:[请由]|[部局市县区镇乡省校院厂站科处]长|书记|主席|主任|经理|委员|常委|代表)$"
)


# ……人参加: how many is left out.
_SOME = re.compile(r"[余多]?[名人个家户]?(?:代表|群众|职工)?(?:参加|出席|到会|与会)(?!工作|完|过)")
_TOLD = re.compile("[，。；：、共计约达有近]$")


def _standing(text: str, start: int, end: int) -> FoundBlank | None:
    """'在……会议上', '市长……同志': dots where the name of a meeting or a person belongs."""
    if _FRAME_LEFT.search(text, max(0, start - 4), start) and _FRAME_RIGHT.match(text, end):
        return FoundBlank(start, end, BlankKind.X)
    if _SOME.match(text, end) and (start == 0 or _TOLD.search(text, max(0, start - 1), start)):
        return FoundBlank(start, end, BlankKind.X)
    if _POST.search(text, max(0, start - 4), start) and text.startswith("同志", end):
        return FoundBlank(start, end, BlankKind.X)
    return None


def bracket(text: str, at: int) -> FoundBlank | None:
    """（略）, （下略）, （以下省略）, （未完待续."""
    if not any(word in text[at : at + 60] for word in ("略", "未完", "隐藏")):
        return None
    cut = _CUT_BRACKET.match(text, at)
    if cut is None or (cut[0][-1] not in ")）]】〕" and "未完" not in cut[0]):
        return None
    end = cut.end()
    if tail := _DOTS.match(text, end):
        end = tail.end()
    return FoundBlank(at, end, BlankKind.ELIDED)


def words(text: str, at: int) -> FoundBlank | None:
    """此处省略500字; 下略 at the end of a paragraph."""
    if at and is_han(text[at - 1]) and not _TAIL.match(text, at):
        return None
    match = _PLAIN.match(text, at) or _TAIL.match(text, at)
    if match is None or (text[at] == "下" and is_han(behind(text, match.end()))):
        return None
    return FoundBlank(at, at + len(match[0].rstrip()), BlankKind.ELIDED)


RECOGNISERS = (
    (frozenset("….．·"), dots),
    (frozenset("(（[【〔"), bracket),
)
WORDS = (
    ("(?<!。)。(?=。。)", dots),
    (
        "[此以](?=[处下](?:省略|略|隐藏|略去))|隐(?=藏\\d)|下(?=文省略|略)|中(?=间部分省略)|未(?=完待续)",
        words,
    ),
)
