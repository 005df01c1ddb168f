"""Changes of a Word file: of one part's XML as XML, as text or bytes; of the parts and the zip."""

from __future__ import annotations

import io
import zipfile
import zlib
from random import Random
from typing import Any

from lxml import etree

from tests.fuzz.mutate.docx_xml import BLOCKS, INLINE, VALUES
from tests.fuzz.mutate.raw import changed_bytes
from tests.fuzz.mutate.text import a_piece, changed_text

MAIN = "word/document.xml"
NAMES = (
    "../evil.xml",
    "WORD/document.xml",
    "word\\document.xml",
    "word/footnotes.xml",
    "word/header1.xml",
    "C:x",
    "_xmlsignatures/sig1.xml",
    "word/vbaProject.bin",
    "word/comments.xml",
    "",
    "a" * 3_000,
    "docProps/core.xml",
)


def changed_docx(data: bytes, chance: Random) -> bytes:
    """One change; most of them in the body's XML."""
    kind = chance.random()
    if kind < 0.05:
        return changed_bytes(data, chance)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError):
        return changed_bytes(data, chance)
    if not parts or kind < 0.12:
        return zipped(_other_parts(parts, chance))
    numbers = [n for n, (name, _) in enumerate(parts) if name.endswith(("xml", "rels"))]
    main = [n for n in numbers if parts[n][0] == MAIN and chance.random() < 0.75]
    at = chance.choice(main or numbers or [0])
    name, inside = parts[at]
    parts[at] = (name, changed_part(inside, chance))
    return zipped(parts)


def changed_part(data: bytes, chance: Random) -> bytes:
    """The XML of a part with some elements changed; now and then as text or bytes."""
    kind = chance.random()
    if kind < 0.12:
        return (changed_bytes if kind < 0.04 else changed_text)(data, chance)
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return changed_bytes(data, chance)
    for _ in range(chance.choice((1, 1, 2, 4))):
        _change(root, chance)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def zipped(parts: list[tuple[str, bytes]]) -> bytes:
    """The parts in a zip, not packed, so that what an engine does to bytes it does to letters."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made:
        for name, data in parts:
            info = zipfile.ZipInfo(name, (2024, 3, 5, 12, 30, 0))
            if info not in made.filelist:
                made.writestr(info, data)
    return stream.getvalue()


def _other_parts(parts: list[tuple[str, bytes]], chance: Random) -> list[tuple[str, bytes]]:
    at = chance.randrange(len(parts)) if parts else 0
    name, data = parts[at] if parts else ("", b"")
    match chance.randrange(4):
        case 0:
            return [*parts[:at], *parts[at + 1 :]]
        case 1:
            return [*parts, (chance.choice(NAMES), data)]
        case 2:
            return [*parts[:at], (chance.choice(NAMES), data), *parts[at + 1 :]]
        case _:
            return [*parts[:at], (name, b""), *parts[at + 1 :]]


def _change(root: Any, chance: Random) -> None:
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    one, other = chance.choice(elements), chance.choice(elements)
    match chance.randrange(10):
        case 0 | 1 | 2:
            _put_piece(one, chance)
        case 3 if one.getparent() is not None:
            one.getparent().remove(one)
        case 4 if not _inside(other, one):
            other.insert(
                chance.randint(0, len(other)), one
            ) if one.getparent() is not None else None
        case 5 if one.getparent() is not None:
            one.addnext(etree.fromstring(etree.tostring(one)))
        case 6:
            one.text = (
                changed_text((one.text or "").encode(), chance)
                .decode("utf-8", "ignore")
                .translate(_BARE)
            )
        case 7 if one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(VALUES))
        case 8 if other.attrib:
            key = chance.choice(list(other.attrib))
            one.set(key, other.get(key))
        case _:
            _put_piece(one, chance)


def _put_piece(one: Any, chance: Random) -> None:
    piece = chance.choice(BLOCKS if one.tag.endswith(("}body", "}tc", "}tbl")) else INLINE)
    if chance.random() < 0.1:
        piece = chance.choice((*BLOCKS, *INLINE))
    made = etree.fromstring(f"<a {_SPACES}>{piece}</a>")
    for child in reversed(made):
        one.insert(chance.randint(0, len(one)), child)
    if chance.random() < 0.1:
        one.tail = (one.tail or "") + a_piece(chance).encode("utf-8", "ignore").decode().translate(
            _BARE
        )


def _inside(one: Any, other: Any) -> bool:
    return one is other or other in set(one.iterancestors())


_BARE = {
    **{n: None for n in range(32) if n not in (9, 10, 13)},
    0xFFFE: None,
    0xFFFF: None,
    **dict.fromkeys(range(55296, 57344)),
}
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml"'
)
