"""What a site wrote into the paragraphs of a speech: told by forms, which are data.

A form that a speech could have once (文稿林首发。) is only asked about; where the same words
come again in another sentence nobody said them. What no form tells is told by its features: a
sentence or bracket that speaks as only a page does (想要更多同类稿子…).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from editor.intake.line_buffer import LineBuffer, LineChange
from editor.intake.line_shapes import is_heading
from editor.intake.noise_score import ENOUGH, noise_score
from editor.language.sites import SiteForm, page_speech, site_notices, speech_goes_on

# Official addresses, an address of one's own, and what a page left out: others look at these.
_OTHERS: Final = re.compile("gov.cn|edu.cn|省略|未完|@")
_ADDRESS: Final = re.compile(r"https?:|www\.", re.IGNORECASE)
# Without one of these an address only tells the hall where to look (网址：www…).
_ORIGIN: Final = re.compile("来源|来自|转自|转载|出自|摘自|选自|整理|本文|更多|下载|范文|文秘")
_HAN: Final = re.compile("[一-龥]")
_END: Final = "。！!？? 　"
_SENTENCE: Final = re.compile("[^。！!？?]+[。！!？?]?")
_BRACKET: Final = re.compile(r"[(（\[【〔「][^()（）\[\]【】〔〕「」。]{4,58}[)）\]】〕」]")
_LONGEST: Final = 60
# 当然，… begins an answer of a chat program and a sentence of anybody.
_PAGE: Final = "page"
_WEAK: Final = frozenset((_PAGE, "chat", "press"))
_PAGES_WHY: Final = "网页介绍自己、招呼读者的话"
_ASKED_WHY: Final = "像是网页上的话，讲话里也可能有，请看一眼"
# Features of what speaks of a text; with them so much is certain.
_OF_TEXTS: Final = frozenset(("text", "about"))
_CERTAIN: Final = 6


class _FoundNotice(NamedTuple):
    line: int
    start: int
    end: int
    words: str
    form: SiteForm


def remove_notices(buffer: LineBuffer) -> None:
    """Remove the notices of sites; ask about those that stand once and could be said."""
    found = [notice for form in site_notices() for notice in _found(buffer, form)]
    times = Counter(notice.words for notice in found)
    buffer.apply(
        LineChange(
            notice.line, notice.start, notice.end, notice.form.kind, notice.form.why,
            sure=notice.form.sure or times[notice.words] > 1,
        )
        for notice in found
    )  # fmt: skip


def _found(buffer: LineBuffer, form: SiteForm) -> list[_FoundNotice]:
    if not form.gate.search(buffer.text):
        return []
    return [
        _FoundNotice(number, *hit.span(), hit.group().strip(_END), form)
        for number, line in enumerate(buffer.lines)
        if not buffer.is_removed(number) and form.gate.search(line)
        for hit in form.pattern.finditer(line)
        if not _is_others(buffer, hit.group())
    ]


def remove_page_sentences(buffer: LineBuffer) -> None:
    """Sentences and brackets inside paragraphs that speak as only a page does.

    After all others: an introduction that is glued to a speech goes as a whole.
    """
    page = page_speech()
    for number, line in enumerate(buffer.lines):
        if buffer.is_removed(number) or not page.found(line):
            continue
        line = _what_stays(buffer, number)
        told = [(a, b) for a, b in _parts(line) if b - a < len(line) and page.found(line[a:b])]
        buffer.apply(change for part in told for change in _scored(buffer, number, line, part))


def _what_stays(buffer: LineBuffer, number: int) -> str:
    """A line at its length, with blanks for what goes: that says nothing of the words beside it."""
    line, at, kept = buffer.lines[number], 0, list[str]()
    for change in buffer.changes.get(number, ()):
        kept += [line[at : change.start], " " * (change.end - change.start)]
        at = change.end
    return "".join([*kept, line[at:]])


def _parts(line: str) -> Iterator[tuple[int, int]]:
    """Brackets, and sentences: one without an end stops where the speech goes on."""
    yield from (hit.span() for hit in _BRACKET.finditer(line))
    goes_on = speech_goes_on()
    for hit in _SENTENCE.finditer(line):
        start = hit.start()
        for mark in goes_on.finditer(line, start + 1, hit.end()):
            yield start, mark.start()
            start = mark.start()
        yield start, hit.end()


def _scored(
    buffer: LineBuffer, number: int, line: str, part: tuple[int, int]
) -> Iterator[LineChange]:
    words = line[part[0] : part[1]]
    if len(words) > _LONGEST or is_heading(words) or _is_others(buffer, words):
        return
    score = noise_score(words.strip())
    if _PAGE in score.features and score.features - _WEAK and score.total >= ENOUGH:
        sure = score.total >= _CERTAIN and bool(score.features & _OF_TEXTS)
        why = _PAGES_WHY if sure else _ASKED_WHY
        yield LineChange(number, *part, "site-note", why, sure=sure)


def _is_others(buffer: LineBuffer, text: str) -> bool:
    if _OTHERS.search(text):
        return True
    if not _ADDRESS.search(text):
        return False
    if not _HAN.search(text):
        return buffer.from_docx or "/" in text.strip("/")
    return not _ORIGIN.search(text)
