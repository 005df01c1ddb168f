"""Page indices of document libraries: '2、' between the halves of a sentence.

The sequence 1、2、3、… runs through the text on its own, whatever the headings count;
it is believed where at least two of its members break a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median

from editor.intake.line_buffer import LineBuffer, LineChange
from editor.intake.line_shapes import ends_paragraph, is_salutation, is_title
from editor.manuscript.speech_lines import title_with_salutation

_WHY = "文档库的分页序号，插在句子中间，和讲话自己的序号无关"
_INDEX = re.compile(r"[\s　]*(\d{1,3})[、.．](?!\d)[ 　]?")
# A library cuts its pages long; a numbered heading or a short point is none.
_SHORT = 20
# A library's page has at least so many characters; between shorter items of a list stands none.
_PAGE, _ITEM = 150, 100


@dataclass(frozen=True, slots=True)
class _PageIndex:
    line: int
    end: int
    value: int
    size: int
    breaks: bool
    alone: bool


def remove_library_indices(buffer: LineBuffer) -> None:
    """Remove the indices of a believed sequence."""
    if buffer.from_docx:  # there a number is its author's
        return
    titled = _remove_before_title(buffer)
    found = _candidates(buffer)
    breaking = _rising([index for index in found if index.breaks])
    # Once is enough where nothing stands behind it: that is no heading.
    counted = titled and bool(breaking) and breaking[0].value == 2
    if len(breaking) < 2 and not counted and not (breaking and _alone_enough(breaking[0], found)):
        return
    usual = median(index.size for index in breaking)
    wanted = breaking + [
        index
        for index in found
        if index not in breaking and _fits(index, breaking) and index.size >= usual / 2
    ]
    for index in wanted:
        if index.alone:
            buffer.remove_line(index.line, "page-split", _WHY)
        else:
            buffer.apply([LineChange(index.line, 0, index.end, "page-split", _WHY)])


def _remove_before_title(buffer: LineBuffer) -> bool:
    """'1、' before the title of the whole text, whose own headings are counted otherwise.

    Whether it was there: the library's second page has its 2、 then.
    """
    first = next(buffer.remaining(), -1)
    hit = _INDEX.match(buffer.lines[first]) if first >= 0 and first not in buffer.changes else None
    if not hit or int(hit.group(1)) != 1:
        return False
    rest = buffer.lines[first][hit.end() :]
    opened = title_with_salutation(rest)
    named = is_title(rest) or (opened is not None and is_title(rest[slice(*opened[0][:2])]))
    below = next((n for n in buffer.remaining() if n > first), -1)
    greeted = opened is not None or (below >= 0 and is_salutation(buffer.kept_text(below)))
    second = any(
        (other := _INDEX.match(buffer.lines[n]))
        and int(other.group(1)) == 2
        and is_title(buffer.kept_text(n))
        for n in buffer.remaining()
    )
    found = named and greeted and not second
    if found:
        buffer.apply([LineChange(first, 0, hit.end(), "page-split", _WHY)])
    return found


def _alone_enough(index: _PageIndex, found: list[_PageIndex]) -> bool:
    """Whether one break is believed: a bare index, or one behind a page with its index."""
    if index.alone:
        return index.value <= 3
    above = [other for other in found if other.line < index.line]
    return bool(above) and above[-1].value == index.value - 1 and above[-1].size >= _PAGE


def _candidates(buffer: LineBuffer) -> list[_PageIndex]:
    found: list[_PageIndex] = []
    previous = ""
    since = _ITEM
    for number, line in enumerate(buffer.lines):
        if buffer.is_empty(number):
            continue
        hit = _INDEX.match(line)
        if hit:
            rest = line[hit.end() :]
            size = len(rest) or len(_following(buffer, number))
            alone = not rest.strip()
            cut = len(previous) >= (12 if alone else _SHORT) and not ends_paragraph(previous)
            half = size >= _SHORT or ends_paragraph(rest)  # and no heading
            cut = cut and (alone or (since >= _ITEM and half))
            since = 0
            found.append(_PageIndex(number, hit.end(), int(hit.group(1)), size, cut, alone))
        previous = buffer.kept_text(number)
        since += len(previous)
    return found


def _following(buffer: LineBuffer, number: int) -> str:
    return next(
        (
            buffer.kept_text(n)
            for n in range(number + 1, len(buffer.lines))
            if not buffer.is_empty(n)
        ),
        "",
    )


def _rising(marks: list[_PageIndex]) -> list[_PageIndex]:
    """The longest run of values that rises through the text (quadratic, over few marks)."""
    marks = marks[:600]
    best: list[int] = []
    before: list[int] = []
    for i, mark in enumerate(marks):
        options = [j for j in range(i) if 1 <= mark.value - marks[j].value <= 3]
        last = max(options, key=lambda j: best[j], default=-1)
        best.append(best[last] + 1 if last >= 0 else 1)
        before.append(last)
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: best[i])
    run: list[_PageIndex] = []
    while at >= 0:
        run.append(marks[at])
        at = before[at]
    return run[::-1]


def _fits(index: _PageIndex, run: list[_PageIndex]) -> bool:
    """Whether an index that breaks no sentence fills a gap of the run, or goes on with it."""
    below = [r for r in run if r.line < index.line]
    above = [r for r in run if r.line > index.line]
    if below and above:
        return below[-1].value < index.value < above[0].value
    if above:
        return index.value < above[0].value and index.value <= 2
    return bool(below) and index.value == below[-1].value + 1
