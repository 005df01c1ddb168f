"""What surrounds a speech: lines before its title, behind its end, between two speeches.

There a line is judged by the evidence that adds up (see `evidence`), and a line without
any goes along when it stands on the far side of sure furniture. In the speech nothing is
looked at here.
"""

from __future__ import annotations

import re
from collections import Counter

from editor.intake.edges import goes_on, is_agenda
from editor.intake.evidence import Evidence, is_furniture, weigh
from editor.intake.shapes import (
    ends_paragraph,
    is_bare_heading,
    is_heading,
    is_prose,
    is_salutation,
    is_title,
)
from editor.intake.sheet import Sheet

# Nobody puts more lines than this around a text.
_REACH = 60
_BETWEEN = 15
_KINDS = (
    ("chat", "site-intro"),
    ("about", "site-intro"),
    ("advice", "site-intro"),
    ("rights", "copyright"),
    ("links", "related-links"),
    ("site", "member-notice"),
)
_SURE = frozenset(
    ("site-header", "site-footer", "share-bar", "copyright", "related-links", "member-notice")
)
_WHY = "网页写在讲话外面的内容"
_WITH = "和网页的其他内容在一起，不属于讲话"
_DATE = re.compile(
    r"[\s　（(]*(?:[\d二〇○零一三四五六七八九XxＸ×*某_]{2,4}|[\s　_]+)\s*年.{0,14}[日月][\s　）)]*"
)
_NAMED = re.compile(r"[\s　（(]*[一-龥XxＸ×某○*·\s　]{2,24}[\s　）)]*")
_PAGE_TITLE = re.compile(
    r"[（(【\[](?:.{0,6}[\d一二三四五六七八九十]+\s*篇|.{4,})[）)】\]]$|\d+\s*篇"
)


def strike_surroundings(sheet: Sheet) -> None:
    """Strike what a site wrote around the speech or between two of them."""
    kept = list(sheet.remaining())
    if len(kept) < 3:
        return
    around = _Surroundings(sheet, kept)
    around.strike_head()
    around.strike_between()
    around.strike_tail()


