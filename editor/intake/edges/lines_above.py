"""The lines above a speech: a page's title, its path, its counters, an introduction."""

from __future__ import annotations

import re

from editor.intake.edges.judge import REACH, WHY, WITH, EdgeJudge, is_date
from editor.intake.edges.outer_lines import is_agenda
from editor.intake.line_shapes import ends_paragraph, is_salutation
from editor.intake.piece_titles import alike, opens_piece, unnumbered
from editor.language.speech import genre_choice

_PAGE_TITLE = re.compile(
    r"[（(【\[](?:.{0,6}[\d一二三四五六七八九十]{1,4}\s{0,4}篇|.{4,60})[）)】\]]$|\d\s{0,4}篇"
)
# An odd line between two of a site's, and one only above them.
_BETWEEN, _ABOVE = 40, 24
# A column's name (主持词) above a title that ends with it.
_COLUMN = 4
# Right below a site's line less is enough.
_WEAK = 2
_BULLETS = ("•", "·", "▪")
# What is left of a line that a site's name was removed from.
_SCRAP = re.compile(r"[\d\W_]{1,8}")


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
        _remove_beside(judge, zone, own)


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


def _remove_beside(judge: EdgeJudge, zone: list[int], own: int) -> None:
    """What weaker features tell right below sure furniture, and a page's column above a title."""
    for number in zone:
        text = judge.text(number)
        if judge.buffer.is_removed(number) or number == own or is_date(text) or is_salutation(text):
            continue
        if is_agenda(judge.buffer, number) or _subtitled(judge, number):
            continue
        column = number < own and len(text) <= _COLUMN and text in judge.text(own)
        rest = number in judge.buffer.changes and _SCRAP.fullmatch(text) is not None
        below = _below_gone(judge, number)
        listed = below and number < own and (text.startswith(_BULLETS) or _listed(judge, number))
        named = re.search(genre_choice(parts_too=True), text) or (own < 0 and number == zone[-1])
        told = below and judge.noise_score(number).total >= _WEAK and not named
        if column or rest or listed or told:
            kind = "related-links" if listed else "site-header"
            judge.buffer.suspect_line(number, kind, WITH)


def _subtitled(judge: EdgeJudge, number: int) -> bool:
    """Whether the next line is a subtitle (——在…上的讲话): this one is the title itself."""
    below = next((n for n in judge.lines if n > number and not judge.buffer.is_removed(n)), -1)
    return below >= 0 and judge.text(below).startswith(("—", "－", "--"))


def _above(judge: EdgeJudge, number: int) -> int:
    """The nearest line with text above; -1 where there is none."""
    above = number - 1
    while above >= 0 and not judge.buffer.lines[above].strip():
        above -= 1
    return above


def _below_gone(judge: EdgeJudge, number: int) -> bool:
    """Whether the nearest line with text above is removed."""
    above = _above(judge, number)
    return above >= 0 and judge.buffer.is_removed(above)


def _listed(judge: EdgeJudge, number: int) -> bool:
    """Whether a short line stands in a list of links (相关文章：)."""
    marks = judge.buffer.changes.get(_above(judge, number), [])
    linked = bool(marks) and marks[0].kind == "related-links"
    return linked and marks[0].why != WHY and len(judge.text(number)) <= _BETWEEN
