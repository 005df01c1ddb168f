"""Text in and out of the clipboard and of drags: words with their looks, and our own paragraphs.

Moves inside the program carry what the file knows of the paragraphs and letters (Qt would give
moved text the properties of its target). From elsewhere, another text of ours included, come
words with their looks: its elements, runs and lists are not in this file.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import QMimeData

from editor.data_files.json_data import json_of
from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import marked, marked_lines, paragraph_of
from editor.manuscript.marks import loose, moved
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.paragraph_rows import paragraph_of_row, row_of
from editor.ui.look.plain_words import words_of_html

if TYPE_CHECKING:
    from editor.ui.page.html.html_tables import RowOfWords

_HEAD_SIZE = 4000  # characters of HTML in which a program names itself
_OFFICE = ("urn:schemas-microsoft-com:office", "mso-", "LibreOffice", "Word.Document")
OWN = "application/x-bigan-text"
_LARGEST = 1 << 27  # bytes


def taken_out(manuscript: Manuscript, start: Position, end: Position) -> list[Paragraph]:
    """The paragraphs of a stretch; those that begin in it keep their properties."""
    run = list(manuscript.paragraphs[start.paragraph : end.paragraph + 1])
    if len(run) == 1 and (start.offset, end.offset) != (0, len(run[0].text)):
        return [paragraph_of(marked(run[0]).part(start.offset, end.offset))]
    if len(run) > 1:
        run[-1] = run[-1].part(0, end.offset)
    if start.offset:
        run[0] = paragraph_of(marked(run[0]).part(start.offset, len(run[0].text)))
    return run


def removal(start: Position, end: Position) -> Edit:
    """The edit that takes a stretch out; whole paragraphs go with their properties."""
    if start.offset == 0 and end.offset == 0 and start.paragraph < end.paragraph:
        return Splice(start.paragraph, end.paragraph, ())
    return Replace(start, end, "")


def to_mime(run: Sequence[Paragraph], text_id: str) -> QMimeData:
    """The paragraphs as plain text and HTML for others, with all properties for ourselves.

    As in Word, automatic numbers go along with whole paragraphs, not with a few words.
    """
    mime = QMimeData()
    mime.setText("\n".join([p.text for p in _as_words(run)]).replace("\u2028", "\n"))
    from editor.ui.page.html.html_words import html_of

    if html := html_of(run):
        mime.setHtml(html)
    own = {"text": text_id, "run": [[p.text, *row_of(p)] for p in run]}
    mime.setData(OWN, json.dumps(own, ensure_ascii=True).encode("ascii"))
    return mime


def text_of(mime: QMimeData) -> str:
    """Which text the paragraphs are of; '' where they are none of ours."""
    own = _own(mime)
    return own.text if own else ""


def of_a_word_file(mime: QMimeData) -> bool:
    """Whether it was copied in Word, WPS or LibreOffice: its paragraphs are an author's."""
    html = mime.html()[:_HEAD_SIZE] if mime.hasHtml() else ""
    return any(sign in html for sign in _OFFICE)


def from_mime(mime: QMimeData, text_id: str, *, looks: bool = True) -> list[Paragraph]:
    """The paragraphs of what comes into a text; empty where it has no words.

    ``looks``: False for a text whose file keeps words only.
    """
    if own := _own(mime):
        run = own.run if own.text == text_id else _as_words(own.run)
        return run if looks else [replace(p, marks=()) for p in run]
    text = mime.text() if mime.hasText() else ""
    html = mime.html() if mime.hasHtml() and (looks or not text) else ""
    if not text and html:
        text = words_of_html(html)
    lines = plain(text).split("\n") if text else []
    rows = _rows(mime, lines)
    if rows is not None:
        lines = [row.text for row in rows]
    if not html or not looks:
        made = [Paragraph(line) for line in lines]
    else:
        from editor.ui.page.html.html_looks import with_looks

        marks_of = with_looks(lines, html)
        made = [Paragraph(line, marks=m) for line, m in zip(lines, marks_of, strict=True)]
    if rows is None:
        return made
    pairs = zip(made, rows, strict=True)
    return [paragraph_of(row.shown(marked(p))) if row.open else p for p, row in pairs]


