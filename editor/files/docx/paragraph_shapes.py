"""Paragraphs by their shape: what is between the letters is read once for all that share it.

Most paragraphs of a file differ in their words alone. The shape of one is its XML with the
words of each w:t cut out; all shapes are parsed in one document and read with care, and what
that reading found is then said of every paragraph of the shape. Where words are more than
letters (line ends, numbers of characters, nothing but blanks) or a shape's words mean more than
text (ruby, paragraphs inside), the paragraph is read by itself, all such in one more document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from editor.files.docx.frames import FrameNames
from editor.files.docx.paragraph_reader import DocxStyling, labelled, prompted, read_paragraph
from editor.files.docx.text_runs import run_contents
from editor.files.docx.xml_tree import SPACE, parse_xml, word_tags
from editor.files.docx_parts.xml_escape import escape
from editor.manuscript.marks import PLACEHOLDER, RUN, Mark, Marks
from editor.manuscript.paragraph import Paragraph

_WORDS = re.compile(">([^<]+)</w:t>")
# Who typed when (ECMA-376 Part 1, 17.15.1.70) and names of paragraphs: they say nothing here.
_SESSIONS = re.compile(r'( (?:w:rsid\w*|w14:(?:para|text)Id)=)"[0-9A-Fa-f]*"')
_CUT = "\0"  # no XML has it
_FIRST = 0xF0000  # what stands for words in a shape: the private characters of plane 15
_MOST = 0xFF00
_SPACES = " \t\r\n"
_NAMED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
# Line ends, and entities other than these five.
_MORE = re.compile("[\n\r\u2029]|&(?!(?:lt|gt|quot|apos|amp);)")
_PARAGRAPHS = word_tags("p")


class UnsureError(Exception):
    """Something stands in the paragraphs that only a tree of the whole can tell."""


class _ShapePart(NamedTuple):
    """A stretch of a paragraph's text: the words of a w:t (``cut`` its number), or a sign (-1)."""

    cut: int
    text: str
    kept: bool  # the blanks at its ends


class _MarkSpan(NamedTuple):
    """A mark from one border of pieces to another; of a RUN ``value`` is its content's number."""

    start: int
    end: int
    kind: str
    value: str


class _Shape(NamedTuple):
    """What the careful reading says of every paragraph of a shape; ``model`` None: not shown."""

    model: Paragraph | None
    pieces: tuple[_ShapePart, ...]
    stretches: tuple[_MarkSpan, ...]
    plain: bool  # its words, one after the other, are its text
    kept: bool  # the blanks at the ends of all of them


class _MetParagraph(NamedTuple):
    """A paragraph as met: its shape, its words, where it stands."""

    shape: int
    words: Sequence[str]
    frame: str


class ParagraphShapes:
    """Collects the paragraphs of a main part, and reads them all at its end."""

    def __init__(self, root: str, styling: DocxStyling, *, flat: bool = False) -> None:
        """``root`` is the start tag of w:document; ``flat``: no words have entities or breaks."""
        self._root = root
        self._flat = flat
        self._styling = styling
        self._known: dict[str, int] = {}  # the shape of a paragraph's XML without its words
        self._numbers: dict[str, int] = {}
        self._entries: list[_MetParagraph] = []
        self._shapes: list[_Shape | None] = []
        self.alone = False  # whether some paragraphs were read by themselves

    def add(self, xml: str, frame: str) -> None:
        """One w:p without its end tag. ``frame`` is that of the place where it stands."""
        parts = _WORDS.split(xml)
        words = parts[1::2]
        if not self._flat:
            joined = "".join(words)
            if _MORE.search(joined):
                return self.add_alone(xml, frame)
            if "&" in joined:
                words = [_unescaped(one) for one in words]
        if len(words) > _MOST:
            return self.add_alone(xml, frame)
        for one in words:
            if one[0] <= " " and not one.strip(_SPACES):
                return self.add_alone(xml, frame)
        key = _CUT.join(parts[::2])
        number = self._known.get(key)
        if number is None:
            bare = _SESSIONS.sub(r'\1""', key)
            number = self._known[key] = self._numbers.setdefault(bare, len(self._numbers))
        self._entries.append(_MetParagraph(number, words, frame))

    def add_alone(self, xml: str, frame: str) -> None:
        """One w:p without its end tag that shares nothing; it may hold other paragraphs."""
        self._entries.append(_MetParagraph(-1, (xml,), frame))

    def tags(self) -> str:
        """All that the paragraphs have besides words, each shape once."""
        return "\n".join(
            [*self._numbers, *[one.words[0] for one in self._entries if one.shape < 0]]
        )

    def read(self, between: str) -> tuple[Paragraph, ...]:
        """All paragraphs that are shown; ``between`` is XML that must be sound too.

        Raises UnsureError or Trouble where something is not sound, or nothing is there.
        """
        if not self._entries:
            raise UnsureError
        keys = list(self._numbers)
        *elements, _ = self._parsed(
            [*[f"{_filled(key)}</w:p>" for key in keys], f"<x>{between}</x>"]
        )
        shapes = [self._shape(*pair) for pair in zip(keys, elements, strict=True)]
        lonely = [
            one.words[0] if one.shape < 0 else _whole(keys[one.shape], one.words)
            for one in self._entries
            if one.shape < 0 or shapes[one.shape] is None
        ]
        self._shapes, self.alone = shapes, bool(lonely)
        found = self._parsed([f"{one}</w:p>" for one in lonely]) if lonely else []
        return tuple(self._all(shapes, iter(found)))

    def words(self, number: int, table: str, most: int) -> str:
        """The words of a table from its first paragraph on, until they are too long.

        Only where no paragraph stands ``alone``, and after `read`.
        """
        found: list[str] = []
        size = 0
        for entry in self._entries[number - 1 :]:
            if size > most or entry.frame.partition("·")[0] != table:
                break
            shape = self._shapes[entry.shape]
            cuts = [piece.cut for piece in shape.pieces] if shape else []
            texts = [entry.words[cut] if cut >= 0 else " " for cut in cuts]
            found += (" ", *texts)
            size += sum(map(len, texts))
        return "".join(found)

    def _all(self, shapes: list[_Shape | None], lonely: Iterator[Any]) -> Iterator[Paragraph]:
        numbering = self._styling.numbering
        frames: FrameNames | None = None
        key = 0
        for entry in self._entries:
            shape = shapes[entry.shape] if entry.shape >= 0 else None
            if shape is not None:
                key += 1
                if shape.model is not None:
                    label = numbering.label(shape.model.listed) if shape.model.listed else ""
                    yield _of_shape(shape, shape.model, entry, key, label)
                continue
            element = next(lonely)
            frames = frames or FrameNames(element.getparent())
            for one in element.iter(*_PARAGRAPHS):
                key += 1
                frame = _inside(entry.frame, frames.of(one))
                if frame is None:
                    continue
                place = Paragraph("", key, frame=frame)
                found = read_paragraph(one, run_contents(one), place, self._styling)
                if found is not None:
                    yield labelled(prompted(found, one), numbering)

    def _parsed(self, parts: list[str]) -> list[Any]:
        inner = "".join(parts)
        if "<!" in inner or "<?" in inner:
            raise UnsureError
        whole = f"{self._root}<w:body>{inner}</w:body></w:document>"
        elements = list(parse_xml(whole.encode(), "document.xml")[0])
        if len(elements) != len(parts):
            raise UnsureError
        return elements

    def _shape(self, key: str, element: Any) -> _Shape | None:
        """What is said of a shape; None where each of its paragraphs is read by itself."""
        contents = run_contents(element)
        read = read_paragraph(element, contents, Paragraph(""), self._styling)
        if next(element.iterdescendants(*_PARAGRAPHS), None) is not None:
            return None
        worded = [content for content in contents if content.text]
        pieces = tuple([_piece(content.text, content.element) for content in worded])
        marks = read.marks if read else ()
        told = "".join([mark.value for mark in marks if mark.kind != PLACEHOLDER])
        odd = any(piece.cut < 0 and _placeholder(piece.text) for piece in pieces)
        if odd or _placeholder(told):
            return None
        borders = [0, *accumulate(len(content.text) for content in worded)]
        at = {border: number for number, border in enumerate(borders)}
        stretches = [_stretch(mark, at) for mark in marks]
        plain = [piece.cut for piece in pieces] == list(range(key.count(_CUT)))
        kept = all(piece.kept for piece in pieces)
        return _Shape(read, pieces, tuple(stretches), plain, kept)


