"""What a Word file tells beside its words, found in all its parts by their own marks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType
from typing import Final

from editor.files.metadata.metadata_item import MetadataItem, MetadataKind
from editor.files.metadata.picture_metadata import tells_more

K = MetadataKind
PICTURES: Final = (".jpg", ".jpeg", ".png")
NESTED: Final = (".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm")
SOMEBODY: Final = "作者"  # in place of a name: Word wants one at each comment and change
_DEEPEST: Final = 3  # files inside files
CORE: Final[Mapping[str, MetadataKind]] = MappingProxyType(
    {
        "dc:creator": K.AUTHOR, "cp:lastModifiedBy": K.EDITOR, "dc:title": K.TITLE,
        "dc:subject": K.SUBJECT, "cp:keywords": K.SUBJECT, "dc:description": K.SUBJECT,
        "cp:category": K.SUBJECT, "cp:contentStatus": K.SUBJECT, "dcterms:created": K.DATES,
        "dcterms:modified": K.DATES, "cp:lastPrinted": K.DATES, "cp:revision": K.EDITING,
        "dc:language": K.SUBJECT, "cp:version": K.EDITING, "dc:identifier": K.SUBJECT,
    }
)  # fmt: skip
APP: Final[Mapping[str, MetadataKind]] = MappingProxyType(
    {
        "Company": K.COMPANY, "Manager": K.MANAGER, "Template": K.TEMPLATE,
        "TotalTime": K.EDITING, "Application": K.PROGRAM, "AppVersion": K.PROGRAM,
        "HyperlinkBase": K.PATHS,
    }
)  # fmt: skip
EXTRAS: Final = re.compile(
    r"(docProps/thumbnail\.|word/printerSettings/|customXml/|word/people\.xml|word/vbaData\.xml"
    r"|docProps/(?!core|app|custom)).*(?<!/)$"  # not the folders themselves
)
# A drive, a share, a home or file:, as a whole value between quotes.
PATH: Final = re.compile(
    r"(?<=\")(?:file:/{1,3}|[A-Za-z]:(?:\\|/(?!/))|\\\\+[\w.-]+\\|/(?:Users|home)/)[^\"<>]*(?=\")",
    re.IGNORECASE,
)
TAG: Final = re.compile(r"<[A-Za-z][^>]*>")
# What a picture is called, or told as, where that is the name of a file.
PICTURE_TAG: Final = re.compile(r"<(?:\w+:)?(?:docPr|cNvPr)\b")
FILE_NAME: Final = re.compile(
    r"(?<=\s)((?:name|descr|title)=)\"([^\"<>]*\.(?:jpe?g|png|gif|bmp|tiff?|emf|wmf|svg|webp|heic))\"",
    re.IGNORECASE,
)
INSTRUCTION: Final = re.compile(r"(?<=>)[^<]*(?=</w:instrText>)")
AUTHORED: Final = re.compile(r"<(?:w|w15):(\w+)\b[^>]*?\bw(?:15)?:author=\"([^\"]*)\"")
RSID: Final = re.compile(r"\sw:rsid\w*=\"[0-9A-Fa-f]*\"")
RSIDS: Final = re.compile(r"<w:rsids>.*?</w:rsids>", re.DOTALL)
# A run that is not shown; the word may be hidden in a style too, which is how headings fold.
HIDDEN: Final = re.compile(
    r"<w:r(?:\s[^>]*)?>\s*<w:rPr>(?:(?!</w:rPr>).)*?<w:vanish(?:\s+w:val=\"(?:1|true|on)\")?\s*/>",
    re.DOTALL,
)
WORDED: Final = re.compile(r"word/(document|header|footer|footnotes|endnotes|comments)\d*\.xml")
MERGED: Final = re.compile(r"<w:mailMerge>.*?</w:mailMerge>", re.DOTALL)
PROPERTY: Final = re.compile(r"<property\b[^>]*?\bname=\"([^\"]*)\"")


def docx_metadata(data: bytes, deep: int = 0) -> tuple[MetadataItem, ...]:
    """All that is found, a row a kind, in the order of telling; nothing of what is no Word file."""
    found: dict[MetadataKind, list[str]] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                for kind, value in _of_part(name, archive.read(name), deep):
                    rows = found.setdefault(kind, [])
                    if value and value not in rows:
                        rows.append(value)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError):
        return ()
    return tuple([MetadataItem(kind, tuple(found[kind])) for kind in K if found.get(kind)])


def _of_part(name: str, data: bytes, deep: int) -> Iterator[tuple[MetadataKind, str]]:
    ending = name[name.rfind(".") :].lower()
    if ending in PICTURES:
        if tells_more(data):
            yield K.PICTURES, name.rpartition("/")[2]
    elif ending in NESTED and deep < _DEEPEST:
        inner = docx_metadata(data, deep + 1)
        if inner:
            words = "；".join(f"{item.title} {item.told()}" for item in inner)
            yield K.EMBEDDED, f"{name.rpartition('/')[2]}（{words}）"
    elif EXTRAS.match(name):
        yield K.EXTRAS, name
    elif ending in (".xml", ".rels"):
        yield from _of_xml(name, data.decode("utf-8", "replace"))


def _of_xml(name: str, xml: str) -> Iterator[tuple[MetadataKind, str]]:
    if name.startswith("docProps/"):
        yield from _of_properties(name, xml)
        return
    for element, author in AUTHORED.findall(xml):
        if author != SOMEBODY:
            yield (K.COMMENTERS if element == "comment" else K.REVISERS), unescape(author)
    if rsids := len(RSID.findall(xml)) + len(RSIDS.findall(xml)):
        yield K.RSIDS, f"{name.rpartition('/')[2]} 里 {rsids} 处"
    if WORDED.match(name) and (hidden := len(HIDDEN.findall(xml))):
        yield K.HIDDEN, f"{name.rpartition('/')[2]} 里 {hidden} 处"
    if MERGED.search(xml):
        yield K.MAIL_MERGE, "有"
    for tag in TAG.findall(xml):
        if PICTURE_TAG.match(tag):
            yield from ((K.PICTURE_NAMES, unescape(name)) for _, name in FILE_NAME.findall(tag))
    for place in (*TAG.findall(xml), *INSTRUCTION.findall(xml)):
        for path in PATH.findall(place):
            yield kind_of_path(place), unescape(path)


def kind_of_path(place: str) -> MetadataKind:
    """Of what a path tells, by the tag it stands in."""
    return K.TEMPLATE if "attachedTemplate" in place else K.PATHS


def _of_properties(name: str, xml: str) -> Iterator[tuple[MetadataKind, str]]:
    if name == "docProps/custom.xml":
        yield from ((K.CUSTOM, unescape(value)) for value in PROPERTY.findall(xml))
    for tag, kind in (*CORE.items(), *APP.items()):
        for value in re.findall(rf"<{tag}\b[^>]*>([^<]+)</{tag}>", xml):
            if value.strip():
                yield kind, unescape(value.strip())
