"""Plain text: bytes ↔ manuscript with encoding, mark and every line end kept.

Each paragraph's key is its number in the file (from 1). A line end belongs to the
paragraph it closes and follows it by that key; new paragraphs get the usual one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from editor.editions.carried import NOTHING_CARRIED, Carried, CarriedParagraph
from editor.files.bad_bytes import SIGN, encode_around, shares
from editor.files.encodings import Decoded, decode, plain_name
from editor.files.limits import refuse_long_bytes, refuse_long_paragraph, refuse_many_paragraphs
from editor.files.trouble import CannotEncode, Trouble
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import HIDDEN
from editor.manuscript.paragraph import Paragraph

# U+2029 is a paragraph's end in Unicode and in Qt; U+2028 and form feeds stay text.
_END = re.compile("\r\n|\n|\r|\u2029")

_HALF = re.compile("[\ud800-\udfff]")


class NoText(Trouble):
    """Bytes that are no text in any encoding."""


@dataclass(frozen=True, slots=True)
class TextSource:
    """A text file as first read: its bytes, its lines with their ends, how it is encoded.

    ``ends[i]`` closes line ``i``; the last line's is ''. ``bad`` are the bytes of every U+FFFD in
    the lines, in order, where they are known.
    """

    data: bytes
    lines: tuple[str, ...]
    ends: tuple[str, ...]
    encoding: str
    bom: bytes
    newline: str
    bad: tuple[bytes, ...] = ()


class DecodedText(NamedTuple):
    """The source, its manuscript, and how it was found out."""

    source: TextSource
    manuscript: Manuscript
    found: Decoded


def decode_text(data: bytes, encoding: str | None) -> DecodedText:
    """The text of a file's bytes.

    Raises Trouble for bytes that are no text, for more text than can be shown, and for an
    encoding nobody knows.
    """
    refuse_long_bytes(data)
    try:
        decoded = decode(data, encoding)
    except LookupError as error:
        raise Trouble(f"没有“{encoding}”这种编码。", "请换一种编码再打开。") from error
    if decoded is None:
        raise NoText("这不是文本文件，里面是程序用的数据。", "请确认选对了文件。")
    source = _source(data, decoded)
    refuse_many_paragraphs(len(source.lines))
    refuse_long_paragraph(source.lines)
    paragraphs = tuple(Paragraph(line, key) for key, line in enumerate(source.lines, 1))
    return DecodedText(source, Manuscript(0, paragraphs), decoded)


def new_text_source() -> TextSource:
    """What a new text is saved as: UTF-8 without a mark, line feeds."""
    return TextSource(b"", ("",), ("",), "utf-8", b"", "\n")


def recoded(source: TextSource, encoding: str) -> TextSource:
    """The same lines and ends to be saved in another encoding (UTF-16 with its mark)."""
    name = plain_name(encoding)
    if name == source.encoding:
        return source
    mark = "\ufeff".encode(name) if name.startswith("utf-16") else b""
    return replace(source, data=b"", encoding=name, bom=mark, bad=())


def encode_text(source: TextSource, manuscript: Manuscript) -> bytes:
    """The bytes of the edited text; the very bytes first read where nothing changed.

    A Word file's automatic numbers (一、) are words here, as in the exported final.
    Raises CannotEncode where the encoding lacks a character.
    """
    texts = [p.label + p.text for p in manuscript.paragraphs]
    if source.data and tuple(texts) == source.lines and _in_order(manuscript):
        return source.data
    parts = _with_ends(source, manuscript)
    try:
        if source.bad:
            return source.bom + b"".join(_with_bad_bytes(source, manuscript, parts))
        return source.bom + "".join(parts).encode(source.encoding)
    except UnicodeEncodeError as error:
        missing = _unencodable("".join(parts), source.encoding)
        raise CannotEncode(source.encoding, missing) from error


def _with_bad_bytes(
    source: TextSource, manuscript: Manuscript, parts: Sequence[str]
) -> Iterator[bytes]:
    """The bytes of each line and end; what was no letter stands where it stood."""
    bad, name = shares(source.lines, source.bad), source.encoding
    for number, paragraph in enumerate(manuscript.paragraphs):
        line, end = parts[2 * number : 2 * number + 2]
        own = bad.get(paragraph.key, ())
        was = source.lines[paragraph.key - 1] if own else ""
        yield encode_around(line, was, own, name) + end.encode(name)


def told_of_signs(source: TextSource, data: bytes) -> tuple[str, ...]:
    """What to say of a save in which bytes that were no letter could not all go back."""
    sign = SIGN.encode(source.encoding, "ignore")
    gone = data.count(sign) - source.bad.count(sign) if sign and source.bad else 0
    if gone <= 0:
        return ()
    return (f"有 {gone} 处认不出的字节夹在改过的字里，已经存成“{SIGN}”，原来的字节没有留下。",)


def final_text(manuscript: Manuscript, carried: Carried = NOTHING_CARRIED) -> str:
    """The final: one line a paragraph, automatic numbers written out, a line feed at the end.

    What ``carried`` says is hidden is left out; a paragraph of nothing else has no line.
    """
    lines: list[str] = []
    for number, paragraph in enumerate(manuscript.paragraphs):
        shown = _shown(paragraph.text, carried.paragraphs.get(number))
        if shown or not paragraph.text:
            lines.append((paragraph.label + shown).replace("\u2028", "\n").rstrip())
    return "\n".join(lines).rstrip("\n") + "\n"


def _shown(text: str, carried: CarriedParagraph | None) -> str:
    hidden = [mark for mark in carried.spans if mark.kind == HIDDEN] if carried else []
    for mark in reversed(hidden):
        text = text[: mark.start] + text[mark.end :]
    return text


def _source(data: bytes, decoded: Decoded) -> TextSource:
    lines = tuple(_END.split(decoded.text))
    ends = (*_END.findall(decoded.text), "")
    usual = Counter(ends[:-1]).most_common(1)
    newline = usual[0][0] if usual else "\n"
    bad = decoded.bad
    return TextSource(data, lines, ends, decoded.encoding, decoded.bom, newline, bad)


def _in_order(manuscript: Manuscript) -> bool:
    # Lines of equal text but different ends may have changed places.
    keys = [p.key for p in manuscript.paragraphs]
    return not any(keys) or all(key == n for n, key in enumerate(keys, 1) if key)


def _with_ends(source: TextSource, manuscript: Manuscript) -> list[str]:
    ends = _ends_by_key(source, manuscript)
    parts: list[str] = []
    for paragraph, end in zip(manuscript.paragraphs, ends, strict=True):
        parts += (_one_line(paragraph.label + paragraph.text), end)
    parts[-1] = ""
    return parts


def _ends_by_key(source: TextSource, manuscript: Manuscript) -> list[str]:
    paragraphs = manuscript.paragraphs
    usual = source.newline
    if len(set(source.ends[:-1])) < 2:
        return [usual] * len(paragraphs)
    if not any(p.key for p in paragraphs) and len(paragraphs) == len(source.ends):
        return [end or usual for end in source.ends]
    known = dict(enumerate(source.ends, 1))
    return [known.get(p.key, usual) or usual for p in paragraphs]


def _one_line(text: str) -> str:
    # A paragraph holds no line end by contract; one that slips in must not split it.
    # Half of a surrogate pair is no character of any encoding.
    if text.isascii() and not _END.search(text):
        return text
    return _HALF.sub("\ufffd", _END.sub("\u2028", text))


def _unencodable(text: str, name: str) -> str:
    found: dict[str, None] = {}
    for character in dict.fromkeys(text):
        try:
            character.encode(name)
        except UnicodeEncodeError:
            found[character] = None
    return "".join(found)
