"""What is this line? Heading, title, salutation, date, closing or prose, told by itself alone.

The part of the outline that is cached, and separate from it because a keystroke changes one
paragraph: its facts are read again, all others come from the cache, and equal facts mean an
unchanged tree. So facts hold no lengths that every keystroke would change. Offsets are code
points in the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from editor.language.script import narrowed
from editor.manuscript import speech_lines
from editor.manuscript.heading.heading_candidate import (
    POINT_STYLES,
    HeadingCandidate,
    HeadingVariant,
)
from editor.manuscript.heading.heading_extent import heading_extent
from editor.manuscript.heading.sentence_points import is_head, with_asides
from editor.manuscript.line_titles import MARKDOWN, line_title, markdown_title, title_run_in
from editor.manuscript.numbering import (
    Marker,
    MarkerStyle,
    marker_at,
    marker_text,
    write_numeral,
)
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.speech_lines import LineMatch

LONG: Final = 40  # from here on a line is body; headings in use are mostly shorter
_WRAPPED: Final = 20  # a line this long without a final mark may run on in the next
_BODY: Final = 14  # so much behind a heading is a body
TERSE: Final = 36  # a point's words up to here read as a heading

_TITLED: Final = 4  # a heading before the point that is glued to it
_MINOR: Final = 30  # the longest heading without a number

RANK: Final = {
    MarkerStyle.PART: 0,
    MarkerStyle.CHINESE: 1,
    MarkerStyle.CHINESE_BRACKET: 2,
    MarkerStyle.ARABIC: 3,
    MarkerStyle.ORDINAL: 3,
    MarkerStyle.POINT_IS: 3,
    MarkerStyle.POINT_MUST: 3,
    MarkerStyle.SEQUENCE: 3,
    MarkerStyle.SIDE: 3,
    MarkerStyle.ARABIC_BRACKET: 4,
    MarkerStyle.CIRCLED: 5,
}

# A marker inside a line stands behind a sentence's end, a blank, or a page mark.
_PLACE: Final = re.compile(
    # Possessive, and a run of spaces from its first one only: a row of them is read once.
    r"(?:[。；：！？;:!?….】#][”’」』）)]*+[ \u3000\t\u2028]*+"
    r"(?:[-—－] ?\d{1,3} ?[-—－])?+[ \u3000\t]*+"
    r"|(?<![ \u3000\t\u2028])[ \u3000\t\u2028]++|[-—－] ?\d{1,3} ?[-—－] ?)"
    r"(?=[一二三四五六七八九十百]{1,4}[ 、．.是要个]|第[一二三四五六七八九十]|首先|其[次一二三四五]"
    r"|再[次者]|最后|[（(] ?[一二三四五六七八九十0-9０-９]|[①-⒛㈠-㈩]"
    r"|[0-9０-９]{1,2} ?[、．.)）]|另一方面)"
)
_NEAR: Final = 120  # a list inside a sentence is no longer
_LISTING: Final = re.compile("[：:]第一")
_SENTENCE: Final = frozenset("。；！？;!?…")
_FIRST_POINT: Final = re.compile(
    "一是|一要|第一[，,、]|（一）|\\(一\\)|(?<![0-9.])[1１][、．.](?![0-9０-９])|（1）|\\(1\\)|①|首先[，,]"
)
_SECOND: Final = str.maketrans("一1１①", "二2２②")
_LEAD: Final = re.compile(
    r"[ \u3000\t\xa0\ufeff]*(?:[-—－] ?\d{1,3} ?[-—－])?[ \u3000\t\xa0●■◆★▲•]*"
)
_LISTED: Final = frozenset({MarkerStyle.ARABIC, MarkerStyle.ARABIC_BRACKET, MarkerStyle.CIRCLED})
_TWO: Final = 2
_ITEM: Final = 3  # an item of a list has next to nothing behind it
_SAID: Final = re.compile("句[，,、：:]")
_AGENDA: Final = re.compile(
    "(?:议程|程序|议题|日程|流程|内容|事项|材料|名单|包括|分别[是为]?|如下|分为)"
    "[^。；，]{0,12}[：:][ \u3000]*$"
)
_ANNOUNCED: Final = re.compile(
    "(?:[几一二两三四五六七八九十][个点条项]|方面|意见|要求|问题|建议|希望)"
    "[^。；]{0,10}[：:。][# \u3000]*$"
    "|#[ \u3000]*$"
)
# An entry of a table of contents: leaders or a tab, and the page.
_ENTRY: Final = re.compile(r"(?:…|\.{3}|·{3}|—{3}|\t)[ \u3000]?[（(]?\d{1,3}[)）]?[ \u3000]*$")
_ENDED: Final = frozenset("。！？!?；;：:”’）)》】…")


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One line: what it could be around the numbered parts, and its candidates.

    ``inline_greeting``: one that begins the line but does not fill it. ``hard_wrapped``: a long
    line without a final mark, as hard-wrapped text has them. ``unnumbered_heading``: what the
    line is if it is a heading without a number. ``closing_at``: where last words begin inside it.
    ``numbered_title``: the title of a speech behind a section's number (二、在…上的讲话).
    ``colon``: it ends with one. ``broken``: it ends as a title broken by hand may, and as no
    title does (关于加强学习、).
    """

    blank: bool = False
    long: bool = False
    hard_wrapped: bool = False
    closing: bool = False
    thanks: bool = False
    date: bool = False
    toc: bool = False
    salutation: LineMatch | None = None
    title: LineMatch | None = None
    inline_greeting: tuple[LineMatch, LineMatch] | None = None
    candidates: tuple[HeadingCandidate, ...] = ()
    unnumbered_heading: HeadingCandidate | None = None
    closing_at: int = -1
    broken: bool = False
    colon: bool = False
    numbered_title: LineMatch | None = None


