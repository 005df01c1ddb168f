"""Titles in more than one line: broken by hand, or a main title over its ——subtitle.

Looks at the lines around one that is surely of a title. Lines are asked for by their place in
the row of lines that are not blank; offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from editor.language.speech import genre_choice
from editor.language.titles import choice, title_forms
from editor.manuscript import speech_lines
from editor.manuscript.lines import LineFacts

_MOST: Final = 4  # lines of one title
_LINE: Final = 40  # code points of a line that another goes on with
_DASHES: Final = ("—", "－", "―", "─", "--")
_PARALLEL: Final = 5  # code points of each of two lines that stand side by side
_QUOTED: Final = re.compile("[“《（(][^”》）)]*+[”》）)]?")
_PAIRS: Final = ("“”", "《》", "（）", "()", "「」")


class TitlePiece(NamedTuple):
    """The words ``[start, end)`` of one line of a title."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Title:
    """A speech's title: its own lines, and the last paragraph of a subtitle below them."""

    pieces: tuple[TitlePiece, ...]
    last: int

    def words(self, texts: Sequence[str]) -> str:
        """The title in one line; two lines side by side are parted by a blank."""
        lines = [texts[p.paragraph][p.start : p.end] for p in self.pieces]
        return joined(lines)


def joined(lines: Sequence[str]) -> str:
    """Lines of a title as one: parted where they are two sentences, or Latin letters meet."""
    made = lines[0] if lines else ""
    one = _is_phrase(made)
    for before, line in pairwise(lines):
        latin = made[-1:].isascii() and line[:1].isascii()
        beside = not one and _side_by_side(before, line, 2)
        made += ("\u3000" if beside else " " if latin else "") + line
    return made


@dataclass(frozen=True, slots=True)
class TitleReader:
    """Reads titles among the lines of a file; ``lines``: the paragraphs that have words."""

    facts: Sequence[LineFacts]
    texts: Sequence[str]
    lines: Sequence[int]

    def title_at(self, number: int) -> Title | None:
        """The whole title one line of which stands at ``lines[number]``.

        None where that line only goes on with a sentence.
        """
        first = self._first(number)
        last = self._last(first, number)
        words = joined([self._words(n) for n in range(first, last + 1)])
        if first == last and _is_fragment(words) and not self._may_stand(number):
            return None
        main = first - 1
        if words.startswith(_DASHES) and self._is_main(main):
            top = main - 1 if self._is_beside(main, slack=2) else main
            return self._made(top, main, last)
        return self._made(first, last, self._below(last))

    def broken_title(self, first: int, last: int) -> Title | None:
        """A title made of lines none of which is one by itself, from ``lines[first]`` on."""
        for one in range(first, last):
            for other in range(one + 1, min(last, one + _MOST - 1) + 1):
                if not self._is_piece(other) or not self._is_piece(one):
                    break
                words = joined([self._words(n) for n in range(one, other + 1)])
                begun = _is_phrase(words) or "——" in self._words(one)[2:]
                if begun and _is_title(words):
                    return self._made(one, other, self._below(other))
        return None

    def main_title(self, first: int, last: int) -> Title | None:
        """The line over a ——subtitle, or two lines side by side, among ``lines[first:last]``."""
        for number in range(first + 1, last):
            if self._words(number).startswith(_DASHES) and self._is_main(number - 1):
                return self.title_at(number)
        for number in range(first + 1, last):
            if self._is_beside(number):
                return self._made(number - 1, number, number)
        return None

    def _made(self, first: int, last: int, below: int) -> Title:
        pieces = tuple(self._piece(n) for n in range(first, last + 1))
        return Title(pieces, self.lines[below])

    def _piece(self, number: int) -> TitlePiece:
        paragraph = self.lines[number]
        title = self.facts[paragraph].title
        start, end = title[:2] if title else speech_lines.trimmed(self.texts[paragraph])
        return TitlePiece(paragraph, start, end)

    def _words(self, number: int) -> str:
        paragraph, start, end = self._piece(number)
        return self.texts[paragraph][start:end]

    def _first(self, number: int) -> int:
        """The first line of the title that has a line at ``number``."""
        first = number
        while number - first < _MOST - 1 and self._goes_on(first - 1, first):
            first -= 1
        if not _is_phrase(self._words(first)):
            for above in range(first - 1, max(-1, number - _MOST), -1):
                if not self._is_piece(above) or self._parts(above):
                    break
                words = self._words(above)
                if _is_phrase(words) and not _is_title(words) and not _calls_itself(words):
                    return above
        return first

    def _last(self, first: int, number: int) -> int:
        """The last line of what has a line at ``number``: a subtitle, or titles by style."""
        if self._words(first).startswith(_DASHES):
            near = range(first, min(first + _MOST, len(self.lines)))
            pieces = list(takewhile(lambda n: n == first or self._is_plain(n), near))
            return first + subtitle_size([self._words(n) for n in pieces]) - 1
        last = number
        while last - first < _MOST - 1 and self._is_styled(last) and self._is_styled(last + 1):
            words = joined([self._words(n) for n in range(first, last + 1)])
            below = self._words(last + 1)
            ended = _is_title(words) and not title_forms().goes_on.match(below)
            if ended or below.startswith(_DASHES):
                break
            last += 1
        return last

    def _is_styled(self, number: int) -> bool:
        """Whether a paragraph has Word's style for titles, and is no date."""
        return number < len(self.lines) and self._weight(number) == 4 and self._is_piece(number)

    def _is_plain(self, number: int) -> bool:
        return self._is_piece(number) and not self._parts(number)

    def _weight(self, number: int) -> int:
        title = self.facts[self.lines[number]].title
        return title.weight if title else 0

    def _goes_on(self, above: int, number: int) -> bool:
        """Whether a line and the one above it are of one title."""
        if above < 0 or not self._is_piece(above) or self._parts(above):
            return False
        one, other = self._words(above), self._words(number)
        if self._weight(above) == 4 and self._weight(number) == 4:
            return not other.startswith(_DASHES) and not _is_title(one)
        return goes_on(one, other)

    def _parts(self, number: int) -> bool:
        """Whether a line has blanks as a name and a post have: 县长　李某某."""
        words = self._words(number)
        return "—" not in words and re.search("[ \u3000]", words) is not None

    def _is_piece(self, number: int) -> bool:
        """Whether a line may be one of a title: short, no sentence, nothing else."""
        if not 0 <= number < len(self.lines):
            return False
        fact = self.facts[self.lines[number]]
        if fact.closing or fact.thanks or fact.date or fact.salutation or fact.toc:
            return False
        headed = bool(fact.candidates) and fact.candidates[0].at_line
        return not headed and (fact.title is not None or fact.broken)

    def _is_main(self, number: int) -> bool:
        """Whether a line may stand over a ——subtitle."""
        return self._is_piece(number) and not title_forms().other.search(self._words(number))

    def _is_beside(self, number: int, slack: int = 1) -> bool:
        """Whether a line and the one above it are the two halves of a main title."""
        if number < 1 or not self._is_main(number) or not self._is_main(number - 1):
            return False
        one, other = self._words(number - 1), self._words(number)
        named = title_forms().organ.search(one) or title_forms().organ.search(other)
        alike = _side_by_side(one, other, slack)
        return alike and not named and not self._parts(number) and not re.search(r"\d", one + other)

    def _below(self, last: int) -> int:
        """The last line of the subtitle that stands under a title, or the title's own."""
        below = last + 1
        if below >= len(self.lines) or not self._words(below).startswith(_DASHES):
            return last
        if not self._is_piece(below):
            return last
        return self._last(below, below)

    def _may_stand(self, number: int) -> bool:
        """Whether 发言 on a line of its own is a title: no sentence stands open above it."""
        if number == 0:
            return True
        above = self.facts[self.lines[number - 1]]
        words = self._words(number)
        if _begins_inside(words):
            return False
        return not above.hard_wrapped and not above.closing


