"""A page that stands in one line is read as the lines it was copied from.

A text without line breaks has a page's furniture, the title and the speech in one paragraph. Here
it is cut where lines of a page meet: behind sentences, before labels and captions, around the
title and the salutation. The recognisers see those lines; what they take out of one is an inline
change of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from editor.intake.line_buffer import LineBuffer
from editor.language.sites import label_choice, sure_captions
from editor.language.speech import opening_choice
from editor.manuscript.manuscript import manuscript_of

LONG: Final = 200  # code points; below that nothing is worth taking apart
LONGEST: Final = 200_000  # and no page is longer than this
_SHARE: Final = 0.7  # of all characters that the paragraph holds
_HEAD: Final = 600  # so much of a page may stand before the salutation
_SENTENCE: Final = re.compile("[。！？!?…]+[”’」』）)】]*+")
_GAP: Final = re.compile("[ \u3000\t\xa0]{2,}+")
_BOX: Final = re.compile("[【〖\\[][^【】〖〗\\[\\]。]{2,20}[】〗\\]]")
_STAMP: Final = re.compile(
    r"(?<!\d)20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?: +\d{1,2}:\d\d(?::\d\d)?)?(?!\d)"
)
# A title behind the last words of a card: 作者：佚名在…会上的讲话; 浏览：268次在…会上的讲话
_LABELLED: Final = re.compile("[:：] *[一-龥]{2,8}?((?:在|关于)[^。：:]{4,60})$")
# A caption glued to it (只看大图在…会上的讲话) is told from who speaks (厂长在…会上的讲话).
_PLACED: Final = re.compile("(?<![长书记席任理事员师局表])((?:在|关于)[^。：:]{4,60})$")
# A title that opens with its year, known or not: 关闭窗口20--年度…总结
_DATED: Final = re.compile(r"(?<!\d)(20[\d\-—_XxＸ×*○]{2}(?=[年届])[一-龥（）《》“”、]{4,50})$")
_HAN_TAIL: Final = re.compile(
    r"(?<![一-龥（）《》“”、])(?:(?<=\d)[次人页篇字元条])?([一-龥（）《》“”、]{4,50})$"
)
_MARKER: Final = re.compile(
    "(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])"
)


@cache
def _captions() -> re.Pattern[str]:
    """What opens a line of a page: a label with its colon, or a caption that only pages have."""
    words = sorted((w for w in sure_captions() if len(w) > 3), key=len, reverse=True)
    return re.compile(rf"{label_choice()}[:：]|{'|'.join(map(re.escape, words))}")


@cache
def _greeting() -> re.Pattern[str]:
    return re.compile(rf"{opening_choice()}[^。:：!！]{{0,60}}[:：!！]")


def read_unfolded(buffer: LineBuffer, recognisers: Iterable[Callable[[LineBuffer], None]]) -> None:
    """Let the recognisers read a whole page in one line, and take over what they find."""
    for number in _pages(buffer):
        text = buffer.lines[number]
        starts = sorted({0} | _cuts(text))
        title, call = _opening(text, starts)
        starts = sorted({*starts, *title, *call})
        lines = [text[a:b] for a, b in pairwise([*starts, len(text)])]
        opened = LineBuffer(manuscript_of("\n".join(lines)), False)
        for recognise in recognisers:
            recognise(opened)
        found = [
            replace(c, line=number, start=starts[n] + c.start, end=starts[n] + c.end)
            for n, changes in (*opened.changes.items(), *opened.doubts.items())
            for c in changes
        ]
        # What stands before the salutation is the title, whatever a page has before it.
        buffer.apply(c for c in found if not (c.start < title[1] and title[0] < c.end))


def _pages(buffer: LineBuffer) -> Iterator[int]:
    """The paragraph that holds nearly all of a text that is not a Word file's."""
    if buffer.from_docx:
        return
    total = sum(map(len, buffer.lines))
    for number, line in enumerate(buffer.lines):
        if LONG <= len(line) <= LONGEST and len(line) >= _SHARE * total:
            yield number


def _opening(text: str, starts: list[int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The title and the salutation behind what a page has before its speech; empty: none."""
    for start, end in pairwise([*starts, len(text)]):
        if start > _HEAD:
            break
        if call := _greeting().search(text, start, end):
            head = start, call.start()
            forms = (_LABELLED, _PLACED, _DATED, _HAN_TAIL)
            own = next((hit for form in forms if (hit := form.search(text, *head))), None)
            return (own.span(1) if own else (start, start)), call.span()
    return (0, 0), (0, 0)


def _cuts(text: str) -> set[int]:
    """Where lines of a page may meet: never inside a bracket of a few words."""
    boxes = [box.span() for box in _BOX.finditer(text)]
    inside = {at for start, end in boxes for at in range(start + 1, end)}
    return {at for span in boxes for at in span} | (set(_meetings(text)) - inside)


def _meetings(text: str) -> Iterator[int]:
    for pattern in (_SENTENCE, _GAP, _STAMP):
        yield from (m.end() for m in pattern.finditer(text))
    yield from (m.start() for m in _captions().finditer(text))
    for marker in _MARKER.finditer(text):
        if text[marker.start() - 1 : marker.start()] in "。！？；：”）" or not marker.start():
            yield marker.start()
