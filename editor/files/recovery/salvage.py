"""What can still be read of a text whose file is damaged: its rows, or its words alone.

Bytes that say nothing stand in the text as U+FFFD, where the writer sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, cast

from editor.data_files.json_data import end_of_value, json_of
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.paragraph_rows import paragraph_of_row

_LARGEST: Final = 1 << 28
_HEAD: Final = 1 << 16  # bytes in which the head of the first record ends
_CONTROL: Final = re.compile("[\x00-\x1f\x7f]")
_DENSE: Final = re.compile("\ufffd(?:[^\ufffd]{0,3}\ufffd){2,}")  # no words in between
_QUOTE: Final = re.compile(r'(?<!\\)"')
_CHINESE: Final = "[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"  # chance seldom makes some in a row
_IN_A_ROW: Final = re.compile(_CHINESE + "{4}")
_BEGUN: Final = re.compile(_CHINESE + "{2}")  # enough where a paragraph begins
_LONG: Final = 20  # letters of any script without damage that are no chance either
_START: Final = '["'  # of the row of a paragraph
_FIELD: Final = rb'"%s":("(?:[^"\\]|\\.)*")'
_ROWS: Final = b'[["'


class Salvaged(NamedTuple):
    """What is left of a whole text: its paragraphs, and what its head says.

    ``every``: whether each paragraph is still one, so that what was noted later counts in them.
    """

    paragraphs: tuple[Paragraph, ...]
    head: dict[str, Any]
    every: bool


def salvage(data: bytes) -> Salvaged | None:
    """What can be read of a damaged text in JSON rows; None where no words are left."""
    begin = data.find(_ROWS, 0, _HEAD)
    made: list[Paragraph] = []
    every = begin >= 0
    for line in data[max(begin, 0) :].split(b"\n"):
        rows = _rows(line)
        every &= rows is not None
        made += _resynchronised(_shown(line)) if rows is None else rows
    if not any(one.text.replace("\ufffd", "").strip() for one in made):
        return None
    return Salvaged(tuple(made), _head(data[: max(begin, 0)]), every)


def _head(data: bytes) -> dict[str, Any]:
    """What the head of a record says, of a damaged one its name and its file."""
    found: dict[str, Any] = {}
    try:
        return cast("dict[str, Any]", json_of(data[data.index(b"{") :]))
    except ValueError:
        for name in (b"id", b"path"):
            if field := re.search(_FIELD % name, data):
                try:
                    found[name.decode()] = json_of(field[1])
                except ValueError:
                    continue
    return found


def _rows(line: bytes) -> list[Paragraph] | None:
    """The paragraphs of a line of rows, damaged letters replaced; None where rows are broken."""
    for text in (line, _shown(line)):
        try:
            return [_paragraph(row) for row in cast("list[list[Any]]", json_of(text, _LARGEST))]
        except (ValueError, TypeError, IndexError, KeyError):
            continue
    return None if line.strip() else []


def _resynchronised(text: str) -> Iterator[Paragraph]:
    """Whatever of a broken line is a row, or words."""
    at = 0
    while at < len(text):
        start = text.find(_START, at)
        yield from _words(text[at : start if start >= 0 else len(text)], _IN_A_ROW)
        if start < 0:
            return
        try:
            at = end_of_value(text, start)
            yield _paragraph(cast("list[Any]", json_of(text[start:at], _LARGEST)))
        except (ValueError, TypeError, RecursionError, IndexError, KeyError):
            after = text.find(_START, start + len(_START))
            at = after if after >= 0 else len(text)
            yield from _words(text[start + len(_START) : at], _BEGUN)


def _words(piece: str, first: re.Pattern[str]) -> Iterator[Paragraph]:
    """The words in a piece of broken JSON; ``first``: by what those before a quote are known."""
    for number, part in enumerate(_QUOTE.split(piece)):
        known = (_IN_A_ROW if number else first).search(part)
        if known or ("\ufffd" not in part and len(part.strip()) >= _LONG):
            words = _DENSE.sub("\ufffd", part)
            yield Paragraph(words.replace('\\"', '"').replace("\\\\", "\\"))


def _paragraph(row: list[Any]) -> Paragraph:
    text = row[0]
    if type(text) is not str:
        raise TypeError("no paragraph")
    # Where letters are damaged nobody knows how many they were: the marks count in them.
    return paragraph_of_row(text, row[1:7] if "\ufffd" in text else row[1:])


def _shown(line: bytes) -> str:
    return _CONTROL.sub("\ufffd", line.decode("utf-8", "replace"))
