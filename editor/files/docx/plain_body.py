"""The paragraphs of a plain main part without a tree: for the large and simple documents.

Building, walking and freeing lxml's tree of a million characters takes twice lxml's
parse. Most speeches need none of it: expat vouches for the XML, patterns find paragraphs,
runs and styles, and only odd paragraphs become trees of their own. Whatever is not
certain (tables, content controls, comments, another prefix …) returns None, and
`body` reads the whole.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any
from xml.parsers import expat

from editor.files.docx.paragraph_reader import ODD_NAMES, DocxStyling, ParagraphReader
from editor.files.docx.xml_tree import DEEPEST, TRANSITIONAL, parse_xml
from editor.manuscript.paragraph import Paragraph

_NAME = TRANSITIONAL.encode()
_ATTRIBUTES = r"""(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*"""
_HEAD = re.compile(rf"\ufeff?(?:<\?xml[^<>]*\?>)?\s*(<w:document{_ATTRIBUTES}>)\s*<w:body>")
_PARAGRAPH = re.compile(rf"\s*<w:p(?:>|(?=[\s/]){_ATTRIBUTES}(/?)>)")
_TEXT = re.compile(r"<w:t(\s[^>]*[^>/])?>([^<]*)")
_STYLE = re.compile(r'<w:pStyle w:val="([^"&]*)"\s*/>')
_RUN = re.compile(r"<w:r(?:>|\s[^>]*[^>/]>)\s*(<w:rPr>.*?</w:rPr>|<w:rPr/>|)", re.DOTALL)
_BETWEEN = re.compile(r"<w:(?!r[ >]|rPr[ />]|t[ />]|rFonts|sz|lang|kern|spacing|proofErr)")
_LONG = DEEPEST * len("<w:r></w:r>")  # characters below which nothing is too deep
_BLOCKS = ("tbl", "sdt", "sdtContent", "customXml", "txbxContent", "body", "document")
# A foreign element, an odd one, or an end tag written in an unusual way.
_ODD = re.compile(rf"<(?:w:(?:{'|'.join(ODD_NAMES)})[\s/>]|/w:(?:p|t)\s|(?!/?w:))")
# What the whole document is searched for once; most large ones have nothing of it.
_ANY = re.compile(
    rf"<(?:w:(?:{'|'.join(ODD_NAMES)}|{'|'.join(_BLOCKS)})[\s/>]|/w:(?:p|t)\s|(?!/?w:))"
)
# With one of these a paragraph may be no child of the body, or a pattern may be fooled.
_BARRED = re.compile(
    rf"<(?:w:(?:{'|'.join(_BLOCKS)})[\s/>]|!|\?|\w+:AlternateContent)|</w:p\s|xmlns:w="
)


def quick_paragraphs(data: bytes, styling: DocxStyling) -> tuple[Paragraph, ...] | None:
    """The paragraphs, or None where the document must be read as a tree."""
    if data.count(_NAME) != 1:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    head = _HEAD.match(text)
    if not head or not _plain_head(head[0], head[1]) or not _well_formed(data):
        return None
    odd = _ANY.search(text, head.end())
    if odd and _BARRED.search(text, head.end()):
        return None
    chunks = text[head.end() :].split("</w:p>")
    reading = ParagraphReader(styling, False, None)
    if not _read(chunks, head[1], reading, bool(odd)):
        return None
    return reading.done()


def _plain_head(whole: str, root: str) -> bool:
    declared = re.search(r"""encoding\s*=\s*["']([^"']+)""", whole[: whole.index(root)])
    utf8 = declared is None or declared[1].lower() == "utf-8"
    return utf8 and f'xmlns:w="{TRANSITIONAL}"' in root and "xml:space" not in root


def _well_formed(data: bytes) -> bool:
    try:
        expat.ParserCreate("utf-8").Parse(data, True)
    except expat.ExpatError:
        return False
    return True


def _read(chunks: list[str], root: str, reading: ParagraphReader, odd: bool) -> bool:
    # Each chunk but the last ends where a paragraph ends; False where one does not begin.
    add, find_text = reading.add, _TEXT.findall
    last = chunks.pop()
    for chunk in chunks:
        # Nearly always the chunk is one paragraph from its first character on.
        start = 0
        if not chunk.startswith(("<w:p ", "<w:p>")) or chunk[chunk.find(">") - 1] not in '"p':
            start = _skip_empty(chunk, root, reading)
            if start < 0:
                return False
        style: str | None = None
        at = chunk.find("<w:pStyle", start)
        if at >= 0:
            found = _STYLE.match(chunk, at)
            style = found[1] if found else None
        texts = find_text(chunk, start)
        words = _words(texts)
        uneven = len(texts) > 1 and not _even(chunk, start)
        if (at >= 0 and style is None) or uneven or (odd and _ODD.search(chunk, start)):
            words = None
        elif len(chunk) > _LONG and chunk.count("</") > DEEPEST:
            words = None  # it may be deep: only a tree knows
        add(words, partial(_made, root, chunk, start, "</w:p>"), style)
    return _skip_empty(last + "<w:p>", root, reading) >= 0


def _even(chunk: str, start: int) -> bool:
    # Whether all its runs have the same properties and nothing stands between them.
    looks = _RUN.findall(chunk, start)
    if any(look != looks[0] for look in looks):
        return False
    inner = chunk[chunk.find("<w:r", start) : chunk.rfind("</w:r>")]
    return not _BETWEEN.search(inner)


def _skip_empty(chunk: str, root: str, reading: ParagraphReader) -> int:
    # Where the chunk's own paragraph starts; '<w:p/>' before it are paragraphs too.
    at = 0
    while True:
        found = _PARAGRAPH.match(chunk, at)
        if not found:
            found = _PARAGRAPH.search(chunk, at)
            # Marks may stand between paragraphs; words may not.
            if not found or _TEXT.search(chunk, at, found.start()):
                return -1
        if not found[1]:
            return found.start()
        reading.add("", partial(_made, root, found[0].strip(), 0, ""), None)
        at = found.end()


def _words(found: list[tuple[str, str]]) -> str | None:
    # None where the words are not simply those between the tags.
    parts: list[str] = []
    for attributes, text in found:
        if text and (text[0] <= " " or text[-1] <= " ") and "preserve" not in attributes:
            text = text.strip(" \t\r\n")
        parts.append(text)
    words = "".join(parts)
    return None if "&" in words or "\n" in words or "\r" in words or "\u2029" in words else words


def _made(root: str, chunk: str, start: int, closing: str) -> Any:
    # The element of one paragraph, in a document of its own.
    whole = f"{root}{chunk[start:]}{closing}</w:document>"
    return parse_xml(whole.encode(), "document.xml")[0]
