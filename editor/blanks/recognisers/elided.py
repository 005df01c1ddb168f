"""Text that was cut off: ……(省略863字)……, （未完…, （下略）, a sentence ending in '...'."""

from __future__ import annotations

import re

from editor.blanks.blank import BlankKind
from editor.blanks.recognisers.found import FoundBlank, before, behind, is_han
from editor.language.blank_forms import blank_form

_DOTS = re.compile(r"…+|\.{3,}|。{3,}|．{3,}|·{3,}")
# Searched for and not stripped off: a text of dots and brackets costs no more than its length.
_OTHER = re.compile("[^ \u3000.。…．]")
_WORD = re.compile(r"\S")
_CLOSER = re.compile(r"[)）\]】〕]")
_NOTE = 260  # more than the longest note that is read


def _cut(text: str, at: int) -> re.Match[str] | None:
    """The announced cut at a place; without a bracket that closes near by there is none."""
    if rest := blank_form("cut-rest").match(text, at):
        return rest
    if len(text) > at + _NOTE and not _CLOSER.search(text, at, at + _NOTE):
        return None
    return blank_form("cut").match(text, at)


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


def _standing(text: str, start: int, end: int) -> FoundBlank | None:
    """'在……会议上', '市长……同志': dots where the name of a meeting or a person belongs."""
    if blank_form("meeting-left").search(text, max(0, start - 4), start) and blank_form(
        "meeting-right"
    ).match(text, end):
        return FoundBlank(start, end, BlankKind.X)
    if before(text, start) in "：:" and behind(text, end) in ("。", "；"):
        return FoundBlank(start, end, BlankKind.ELIDED, sure=False)  # a list that has yet to come
    if blank_form("called").search(text, max(0, start - 4), start) and text.startswith("同志", end):
        return FoundBlank(start, end, BlankKind.X)
    return None


def bracket(text: str, at: int) -> FoundBlank | None:
    """（略）, （下略）, （以下省略）, （未完待续."""
    if not any(word in text[at : at + 60] for word in ("略", "未完", "隐藏")):
        return None
    cut = blank_form("cut-bracket").match(text, at)
    if cut is None or (cut[0][-1] not in ")）]】〕" and "未完" not in cut[0]):
        return None
    end = cut.end()
    if tail := _DOTS.match(text, end):
        end = tail.end()
    return FoundBlank(at, end, BlankKind.ELIDED)


def words(text: str, at: int) -> FoundBlank | None:
    """此处省略500字; 下略 at the end of a paragraph."""
    if at and is_han(text[at - 1]) and not blank_form("cut-tail").match(text, at):
        return None
    match = blank_form("cut-plain").match(text, at) or blank_form("cut-tail").match(text, at)
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
