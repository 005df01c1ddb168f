"""The zip package of a docx made anew: its members, their types and relations."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import NamedTuple
from xml.sax.saxutils import escape

from editor.editions.styles import Edition, Face
from editor.files.authorship import Authorship
from editor.files.docx_new.section_parts import (
    font_table_xml,
    footer_xml,
    header_xml,
    settings_xml,
)

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# XML 1.0 has no way to write these; they come from damaged files only.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = RELATIONSHIPS + "/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


class NewParts(NamedTuple):
    """What the package is made of: main part, styles, the speech's title, who made it when."""

    document: str
    styles: str
    title: str
    by: Authorship


class _WordPart(NamedTuple):
    """A part under word/: its name, what it is, and the id of its relation."""

    name: str
    kind: str
    relation: str
    xml: str


def package(parts: NewParts, edition: Edition, *, draft: bool) -> bytes:
    """The bytes of the docx."""
    members = _members(parts, edition, draft=draft)
    files = {
        "[Content_Types].xml": _content_types(members),
        "_rels/.rels": _relations(
            [
                ("rId1", _OFFICE + "officeDocument", "word/document.xml"),
                ("rId2", _PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": _core(parts.title, parts.by),
        "word/document.xml": parts.document,
        "word/_rels/document.xml.rels": _relations(
            [(member.relation, _OFFICE + member.kind, member.name) for member in members]
        ),
        **{f"word/{member.name}": member.xml for member in members},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, (_HEAD + xml).encode("utf-8"))
    return buffer.getvalue()


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def _members(parts: NewParts, edition: Edition, *, draft: bool) -> list[_WordPart]:
    made = [
        _WordPart("styles.xml", "styles", "styles", parts.styles),
        _WordPart("settings.xml", "settings", "settings", settings_xml()),
        _WordPart("fontTable.xml", "fontTable", "fonts", font_table_xml(_faces(edition))),
    ]
    for number, page in enumerate(("default", "even"), start=1):
        xml = footer_xml(edition, even=page == "even")
        made.append(_WordPart(f"footer{number}.xml", "footer", f"footer-{page}", xml))
        if draft:
            xml = header_xml(number)
            made.append(_WordPart(f"header{number}.xml", "header", f"header-{page}", xml))
    return made


def _faces(edition: Edition) -> list[Face]:
    faces = [style.face for style in edition.styles.values()]
    return list(dict.fromkeys([*faces, *edition.headings, edition.folio.face]))


def _content_types(members: list[_WordPart]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{member.name}" ContentType="{_WORD}{member.kind}+xml"/>'
        for member in members
    )
    return (
        f'<Types xmlns="{_PACKAGE}content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}document.main+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-'
        f'package.core-properties+xml"/>{overrides}</Types>'
    )


def _relations(relations: list[tuple[str, str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{entries}</Relationships>'


def _core(title: str, by: Authorship) -> str:
    """Core properties; who is not named has no element."""
    moments = (("created", by.created or by.now), ("modified", by.now))
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_in_utc(moment)}</dcterms:{name}>'
        for name, moment in moments
    )
    author = escape(clean(by.author.strip()))
    names = (("dc:title", escape(title)), ("dc:creator", author), ("cp:lastModifiedBy", author))
    told = "".join(f"<{name}>{words}</{name}>" for name, words in names if words)
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{told}{dates}</cp:coreProperties>"
    )


def _in_utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