def _of_shape(
    shape: _Shape, model: Paragraph, entry: _MetParagraph, key: int, label: str
) -> Paragraph:
    texts = entry.words
    text = texts[0] if len(texts) == 1 else "".join(texts)
    if not shape.plain or (not shape.kept and (" " in text or "\t" in text)):
        texts = [_text(piece, entry.words) for piece in shape.pieces]
        text = "".join(texts)
    marks: Marks = ()
    if shape.stretches:
        borders = [0, *accumulate(map(len, texts))]
        marks = tuple([_mark(one, borders, key, text) for one in shape.stretches])
    return Paragraph(text, key, label, model.style, entry.frame, model.holds, model.listed, marks)


def _text(piece: _ShapePart, words: Sequence[str]) -> str:
    if piece.cut < 0:
        return piece.text
    return words[piece.cut] if piece.kept else words[piece.cut].strip(_SPACES)


def _mark(stretch: _MarkSpan, borders: list[int], key: int, text: str) -> Mark:
    start, end = borders[stretch.start], borders[stretch.end]
    if stretch.kind == RUN:
        return Mark(start, end, RUN, f"{key}{stretch.value}")
    if stretch.kind == PLACEHOLDER:
        return Mark(start, end, PLACEHOLDER, text[start:end])
    return Mark(start, end, stretch.kind, stretch.value)


def _stretch(mark: Mark, at: dict[int, int]) -> _MarkSpan:
    value = mark.value.removeprefix("0") if mark.kind == RUN else mark.value  # '0.3', '.3'
    return _MarkSpan(at[mark.start], at[mark.end], mark.kind, value)


def _piece(text: str, element: Any) -> _ShapePart:
    cut = ord(text) - _FIRST if len(text) == 1 else -1
    if cut < 0:
        return _ShapePart(-1, text, True)
    return _ShapePart(cut, "", element.get(SPACE) == "preserve")


def _placeholder(text: str) -> bool:
    return any(ord(character) >= _FIRST for character in text)


def _unescaped(words: str) -> str:
    if "&" in words:
        for name, character in _NAMED:
            words = words.replace(name, character)
    return words


def _filled(key: str) -> str:
    """The XML of a shape, a character for each of its words."""
    parts = key.split(_CUT)
    made = [f"{part}>{chr(_FIRST + number)}</w:t>" for number, part in enumerate(parts[:-1])]
    return "".join([*made, parts[-1]])


def _whole(key: str, words: Sequence[str]) -> str:
    parts = key.split(_CUT)
    made = [f"{part}>{escape(one)}</w:t>" for part, one in zip(parts, words, strict=False)]
    return "".join([*made, parts[-1]])


def _inside(frame: str, own: str | None) -> str | None:
    """The frame of a paragraph in what stands in a frame."""
    if own is None or not frame:
        return own
    return frame if own in ("", "其他") else f"{frame}·{own}"