class _Surroundings:
    """The kept lines of a sheet, and what stands around the speech among them."""

    def __init__(self, sheet: Sheet, kept: list[int]) -> None:
        self._sheet = sheet
        self._kept = kept
        self._width = _usual_width([sheet.left(n) for n in kept])
        self._title = ""
        self._title = self._find_title()

    def _find_title(self) -> str:
        """The last title before the speech begins: sites repeat it."""
        found = ""
        for number in self._kept[:_REACH]:
            text = self._sheet.left(number).strip()
            if is_salutation(text) or (is_prose(text) and self._speaks(number)):
                break
            if is_title(text) and len(text) >= 8 and not is_heading(text):
                found = text
        return found

    def _text(self, number: int) -> str:
        return self._sheet.left(number)

    def _weigh(self, number: int) -> Evidence:
        return weigh(self._text(number), self._title)

    def _is_sites(self, number: int) -> bool:
        text = self._text(number)
        if text.strip() == self._title or self._sheet.guarded[number] or self._sheet.from_docx:
            return False
        if not is_furniture(text, self._title) or is_agenda(self._sheet, number):
            return False
        if self._is_broken_off(number):
            return False
        return not goes_on(self._sheet, number) or self._below_is_furniture(number)

    def _below_is_furniture(self, number: int) -> bool:
        """Whether the nearest text above is a site's, with or without an end mark."""
        above = next((n for n in range(number - 1, -1, -1) if self._sheet.lines[n].strip()), -1)
        return above >= 0 and is_furniture(self._sheet.lines[above], self._title)

    def _is_broken_off(self, number: int) -> bool:
        """Whether the line above was cut at the text's usual length, in mid-sentence."""
        if not self._width or number == 0 or self._sheet.empty(number - 1):
            return False
        above = self._text(number - 1)
        return abs(len(above) - self._width) <= 2 and not ends_paragraph(above)

    def _speaks(self, number: int) -> bool:
        """Whether a line is the speech's own: a sentence, a salutation, a heading."""
        text = self._text(number)
        if is_salutation(text):
            return True
        sentence = is_prose(text) or (ends_paragraph(text) and len(text.strip()) > 5)
        return (sentence or is_heading(text)) and not self._is_sites(number)

    def _strike(self, number: int, *, head: bool, why: str = _WHY) -> None:
        signs = self._weigh(number).signs
        kind = next((kind for sign, kind in _KINDS if sign in signs), "")
        self._sheet.strike_line(number, kind or ("site-header" if head else "site-footer"), why)

    def strike_head(self) -> None:
        """The lines above the first sentence; above sure furniture the odd ones too."""
        zone: list[int] = []
        for number in self._kept[:_REACH]:
            if self._speaks(number) and not is_title(self._text(number)):
                break
            zone.append(number)
        else:
            return
        titles = [n for n in zone if is_title(self._text(n)) and not is_heading(self._text(n))]
        own = titles[-1] if titles else -1
        sites = [n for n in zone if n != own and self._is_sites(n)]
        for number in sites:
            if number not in titles or number < own:
                self._strike(number, head=True)
        self._strike_page_title(titles, own)
        if own >= 0 and not self._sheet.from_docx:
            self._strike_above(zone, own)

    def _strike_page_title(self, titles: list[int], own: int) -> None:
        """A title that the speech's own repeats, with a site's lines between or its count."""
        for number in titles:
            if number == own or self._sheet.gone(number):
                continue
            text = self._text(number).strip()
            between = any(self._sheet.gone(n) for n in range(number + 1, own))
            if (between or _PAGE_TITLE.search(text)) and _alike(text, self._text(own)):
                self._sheet.strike_line(number, "dup-title", "网页的标题，下面有讲话自己的标题")

    def _strike_above(self, zone: list[int], own: int) -> None:
        """Short odd lines above sure furniture that stands above the title."""
        gone = [n for n in range(own) if self._sheet.gone(n)]
        for number in zone:
            text = self._text(number).strip()
            if not gone or number >= gone[-1] or self._sheet.gone(number) or is_title(text):
                continue
            if len(text) <= 16 and not ends_paragraph(text) and not _DATE.fullmatch(text):
                self._strike(number, head=True, why=_WITH)

    def strike_between(self) -> None:
        """Furniture between the end of a speech and the title or salutation of the next."""
        kept = [n for n in self._kept if not self._sheet.gone(n)]
        for at, number in enumerate(kept):
            text = self._text(number).strip()
            if len(text) > 60 or not (is_salutation(text) or is_title(text)) or is_heading(text):
                continue
            for above in reversed(kept[max(0, at - _BETWEEN) : at]):
                if is_title(self._text(above)) or not self._is_sites(above):
                    break
                self._strike(above, head=False)

    def strike_tail(self) -> None:
        """What stands behind the last sentence; below sure furniture everything."""
        kept = [n for n in self._kept if not self._sheet.gone(n)]
        zone: list[int] = []
        for number in reversed(kept[-_REACH:]):
            if self._speaks(number):
                break
            zone.insert(0, number)
        zone = self._block(kept) or zone
        sure = zone[0] - 1 if zone and self._below_sites(zone[0] - 1) else -1
        for at, number in enumerate(zone):
            if self._is_sites(number):
                sure = sure if sure >= 0 else number
                self._strike(number, head=False)
            elif self._below_sites(number):  # a notice in a line whose rest stays
                sure = number
            elif 0 <= sure < number and not self._signs(zone[at:]) and not self._sheet.from_docx:
                self._strike(number, head=False, why=_WITH)

    def _below_sites(self, number: int) -> bool:
        """Whether the nearest line with text, from here upwards, has a site's words in it."""
        while number > 0 and not self._sheet.lines[number].strip():
            number -= 1
        marks = self._sheet.marks.get(number, ())
        return any(mark.kind in _SURE for mark in marks)

    def _block(self, kept: list[int]) -> list[int]:
        """All lines behind the thanks when they begin with furniture and no speech follows."""
        for at in range(len(kept) - 1, max(0, len(kept) - 30), -1):
            text = self._text(kept[at]).strip()
            if is_salutation(text) or (is_title(text) and not is_bare_heading(text)):
                return []
            if "谢谢" in text[-8:] and len(text) <= 40 and ends_paragraph(text):
                block = kept[at + 1 :]
                first = next((n for n in block if not _NAMED.fullmatch(self._text(n))), -1)
                sites = sum(self._is_sites(n) for n in block)
                opened = first >= 0 and self._is_sites(first)
                return block if opened and sites * 2 >= len(block) else []
        return []

    def _signs(self, rest: list[int]) -> bool:
        """Whether a line is a date, or a name or unit with a date below it."""
        texts = [self._text(n).strip() for n in rest[:3]]
        if _DATE.fullmatch(texts[0]):
            return True
        return _NAMED.fullmatch(texts[0]) is not None and any(map(_DATE.fullmatch, texts[1:]))


def _usual_width(texts: list[str]) -> int:
    """The length at which the lines of a text were broken; 0 where they were not."""
    sizes = Counter(len(text) for text in texts if not ends_paragraph(text))
    width, _ = sizes.most_common(1)[0] if sizes else (0, 0)
    full = sum(count for size, count in sizes.items() if abs(size - width) <= 2)
    return width if width >= 10 and full >= 5 and full * 3 >= len(texts) else 0


def _alike(one: str, other: str) -> bool:
    """Whether most pairs of characters of a title come back in another."""
    pairs = {other[i : i + 2] for i in range(len(other) - 1)}
    return bool(pairs) and sum(pair in one for pair in pairs) * 5 >= len(pairs) * 3
