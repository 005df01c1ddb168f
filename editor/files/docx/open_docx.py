"""Opening a docx: look, parse the main part, resolve styles and numbers, say what is odd."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from editor.files.docx.body import body_of, keeps_blanks, paragraphs_of
from editor.files.docx.numbering_part import Numbering
from editor.files.docx.package import Package, odd_names
from editor.files.docx.paragraph_reader import DocxStyling
from editor.files.docx.plain_body import PlainBody, quick_paragraphs
from editor.files.docx.styles_part import Styles
from editor.files.docx.word_kind import kind_inside, kind_notes
from editor.files.docx.xml_tree import parse_xml
from editor.files.docx_parts.file_objects_reader import file_objects
from editor.files.docx_parts.label_texts import label_texts
from editor.files.docx_parts.side_parts import side_texts
from editor.files.docx_parts.text_parts import ReadParts, WordParts
from editor.files.limits import (
    refuse_crowded_part,
    refuse_long_paragraph,
    refuse_many_characters,
    refuse_many_paragraphs,
)
from editor.files.opened import DocxSource, FileStamp, Opened
from editor.files.trouble import Trouble
from editor.manuscript.file_objects import FileObject, ObjectKind, summary
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph


def open_docx(path: Path, data: bytes, stamp: FileStamp | None) -> Opened:
    """The text of a docx. Raises Trouble for whatever cannot be read."""
    package = Package(data)
    part = package.main_part()
    body = package.read(part)
    refuse_crowded_part(body)
    source, notes, main, styles = _source(package, part, body)
    refuse_many_paragraphs(len(source.shown))
    refuse_many_characters(sum([len(paragraph.text) for paragraph in source.shown]))
    refuse_long_paragraph(paragraph.text for paragraph in source.shown)
    source = replace(source, ending=path.suffix.lower())
    inside = kind_inside(template=source.template, macros=source.macros)
    notes += kind_notes(source.ending, inside)
    signed = any("_xmlsignatures/" in name.lower() for name in package.names())
    odd = odd_names(package.names())
    if signed:
        notes.append("文稿带电子签名，改动会使签名失效，所以以只读方式打开；可以另存为新文件。")
    if odd:
        notes.append("文稿里有来历不正常的部件名，以只读方式打开；可以另存为新文件。")
    paragraphs = source.shown or (Paragraph(""),)
    rows = tuple([p.key for p in paragraphs])
    parts = WordParts(package, part, ReadParts(body, main.root, styles.root, main.plain))
    objects = file_objects(parts, rows)
    beside = (*side_texts(parts, styles, rows), *label_texts(paragraphs, source.lists))
    notes += _told(objects)
    return Opened(
        path=path,
        manuscript=Manuscript(0, paragraphs, source.lists, beside),
        kind="docx",
        read_only=signed or odd,
        notes=tuple(notes),
        source=source,
        stamp=stamp,
        objects=objects,
    )


def _told(objects: tuple[FileObject, ...]) -> Iterator[str]:
    """What the page does not show, and what the file asks of who writes in it."""
    if told := summary(objects):
        yield f"文稿里还有页面上不显示或只简单显示的内容：{told}。印前检查会逐处列出。"
    if any(one.kind is ObjectKind.TRACKING for one in objects):
        yield "文稿开着修订；这里的改动不记成修订。"


def read_source(data: bytes) -> DocxSource:
    """The paragraphs of docx bytes alone. Raises Trouble."""
    package = Package(data)
    part = package.main_part()
    return _source(package, part, package.read(part)).source


class _Main(NamedTuple):
    """The main part: its paragraphs, and its root or what was read without one."""

    paragraphs: tuple[Paragraph, ...]
    root: Any
    plain: PlainBody | None


class _Read(NamedTuple):
    """The source, words for the user, the main part, the styles."""

    source: DocxSource
    notes: list[str]
    main: _Main
    styles: Styles


def _source(package: Package, part: str, data: bytes) -> _Read:
    notes: list[str] = []
    styling = styling_of(package, part, notes)
    types = _types(package)
    main = _body(data, part, styling)
    source = DocxSource(
        package.data,
        part,
        main.root is not None and keeps_blanks(main.root),
        main.paragraphs,
        macros="macroEnabled" in types,
        template="template" in types,
        lists=styling.numbering.lists,
    )
    return _Read(source, notes, main, styling.styles)


def _body(data: bytes, part: str, styling: DocxStyling) -> _Main:
    quick = quick_paragraphs(data, styling)
    if quick is not None:
        return _Main(quick.paragraphs, None, quick)
    root = parse_xml(data, part)
    if body_of(root) is None:
        raise Trouble(
            "文稿里没有正文，不是 Word 能认的文档。",
            "请用 Word 打开，选“打开并修复”，另存后再试；或从备份里重新取一份。",
        )
    # The lists have counted nothing yet: the quick reading gives up before it counts.
    return _Main(paragraphs_of(root, styling), root, None)


def styling_of(package: Package, part: str, notes: list[str]) -> DocxStyling:
    """The styles and lists of a main part; ``notes`` gains a word for a broken one."""
    found: dict[str, object] = {}
    for kind in ("styles", "numbering"):
        name = package.related(part, "/" + kind)
        try:
            found[kind] = parse_xml(package.read(name), name) if name else None
        except (Trouble, KeyError):
            found[kind] = None
            what = "样式" if kind == "styles" else "自动编号"
            notes.append(f"文稿的{what}表已损坏，{what}显示不出来；正文完整，保存时原样保留。")
    styles = Styles(found["styles"])
    return DocxStyling(styles, Numbering(found["numbering"], styles), package.addresses(part))


def _types(package: Package) -> str:
    # Of the whole list only the main part's own entry counts.
    name = package.find("[Content_Types].xml")
    if name is None:
        return ""
    try:
        root = parse_xml(package.read(name), name)
    except Trouble:
        return ""
    main = [str(e.get("ContentType", "")) for e in root]
    return next((t for t in main if t.endswith(".main+xml") and "glossary" not in t), "")
