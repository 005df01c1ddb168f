"""Titles that a site wrote twice, and its count of model texts (范文篇1)."""

from __future__ import annotations

import re
from functools import cache

from editor.intake.evidence import ENOUGH, weigh
from editor.intake.judge import is_date
from editor.intake.pieces import HEAD, TAIL, alike, unnumbered
from editor.intake.shapes import ends_paragraph, is_heading, is_prose, is_salutation, is_title
from editor.intake.sheet import Mark, Sheet
from editor.intake.tail_lines import closes
from editor.language.speech import genre_choice, opening_choice

_TWICE = re.compile(r"[\s　]*(\S{6,40}?)[\s　]+(?=\1)")
_LABELLED = re.compile(
    r"[\s　【\[]*(?:文章|文档|作品|资料)?(?:标题|题目|篇名|名称)[】\]]?\s*[:：]\s*(?=\S{4})"
)
_FRAMED = re.compile(r"[\s　]*([○●★☆◆◇■□※◎▲▼])[\s　]*(\S.*?\S)[\s　]*\1[\s　]*")
_HEAD, _CAPTION, _BEHIND, _SHORTEST, _LONGEST = 8, 40, 4, 6, 50
_BETWEEN = 120
_TWICE_WHY = "标题重复了一遍"
_DATE = re.compile(r"[\s　]*20\d\d-\d{1,2}-\d{1,2}[\s\d:]*")
_LENGTH = re.compile(r"[\s　]*[(（](?:全文|共|约)?\d{3,5}字[)）][\s　]*$")


@cache
def _headed() -> re.Pattern[str]:
    """A title at the head of a line that holds a whole text, up to the word for its kind."""
    return re.compile(rf"[\s　]*([^\s。，,！!：:]{{3,40}}?{genre_choice()}稿?)")


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(rf"[\s　]*([^。！？]{{4,50}}?)\d{{0,2}}(?={opening_choice()})")


def strike_titles(sheet: Sheet) -> None:
    """Strike the copy that is not the speech's own, and the piece marks in titles."""
    _strike_before_intro(sheet)
    _strike_labels(sheet)
    _strike_repeated(sheet)
    _strike_copies(sheet)
    _strike_tail(sheet)
    previous = -1
    for number, line in enumerate(sheet.lines):
        if sheet.empty(number):
            continue
        _strike_length(sheet, number, line)
        _strike_piece(sheet, number, line)
        if previous >= 0 and sheet.left(previous).strip() == sheet.left(number).strip():
            text = sheet.left(number).strip()
            if is_title(text) and not is_heading(text):
                pieces = (HEAD.match(sheet.lines[n]) is not None for n in (previous, number))
                again = number if tuple(pieces) == (True, False) else previous
                sheet.strike_line(again, "dup-title", _TWICE_WHY)
        previous = number
    _strike_glued(sheet)


def _strike_before_intro(sheet: Sheet) -> None:
    """The title above an introduction is the page's when the speech's own follows it."""
    for number in range(min(12, len(sheet.lines))):
        if not sheet.gone(number) or sheet.marks[number][0].kind != "site-intro":
            continue
        above = [n for n in range(number) if not sheet.empty(n)]
        below = [
            n for n in range(number + 1, min(number + 6, len(sheet.lines))) if not sheet.empty(n)
        ]
        if len(above) == 1 and below and _is_own(sheet.left(below[0])):
            text = sheet.left(above[0])
            if len(text) <= 50 and not (is_prose(text) or is_salutation(text) or is_heading(text)):
                sheet.strike_line(above[0], "dup-title", "网页的标题，下面有讲话自己的标题")
        return


def _is_own(text: str) -> bool:
    glued = _glued().match(text)
    title = glued.group(1) if glued else TAIL.sub("", text)
    return is_title(title) and not is_salutation(title)


def _strike_labels(sheet: Sheet) -> None:
    """'标题：' before the title goes; the title stays."""
    for number in list(sheet.remaining())[:_HEAD]:
        hit = _LABELLED.match(sheet.left(number))
        if hit and is_title(sheet.left(number)[hit.end() :]):
            sheet.strike_left(number, 0, hit.end(), "site-header", "网页给标题加的标签")


def _strike_repeated(sheet: Sheet) -> None:
    """The same title again before the speech begins: what stands between is the page's."""
    kept = list(sheet.remaining())[:_HEAD]
    for at, number in enumerate(kept[:3]):
        text = TAIL.sub("", sheet.left(number)).strip()
        if not is_title(text) or is_heading(text):
            continue
        for passed, other in enumerate(kept[at + 1 :]):
            if TAIL.sub("", sheet.left(other)).strip() == text:
                sheet.strike_line(number, "dup-title", _TWICE_WHY)
                for between in kept[at + 1 : at + 1 + passed]:
                    sheet.strike_line(between, "site-header", "夹在重复的标题之间，是网页的")
                return
            if not _is_caption(sheet, other):
                break


