"""Text in and out of the clipboard and of drags: plain words, and our own paragraphs.

Moves inside the program carry what the file knows of the paragraphs (Qt would give moved
text the properties of its target). From elsewhere, another text of ours included, only the
words are taken: its elements and its lists are not in this file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position

OWN = "application/x-bigan-text"


def taken_out(manuscript: Manuscript, start: Position, end: Position) -> list[Paragraph]:
    """The paragraphs of a stretch; the first keeps its properties if it is whole at its head."""
    run = list(manuscript.paragraphs[start.paragraph : end.paragraph + 1])
    run[-1] = run[-1].with_text(run[-1].text[: end.offset])
    head = run[0].text[start.offset :]
    run[0] = run[0].with_text(head) if start.offset == 0 else Paragraph(head)
    return run


def removal(start: Position, end: Position) -> Edit:
    """The edit that takes a stretch out; whole paragraphs go with their properties."""
    if start.offset == 0 and end.offset == 0 and start.paragraph < end.paragraph:
        return Splice(start.paragraph, end.paragraph, ())
    return Replace(start, end, "")


def to_mime(run: Sequence[Paragraph], text_id: str) -> QMimeData:
    """The paragraphs as plain text for others and with all properties for ourselves.

    As in Word, automatic numbers go along with whole paragraphs, not with a few words.
    """
    mime = QMimeData()
    mime.setText("\n".join([p.text for p in _as_words(run)]).replace("\u2028", "\n"))
    fields = [[p.text, p.key, p.label, p.style, p.frame, p.holds, p.listed] for p in run]
    own = {"text": text_id, "run": fields}
    mime.setData(OWN, json.dumps(own, ensure_ascii=True).encode("ascii"))
    return mime


def from_mime(mime: QMimeData, text_id: str) -> list[Paragraph]:
    """The paragraphs of what comes into a text; empty where it has no words."""
    if mime.hasFormat(OWN):
        own = json.loads(bytes(mime.data(OWN).data()))
        run = [Paragraph(*one) for one in own["run"]]
        return run if own["text"] == text_id else _as_words(run)
    text = mime.text() if mime.hasText() else ""
    if not text and mime.hasHtml():
        text = QTextDocumentFragment.fromHtml(mime.html()).toPlainText()
    lines = plain(text).split("\n") if text else []
    return [Paragraph(line) for line in lines]


def _as_words(run: Sequence[Paragraph]) -> list[Paragraph]:
    if len(run) == 1:
        return [Paragraph(run[0].text)]
    return [Paragraph(p.label + p.text if p.text else "") for p in run]


def plain(text: str) -> str:
    """Foreign text with line feeds only, without NULs, object marks and a BOM."""
    for end in ("\r\n", "\r", "\u2029", "\x0b", "\x0c", "\x85"):
        text = text.replace(end, "\n")
    return text.translate({0: None, 0xFFFC: None, 0xFEFF: None})


def put_in(
    manuscript: Manuscript, run: Sequence[Paragraph], start: Position, end: Position
) -> tuple[Edit, Position]:
    """The edit that puts paragraphs in place of a stretch, and the caret behind them.

    A key that is in the text already is not doubled: what was copied comes as words.
    """
    there = {p.key for p in manuscript.paragraphs} - {0}
    fresh = [Paragraph(p.text) if p.key in there or p.frame else p for p in run]
    texts = [p.text for p in fresh]
    offset = len(texts[-1]) + (start.offset if len(texts) == 1 else 0)
    caret = Position(start.paragraph + len(texts) - 1, offset)
    target = manuscript.paragraphs[start.paragraph]
    if start == end and target == Paragraph("") and fresh[0] != Paragraph(texts[0]):
        return Splice(start.paragraph, start.paragraph + 1, tuple(fresh)), caret
    return Replace(start, end, "\n".join(texts), tuple(fresh[1:])), caret
