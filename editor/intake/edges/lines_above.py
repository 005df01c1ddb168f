"""The lines above a speech: a page's title, its path, its counters, an introduction."""

from __future__ import annotations

import re

from editor.intake.edges.judge import REACH, WITH, EdgeJudge, is_date
from editor.intake.line_shapes import ends_paragraph, is_salutation
from editor.intake.piece_titles import alike, opens_piece, unnumbered

_PAGE_TITLE = re.compile(
    r"[（(【\[](?:.{0,6}[\d一二三四五六七八九十]{1,4}\s{0,4}篇|.{4,60})[）)】\]]$|\d\s{0,4}篇"
)
# An odd line between two of a site's, and one only above them.
_BETWEEN, _ABOVE = 40, 24


def remove_above(judge: EdgeJudge) -> None:
    """Remove a site's lines above the first sentence, and the odd ones among them."""
    zone: list[int] = []
    for number in judge.remaining()[:REACH]:
        if judge.speaks(number) and not judge.names(number):
            break
        zone.append(number)
    else:
        return
    titles = [n for n in zone if judge.names(n)]
    own = titles[-1] if titles else -1
    for number in [n for n in zone if n != own and judge.is_sites(n)]:
        if number not in titles or (number < own and not opens_piece(judge.text(number))):
            judge.remove(number, "site-header")
    _remove_page_titles(judge, titles, own)
    if not judge.buffer.from_docx:
        _remove_odd(judge, zone, own)


def _remove_page_titles(judge: EdgeJudge, titles: list[int], own: int) -> None:
    """A title that the speech's own repeats, with a site's lines between or its count."""
    for number in titles:
        if number == own or judge.buffer.is_removed(number) or opens_piece(judge.text(number)):
            continue
        between = any(judge.buffer.is_removed(n) for n in range(number + 1, own))
        counted = _PAGE_TITLE.search(unnumbered(judge.text(number)))
        page, speech = judge.text(number), judge.text(own)
        near = alike(page, speech) or (between and alike(speech, page))
        if (between or counted) and near:
            why = "网页的标题，下面有讲话自己的标题"
            judge.buffer.remove_line(number, "dup-title", why)


def _remove_odd(judge: EdgeJudge, zone: list[int], own: int) -> None:
    """Short lines above sure furniture, itself above the title; others between two of it."""
    end = own if own >= 0 else zone[-1] if zone else 0
    gone = [n for n in range(end + 1) if judge.buffer.is_removed(n)]
    for number in zone:
        text = judge.text(number)
        if not gone or number >= gone[-1] or judge.buffer.is_removed(number) or judge.names(number):
            continue
        if _subtitled(judge, number):
            continue
        inside = number > gone[0]
        if own < 0 and not inside:
            continue
        own_words = is_date(text) or ends_paragraph(text) or is_salutation(text)
        if len(text) <= (_BETWEEN if inside else _ABOVE) and not own_words:
            judge.remove(number, "site-header", WITH)


def _subtitled(judge: EdgeJudge, number: int) -> bool:
    """Whether the next line is a subtitle (——在…上的讲话): this one is the title itself."""
    below = next((n for n in judge.lines if n > number and not judge.buffer.is_removed(n)), -1)
    return below >= 0 and judge.text(below).startswith(("—", "－", "--"))
