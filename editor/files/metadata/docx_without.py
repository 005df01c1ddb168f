"""A Word file without what it tells beside its words; words and looks stay byte for byte."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection
from importlib import import_module
from typing import Any, Final

from editor.files.docx.xml_tree import parse_xml
from editor.files.metadata.docx_metadata import (
    APP,
    CORE,
    EXTRAS,
    FILE_NAME,
    HIDDEN,
    INSTRUCTION,
    MERGED,
    NESTED,
    PATH,
    PICTURE_TAG,
    PICTURES,
    RSID,
    RSIDS,
    SOMEBODY,
    TAG,
    WORDED,
    docx_metadata,
    kind_of_path,
)
from editor.files.metadata.metadata_item import MetadataKind
from editor.files.metadata.picture_metadata import without_metadata

K = MetadataKind
_AUTHOR: Final = re.compile(r"(\bw(?:15)?:author=)\"[^\"]*\"")
_INITIALS: Final = re.compile(r"(\bw:initials=)\"[^\"]*\"")
_SOMETIME: Final = re.compile(r"\sw(?:16du)?:date(?:Utc)?=\"[^\"]*\"")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the first date that an archive knows: Word writes it too


def docx_without(data: bytes, kinds: Collection[MetadataKind]) -> bytes:
    """The same file without these kinds; when its parts were written is not told either."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        names = source.namelist()
        gone = {n for n in names if K.EXTRAS in kinds and EXTRAS.match(n)}
        for info in source.infolist():
            if info.filename in gone or info.filename in _rels_of(gone):
                continue
            made = zipfile.ZipInfo(info.filename, _EPOCH)
            made.compress_type, made.create_system = info.compress_type, 0
            part = _part_without(info.filename, source.read(info), kinds)
            target.writestr(made, _unrelated(info.filename, part, gone))
    return buffer.getvalue()


def _rels_of(gone: Collection[str]) -> set[str]:
    split = [name.rpartition("/") for name in gone]
    return {f"{folder}/_rels/{name}.rels" for folder, _, name in split}


def _part_without(name: str, data: bytes, kinds: Collection[MetadataKind]) -> bytes:
    ending = name[name.rfind(".") :].lower()
    if ending in PICTURES:
        return without_metadata(data) if K.PICTURES in kinds else data
    if ending in NESTED:
        every = K.EMBEDDED in kinds and docx_metadata(data)
        return docx_without(data, [k for k in K if k is not K.TITLE]) if every else data
    if ending not in (".xml", ".rels"):
        return data
    xml = data.decode("utf-8", "surrogateescape")
    made = _properties_without(name, xml, kinds)
    made = _text_without(made, kinds)
    if K.HIDDEN in kinds and WORDED.match(name) and HIDDEN.search(made):
        return _without_hidden(made.encode("utf-8", "surrogateescape"))
    return data if made == xml else made.encode("utf-8", "surrogateescape")


def _properties_without(name: str, xml: str, kinds: Collection[MetadataKind]) -> str:
    if not name.startswith("docProps/"):
        return xml
    if name == "docProps/custom.xml" and K.CUSTOM in kinds:
        return re.sub(r"<property\b.*?</property>", "", xml, flags=re.DOTALL)
    for tag, kind in (*CORE.items(), *APP.items()):
        if kind in kinds:
            xml = re.sub(rf"<{tag}\b[^>]*?(?:/>|>.*?</{tag}>)", "", xml, flags=re.DOTALL)
    return xml


def _text_without(xml: str, kinds: Collection[MetadataKind]) -> str:
    if K.RSIDS in kinds:
        xml = RSIDS.sub("", xml)
    if K.MAIL_MERGE in kinds:
        xml = MERGED.sub("", xml)

    # Only in tags and in the instructions of fields: the words of a speech may look like either.
    def tag_without(found: re.Match[str]) -> str:
        tag = RSID.sub("", found[0]) if K.RSIDS in kinds else found[0]
        whose = K.COMMENTERS if tag.startswith("<w:comment ") else K.REVISERS
        if whose in kinds:
            tag = _nobody(tag)
        if K.PICTURE_NAMES in kinds and PICTURE_TAG.match(tag):
            tag = FILE_NAME.sub(r'\1""', tag)
        return _pathless(tag, kinds)

    xml = TAG.sub(tag_without, xml)
    return INSTRUCTION.sub(lambda found: _pathless(found[0], kinds), xml)


def _nobody(tag: str) -> str:
    if not _AUTHOR.search(tag):
        return tag
    return _SOMETIME.sub("", _INITIALS.sub(r'\1""', _AUTHOR.sub(rf'\1"{SOMEBODY}"', tag)))


def _pathless(place: str, kinds: Collection[MetadataKind]) -> str:
    """Of a path the file's name stays: it goes on being a link, or what a picture is called."""
    if kind_of_path(place) not in kinds:
        return place
    return PATH.sub(lambda path: re.split(r"[\\/]", path[0])[-1], place)


def _without_hidden(data: bytes) -> bytes:
    tostring: Any = import_module("lxml.etree").tostring
    tree = parse_xml(data, "正文")
    for run in list(tree.iter(f"{_W}r")):
        looks = run.find(f"{_W}rPr")
        vanish = looks.find(f"{_W}vanish") if looks is not None else None
        if vanish is not None and vanish.get(f"{_W}val", "1") not in ("0", "false", "off"):
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)
    made: bytes = tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _unrelated(name: str, data: bytes, gone: Collection[str]) -> bytes:
    """A list of relations or of kinds, without the parts that are gone."""
    if not gone or not (name.endswith(".rels") or name == "[Content_Types].xml"):
        return data
    xml = data.decode("utf-8", "surrogateescape")
    for part in gone:
        tail = re.escape(part.rpartition("/")[2])
        xml = re.sub(rf"<Relationship\b[^>]*Target=\"(?:[^\"]*/)?{tail}\"[^>]*?/>", "", xml)
        xml = re.sub(rf"<Override\b[^>]*PartName=\"/{re.escape(part)}\"[^>]*?/>", "", xml)
    return xml.encode("utf-8", "surrogateescape")
