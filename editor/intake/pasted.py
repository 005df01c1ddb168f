"""What was just pasted into a running text, cleaned by itself: its receipt and the edits in place.

A receipt counts in the words it was made of; here these stand somewhere in a text, perhaps in the
middle of a paragraph, whose own words before and behind must stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from editor.intake.receipt import Receipt, ReceiptItem
from editor.intake.tidy import tidy
from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Position

_INDENTED: Final = re.compile("^[ \u3000\u00a0\t]+(?=[^ \u3000\u00a0\t\n])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PastedRun:
    """``words`` that stand between two places since they were pasted.

    ``breaks_are_meant``: its paragraphs are an author's (copied in Word), not a web page's.
    ``of_page``: it was copied in a browser.
    """

    start: Position
    end: Position
    words: str
    breaks_are_meant: bool = False
    of_page: bool = False

    @property
    def is_indented(self) -> bool:
        """Whether a web page's blanks stand before a paragraph of it that begins in it."""
        begun = 0 if self.start.offset == 0 else self.words.find("\n") + 1 or len(self.words)
        return self.of_page and _INDENTED.search(self.words, begun) is not None

    @property
    def _ends_a_line(self) -> bool:
        """Whether its last break belongs to it: the paragraph behind is the text's alone."""
        return self.end.offset == 0 and self.start.paragraph < self.end.paragraph

    def receipt(self, manuscript: Manuscript) -> Receipt:
        """What a clean-up of the pasted words alone would do; its places count in them."""
        first, last = self.start.paragraph, self.end.paragraph
        run = list(manuscript.paragraphs[first : last + 1])
        run[-1] = run[-1].part(0, self.end.offset)
        run[0] = run[0].part(self.start.offset, len(run[0].text))
        if self._ends_a_line:
            run.pop()
        return tidy(
            Manuscript(manuscript.revision, tuple(run)),
            docx=self.breaks_are_meant,
            of_page=self.of_page,
        )

    def edits(self, receipt: Receipt, items: Sequence[ReceiptItem]) -> tuple[Edit, ...]:
        """The clean-up in the text; nothing outside the pasted words is touched."""
        return tuple([self._placed(edit, receipt.raw) for edit in receipt.edits(items)])

    def _placed(self, edit: Edit, raw: Manuscript) -> Edit:
        down = self.start.paragraph
        if isinstance(edit, Replace):
            start, end = self._there(edit.start), self._there(edit.end)
            return Replace(start, end, edit.text, edit.heads, edit.marks)
        assert isinstance(edit, Splice)  # a receipt has no other
        size = len(raw.paragraphs)
        shares_last = edit.last == size and not self._ends_a_line
        if not shares_last and (edit.first or not self.start.offset):
            return Splice(edit.first + down, edit.last + down, edit.paragraphs)
        # Its first or last paragraph has words of the text too: only its own letters go.
        first, last = Position(edit.first, 0), Position(edit.last, 0)
        if shares_last:
            last = Position(size - 1, len(raw.paragraphs[-1].text))
            if edit.first:
                first = Position(edit.first - 1, len(raw.paragraphs[edit.first - 1].text))
        return Replace(self._there(first), self._there(last), "")

    def _there(self, place: Position) -> Position:
        right = 0 if place.paragraph else self.start.offset
        return Position(place.paragraph + self.start.paragraph, place.offset + right)
