"""What surrounds a speech: lines before its title, behind its end, between two speeches.

There a line is judged by the evidence that adds up (see `evidence`), and a line without
any goes along when it stands among sure furniture. In the speech itself only a line that
has more than enough against it goes.
"""

from __future__ import annotations

from editor.intake.between import strike_between_sure
from editor.intake.evidence import weigh
from editor.intake.head_lines import strike_head
from editor.intake.judge import Judge
from editor.intake.shapes import ends_paragraph, is_heading
from editor.intake.sheet import Sheet
from editor.intake.tail_lines import strike_between, strike_tail

# What a line inside a speech must have against it, how long it may be, and the one above.
_INSIDE, _LONGEST, _SENTENCE = 5, 40, 20
# A line that holds a whole speech: what stands beside it can be told as well.
_WHOLE = 200
# A table in a speech is the speech's.
_TABLE = frozenset(("table", "bars"))
_WHY = "网页夹在正文段落之间的按钮或推荐"


def strike_surroundings(sheet: Sheet) -> None:
    """Strike what a site wrote around the speech, between two of them and into them."""
    judge = Judge(sheet)
    if len(judge.lines) < 3 and max(map(len, map(judge.text, judge.lines)), default=0) < _WHOLE:
        return
    strike_head(judge)
    strike_between(judge)
    strike_tail(judge)
    strike_between_sure(judge)
    _strike_inside(judge)


def _strike_inside(judge: Judge) -> None:
    """Buttons and links on lines of their own between two paragraphs."""
    kept = judge.left()
    for at in range(1, len(kept)):
        text = judge.sheet.left(kept[at]).strip()
        if not 1 < len(text) <= _LONGEST or ends_paragraph(text) or is_heading(text):
            continue
        if "，" in text or "," in text:  # a part of a sentence
            continue
        above = judge.text(kept[at - 1])
        behind = ends_paragraph(above) and len(above) >= _SENTENCE
        if judge.names(kept[at]) or not (behind or judge.comes_back(kept[at])):
            continue
        found = weigh(text)
        if found.score >= _INSIDE and found.signs - _TABLE and judge.is_sites(kept[at]):
            judge.strike(kept[at], "related-links", _WHY)