def goes_on(one: str, other: str) -> bool:
    """Whether a line of a title goes on with the one above it, by their words."""
    forms = title_forms()
    if len(one) > _LINE or re.search("[。！？；：!?;:]", one):
        return False
    if other.startswith(_DASHES):
        return False
    unfinished = forms.unfinished.search(one) or _open_pair(one)
    if _is_phrase(other):
        return bool(unfinished) or (other.startswith("关于") and bool(forms.organ.search(one)))
    if re.search("[，,].", _QUOTED.sub("", one)):
        return False  # a sentence that breaks off
    if unfinished or forms.goes_on.match(other):
        return True
    if _is_phrase(one):
        return not _is_title(one)
    if forms.other.search(one):
        return False
    if _is_bare_kind(other):
        return bool(forms.organ.search(one) or forms.gathering.search(one))
    if _is_title(one):
        return False
    if "在" in one[1:] and "在" not in other and re.search("上的[^的]{2,8}$", other):
        return True  # 书记在市委 / 经济工作会议上的讲话
    dated = forms.organ.search(one) and re.match(r"20[\dxX*]{2}年", other)
    return bool(dated) or (bool(forms.meeting.match(one)) and not forms.meeting.match(other))


def subtitle_size(lines: Sequence[str]) -> int:
    """How many lines a subtitle has that begins with the first: ——在…代表 / 大会上的讲话."""
    for size in range(1, min(_MOST, len(lines)) + 1):
        if _is_title(joined(lines[:size])):
            return size
    return 1


def _is_fragment(words: str) -> bool:
    return _begins_inside(words) or _is_bare_kind(words)


def _begins_inside(words: str) -> bool:
    return words[:1] != "第" and title_forms().goes_on.match(words) is not None


def _is_bare_kind(words: str) -> bool:
    """Whether a line names a kind of speech and nothing else: 发言, 工作报告."""
    return (
        re.fullmatch(f"{choice('of-kind')}?{genre_choice()}{{1,2}}(?:稿|提纲|材料)?", words)
        is not None
    )


def _is_phrase(words: str) -> bool:
    return title_forms().phrase.match(words) is not None


def _is_title(words: str) -> bool:
    found = speech_lines.title(words)
    return found is not None and found.weight == 2


def _calls_itself(words: str) -> bool:
    return words.startswith("在") and words.endswith(("下", "里", "中"))


def _open_pair(words: str) -> bool:
    """Whether a quotation, a book's title or a bracket is open at the end of a line."""
    return any(words.count(a) > words.count(z) for a, z in _PAIRS)


def _side_by_side(one: str, other: str, slack: int = 1) -> bool:
    """Whether two lines are built alike: 踔厉奋发启新程 / 勇毅前行谱新篇."""
    near = abs(len(one) - len(other)) <= slack and min(len(one), len(other)) >= _PARALLEL
    return near and not goes_on(one, other) and not _is_title(other) and not one.startswith(_DASHES)
