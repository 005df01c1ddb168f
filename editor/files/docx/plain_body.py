"""The paragraphs of a main part without a tree: for nearly every document.

Building, walking and freeing lxml's tree costs several times its parse. The text of the part is
cut at the ends of paragraphs; `paragraph_shapes` reads what is in them, `block_tags` what is
between them, and both vouch for the XML: whatever is not certain (another prefix, comments,
unknown blocks, what is not sound …) returns None, and `body` reads the whole as a tree.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from editor.files.docx.block_tags import BlockTags, MetTable
from editor.files.docx.paragraph_reader import DocxStyling
from editor.files.docx.paragraph_shapes import ParagraphShapes, UnsureError
from editor.files.docx.xml_tree import STRICT, TRANSITIONAL
from editor.files.trouble import Trouble
from editor.manuscript.file_objects import LONGEST
from editor.manuscript.paragraph import Paragraph

_NAME = TRANSITIONAL.encode()
_ATTRIBUTES = r"""(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*"""
_HEAD = re.compile(rf"\ufeff?(?:<\?xml[^<>]*\?>)?\s*(<w:document{_ATTRIBUTES}>)\s*<w:body>")
_START = re.compile(rf"<w:p(?:>|(?=[\s/]){_ATTRIBUTES}(/?)>)")
_TAIL = re.compile(r"\s*</w:body>\s*</w:document>\s*")

# No XML has these; a part that holds one is not sound.
_BARRED = bytes({*range(32)} - {9, 10, 13})
_ALLOWED = bytes(set(range(256)) - set(_BARRED))
_MORE = ("&", "\n", "\r", "\u2029")
_NESTS = "txbxContent"


class PlainBody(NamedTuple):
    """What was read of a main part: its paragraphs, its ``tags`` once each without the words.

    ``tables`` are those that stand in nothing; None where only a tree can tell their words.
    """

    paragraphs: tuple[Paragraph, ...]
    tags: str
    tables: tuple[MetTable, ...] | None


def quick_paragraphs(data: bytes, styling: DocxStyling) -> PlainBody | None:
    """The paragraphs, or None where the document must be read as a tree."""
    if data.count(_NAME) != 1 or data.translate(None, _ALLOWED):
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    head = _HEAD.match(text)
    if not head or not _plain_head(head[0], head[1]):
        return None
    inner = text[head.end() :]
    if _unsound(inner):
        return None
    flat = not any(one in inner for one in _MORE)
    reading = _PlainReading(ParagraphShapes(head[1], styling, flat=flat), nests=_NESTS in inner)
    try:
        return reading.done() if reading.take(inner) else None
    except (Trouble, UnsureError):
        return None


def _unsound(text: str) -> bool:
    """Whether it has what no XML has; a single character is found ten times as fast."""
    return "\ufffe" in text or "\uffff" in text or ("]" in text and "]]>" in text)


def _plain_head(whole: str, root: str) -> bool:
    declared = re.search(r"""encoding\s*=\s*["']([^"']+)""", whole[: whole.index(root)])
    utf8 = declared is None or declared[1].lower() == "utf-8"
    return (
        utf8
        and STRICT not in root
        and f'xmlns:w="{TRANSITIONAL}"' in root
        and "xml:space" not in root
    )


class _PlainReading:
    """One way through the inside of a body."""

    def __init__(self, shapes: ParagraphShapes, *, nests: bool) -> None:
        self._shapes = shapes
        self._blocks = BlockTags()
        self._nests = nests
        self._inside: list[str] = []  # of a paragraph that holds others
        self._depth = 0

    def take(self, inner: str) -> bool:
        """Read it to the end of the document; False where something is not certain."""
        *chunks, last = inner.split("</w:p>")
        for chunk in chunks:
            if self._depth:
                self._go_on(chunk)
            elif not self._paragraph(chunk):
                return False
        return not self._depth and self._ends(last)

    def done(self) -> PlainBody:
        """What was read. Raises UnsureError or Trouble where the XML is not sound."""
        paragraphs = self._shapes.read(self._blocks.closed_tags())
        tags = "\n".join((self._shapes.tags(), *self._blocks.seen()))
        if STRICT in tags:
            raise UnsureError
        if self._shapes.alone:
            return PlainBody(paragraphs, tags, None)
        tables = [
            MetTable(number, name, self._shapes.words(number, name, 2 * LONGEST))
            for number, name in self._blocks.tables
        ]
        return PlainBody(paragraphs, tags, tuple(tables))

    def _paragraph(self, chunk: str) -> bool:
        """A chunk that ends where a paragraph ends; what is before that stands between."""
        if not chunk.startswith(("<w:p ", "<w:p>")) or chunk[chunk.find(">") - 1] == "/":
            start = self._begins(chunk)
            if start < 0:
                return False
            chunk = chunk[start:]
        if self._nests and (starts := _starts(chunk)) > 1:
            if "<w:tbl>" in chunk or "<w:tbl " in chunk:
                return False
            self._inside, self._depth = [chunk], starts - 1
            return True
        self._shapes.add(chunk, self._blocks.frame())
        return True

    def _go_on(self, chunk: str) -> None:
        self._inside.append(chunk)
        self._depth += _starts(chunk) - 1
        if not self._depth:
            self._shapes.add_alone("</w:p>".join(self._inside), self._blocks.frame())

    def _begins(self, chunk: str) -> int:
        """Where the chunk's own paragraph begins; empty ones before it are paragraphs too."""
        at = 0
        while (start := _first(chunk, at)) >= 0:
            if not self._blocks.through(chunk[at:start]):
                return -1
            at = chunk.find(">", start) + 1
            if chunk[at - 2] != "/":
                return start
            self._shapes.add(f"{chunk[start : at - 2]}>", self._blocks.frame())
        return -1

    def _ends(self, last: str) -> bool:
        """What is behind the last paragraph that has an end tag: to the end of the document."""
        tail = last.rfind("</w:body>")
        if tail < 0 or not _TAIL.fullmatch(last, tail):
            return False
        return self._begins(f"{last[:tail]}<w:p>") >= 0 and not self._blocks.open()


def _first(chunk: str, at: int) -> int:
    """Where the next paragraph begins, or -1."""
    first = -1
    for start in ("<w:p ", "<w:p>", "<w:p/"):
        found = chunk.find(start, at) if first < 0 else chunk.find(start, at, first)
        first = first if found < 0 else found
    return first


def _starts(xml: str) -> int:
    """How many paragraphs that have end tags begin."""
    return sum([not found for found in _START.findall(xml)])
