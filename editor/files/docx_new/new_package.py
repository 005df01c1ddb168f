"""The zip package of a docx made anew: its members, their types and relations."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from editor.editions.styles import Edition, Face
from editor.files.authorship import Authorship
from editor.files.docx_final.part_copies import CarriedParts, NewRelation
from editor.files.docx_new.section_parts import (
    font_table_xml,
    footer_xml,
    header_xml,
    settings_xml,
)
from editor.files.docx_parts.xml_escape import escape, quoteattr

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# XML 1.0 has no way to write these; they come from damaged files only.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = RELATIONSHIPS + "/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_CORE = _PACKAGE + "relationships/metadata/core-properties"
_DOCUMENT = "word/document.xml"
# Squeezed already; deflating them again only takes time.
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".xlsx", ".docx", ".pptx")


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


def package(
    parts: NewParts, edition: Edition, *, draft: bool, carried: CarriedParts | None = None
) -> bytes:
    """The bytes of the docx; ``carried`` are parts that come from another file."""
    members, more = _members(parts, edition, draft=draft), carried or CarriedParts()
    relations = [NewRelation(m.relation, _OFFICE + m.kind, f"word/{m.name}") for m in members]
    files = {
        "[Content_Types].xml": _content_types(members, more.types),
        "_rels/.rels": _relations(
            "",
            [
                NewRelation("rId1", _OFFICE + "officeDocument", _DOCUMENT),
                NewRelation("rId2", _CORE, "docProps/core.xml"),
            ],
        ),
        "docProps/core.xml": _core(parts.title, parts.by),
        _DOCUMENT: parts.document,
        **{f"word/{member.name}": member.xml for member in members},
    }
    related = {**more.relations, _DOCUMENT: [*relations, *more.relations.get(_DOCUMENT, ())]}
    for part, rows in related.items():
        folder, name = posixpath.split(part)
        files[f"{folder}/_rels/{name}.rels"] = _relations(folder, rows)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, (_HEAD + xml).encode("utf-8"))
        for name, data in more.members.items():
            packed = name.endswith(_PACKED)
            archive.writestr(name, data, zipfile.ZIP_STORED if packed else None)
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


def _content_types(members: list[_WordPart], carried: Mapping[str, str]) -> str:
    own = {f"word/{member.name}": f"{_WORD}{member.kind}+xml" for member in members}
    endings: dict[str, set[str]] = {}
    for name, kind in carried.items():
        endings.setdefault(name.rpartition(".")[2], set()).add(kind)
    alike = {e: min(kinds) for e, kinds in endings.items() if len(kinds) == 1 and e != "xml"}
    own.update({name: k for name, k in carried.items() if name.rpartition(".")[2] not in alike})
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType={quoteattr(kind)}/>'
        for ending, kind in alike.items()
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType={quoteattr(kind)}/>'
        for name, kind in own.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{defaults}'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}document.main+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-'
        f'package.core-properties+xml"/>{overrides}</Types>'
    )


def _relations(folder: str, relations: Sequence[NewRelation]) -> str:
    entries = "".join(
        f'<Relationship Id="{one.id}" Type={quoteattr(one.type)} {_target(folder, one)}/>'
        for one in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{entries}</Relationships>'


def _target(folder: str, relation: NewRelation) -> str:
    if relation.external:
        return f'Target={quoteattr(relation.target)} TargetMode="External"'
    return f"Target={quoteattr(posixpath.relpath(relation.target, folder or '.'))}"


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
