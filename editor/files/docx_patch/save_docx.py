"""Saving a docx: the original bytes, or the original package with one member patched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.parsers.expat import ExpatError

from editor.files.docx.open_docx import read_source
from editor.files.docx.package import Package
from editor.files.docx_patch.document_patch import Patched, patch_document
from editor.files.docx_patch.kind_patch import named_kind
from editor.files.docx_patch.paragraph_patch import storable
from editor.files.docx_patch.zip_patch import with_members
from editor.files.opened import DocxSource, Opened
from editor.files.rekey import rekeyed
from editor.files.trouble import Trouble
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph

_DECLARED = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


def save_docx(
    opened: Opened, source: DocxSource, manuscript: Manuscript, target: Path
) -> tuple[bytes, Opened, tuple[str, ...]]:
    """The bytes to write, the file to go on with, and notes. Raises Trouble."""
    data, notes = patched_docx(source, manuscript)
    data, told = named_kind(data, source, target)
    if opened.path is not None and opened.path.suffix.lower() == target.suffix.lower():
        told = ()  # it was told when the file got this ending
    return data, replace(opened, kind="docx"), (*notes, *told)


def patched_docx(source: DocxSource, manuscript: Manuscript) -> tuple[bytes, tuple[str, ...]]:
    """The package with its main part as the text is now, and notes. Raises Trouble."""
    paragraphs = rekeyed(source.shown, manuscript.paragraphs)
    if same_text(source.shown, paragraphs):
        return source.data, ()
    package = Package(source.data)
    raw = package.read(source.part)
    text, encoding = _as_utf8(raw)
    try:
        patched = patch_document(source, text, paragraphs)
        part = patched.data if encoding == "utf-8" else _back(patched.data, raw, encoding)
        data = with_members(source.data, {source.part: part})
        _check(data, patched, paragraphs)
    except (ExpatError, ValueError, KeyError, IndexError) as error:
        raise Trouble(
            "这份文稿的内部结构不寻常，改动没有把握原样写回，没有保存。",
            "原文件没有动。请另存为 .txt 保住文字，并把这份文稿发给我们。",
        ) from error
    return data, patched.notes


def same_text(shown: tuple[Paragraph, ...], paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether the text is as it was first read: its words, their looks, order and lists."""
    if not shown:
        return len(paragraphs) == 1 and not paragraphs[0].text
    if [(p.key, p.text) for p in shown] != [(p.key, p.text) for p in paragraphs]:
        return False
    pairs = zip(shown, paragraphs, strict=True)
    return all(
        new.listed in ("", old.listed) and new.marks in ((), old.marks) for old, new in pairs
    )


def _check(data: bytes, patched: Patched, paragraphs: Sequence[Paragraph]) -> None:
    # Read back what would be written; empty paragraphs may be hidden by tracked changes.
    try:
        found = [p.text for p in read_source(data).shown if p.text]
    except Trouble as trouble:
        raise ValueError(trouble.what) from trouble
    wanted = [text for text in patched.texts if text]
    words = Counter(text for p in paragraphs if (text := storable(p.text)))
    if found != wanted or words - Counter(wanted):
        raise ValueError("the patched part does not show the text")


def _as_utf8(raw: bytes) -> tuple[bytes, str]:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    else:
        declared = _DECLARED.match(raw.removeprefix(b"\xef\xbb\xbf"))
        encoding = declared[1].decode().lower() if declared else "utf-8"
    if encoding in ("utf-8", "us-ascii", "ascii"):
        return raw, "utf-8"
    return raw.decode(encoding).removeprefix("\ufeff").encode("utf-8"), encoding


def _back(data: bytes, raw: bytes, encoding: str) -> bytes:
    if encoding == "utf-16":
        name = "utf-16-le" if raw[:2] == b"\xff\xfe" else "utf-16-be"
        return raw[:2] + data.decode("utf-8").encode(name)
    return data.decode("utf-8").encode(encoding, "xmlcharrefreplace")
