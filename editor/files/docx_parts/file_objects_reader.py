"""The census of a docx: what it holds in any part that the page does not show as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from editor.files.docx.block_tags import MetTable
from editor.files.docx.body import body_of
from editor.files.docx.frames import FrameNames
from editor.files.docx.package import Package
from editor.files.docx.xml_tree import attribute, child, local_name, word_tags
from editor.files.docx_parts.concealed import Concealment
from editor.files.docx_parts.field_codes import field_codes
from editor.files.docx_parts.object_scan import (
    BESIDE_TABLES,
    NOTABLE,
    FoundObject,
    objects_in,
    raw_words,
    words_of,
)
from editor.files.docx_parts.page_sections import page_sections, part_uses, switched_on
from editor.files.docx_parts.paragraph_numbers import (
    PARAGRAPHS,
    ParagraphNumbers,
    ShownParagraphs,
    paragraph_of,
)
from editor.files.docx_parts.text_parts import WordParts
from editor.manuscript.file_objects import REVISIONS, FileObject, ObjectKind, excerpt

_A4: Final = (11906, 16838)  # twips
_SAME_PAGE: Final = 113  # twips: 2 mm, so that rounding is no other paper
# A footer of nothing but its page number: the final numbers its own pages.
_ONLY_NUMBERS: Final = re.compile(r"[\s\d第页共总/、，,.·•|~～—–_-]*(?:page|of)?\s*", re.IGNORECASE)
_PAGE_LOOKS: Final = re.compile(rb'<w:cols\s[^>]*w:num="(?!1")|<w:pgBorders[\s>]')
_WHOLE: Final = 100_000  # code points: more than any header has
_NUMBERED: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_IN_PARTS: Final = frozenset(
    {*REVISIONS, ObjectKind.HIDDEN, ObjectKind.STRUCK, ObjectKind.FORMULA, ObjectKind.PICTURE,
     ObjectKind.WATERMARK, ObjectKind.TABLE, ObjectKind.CHART, ObjectKind.EMBEDDED,
     ObjectKind.BUTTON, ObjectKind.SIGN}
)  # fmt: skip
_IN_HEADERS: Final = _IN_PARTS - {ObjectKind.TABLE}
_NOTES: Final = {"footnotes": ObjectKind.FOOTNOTE, "endnotes": ObjectKind.ENDNOTE}


def objects_of_docx(data: bytes, part: str, rows: Sequence[int]) -> tuple[FileObject, ...]:
    """The objects of docx bytes whose main part is ``part``.

    ``rows`` has for each paragraph of the manuscript the number of its w:p in the main part,
    from 1, 0 where it has none. Raises Trouble where the file cannot be read.
    """
    package = Package(data)
    return file_objects(WordParts(package, part), rows)


def file_objects(parts: WordParts, rows: Sequence[int]) -> tuple[FileObject, ...]:
    """The objects of a docx in the order of the text; linear in its size."""
    return tuple(sorted(_Census(parts, rows).all(), key=lambda one: one.paragraph))


class _Census:
    """One count of one file."""

    def __init__(self, parts: WordParts, rows: Sequence[int]) -> None:
        self._parts = parts
        self._shown = ShownParagraphs(rows)
        self._concealment = Concealment(parts.styles)
        self._notes = {part.kind: notes_by_id(part.root) for part in parts.of(*_NOTES)}
        self._comments: dict[str, int] = {}  # paragraphs that comments belong to, by id
        self._references: dict[tuple[str, str], tuple[str, int]] = {}  # notes: place, paragraph

    def all(self) -> Iterator[FileObject]:
        """Everything, the main part first: it says where notes and comments belong."""
        if self._parts.parsed or self._notable():
            yield from self._in_main()
        else:
            yield from self._tables()
        yield from self._pages()
        yield from self._in_notes()
        yield from self._in_comments()
        yield from self._in_headers()
        for name in self._parts.broken:
            yield FileObject(ObjectKind.UNREAD, name, 0)
        yield from self._states()

    def _notable(self) -> bool:
        tags = self._parts.tags
        styled = [f'="{name}"'.encode() for name in self._concealment.styles]
        told = BESIDE_TABLES if self._met_tables() else NOTABLE
        return bool(told.search(tags)) or any(name in tags for name in styled)

    def _met_tables(self) -> tuple[MetTable, ...]:
        plain = self._parts.plain
        return (plain.tables or ()) if plain else ()

    def _tables(self) -> Iterator[FileObject]:
        """The tables of a main part in which nothing else is to be told."""
        for number, name, words in self._met_tables():
            yield FileObject(ObjectKind.TABLE, name, self._shown.index(number), excerpt(words))

    def _in_main(self) -> Iterator[FileObject]:
        body = body_of(self._parts.main)
        if body is None:
            return
        numbers = ParagraphNumbers(body)
        frames = FrameNames(body)
        for identity, element in _commented(body):
            self._comments.setdefault(identity, self._shown.index(numbers.of(element)))
        counts = dict.fromkeys(_NOTES.values(), 0)
        for found in objects_in(body, self._concealment):
            number = numbers.of(found.element)
            at = self._shown.index(number)
            if found.kind in counts:
                counts[found.kind] += 1
                yield self._note(found, counts[found.kind], at)
                continue
            place = self._place(found, at, frames)
            yield FileObject(found.kind, place, at, found.words or self._linked(found))

    def _place(self, found: FoundObject, at: int, frames: FrameNames) -> str:
        if found.kind is ObjectKind.TABLE:
            inside = next(found.element.iter(*PARAGRAPHS), None)
            frame = frames.of(inside) if inside is not None else None
            return frame.partition("·")[0] if frame else f"第 {at + 1} 段"
        paragraph = paragraph_of(found.element)
        frame = frames.of(paragraph) if paragraph is not None else None
        return frame or f"第 {at + 1} 段"

    def _note(self, found: FoundObject, number: int, at: int) -> FileObject:
        identity = attribute(found.element, "id") or ""
        part = "footnotes" if found.kind is ObjectKind.FOOTNOTE else "endnotes"
        place = f"{found.kind.value}{number}"
        self._references.setdefault((part, identity), (place, at))
        note = self._notes.get(part, {}).get(identity)
        return FileObject(found.kind, place, at, words_of(note))

    def _linked(self, found: FoundObject) -> str:
        """The words of the part that a chart or a diagram is drawn from."""
        if found.kind not in (ObjectKind.CHART, ObjectKind.SMART_ART):
            return ""
        roots = {part.name: part.root for part in self._parts.others}
        for one in found.element.iter("*"):
            for value in one.attrib.values():
                root = roots.get(self._parts.targets.get(str(value), ""))
                if root is not None:
                    return words_of(root)
        return ""

    def _pages(self) -> Iterator[FileObject]:
        """Sections in columns, with lines around the page, and on other paper than others."""
        data = b"" if self._parts.parsed else self._parts.data
        if data and data.count(b"<w:sectPr") < 2 and not _PAGE_LOOKS.search(data):
            return  # what is of one size is of no other
        sections = page_sections(self._parts)
        for section in sections:
            at = self._shown.index(section.first)
            if section.columns > 1:
                words = f"{section.columns} 栏"
                yield FileObject(ObjectKind.COLUMN_BREAK, f"第 {at + 1} 段", at, words)
            if section.bordered:
                yield FileObject(ObjectKind.PAGE_BORDER, f"第 {at + 1} 段", at)
            width, height = section.size
            other = width and any(
                abs(a - b) > _SAME_PAGE for a, b in zip((width, height), _A4, strict=True)
            )
            if other and any(section.size != one.size for one in sections):
                paper = f"{_mm(width)}×{_mm(height)} 毫米"
                yield FileObject(ObjectKind.PAGE_SIZE, f"第 {at + 1} 段", at, paper)

    def _in_notes(self) -> Iterator[FileObject]:
        for kind, notes in self._notes.items():
            for identity, note in notes.items():
                place, at = self._references.get((kind, identity), ("", 0))
                if place:
                    yield from self._inside(note, _NOTES[kind], place, at)

    def _in_comments(self) -> Iterator[FileObject]:
        for part in self._parts.of("comments"):
            for comment in _children(part.root, "comment"):
                at = self._comments.get(attribute(comment, "id") or "", 0)
                place = f"批注 {attribute(comment, 'author') or '（没有署名）'}"
                yield FileObject(ObjectKind.COMMENT, place, at, words_of(comment))

    def _in_headers(self) -> Iterator[FileObject]:
        headers = self._parts.of("hdr", "ftr")
        uses = part_uses(self._parts) if headers else {}
        for part in headers:
            use = uses.get(part.name)
            if use is None or not use.shown:
                continue  # no page shows it
            at = self._shown.index(use.first)
            kind = ObjectKind.HEADER if part.kind == "hdr" else ObjectKind.FOOTER
            if words := header_words(part.root):
                yield FileObject(kind, use.name, at, excerpt(words))
            yield from self._inside(part.root, kind, use.name, at)

    def _inside(self, element: Any, whole: ObjectKind, place: str, at: int) -> Iterator[FileObject]:
        kinds = _IN_PARTS if whole in _NOTES.values() else _IN_HEADERS
        for found in objects_in(element, self._concealment):
            if found.kind in kinds:
                inside = None if found.kind is ObjectKind.WATERMARK else whole
                yield FileObject(found.kind, place, at, found.words, inside=inside)

    def _states(self) -> Iterator[FileObject]:
        for part in self._parts.of("settings"):
            if switched_on(part.root, "trackRevisions"):
                yield FileObject(ObjectKind.TRACKING, "整份文稿", 0)
            guard = child(part.root, "documentProtection")
            if guard is not None and attribute(guard, "enforcement") in ("1", "true", "on"):
                yield FileObject(ObjectKind.PROTECTION, "整份文稿", 0)


def header_words(root: Any) -> str:
    """The words of a header or footer; '' where it has none, or only the number of the page."""
    numbers = [f.shows for f in field_codes(root) if f.name in _NUMBERED and f.shows.strip()]
    words = raw_words(root, _WHOLE)
    for number in numbers:
        words = words.replace(number, "", 1)
    return "" if _ONLY_NUMBERS.fullmatch(words) else words.strip()


def _commented(body: Any) -> Iterator[tuple[str, Any]]:
    for element in body.iter(*word_tags("commentRangeStart", "commentReference")):
        yield attribute(element, "id") or "", element


def _children(root: Any, name: str) -> Iterator[Any]:
    for one in root:
        if local_name(one.tag) == name:
            yield one


def notes_by_id(root: Any) -> dict[str, Any]:
    """Notes by their ids, without the lines that part them from the text."""
    return {
        attribute(one, "id") or "": one
        for one in root
        if local_name(one.tag) in ("footnote", "endnote")
        and (attribute(one, "type") or "normal") == "normal"
    }


def _mm(twips: int) -> int:
    return round(twips * 25.4 / 1440)