class _OwnWords(NamedTuple):
    text: str  # the id of the text they are of
    run: list[Paragraph]


def _own(mime: QMimeData) -> _OwnWords | None:
    """What `to_mime` put there; None where nothing is, or another program put something else."""
    if not mime.hasFormat(OWN):
        return None
    try:
        own = cast("dict[str, Any]", json_of(bytes(mime.data(OWN).data()), _LARGEST))
        rows = cast("list[list[Any]]", own["run"])
        return _OwnWords(str(own["text"]), [paragraph_of_row(text, row) for text, *row in rows])
    except (ValueError, TypeError, KeyError):
        return None


def _rows(mime: QMimeData, lines: Sequence[str]) -> list[RowOfWords] | None:
    """The lines with the rows of tables in them; None where it has none."""
    html = mime.html() if mime.hasHtml() else ""
    if "<table" not in html.lower():
        return None
    from editor.ui.page.html.html_tables import in_rows, tables_in

    of_page, bare = not of_a_word_file(mime), not mime.text()
    return in_rows(lines, tables_in(html), of_page=of_page, bare=bare)


def _as_words(run: Sequence[Paragraph]) -> list[Paragraph]:
    """Without what only its own file knows: a number becomes words, as Word itself copies it."""
    if len(run) == 1:
        return [Paragraph(run[0].text, marks=loose(run[0].marks))]
    return [
        Paragraph(p.label + p.text, marks=moved(loose(p.marks), len(p.label)))
        if p.text
        else Paragraph("")
        for p in run
    ]


def plain(text: str) -> str:
    """Foreign text with line feeds only, without NULs, object marks and a BOM."""
    for end in ("\r\n", "\r", "\u2029", "\x0b", "\x0c", "\x85"):
        text = text.replace(end, "\n")
    return text.translate({0: None, 0xFFFC: None, 0xFEFF: None})


def put_in(
    manuscript: Manuscript, run: Sequence[Paragraph], start: Position, end: Position
) -> tuple[Edit, Position]:
    """The edit that puts paragraphs in place of a stretch, and the caret behind them.

    A key that is in the text already is not doubled: a copy looks the same and is of no
    element. Whole paragraphs put before one leave it its own element.
    """
    fresh = at_home(manuscript, run)
    offset = len(fresh[-1].text) + (start.offset if len(fresh) == 1 else 0)
    caret = Position(start.paragraph + len(fresh) - 1, offset)
    target, last = (manuscript.paragraphs[place.paragraph] for place in (start, end))
    whole = len(fresh) > 1 and not fresh[-1].text and not target.frame
    if whole and start.offset == end.offset == 0:
        return Splice(start.paragraph, end.paragraph, tuple(fresh[:-1])), caret
    if start == end and target == Paragraph("") and fresh[0] != Paragraph(fresh[0].text):
        return Splice(start.paragraph, start.paragraph + 1, tuple(fresh)), caret
    words = marked_lines(fresh)
    # What is cut off behind a part of a paragraph stays what it was.
    part = end.offset < len(last.text) and not fresh[-1].key
    heads = tuple(fresh[1:-1] if part else fresh[1:])
    return Replace(start, end, words.text, heads, words.marks or None), caret


def at_home(manuscript: Manuscript, run: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs as they may stand in a text: no key of its own twice."""
    there = {p.key for p in manuscript.paragraphs} - {0}
    return [_put(p, there) for p in run]


def _put(paragraph: Paragraph, there: Collection[int]) -> Paragraph:
    if paragraph.frame:
        return paragraph_of(marked(paragraph))
    if paragraph.key not in there:
        return paragraph
    return replace(paragraph, key=0, holds="", marks=marked(paragraph).marks)
