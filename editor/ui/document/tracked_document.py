"""QTextDocument ↔ Manuscript: a list of paragraphs that keeps step with the blocks.

The document is the only mutable text. What a file knows about a paragraph (key, label,
style, frame, holds, list) stands in user properties of its block format, which undo and
splitting keep; its marks in formats of the letters (`mark_formats`). A keystroke reads one
block; the rest is what was read before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from secrets import token_hex
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from editor.manuscript.lists import NO_LISTS
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marked_text import marked, paragraph_of
from editor.manuscript.marks import implied
from editor.manuscript.paragraph import Paragraph, Position
from editor.manuscript.side_texts import NO_SIDE_TEXTS
from editor.ui.document.mark_formats import MarkTable
from editor.ui.document.utf16 import offset_of, tame, unit_of, units

_FIRST = QTextFormat.Property.UserProperty.value + 1
_KEY, _LABEL, _STYLE, _FRAME, _HOLDS, _LISTED = range(_FIRST, _FIRST + 6)

_PLAIN = (0, "", "", "", "", "")


class DocumentChange(NamedTuple):
    """Blocks ``[first, first + old)`` of before are ``[first, first + new)`` of now.

    ``before`` is the text there was where one paragraph became one; ``gone`` are the
    paragraphs there were.
    """

    first: int
    old: int
    new: int
    before: str = ""
    gone: Sequence[Paragraph] = ()


def block_format(paragraph: Paragraph) -> QTextBlockFormat:
    """The block format that carries the properties of a paragraph (none for a plain one)."""
    made = QTextBlockFormat()
    if paragraph.key:
        made.setProperty(_KEY, paragraph.key)
    for number, word in (
        (_LABEL, paragraph.label),
        (_STYLE, paragraph.style),
        (_FRAME, paragraph.frame),
        (_HOLDS, paragraph.holds),
        (_LISTED, paragraph.listed),
    ):
        if word:
            made.setProperty(number, word)
    return made


def read_block(block: QTextBlock, table: MarkTable) -> Paragraph:
    """The paragraph that a block is; ``table`` is the one of its document."""
    text = block.text()
    own = _properties(block)
    return Paragraph(text, *own, implied(own[0], len(text), table.read(block, text)))


def _tamed(paragraph: Paragraph) -> Paragraph:
    text = tame(paragraph.text)
    return paragraph if text == paragraph.text else replace(paragraph, text=text)


def _properties(block: QTextBlock) -> tuple[int, str, str, str, str, str]:
    kept = block.blockFormat()
    if not kept.propertyCount():
        return _PLAIN
    return (
        kept.intProperty(_KEY),
        kept.stringProperty(_LABEL),
        kept.stringProperty(_STYLE),
        kept.stringProperty(_FRAME),
        kept.stringProperty(_HOLDS),
        kept.stringProperty(_LISTED),
    )


def read_document(document: QTextDocument, table: MarkTable) -> tuple[Paragraph, ...]:
    """All paragraphs read afresh, keys unique: what `TrackedDocument` must always equal."""
    found: list[Paragraph] = []
    block = document.begin()
    while block.isValid():
        found.append(read_block(block, table))
        block = block.next()
    return unique_keys(found)


def unique_keys(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, of which only the first with a key keeps it and its properties.

    A split by Qt itself copies the block format; by the law of `edits` the properties
    stay with the first part, and the letters tell of which paragraph they were.
    """
    keys = [p.key for p in paragraphs if p.key]
    if len(keys) == len(set(keys)):
        return tuple(paragraphs)
    seen: set[int] = set()
    kept: list[Paragraph] = []
    for paragraph in paragraphs:
        kept.append(paragraph_of(marked(paragraph)) if paragraph.key in seen else paragraph)
        if paragraph.key:
            seen.add(paragraph.key)
    return tuple(kept)


def changed_blocks(
    document: QTextDocument, position: int, added: int, before: int
) -> DocumentChange:
    """Which blocks a contentsChange(position, removed, added) touched.

    ``before`` is the number of blocks there were. Qt's range may pass the end of the
    text by the final separator.
    """
    last = document.characterCount() - 1
    first = document.findBlock(min(position, last)).blockNumber()
    end = document.findBlock(min(position + added, last)).blockNumber()
    new = end - first + 1
    return DocumentChange(first, new - (document.blockCount() - before), new)


