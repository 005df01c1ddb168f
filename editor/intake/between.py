"""What stands between two lines of a site's below the speech is the site's too.

A page's foot is one block: links, buttons, a list, a notice, the number of its licence.
Where enough of it is sure, above and below, its own words for the rest need not be known.
"""

from __future__ import annotations

from editor.intake.judge import REACH, WITH, Judge
from editor.intake.shapes import is_major_heading, is_salutation
from editor.intake.tail_lines import closes

_FOOT = frozenset(
    ("site-footer", "share-bar", "copyright", "related-links", "member-notice", "site-nav")
)
_GAP = 4  # so many lines between two sure ones at most
_SURE = 3  # sure lines that make a foot
_ABOVE = 2  # sure lines above a sentence: one may have got into the speech
_LONG = 120


def strike_between_sure(judge: Judge) -> None:
    """Strike the lines inside a page's foot, walking up from the end of the text."""
    sheet, waiting, found = judge.sheet, list[int](), list[tuple[int, int]]()
    sure = 0
    rows = [n for n, line in enumerate(sheet.lines) if line.strip()]
    for number in reversed(rows[-REACH:]):
        if sheet.gone(number):
            if any(mark.kind in _FOOT for mark in sheet.marks[number]):
                sure += 1
                found += [(one, sure) for one in waiting]
                waiting = []
        elif not sure or len(waiting) == _GAP or _of_speech(judge, number):
            break
        else:
            waiting.append(number)
    if sure >= _SURE and not sheet.from_docx:
        for number, above in found:
            if not judge.speaks(number) or sure - above >= _ABOVE - 1:
                sheet.strike_line(number, "site-footer", WITH)


def _of_speech(judge: Judge, number: int) -> bool:
    text = judge.text(number)
    if len(text) > _LONG or closes(text) or is_salutation(text) or is_major_heading(text):
        return True
    return text == judge.title or judge.is_issued(number) or judge.signs_off([number])