BLANK_LINE: Final = LineFacts(blank=True)
_PLAIN: Final = LineFacts(long=True)
_COLON: Final = LineFacts(long=True, colon=True)


def line_facts(paragraph: Paragraph) -> LineFacts:
    """The facts of one paragraph, from its text, automatic number and style."""
    text = paragraph.text
    start, end = speech_lines.trimmed(text)
    if start == end:
        return BLANK_LINE
    if _ENTRY.search(text, max(start, end - 12)):
        return LineFacts(toc=True)
    mark = MARKDOWN.match(text)
    found = _candidates(paragraph, start, end, mark)
    long, ended = end - start >= LONG, text[end - 1] in _ENDED
    headed = bool(found) and found[0].at_line
    inline_greeting = None if headed else title_run_in(text, start)
    # 最后，祝大家…: last words where 最后 is no point of a row.
    closing = (not headed or found[0].number == "最后") and speech_lines.is_closing(text)
    if (long and ended) or headed:
        if long and not found and not inline_greeting and not closing:
            return _COLON if text[end - 1] in "：:" else _PLAIN
        hard_wrapped = long and not ended and not (headed and found[0].whole)
        last = speech_lines.closing_start(text) if len(found) > 2 else -1
        return LineFacts(
            long=long,
            hard_wrapped=hard_wrapped,
            closing=closing,
            inline_greeting=inline_greeting,
            candidates=found,
            unnumbered_heading=_last_of_row(text, found[0])
            if found and headed and not ended
            else None,
            closing_at=last,
            numbered_title=_numbered_title(text, found) if headed else None,
        )
    title = markdown_title(text, mark) if mark else line_title(paragraph)
    return LineFacts(
        long=long,
        hard_wrapped=end - start >= _WRAPPED and not ended and (not title or title.weight < 2),
        closing=closing,
        thanks=speech_lines.is_thanks(text),
        date=speech_lines.is_date_line(text),
        toc=speech_lines.is_toc_word(text),
        salutation=speech_lines.salutation(text) if end - start <= 80 else None,
        title=title,
        inline_greeting=inline_greeting,
        candidates=found,
        unnumbered_heading=_minor(text, title, closing),
        colon=text[end - 1] in "：:",
        broken=title is None and speech_lines.is_broken_title(text[start:end]),
    )


def _numbered_title(text: str, found: tuple[HeadingCandidate, ...]) -> LineMatch | None:
    """The words behind a section's number where they are a speech's title."""
    head = found[0]
    if head.rank > 3 or not head.whole or head.style in POINT_STYLES:
        return None
    if not head.title.startswith(("在", "关于")):
        return None
    title = speech_lines.title(head.title)
    at = text.find(head.title, head.start)
    return LineMatch(at, at + len(head.title), 2) if title and title.weight == 2 else None


