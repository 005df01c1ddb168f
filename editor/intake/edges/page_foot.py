"""What stands between two lines of a site's below the speech is the site's too.

A page's foot is one block: links, buttons, a list, a notice, the number of its licence.
Where enough of it is sure, above and below, its own words for the rest need not be known.
"""

from __future__ import annotations

from editor.intake.edges.judge import REACH, WITH, EdgeJudge
from editor.intake.line_shapes import is_major_heading, is_salutation
from editor.manuscript.speech_lines import is_goodbye

_FOOT = frozenset(
    ("site-footer", "share-bar", "copyright", "related-links", "member-notice", "site-nav")
)
_GAP = 4  # so many lines between two sure ones at most
_SURE = 3  # sure lines that make a foot
_ABOVE = 2  # sure lines above a sentence: one may have got into the speech
_LONG = 120


def remove_page_foot(judge: EdgeJudge) -> None:
    """Remove the lines inside a page's foot, walking up from the end of the text."""
    buffer, waiting, found = judge.buffer, list[int](), list[tuple[int, int]]()
    sure = 0
    rows = [n for n, line in enumerate(buffer.lines) if line.strip()]
    for number in reversed(rows[-REACH:]):
        if buffer.is_removed(number):
            if any(mark.kind in _FOOT for mark in buffer.changes[number]):
                sure += 1
                found += [(one, sure) for one in waiting]
                waiting = []
        elif not sure or len(waiting) == _GAP or _of_speech(judge, number):
            break
        else:
            waiting.append(number)
    if sure >= _SURE and not buffer.from_docx:
        for number, above in found:
            if not judge.speaks(number) or sure - above >= _ABOVE - 1:
                buffer.suspect_line(number, "site-footer", WITH)


def _of_speech(judge: EdgeJudge, number: int) -> bool:
    text = judge.text(number)
    if len(text) > _LONG or is_goodbye(text) or is_salutation(text) or is_major_heading(text):
        return True
    return text == judge.title or judge.is_issued(number) or judge.signs_off([number])
