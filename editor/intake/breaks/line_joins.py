"""Hard line breaks: joined where a sentence goes on, kept where a paragraph ends.

Two kinds: text wrapped at a usual length all through (`wrapping`), and single breaks
that a page end left in running text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from editor.intake.breaks.wrapping import Wrapping, find_wrappings
from editor.intake.line_buffer import LineBuffer
from editor.intake.line_shapes import (
    CLOSERS,
    SPACES,
    calls_audience,
    ends_paragraph,
    indent_of,
    is_bare_heading,
    is_heading,
    is_major_heading,
    is_prose,
    is_salutation,
    is_title,
)
from editor.language.speech import genre_choice
from editor.manuscript.numbering import marker_at

_OMITTED = re.compile(
    r"[\s　.…·]*[(（\[【]?[^。]{0,40}(?:省略|略去|隐藏|此处略)[^。]{0,12}[)）\]】]?[\s　.…·]*"
)
_NEVER_FIRST = "，。、；：！？,;:!?”’）》】〉」』)%％"
_OPEN = "，,、"
# 在全区…推进会 / 上的讲话: a title that was broken in two; `_title_rest` is its second half.
_TITLE_HEAD = re.compile(r"[\s　]*[^，。：:；！？]{0,14}在[^，。：:；！？上]{4,36}[\s　]*")
# A line this long without an end mark is running text that was broken, not a heading.
_LONG = 45
_LABEL = re.compile(r"[\s　]*[一-龥]{3,6}[:：]")  # 温馨提示：
_PAGES = ("page-number", "page-split")
_GAPS = re.compile(r"[ \u3000\t]{3,}|_{3,}")
_BRACKET_DATE = re.compile(r"\s*+(?:[(（]\s*+)?[二〇○\dXx×*]{2,4}\s*+年.{0,12}[)）]?[\s　]*")


@cache
def _title_rest() -> re.Pattern[str]:
    return re.compile(
        rf"[\s　]*[^，。：:；！？在]{{0,10}}上的{genre_choice()}(?:稿|提纲|要点)?[\s　]*"
    )


@dataclass(frozen=True, slots=True)
class LineJoin:
    """The break behind line ``first`` goes; ``second`` is the next line that is kept."""

    first: int
    second: int
    why: str


def find_joins(buffer: LineBuffer) -> tuple[LineJoin, ...]:
    """All breaks inside a sentence, in the order of the text."""
    kept = list(buffer.remaining())
    texts = [buffer.kept_text(n) for n in kept]
    reader = _JoinFinder(buffer, kept, texts, find_wrappings(buffer, kept, texts))
    return tuple(reader.joins())


class _JoinFinder:
    """Decides for each pair of neighbours among the lines that are left."""

    def __init__(
        self,
        buffer: LineBuffer,
        kept: list[int],
        texts: list[str],
        wrappings: list[Wrapping | None],
    ) -> None:
        self._buffer = buffer
        self._kept = kept
        self._texts = texts
        self._wrapped = wrappings
        indented = sum(indent_of(t) > 1 for t in texts)
        # Where nearly every line is indented the break came later than the indent.
        broken = sum(not ends_paragraph(t) for t in texts)
        all_are = indented * 10 >= len(texts) * 9 and broken * 2 >= len(texts)
        self._indents = indented >= 3 and indented * 6 >= len(texts) and not all_are

    def joins(self) -> list[LineJoin]:
        """The joins, each decided with the one before known."""
        found: list[LineJoin] = []
        for at in range(len(self._kept) - 1):
            first, second = self._kept[at], self._kept[at + 1]
            if self._buffer.guarded[first] or self._buffer.guarded[second]:
                continue
            if any(self._buffer.guarded[n] for n in range(first + 1, second)):
                continue
            if why := self._reason(at, bool(found) and found[-1].second == first):
                found.append(LineJoin(first, second, why))
        return found

    def _reason(self, at: int, joined_before: bool) -> str:
        this, after = self._texts[at], self._texts[at + 1]
        if self._is_apart(at) or self._is_apart(at + 1):
            return ""
        stray = after[:1] in _NEVER_FIRST and not is_salutation(this)
        if stray and not self._buffer.from_docx:
            return "下一行以标点开头，是同一句话"
        if _TITLE_HEAD.fullmatch(this) and _title_rest().fullmatch(after):
            return "标题断成了两行"
        if self._indents and indent_of(after) > 1 and this.rstrip()[-1] not in _OPEN:
            return ""
        wrapping = self._wrapped[at]
        if wrapping and wrapping is self._wrapped[at + 1]:
            if wrapping.full(this, self._raw(at)):
                return self._in_wrapped(at, wrapping)
            if wrapping.nearly_full(this) and _left_open(this, after):
                return f"全文每行约{wrapping.width}字就断开，这里书名号或引号没有合上"
            if wrapping.nearly_full(this) and is_prose(this) and not _starts_anew(after):
                return "" if ends_paragraph(this) else f"全文每行约{wrapping.width}字就断开"
        if _OMITTED.fullmatch(this) and joined_before:
            return "" if is_heading(after) else "省略记号前后是同一段"
        return self._in_running(this, after, paged=self._page_between(at))

    def _page_between(self, at: int) -> bool:
        """Whether a page's number stood between two lines: there a word may be in two."""
        between = range(self._kept[at] + 1, self._kept[at + 1])
        marks = (mark for n in between for mark in self._buffer.changes.get(n, ()))
        return any(mark.kind in _PAGES for mark in marks)

    def _raw(self, at: int) -> str:
        return self._buffer.lines[self._kept[at]]

    def _is_apart(self, at: int) -> bool:
        """Whether a paragraph is styled as a heading, so that it never joins."""
        return self._buffer.styled[self._kept[at]] != ""

    def _in_wrapped(self, at: int, wrapping: Wrapping) -> str:
        """A full line goes on, unless its sentence ends and the next begins something."""
        this, after = self._texts[at], self._texts[at + 1]
        why = f"全文每行约{wrapping.width}字就断开，这里句子没有完"
        blanks = self._blanks_between(at)
        if is_salutation(after):
            return ""
        above = self._texts[at - 1] if at else ""
        if _lists_on(this, after) or (_lists_on(above, this) and not ends_paragraph(above)):
            return ""  # items end alike: where the one above has its mark, this one goes on
        if not ends_paragraph(this):
            starts = is_major_heading(after) and (blanks > 0 or is_bare_heading(this))
            return "" if starts else why
        starts = is_heading(after) or calls_audience(after)
        if is_title(after) or (starts and not self._indents):
            return ""
        if blanks > wrapping.blanks or _ends_by_colon(this):
            return ""
        return why.replace("句子没有完", "段落没有完")

    def _blanks_between(self, at: int) -> int:
        first, second = self._kept[at], self._kept[at + 1]
        return sum(not self._buffer.lines[n].strip() for n in range(first + 1, second))

    def _in_running(self, this: str, after: str, *, paged: bool) -> str:
        """A long line without an end mark was broken by a page or a careless paste."""
        bare = this.rstrip(SPACES)
        if ends_paragraph(this) or is_salutation(this) or is_salutation(after):
            return ""
        if _starts_anew(after) or _LABEL.match(after):
            return ""
        comma = bare[-1] in _OPEN
        if comma and _is_verse(bare, after):
            return ""
        if self._buffer.from_docx and not (comma and len(bare) >= 20):
            return ""
        long = len(bare) >= _LONG or (is_prose(bare) and (paged or "。" in bare))
        if not comma and not long:
            return ""
        if _is_form(bare) or (_is_form(after) and not _OMITTED.fullmatch(after)):
            return ""
        if _OMITTED.fullmatch(after) and long:
            return "句子被省略记号断开"
        if comma and len(bare) >= 12:
            return "上一行以逗号或顿号收尾，句子没有完"
        if (
            long
            and not is_bare_heading(this)
            and not is_title(this)
            and bare[-1] not in CLOSERS[2:]
        ):
            return "上一行没有句末标点，句子没有完"
        return "上一行没有句末标点，句子没有完" if long and is_prose(bare) and "。" in bare else ""