def _minor(text: str, title: LineMatch | None, closing: bool) -> HeadingCandidate | None:
    """The line as a heading without a number, where it can be one."""
    if title is None or title.weight != 1 or closing or title.end - title.start > _MINOR:
        return None
    if text[title.start] in "（(【[〔" and text[title.end - 1] in "）)】]〕":
        return None  # a stage direction: （宣读完毕）
    words = text[title.start : title.end]
    if "\t" in words:
        return None  # a row of a table: 工种→人数
    return HeadingCandidate(None, 1, 0, "", title.start, words, len(text), whole=True)


def _last_of_row(text: str, head: HeadingCandidate) -> HeadingCandidate | None:
    """最后… without a mark behind it as the last of heads without a number (先…, 再…)."""
    at = head.start + len("最后")
    if head.number != "最后" or not head.whole or len(text) - head.start > _MINOR:
        return None
    if text[at : at + 1] in "，,、：:":
        return None
    words = text[head.start :].rstrip()
    return HeadingCandidate(None, 1, 0, "", head.start, words, len(text), whole=True)


def _candidates(
    paragraph: Paragraph, start: int, end: int, mark: re.Match[str] | None
) -> tuple[HeadingCandidate, ...]:
    text, found = paragraph.text, list[HeadingCandidate]()
    if paragraph.label and (marker := marker_at(paragraph.label.strip())):
        shown = Marker(marker.style, marker.value, 0, 0, marker.number)
        found.append(_candidate(text, shown, True))
    else:
        lead = _LEAD.match(text)
        at = lead.end() if lead else start
        if mark:
            at = mark.end()
        if marker := marker_at(text, at):
            found.append(_candidate(text, marker, True))
            found += _glued(text, found[-1])
        elif mark and markdown_title(text, mark) is None:
            level = len(mark["signs"]) - 1
            words = text[at:end]
            found.append(HeadingCandidate(None, level, 0, "", start, words, len(text), whole=True))
        elif paragraph.style.startswith("heading") and end - start <= speech_lines.LONGEST_TITLE:
            level = min(5, int(paragraph.style[7:] or 1))
            words = text[start:end]
            found.append(HeadingCandidate(None, level, 0, "", start, words, len(text), whole=True))
    for place in _PLACE.finditer(text, start):
        at = place.end()
        if at > (found[-1].start if found else start) and (marker := marker_at(text, at)):
            found.append(_candidate(text, marker, False, place.group()[0]))
            found += _glued(text, found[-1])
    if mark and found and found[0].at_line:
        found[0] = replace(found[0], start=start)  # with its signs
    found = list(_with_first(text, [c for c in found if c.title]))
    return with_asides(text, _without_lists(text, tuple(found)))


def _with_first(text: str, found: list[HeadingCandidate]) -> Iterator[HeadingCandidate]:
    """The candidates, with the first point whose sentence begins with other words.

    汛前，首先，查库；其次，备料；最后，练兵。: without it the second would count as the first.
    Of two only where both are heads.
    """
    for number, c in enumerate(found):
        later = found[number + 1] if number + 1 < len(found) else None
        if c.value == _TWO and c.style in POINT_STYLES:
            floor = max(found[number - 1].body if number else 0, c.start - _NEAR)
            marker = marker_at(text, c.start)
            first = marker_text(text, marker, 1) if marker else ""
            at = text.rfind(f"，{first}", floor, c.start) + 1 if first else 0
            more = later and later.style is c.style and later.value > c.value
            if at and (marker := marker_at(text, at)) and (more or _are_heads(text, marker, c)):
                yield _candidate(text, marker, False, "，")
        yield c


def _are_heads(text: str, first: Marker, second: HeadingCandidate) -> bool:
    """Whether the only two points of a sentence are heads both."""
    return is_head(text[first.end : second.start]) and is_head(second.title)


