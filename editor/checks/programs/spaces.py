"""Spaces inside Chinese sentences: pasted, or left by a PDF at each of its line ends.

One space between two words may be meant (a slogan, a heading, a name set wide), so it is a
slip only inside a sentence that has begun. Where the body is full of them, none is meant,
and those inside a word (三点意 见) and after a first clause's words are slips too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.programs.check_input import CheckInput
from editor.checks.scanning.hits import Spot
from editor.language.surnames import plain_surnames
from editor.manuscript.numbering import marker_at

_HAN = "\u4e00-\u9fff"
_SPACE = re.compile("[ \u3000]+")
_RUN = re.compile(f"(?:[{_HAN}][，、；：。]? ){{4,}}[{_HAN}]")
_LONG_RUN = 17  # characters, half of them spaces: more than a title set wide (主 持 词)
_PROSE = re.compile("[，,；;。：:]")
_ENOUGH = 5
_PER = 200
"""So many loose spaces, and one for so many characters of prose, come from a PDF."""

# What stands before a slip in its own sentence: a clause, and no open quote or bracket.
_CLAUSE = re.compile("[，,；;]")
_REACH = 200  # no sentence and no heading is longer
_SENTENCE_END = "。！？!?：:"
_FIGURE = re.compile(r"\d[\d.,%]*")
_BEFORE_FIGURE = re.compile(f" (?=\\d)(?<=[{_HAN}] )")
_STYLE = 4
"""So many figures with a space before them are a writer's way of setting them."""
_GIVEN = re.compile(f"[{_HAN}]{{1,2}}(?:同志|先生|女士|[、，,。；;)）]|$)")
_OPEN, _CLOSE = "“《（(", "”》）)"


class _Gap(NamedTuple):
    """A space at ``[start, end)`` between Chinese words; ``sure`` is a slip in any text."""

    start: int
    end: int
    sure: bool


class Spaced(NamedTuple):
    """A paragraph's gaps, its stretches set wide, and how many figures have a space before them."""

    gaps: tuple[_Gap, ...]
    runs: list[tuple[int, int]]
    figures: int


def spaces(given: CheckInput) -> Iterator[Spot]:
    """'run' for words set wide in a sentence, 'stray' for a space inside one."""
    texts = given.texts
    rows = given.memory.found(spacing_of, given.places, " \u3000")
    loose = _from_pdf(texts, [(paragraph, spaced.gaps) for paragraph, spaced in rows])
    figures = sum(spaced.figures for _, spaced in rows) < _STYLE
    for paragraph, (row, runs, _) in rows:
        for start, end in runs:
            joined = _SPACE.sub("", texts[paragraph][start:end])
            yield Spot("run", paragraph, start, end, joined)
        for gap in row:
            inside = any(start <= gap.start and gap.end <= end for start, end in runs)
            figure = texts[paragraph][gap.end].isdigit()
            if not inside and (figures if figure else gap.sure or loose):
                yield Spot("stray", paragraph, gap.start, gap.end, "")


def _from_pdf(texts: Sequence[str], rows: Sequence[tuple[int, tuple[_Gap, ...]]]) -> bool:
    """Whether spaces are so frequent in the prose that none of them is meant."""
    gaps = {paragraph: row for paragraph, row in rows if row}
    count = sum(map(len, gaps.values()))
    if count < _ENOUGH:
        return False
    left = count * _PER
    for paragraph, text in enumerate(texts):
        if paragraph in gaps or _PROSE.search(text):
            left -= len(text)
            if left < 0:  # far before the end, in most texts
                return False
    return True


def spacing_of(text: str) -> Spaced | None:
    """What the spaces of a paragraph are; None where none is more than an indent."""
    found = Spaced(_gaps(text), _runs(text), _spaced_figures(text))
    return found if any(found) else None


def _spaced_figures(text: str) -> int:
    """How often a space stands between a word and a figure."""
    return len(_BEFORE_FIGURE.findall(text)) if " " in text else 0


def _runs(text: str) -> list[tuple[int, int]]:
    """The stretches set wide: in prose, or longer than any title is set."""
    if " " not in text:
        return []
    prose = _PROSE.search(text) is not None
    spans = [match.span() for match in _RUN.finditer(text)]
    return [(start, end) for start, end in spans if prose or end - start >= _LONG_RUN]


def _gaps(text: str) -> tuple[_Gap, ...]:
    """The spaces of a paragraph of prose that may be slips."""
    if " " not in text and "\u3000" not in text:
        return ()
    found: list[_Gap] = []
    prose = _PROSE.search(text) is not None
    for match in _SPACE.finditer(text):
        start, end = match.span()
        if start == 0 or end == len(text) or not _han(text[start - 1]):
            continue
        sentence = _sentence(text, start)
        if _within_pair(sentence) or _is_heading(text, start):
            continue
        if _is_name(text, start, end):
            continue
        clause = _CLAUSE.search(sentence) is not None
        wide = _han(text[start - 2 : start - 1])
        if clause and wide and _sure_right(text, end):
            found.append(_Gap(start, end, True))
        elif prose and end - start == 1 and _loose(text, start, end):
            found.append(_Gap(start, end, False))
    return tuple(found)


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _sure_right(text: str, end: int) -> bool:
    """Whether words, a quotation or a figure follow."""
    if figure := _FIGURE.match(text, end):
        return text[figure.end() : figure.end() + 1] not in (" ", "\u3000")  # else all are set so
    behind = text[end : end + 2]
    return behind[0] in "“《" or (_han(behind[0]) and _han(behind[1:]))


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the space stands in a name: 张 三同志, 王 五、."""
    return text[start - 1] in plain_surnames() and _GIVEN.match(text, end) is not None


def _sentence(text: str, at: int) -> str:
    """The sentence up to a place."""
    nearest = max(0, at - _REACH)
    begin = max(text.rfind(mark, nearest, at) for mark in _SENTENCE_END)
    return text[max(begin + 1, nearest) : at]


def _within_pair(sentence: str) -> bool:
    return any(sentence.rfind(o) > sentence.rfind(c) for o, c in zip(_OPEN, _CLOSE, strict=True))


def _is_heading(text: str, at: int) -> bool:
    """Whether the place is in a numbered heading: up to the first end of a sentence."""
    if at > _REACH or any(mark in text[:at] for mark in "。！？!?；;"):
        return False
    return marker_at(text, len(text) - len(text.lstrip())) is not None


def _loose(text: str, start: int, end: int) -> bool:
    """Whether one space divides words, and nothing set wide or aligned."""
    left = text[start - 2 : start - 1]
    return _han(text[end]) and not _SPACE.match(text, end + 1) and left not in ("", " ", "\u3000")