def _lists_on(this: str, after: str) -> bool:
    """Whether two lines are items of a list, one number after the other."""
    one, other = (marker_at(t, indent_of(t)) for t in (this, after))
    return bool(one and other and one.style == other.style and one.value + 1 == other.value)


def _left_open(this: str, after: str) -> bool:
    """Whether a bracket or quote opens in one line and closes in the next."""
    return any(
        this.rfind(opens) > this.rfind(closes)
        and 0 <= after.find(closes) < (after + opens).find(opens)
        for opens, closes in ("《》", "“”", "（）", "()")
    )


def _is_form(text: str) -> bool:
    """A line to fill in (wide gaps), or one that is mostly not Chinese, is not a sentence.

    Running text of a template has its blanks too: there they are no form.
    """
    wide = sum(c > "\u2e80" for c in text)
    gaps = "。" not in text or len(text) < _LONG
    return wide * 2 < len(text) or (gaps and _GAPS.search(text.strip()) is not None)


def _starts_anew(text: str) -> bool:
    return (
        is_heading(text)
        or calls_audience(text)
        or is_title(text)
        or _BRACKET_DATE.fullmatch(text) is not None
    )


def _ends_by_colon(text: str) -> bool:
    return text.rstrip(SPACES)[-1:] in "：:"


def _is_verse(this: str, after: str) -> bool:
    """Two short lines of like length are verse, a slogan or a list, not a broken sentence."""
    return len(this) <= 24 and abs(len(this.strip()) - len(after.strip())) <= 3


def blank_lines(buffer: LineBuffer, joins: tuple[LineJoin, ...]) -> list[int]:
    """Blank lines that go: inside a join, beside what was removed, or behind every paragraph."""
    lines = buffer.lines
    wanted: set[int] = set()
    for join in joins:
        wanted |= {n for n in range(join.first + 1, join.second) if not lines[n].strip()}
    if not buffer.from_docx:
        wanted |= _beside_removed(buffer)
        kept = list(buffer.remaining())
        pairs = list(pairwise(kept))
        apart = sum(_any_blank(lines, a, b) for a, b in pairs)
        if len(pairs) >= 5 and apart >= len(pairs) * 0.9:
            inner = range(kept[0], kept[-1])
            wanted |= {n for n in inner if not lines[n].strip()}
    return sorted(n for n in wanted if not buffer.guarded[n])


def _any_blank(lines: list[str], first: int, second: int) -> bool:
    return any(not lines[n].strip() for n in range(first + 1, second))


def _beside_removed(buffer: LineBuffer) -> set[int]:
    wanted: set[int] = set()
    run: list[int] = []
    touches = False
    for number, line in enumerate(buffer.lines):
        if not line.strip():
            run.append(number)
            continue
        if touches or buffer.is_removed(number):
            wanted.update(run)
        run, touches = [], buffer.is_removed(number)
    if touches:
        wanted.update(run)
    return wanted
