"""The raw lines while they are being cleaned: what is struck out, what is left.

Mutable, and lives only as long as one `tidy`; the recognisers read it and strike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.language.script import holds_traditional, simplified
from editor.manuscript.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Mark:
    """``[start, end)`` of a line (code points) becomes ``after``, for a reason."""

    line: int
    start: int
    end: int
    kind: str
    why: str
    after: str = ""


class Sheet:
    """The lines of a manuscript and the marks made on them so far."""

    def __init__(self, manuscript: Manuscript, docx: bool | None = None) -> None:
        self.raw = [p.text for p in manuscript.paragraphs]
        # As they are recognised: same lengths, and the same list where nothing is traditional.
        converted = holds_traditional(manuscript.text)
        self.lines = [simplified(line) for line in self.raw] if converted else self.raw
        # Paragraphs of a table or text box, with automatic numbers or with pictures
        # are not ours to remove or join.
        self.guarded = [bool(p.frame or p.label or p.holds) for p in manuscript.paragraphs]
        self.styled = [p.style for p in manuscript.paragraphs]
        # What only a docx knows of its paragraphs; there breaks and blanks are meant.
        known = any(p.style or p.frame or p.label or p.holds for p in manuscript.paragraphs)
        self.from_docx = known if docx is None else docx
        self.text = manuscript.text if self.lines is self.raw else "\n".join(self.lines)
        self.marks: dict[int, list[Mark]] = {}
        self._gone: set[int] = set()

    def has(self, *words: str) -> bool:
        """Whether any of the words stands anywhere: the cheap gate before a search."""
        return any(word in self.text for word in words)

    def strike(self, marks: Iterable[Mark]) -> None:
        """Take marks over; one that would touch a guarded line or another mark is dropped."""
        touched: set[int] = set()
        for mark in marks:
            if self.guarded[mark.line] or (mark.start >= mark.end and not mark.after):
                continue
            there = self.marks.setdefault(mark.line, [])
            if mark.start == 0 and mark.end == len(self.lines[mark.line]) and not mark.after:
                # A whole line swallows what was found inside it.
                there[:] = [mark]
            else:
                _put(there, mark)
            touched.add(mark.line)
        self._gone.update(line for line in touched if not self.left(line).strip())

    def strike_line(self, line: int, kind: str, why: str) -> None:
        """Take a whole line out."""
        self.strike([Mark(line, 0, len(self.lines[line]), kind, why)])

    def strike_left(self, line: int, start: int, end: int, kind: str, why: str) -> None:
        """Take a stretch of what is left of a line out (offsets of `left`)."""
        at = 0
        marks: list[Mark] = []
        for raw, text in self.kept(line):
            first, last = max(start, at), min(end, at + len(text))
            if raw >= 0 and first < last:
                marks.append(Mark(line, raw + first - at, raw + last - at, kind, why))
            at += len(text)
        if start <= 0 and end >= at:
            self.strike_line(line, kind, why)
        else:
            self.strike(marks)

    def left(self, line: int) -> str:
        """What is left of a line."""
        marks = self.marks.get(line)
        if not marks:
            return self.lines[line]
        return "".join(text for _, text in self.kept(line))

    def kept(self, line: int) -> list[tuple[int, str]]:
        """The kept pieces of a line, each with its raw offset (-1: put in by a mark)."""
        pieces: list[tuple[int, str]] = []
        at, text = 0, self.lines[line]
        for mark in self.marks.get(line, ()):
            pieces += [(at, text[at : mark.start]), (-1, mark.after)]
            at = mark.end
        pieces.append((at, text[at:]))
        return [piece for piece in pieces if piece[1]]

    def raw_offset(self, line: int, offset: int) -> int:
        """The raw offset of a character of `left`; at its end, the end of what is kept."""
        end = 0
        for raw, text in self.kept(line):
            if offset < len(text):
                return raw + offset if raw >= 0 else end
            offset -= len(text)
            end = raw + len(text) if raw >= 0 else end
        return end

    def gone(self, line: int) -> bool:
        """Whether nothing is left of a line that had text."""
        return line in self._gone

    def empty(self, line: int) -> bool:
        """Whether a line is struck out or was blank from the start."""
        return line in self._gone or not self.lines[line].strip()

    def remaining(self) -> Iterator[int]:
        """The numbers of the lines that still have text."""
        return (n for n in range(len(self.lines)) if not self.empty(n))


def _put(marks: list[Mark], mark: Mark) -> None:
    """Put a mark in its place among those of its line, unless it touches one of them."""
    first = bisect_left(marks, mark.start, key=_start)
    last = bisect_right(marks, mark.start, lo=first, key=_start)
    near = marks[max(0, first - 1) : last + 1]
    if all(mark.end <= m.start or m.end <= mark.start for m in near):
        marks.insert(last, mark)


def _start(mark: Mark) -> int:
    return mark.start
