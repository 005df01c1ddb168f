"""Words put into blocks and taken out of them, with what paragraphs carry besides.

Separate from `edit_block`, which says what an edit does: here is how a block is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.tracked_document import TrackedDocument, block_format, read_block
from editor.ui.document.utf16 import tame, unit_of


class BlockWriter:
    """A cursor of its own on a document; paragraphs are counted from 0."""

    def __init__(self, tracked: TrackedDocument) -> None:
        self._table = tracked.table
        self.cursor = QTextCursor(tracked.document)
        # Not the format of a neighbour: empty paragraphs would keep it for what is typed later.
        self._plain = QTextCharFormat()

    def count(self) -> int:
        """How many paragraphs there are."""
        return self.cursor.document().blockCount()

    def run(self, first: int, last: int) -> list[Paragraph]:
        """The paragraphs ``[first, last)`` as they are now."""
        return [read_block(self._block(n), self._table) for n in range(first, last)]

    def give(self, first: int, heads: Sequence[Paragraph]) -> None:
        """Give the paragraphs from ``first`` on the properties and marks of these."""
        for number, head in enumerate(heads, first):
            block = self._block(number)
            wanted = block_format(head)
            if block.blockFormat() != wanted:
                self.cursor.setPosition(block.position())
                self.cursor.setBlockFormat(wanted)
            self._table.write(self.cursor, block, head.marks)

    def put(self, start: int, end: int, lines: Sequence[str]) -> None:
        """Put lines in place of what is between two positions of the document, without marks."""
        self.cursor.setPosition(start)
        self.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if any(lines) or len(lines) > 1:
            self.cursor.insertText("\n".join([tame(line) for line in lines]), self._plain)
        else:
            self.cursor.removeSelectedText()

    def put_alike(self, start: int, end: int, text: str) -> None:
        """Put words in place of what is between two positions of a paragraph.

        They look as `marks.replaced` has it: the paragraph is neither read nor written whole.
        """
        self.cursor.setPosition(start + 1 if start < end else start)
        look = self._table.format_at(self.cursor)  # of the letter before, or of the first
        self.cursor.setPosition(start)
        self.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.cursor.insertText(tame(text), look)

    def start(self, number: int) -> int:
        """The position of a paragraph's first letter."""
        return self._block(number).position()

    def end(self, number: int) -> int:
        """The position behind a paragraph's last letter."""
        block = self._block(number)
        return block.position() + block.length() - 1

    def flat(self, place: Position) -> int:
        """The position of a place."""
        block = self._block(place.paragraph)
        return block.position() + unit_of(block.text(), place.offset)

    def _block(self, number: int) -> QTextBlock:
        return self.cursor.document().findBlockByNumber(number)