def _without_lists(text: str, found: tuple[HeadingCandidate, ...]) -> tuple[HeadingCandidate, ...]:
    """The candidates with items of a list told: '议程共4项：1.…；2.…', '第一句，…。第二句，…。'."""
    made: list[HeadingCandidate] = []
    listed = False
    for number, c in enumerate(found):
        after = found[number + 1].start if number + 1 < len(found) else c.body
        if c.at_line or after - c.body > _ITEM:
            listed = False
        elif c.style not in _LISTED:
            # 第一句，…。第二句，…。: sentences that are told off, nothing is said of them.
            ended = c.body >= len(text.rstrip()) and text.rstrip()[-1] in _ENDED
            bare = ended or c is not found[-1]
            listed = bare and _SAID.search(text, c.start, c.words) is not None
        elif c.value == 1:
            listed = _AGENDA.search(text, max(0, c.start - 24), c.start) is not None
        made.append(replace(c, row=True) if listed else c)
    return tuple(made)


def _glued(text: str, above: HeadingCandidate) -> list[HeadingCandidate]:
    """The first point of a run where its text follows a heading without any mark.

    Sure only where the second point comes later behind a mark; ``above`` ends there.
    """
    if above.style in POINT_STYLES or above.whole or above.style is None:
        return []
    stretch = text[above.start : above.body]
    for match in _FIRST_POINT.finditer(stretch, above.words - above.start + 2):
        rest = text[above.start + match.end() :]
        second = match.group().translate(_SECOND).replace("首先", "其次")
        at = above.start + match.start()
        marker = marker_at(text, at)
        # A figure may have its second on a line of its own: the run will tell.
        figure = marker and marker.style is MarkerStyle.ARABIC and at - above.words >= _TITLED
        if marker and (figure or re.search("[。；;]" + re.escape(second), rest)):
            return [_candidate(text, marker, False)]
    return []


def _candidate(text: str, marker: Marker, at_line: bool, before: str = "。") -> HeadingCandidate:
    point = marker.style in POINT_STYLES
    extent = heading_extent(narrowed(text), marker.end, own_line=at_line, point=point)
    title = text[extent.start : extent.end].rstrip()
    variants = tuple(
        HeadingVariant(text[extent.start : s.end], s.body, s.score, _mark(text, s.end, s.body))
        for s in extent.ends
    )
    return HeadingCandidate(
        marker.style,
        RANK[marker.style],
        marker.value,
        marker.number,
        marker.start,
        title,
        extent.body,
        at_line,
        extent.whole,
        at_line or before in _SENTENCE,
        len(text) - extent.body > _BODY,
        point and (_in_row(title, marker) or (not at_line and _in_list(text, extent.end, marker))),
        not at_line and _is_announced(text, marker),
        variants,
        extent.start,
        "关键" in text[marker.start : marker.end],
    )


def _is_announced(text: str, marker: Marker) -> bool:
    if marker.value != 1:
        return False
    if marker.style in POINT_STYLES:
        return text[: marker.start].rstrip(" \u3000").endswith(("：", ":"))
    if RANK[marker.style] > 2:
        return False
    return _ANNOUNCED.search(text, max(0, marker.start - 24), marker.start) is not None


def _mark(text: str, end: int, body: int) -> str:
    """What stands between heading and body, as one character."""
    if end >= len(text):
        return "/"
    between = text[end:body]
    return between.strip()[:1] or between[:1]


def _in_list(text: str, end: int, marker: Marker) -> bool:
    """Whether 第二… follows at once behind a semicolon: 讲三句话：第一，要清；第二，…"""
    if marker.style is not MarkerStyle.ORDINAL or text[end : end + 1] not in ("；", ";"):
        return False
    if not _LISTING.search(text, max(0, marker.start - _NEAR), marker.start + 2):
        return False
    return text.startswith("第" + write_numeral(marker.value + 1), end + 1)


def _in_row(title: str, marker: Marker) -> bool:
    """Whether the next point follows behind a comma, inside this one's words."""
    after = {MarkerStyle.SEQUENCE: "其次|再次|最后", MarkerStyle.SIDE: "另一方面"}.get(marker.style)
    if after is None:
        numeral = write_numeral(marker.value + 1)
        after = f"第{numeral}[，,、是要]|{numeral}(?:个?是|要)|其{numeral}"
    return re.search(f"[，,、](?:{after})", title) is not None
