"""What surrounds a speech: lines before its title, behind its end, between two speeches.

There a line is judged by the noise score that adds up (see `noise score`), and a line without
any goes along when it stands among sure furniture. In the speech itself only a line that
has more than enough against it goes.
"""

from __future__ import annotations

from editor.intake.edges.judge import EdgeJudge
from editor.intake.edges.lines_above import remove_above
from editor.intake.edges.lines_below import remove_below, remove_between_speeches
from editor.intake.edges.page_foot import remove_page_foot
from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import ends_paragraph, is_heading
from editor.intake.noise_score import noise_score

# What a line inside a speech must have against it, how long it may be, and the one above.
_INSIDE, _LONGEST, _SENTENCE = 5, 40, 20
# A line that holds a whole speech: what stands beside it can be told as well.
_WHOLE = 200
# A table in a speech is the speech's.
_TABLE = frozenset(("table", "bars"))
_WHY = "网页夹在正文段落之间的按钮或推荐"


def remove_surroundings(buffer: LineBuffer) -> None:
    """Remove what a site wrote around the speech, between two of them and into them."""
    judge = EdgeJudge(buffer)
    if len(judge.lines) < 3 and max(map(len, map(judge.text, judge.lines)), default=0) < _WHOLE:
        return
    remove_above(judge)
    remove_between_speeches(judge)
    remove_below(judge)
    remove_page_foot(judge)
    _remove_inside(judge)


def _remove_inside(judge: EdgeJudge) -> None:
    """Buttons and links on lines of their own between two paragraphs."""
    kept = judge.remaining()
    for at in range(1, len(kept)):
        text = judge.buffer.kept_text(kept[at]).strip()
        if not 1 < len(text) <= _LONGEST or ends_paragraph(text) or is_heading(text):
            continue
        if "，" in text or "," in text:  # a part of a sentence
            continue
        above = judge.text(kept[at - 1])
        behind = ends_paragraph(above) and len(above) >= _SENTENCE
        if judge.names(kept[at]) or not (behind or judge.comes_back(kept[at])):
            continue
        found = noise_score(text)
        if found.total >= _INSIDE and found.features - _TABLE and judge.is_sites(kept[at]):
            judge.remove(kept[at], "related-links", _WHY)