def _is_caption(sheet: Sheet, number: int) -> bool:
    """Whether a line between two equal titles may be a page's: short, no day, no greeting."""
    text = sheet.left(number).strip()
    if _DATE.fullmatch(text):
        return True
    own = is_date(text) or is_salutation(text) or is_heading(text) or ends_paragraph(text)
    return len(text) <= _CAPTION and not own and not sheet.from_docx


def _strike_copies(sheet: Sheet) -> None:
    """The page's title once more behind the first paragraph: the name of its picture."""
    if sheet.from_docx:
        return
    titles: set[str] = set()
    spoken = 0
    for number, line in enumerate(sheet.lines):
        text = line.strip()
        if not text or spoken > _BEHIND:
            continue
        named = _SHORTEST <= len(text) <= _LONGEST and not ends_paragraph(text)
        if spoken and not sheet.gone(number) and _is_copy(text, titles):
            below = next((n for n in sheet.remaining() if n > number), -1)
            greeted = is_salutation(sheet.left(below)) or sheet.left(below).rstrip()[-1:] in "：:"
            above = next((n for n in range(number - 1, -1, -1) if not sheet.empty(n)), number)
            if below >= 0 and not greeted and not closes(sheet.left(above)):
                sheet.strike_line(number, "dup-title", "网页的标题又夹在正文中间")
                return
        elif not spoken and named and (is_title(text) or _is_caption_struck(sheet, number)):
            titles.add(text)
        elif not sheet.gone(number):
            spoken += spoken > 0 or is_salutation(text) or is_prose(text)


def _is_caption_struck(sheet: Sheet, number: int) -> bool:
    """Whether a line went as a page's, and is no heading of the speech's preview."""
    gone = sheet.gone(number) and sheet.marks[number][0].kind != "preview"
    return gone and not is_heading(sheet.lines[number])


def _is_copy(text: str, titles: set[str]) -> bool:
    """Whether a line is a title of the page, perhaps a word shorter or longer."""
    if text in titles:
        return True
    plain = unnumbered(text)
    like = is_title(text) and plain == text and not is_heading(text) and len(text) >= _SHORTEST
    return like and any(alike(text, t) and alike(t, plain) for t in map(unnumbered, titles))


def strike_frames(sheet: Sheet) -> None:
    """The ornaments on both sides of a title: ○ 在…会议上的讲话 ○."""
    for number in list(sheet.remaining())[:_HEAD]:
        hit = _FRAMED.fullmatch(sheet.left(number))
        if hit and is_title(hit.group(2)) and number not in sheet.marks:
            why = "标题两边的网页装饰符号"
            sheet.strike([Mark(number, 0, hit.start(2), "site-header", why)])
            sheet.strike([Mark(number, hit.end(2), hit.end(), "site-header", why)])


def _strike_tail(sheet: Sheet) -> None:
    """The last line is the page's when it is the title again, with a site's name perhaps."""
    kept = list(sheet.remaining())
    if len(kept) < 4:
        return
    last = sheet.left(kept[-1]).strip()
    for number in kept[:2]:
        title = sheet.left(number).strip()
        if len(title) >= 8 and is_title(title) and title in last and len(last) <= len(title) + 12:
            sheet.strike_line(kept[-1], "site-footer", "文末又是一遍标题，是网页的")
            return


def _strike_length(sheet: Sheet, number: int, line: str) -> None:
    """'(1714字)' behind a title is the site's count."""
    hit = _LENGTH.search(line) if len(line) <= 60 and "字" in line else None
    if hit and is_title(line[: hit.start()]):
        mark = Mark(number, hit.start(), hit.end(), "site-note", "网站数的字数")
        sheet.strike([mark])


def _strike_piece(sheet: Sheet, number: int, line: str) -> None:
    if len(line) > 60 or not any(word in line for word in ("篇", "范文", "例文")):
        return
    why = "网站给范文编的篇号"
    if hit := HEAD.match(line):
        sheet.strike([Mark(number, hit.start(), hit.end(), "piece-mark", why)])
    hit = TAIL.search(line)
    if hit and is_title(line[: hit.start()].strip()):
        sheet.strike([Mark(number, hit.start(), hit.end(), "piece-mark", why)])


def _strike_glued(sheet: Sheet) -> None:
    """'标题 标题篇1正文…' in one line: the first of the two goes."""
    for number in list(sheet.remaining())[:3]:
        left = sheet.left(number)
        hit = _TWICE.match(left)
        if hit and is_title(hit.group(1)):
            start = sheet.raw_offset(number, hit.start(1))
            end = sheet.raw_offset(number, hit.end())
            sheet.strike([Mark(number, start, end, "dup-title", _TWICE_WHY)])
            continue
        hit = _headed().match(left)
        again = left.find(hit.group(1), hit.end(), hit.end() + _BETWEEN) if hit else -1
        if hit and again >= 0:
            between = left[hit.end() : again]
            if not between.strip() or weigh(between).score >= ENOUGH:
                sheet.strike_left(number, hit.start(1), again, "dup-title", _TWICE_WHY)
