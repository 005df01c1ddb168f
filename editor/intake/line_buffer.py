"""The raw lines while they are being cleaned: what is removed, what is left.

Mutable, and lives only as long as one `tidy`; the recognisers read it and put their changes in.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from editor.language.script import holds_traditional, simplified
from editor.manuscript.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class LineChange:
    """``[start, end)`` of a line (code points) becomes ``after``, for a reason.

    One that is not ``sure`` is only asked about: to the recognisers the words are still there.
    """

    line: int
    start: int
    end: int
    kind: str
    why: str
    after: str = ""
    sure: bool = True


# Letters, digits and the signs of an address that are set as wide as a character.
_NARROW: Final = {
    code: code - 0xFEE0
    for code in range(0xFF01, 0xFF5F)
    if chr(code) not in "，！：；？（）｛｝～｜"
}
_WIDE = re.compile("[" + "".join(map(chr, _NARROW)) + "]")

_CLOCK = re.compile(r"(?<=\d)：(?=\d)")


def _plain(line: str) -> str:
    return _CLOCK.sub(":", simplified(line).translate(_NARROW))


class LineBuffer:
    """The lines of a manuscript and the changes made to them so far."""

    def __init__(self, manuscript: Manuscript, docx: bool | None = None) -> None:
        self.raw = [p.text for p in manuscript.paragraphs]
        # As they are recognised: same lengths, and the same list where nothing is traditional
        # or set wide.
        converted = holds_traditional(manuscript.text) or _WIDE.search(manuscript.text)
        self.lines = [_plain(line) for line in self.raw] if converted else self.raw
        # Paragraphs of a table or text box, with automatic numbers or with pictures
        # are not ours to remove or join.
        self.guarded = [bool(p.frame or p.label or p.holds) for p in manuscript.paragraphs]
        self.styled = [p.style for p in manuscript.paragraphs]
        # What only a docx knows of its paragraphs; there breaks and blanks are meant.
        known = any(p.style or p.frame or p.label or p.holds for p in manuscript.paragraphs)
        self.from_docx = known if docx is None else docx
        self.of_page = False  # whether it is known to come from a web page
        self.text = manuscript.text if self.lines is self.raw else "\n".join(self.lines)
        self.changes: dict[int, list[LineChange]] = {}
        # What is only asked about; nothing is concluded from it.
        self.doubts: dict[int, list[LineChange]] = {}
        # Lines taken out for their place and words only; `grounds` looks at them again.
        self.suspects: set[int] = set()
        self._removed: set[int] = set()
        self._swallowed: dict[int, list[LineChange]] = {}

    def has(self, *words: str) -> bool:
        """Whether any of the words stands anywhere: the cheap gate before a search."""
        return any(word in self.text for word in words)

    def apply(self, changes: Iterable[LineChange]) -> None:
        """Take changes over; one that would touch a guarded line or another change is dropped."""
        touched: set[int] = set()
        for change in changes:
            if self.guarded[change.line] or (change.start >= change.end and not change.after):
                continue
            if not change.sure:
                self.doubts.setdefault(change.line, []).append(change)
                continue
            there = self.changes.setdefault(change.line, [])
            if (
                change.start == 0
                and change.end == len(self.lines[change.line])
                and not change.after
            ):
                # A whole line swallows what was found inside it.
                self._swallowed.setdefault(change.line, there[:])
                there[:] = [change]
            else:
                _put(there, change)
            touched.add(change.line)
        self._removed.update(line for line in touched if not self.kept_text(line).strip())

    def remove_line(self, line: int, kind: str, why: str, *, sure: bool = True) -> None:
        """Take a whole line out."""
        self.apply([LineChange(line, 0, len(self.lines[line]), kind, why, sure=sure)])

    def suspect_line(self, line: int, kind: str, why: str) -> None:
        """Take a whole line out for its place and words, which are no grounds by themselves."""
        if not self.is_removed(line):
            self.suspects.add(line)
        self.remove_line(line, kind, why)

    def remove_kept(
        self, line: int, stretch: tuple[int, int], kind: str, why: str, *, sure: bool = True
    ) -> None:
        """Take a stretch of what is left of a line out (offsets of `kept_text`)."""
        start, end = stretch
        at = 0
        changes: list[LineChange] = []
        for raw, text in self.kept(line):
            first, last = max(start, at), min(end, at + len(text))
            if raw >= 0 and first < last:
                place = raw + first - at, raw + last - at
                changes.append(LineChange(line, *place, kind, why, sure=sure))
            at += len(text)
        if start <= 0 and end >= at:
            self.remove_line(line, kind, why, sure=sure)
        else:
            self.apply(changes)

    def restore(self, line: int) -> LineChange:
        """Put a removed line back, with what was found inside it; what had taken it out."""
        whole = self.changes.pop(line)[-1]
        self._removed.discard(line)
        inside = self._swallowed.pop(line, [])
        if inside and inside != [whole]:
            self.changes[line] = inside
        return whole

    def doubt(self, line: int, why: str) -> None:
        """Put a removed line back, and ask whether it should go."""
        whole = self.restore(line)
        self.doubts[line] = [
            replace(whole, start=0, end=len(self.lines[line]), why=why, sure=False)
        ]

    def kept_text(self, line: int) -> str:
        """What is left of a line."""
        changes = self.changes.get(line)
        if not changes:
            return self.lines[line]
        return "".join(text for _, text in self.kept(line))

    def kept(self, line: int) -> list[tuple[int, str]]:
        """The kept pieces of a line, each with its raw offset (-1: put in by a change)."""
        pieces: list[tuple[int, str]] = []
        at, text = 0, self.lines[line]
        for change in self.changes.get(line, ()):
            pieces += [(at, text[at : change.start]), (-1, change.after)]
            at = change.end
        pieces.append((at, text[at:]))
        return [piece for piece in pieces if piece[1]]

    def raw_offset(self, line: int, offset: int) -> int:
        """The raw offset of a character of `kept_text`; at its end, the end of what is kept."""
        end = 0
        for raw, text in self.kept(line):
            if offset < len(text):
                return raw + offset if raw >= 0 else end
            offset -= len(text)
            end = raw + len(text) if raw >= 0 else end
        return end

    def is_removed(self, line: int) -> bool:
        """Whether nothing is left of a line that had text."""
        return line in self._removed

    def is_doubted(self, line: int) -> bool:
        """Whether it is asked if a whole line should go."""
        whole = len(self.lines[line])
        return any(d.start == 0 and d.end == whole for d in self.doubts.get(line, ()))

    def is_empty(self, line: int) -> bool:
        """Whether a line is removed or was blank from the start."""
        return line in self._removed or not self.lines[line].strip()

    def remaining(self) -> Iterator[int]:
        """The numbers of the lines that still have text."""
        return (n for n in range(len(self.lines)) if not self.is_empty(n))


def _put(changes: list[LineChange], change: LineChange) -> None:
    """Put a change in its place among those of its line, unless it touches one of them."""
    first = bisect_left(changes, change.start, key=_start)
    last = bisect_right(changes, change.start, lo=first, key=_start)
    near = changes[max(0, first - 1) : last + 1]
    if all(change.end <= m.start or m.end <= change.start for m in near):
        changes.insert(last, change)


def _start(change: LineChange) -> int:
    return change.start