class TrackedDocument(QObject):
    """The paragraphs of a document at every moment, and places both ways."""

    changed = Signal(object)  # DocumentChange

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        document.documentLayout()  # without a layout Qt reports no changes
        self.document = document
        self.revision = 0
        self.text_id = token_hex(8)  # another for every text that is loaded
        self.lists, self.beside = NO_LISTS, NO_SIDE_TEXTS
        self.table = MarkTable()
        self._paragraphs = list(read_document(document, self.table))
        self._coming: tuple[list[Paragraph], int] | None = None  # with their size, while loading
        self._manuscript: Manuscript | None = None
        self._unchecked_keys = False
        self._doubled_keys = False
        document.contentsChange.connect(self._take_change)

    def load(self, manuscript: Manuscript) -> None:
        """Show another text; nothing of it can be undone."""
        document = self.document
        self.text_id, self.lists, self.beside = token_hex(8), manuscript.lists, manuscript.beside
        document.setUndoRedoEnabled(False)
        coming = [_tamed(p) for p in manuscript.paragraphs]
        text = "\n".join([p.text for p in coming])
        self._coming = coming, units(text)
        document.setPlainText(text)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        try:
            block = document.begin()
            for paragraph in coming:
                made = block_format(paragraph)
                if made.propertyCount():
                    cursor.setPosition(block.position())
                    cursor.setBlockFormat(made)
                if paragraph.marks:
                    self.table.write_anew(cursor, block.position(), paragraph.text, paragraph.marks)
                block = block.next()
        finally:
            cursor.endEditBlock()
            self._coming = None
            document.setUndoRedoEnabled(True)
        document.setModified(False)
        self.revision = max(self.revision, manuscript.revision)

    def manuscript(self) -> Manuscript:
        """The text now; the same object until the next change."""
        if self._manuscript is None:
            now = self._unique()
            self._manuscript = Manuscript(self.revision, now, self.lists, self.beside)
        return self._manuscript

    def drop_beside(self) -> None:
        """The text is of a file now that has no texts beside it."""
        self.beside, self._manuscript = NO_SIDE_TEXTS, None

    def paragraph(self, number: int) -> Paragraph:
        """One paragraph, without building the manuscript."""
        return self._paragraphs[number]

    def count(self) -> int:
        """How many paragraphs there are."""
        return len(self._paragraphs)

    def place(self, position: int) -> Position:
        """The place of a position of the document (UTF-16 units)."""
        block = self.document.findBlock(position)
        if not block.isValid():
            block = self.document.lastBlock()
        number = block.blockNumber()
        text = self._paragraphs[number].text
        return Position(number, offset_of(text, position - block.position()))

    def flat(self, place: Position) -> int:
        """The position in the document (UTF-16 units) of a place, forced into the text."""
        number = min(max(place.paragraph, 0), len(self._paragraphs) - 1)
        block = self.document.findBlockByNumber(number)
        text = self._paragraphs[number].text
        return block.position() + unit_of(text, max(place.offset, 0))

    def _read_run(self, first: int, number: int, gone: Sequence[Paragraph]) -> list[Paragraph]:
        """The blocks as paragraphs; those of before, or being loaded, as the very same values."""
        if self._coming and (number, self.document.characterCount() - 1) == (
            len(self._coming[0]),
            self._coming[1],
        ):
            return self._coming[0]
        known = {p.text: p for p in gone}
        formats: dict[int, tuple[int, str, str, str, str, str]] = {}
        block = self.document.findBlockByNumber(first)
        fresh: list[Paragraph] = []
        for _ in range(number):
            text, index = block.text(), block.blockFormatIndex()
            own = formats.get(index)
            if own is None:
                own = formats[index] = _properties(block)
            marks = implied(own[0], len(text), self.table.read(block, text))
            p = known.get(text)
            here = p and (p.key, p.label, p.style, p.frame, p.holds, p.listed) == own
            if p and here and p.marks == marks:
                fresh.append(p)
            else:
                fresh.append(Paragraph(text, *own, marks))
            block = block.next()
        return fresh

    def _unique(self) -> tuple[Paragraph, ...]:
        if self._unchecked_keys:
            keys = [p.key for p in self._paragraphs if p.key]
            self._doubled_keys = len(keys) != len(set(keys))
            self._unchecked_keys = False
        return unique_keys(self._paragraphs) if self._doubled_keys else tuple(self._paragraphs)

    def _take_change(self, position: int, _removed: int, added: int) -> None:
        try:
            self._follow(position, added)
        except Exception:
            # Out of step, every place after it would be another than the page shows.
            self._read_anew()
            raise

    def _read_anew(self) -> None:
        gone, fresh = self._paragraphs, list(read_document(self.document, self.table))
        self._paragraphs, self._unchecked_keys = fresh, True
        self.revision += 1
        self._manuscript = None
        self.changed.emit(DocumentChange(0, len(gone), len(fresh), gone=gone))

    def _follow(self, position: int, added: int) -> None:
        change = changed_blocks(self.document, position, added, len(self._paragraphs))
        first, old, new = change[:3]
        gone = self._paragraphs[first : first + old]
        fresh = self._read_run(first, new, gone)
        if fresh == gone:
            return  # composing and marking report changes of nothing
        if old != 1 or new != 1 or fresh[0].key != gone[0].key:
            self._unchecked_keys = True
        change = DocumentChange(first, old, new, gone[0].text if old == new == 1 else "", gone)
        self._paragraphs[first : first + old] = fresh
        self.revision += 1
        self._manuscript = None
        self.changed.emit(change)


def words_between(tracked: TrackedDocument, start: Position, end: Position) -> str:
    """The words of a stretch, paragraphs joined by line feeds."""
    if start.paragraph == end.paragraph:
        return tracked.paragraph(start.paragraph).text[start.offset : end.offset]
    middle = range(start.paragraph + 1, end.paragraph)
    lines = [tracked.paragraph(start.paragraph).text[start.offset :]]
    lines += [tracked.paragraph(n).text for n in middle]
    lines.append(tracked.paragraph(end.paragraph).text[: end.offset])
    return "\n".join(lines)
