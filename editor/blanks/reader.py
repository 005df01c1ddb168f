"""Blanks of a whole text: each paragraph by the grammar, then what needs neighbours.

A page copied from the web breaks its lines anywhere, so a mark may be cut in two
('20' / 'xx年') or be judged by a word on the next line ('X' / '光'). Such seams are read
again with both sides joined.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from editor.blanks.blank import Blank, BlankKind
from editor.blanks.dropped import at_start
from editor.blanks.found import CROSSES, DIGITS, LINES, RINGS, STARS, Found
from editor.blanks.grammar import scan
from editor.blanks.slots import slot_of
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Span

_REACH = 24
_MARKS = CROSSES | STARS | LINES | RINGS
_SEAM = _MARKS | DIGITS | frozenset("“《（(【[第某习在以，,")
_ENDS = frozenset("。！？!?；;：:”）)")
_NO_SPACES = str.maketrans("", "", " \u3000\t")

Scan = Callable[[str], tuple[Found, ...]]


def find_blanks(manuscript: Manuscript) -> tuple[Blank, ...]:
    """All blanks of a text in order, with the slot each belongs to."""
    return _blanks(manuscript, scan)


class BlankReader:
    """`find_blanks` that remembers the paragraphs of the text it read last.

    After a keystroke one paragraph is scanned; what left the text is forgotten, so the
    memory is that of one text. Not to be shared between threads.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[Found, ...]] = {}
        self._used: dict[str, tuple[Found, ...]] = {}

    def read(self, manuscript: Manuscript) -> tuple[Blank, ...]:
        """The blanks of a text; equal to `find_blanks` of it."""
        self._used = {}
        blanks = _blanks(manuscript, self._scan)
        self._known = self._used
        return blanks

    def _scan(self, text: str) -> tuple[Found, ...]:
        found = self._known.get(text)
        if found is None:
            found = self._used.get(text)
            if found is None:
                found = scan(text)
        self._used[text] = found
        return found


def _blanks(manuscript: Manuscript, scanned: Scan) -> tuple[Blank, ...]:
    texts = [p.text for p in manuscript.paragraphs]
    founds: dict[int, Sequence[Found]] = {}
    for index, text in enumerate(texts):
        if text and (found := scanned(text)):
            founds[index] = found
    _mend_seams(texts, founds, scanned)
    _cut_end(texts, founds)
    blanks: list[Blank] = []
    for index in sorted(founds):
        blanks += [_blank(texts, index, one) for one in founds[index]]
    return tuple(blanks)


def _blank(texts: Sequence[str], index: int, found: Found) -> Blank:
    text = texts[index]
    before, behind = neighbours(texts, index, found.start, found.end)
    mark = text[found.start : found.end]
    slot = slot_of(found.kind, before, mark, behind)
    return Blank(Span(index, found.start, found.end), found.kind, mark, slot)


def neighbours(
    texts: Sequence[str], index: int, start: int, end: int, width: int = 12
) -> tuple[str, str]:
    """The text before and behind a stretch, over a broken line where there is one."""
    text = texts[index]
    left, right = text[max(0, start - width) : start], text[end : end + width]
    tail = texts[index - 1].rstrip() if index and len(left) < width else ""
    if tail and tail[-1] not in _ENDS:
        left = tail[len(left) - width :] + left.lstrip()
    if len(right) < width and index + 1 < len(texts) and not text.rstrip().endswith(tuple(_ENDS)):
        right += texts[index + 1].lstrip()[: width - len(right)]
    return left, right


def _mend_seams(texts: Sequence[str], founds: dict[int, Sequence[Found]], scanned: Scan) -> None:
    for index in range(len(texts) - 1):
        upper, lower = texts[index], texts[index + 1]
        if not upper or not lower:
            continue
        if upper[-1] in _ENDS:
            if lower[0] in "指强明深 \u3000" and (start := at_start(lower)):
                founds[index + 1] = (start, *founds.get(index + 1, ()))
        elif upper[-1] in _SEAM or lower[0] in _MARKS or lower[0] in "”》）)】]":
            _mend(texts, index, founds, scanned)


def _mend(
    texts: Sequence[str], index: int, founds: dict[int, Sequence[Found]], scanned: Scan
) -> None:
    """Judge what touches the end of one line and the start of the next once more."""
    upper, lower = texts[index], texts[index + 1]
    tail, head = upper[-_REACH:], lower[:_REACH]
    cut, shift = len(tail), len(upper) - len(tail)
    at_seam = [f for f in scanned(tail + head) if f.start <= cut <= f.end]
    above = [f for f in founds.get(index, ()) if f.end < len(upper)]
    below = [f for f in founds.get(index + 1, ()) if f.start > 0]
    if shift == 0 or all(f.start > 0 for f in at_seam):
        for found in at_seam:
            _place(found, (cut, shift, len(upper)), above, below)
        founds[index], founds[index + 1] = above, below


def _place(
    found: Found, edges: tuple[int, int, int], above: list[Found], below: list[Found]
) -> None:
    """Put a blank found over a seam into the line that holds its marks.

    Of '20' / 'xx年' that is the second line: a blank lies in one paragraph.
    """
    cut, shift, _ = edges
    inside_above, inside_below = cut - found.start, found.end - cut
    if inside_below <= 0 or inside_above > inside_below:
        above.append(Found(found.start + shift, cut + shift, found.kind))
    else:
        below.insert(0, Found(max(0, found.start - cut), found.end - cut, found.kind))


def _cut_end(texts: Sequence[str], founds: dict[int, Sequence[Found]]) -> None:
    """'……' that ends the whole text, where a sentence should have ended."""
    for index in range(len(texts) - 1, -1, -1):
        body = texts[index].rstrip()
        if body:
            break
    else:
        return
    if body.endswith("……") and not founds.get(index, ()) and len(body) > 2:
        founds[index] = (Found(len(body.rstrip("…")), len(body), BlankKind.ELIDED),)
