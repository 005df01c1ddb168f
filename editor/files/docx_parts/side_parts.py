"""The texts of a docx beside its main text: headers, footers, notes, comments, formulas, charts.

Every part is read, whether a relation reaches it or not, by the same reading as paragraphs of
the main part, so that a placeholder or a merge field is known there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from editor.files.docx.frames import FrameNames
from editor.files.docx.run_looks import marks_of
from editor.files.docx.styles_part import Styles
from editor.files.docx.text_runs import RunContent, run_contents, text_of
from editor.files.docx.xml_tree import attribute, local_name, word_tags
from editor.files.docx_parts.field_codes import field_codes
from editor.files.docx_parts.file_objects_reader import header_words, notes_by_id
from editor.files.docx_parts.object_scan import MATH, raw_words, stands
from editor.files.docx_parts.page_sections import PartUse, part_uses
from editor.files.docx_parts.paragraph_numbers import PARAGRAPHS, ParagraphNumbers, ShownParagraphs
from editor.files.docx_parts.text_parts import TextPart, WordParts
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.marks import FIELD, RUN, rewritten
from editor.manuscript.paragraph import Paragraph
from editor.manuscript.side_texts import SideText, SideTexts

# What Word writes by itself and writes anew: neither a blank nor a fault of the writer.
_NUMBERS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "SEQ", "REVNUM"})
_DATES: Final = frozenset({"DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME"})
_UNCOUNTED: Final = re.compile(r"([第共])\s*(页)")  # the number's field was never updated
_LONGEST: Final = 100_000  # code points of a formula or a string that are read
_NOTES: Final = {
    "footnotes": ("footnoteReference", ObjectKind.FOOTNOTE),
    "endnotes": ("endnoteReference", ObjectKind.ENDNOTE),
}
_DRAWN: Final = {
    "chartSpace": ("{*}chart", ObjectKind.CHART),
    "dataModel": ("{*}relIds", ObjectKind.SMART_ART),
}
_DRAWING: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}",
    "{http://purl.oclc.org/ooxml/drawingml/main}",
)
_LINES: Final = tuple(f"{space}p" for space in _DRAWING)
_LETTERS: Final = tuple(f"{space}t" for space in _DRAWING)
_BESIDE: Final = (b"oMath", b"textpath", b"ruby")
_NAMED: Final = (b"BUTTON", b"FORMDROPDOWN")  # MACROBUTTON, GOTOBUTTON
_TEXT_PATH: Final = "{*}textpath"


def _names_one(data: bytes) -> bool:
    # Searched word by word: an expression of two words takes ten times as long on a large part.
    return any(name in data for name in _NAMED)


def side_texts(parts: WordParts, styles: Styles, rows: Sequence[int]) -> SideTexts:
    """All texts beside the main text that have words, part by part.

    ``rows`` are the numbers of the w:p that are shown, which are their keys.
    """
    return tuple(_SideTextReading(parts, styles, rows).all())


class _SideTextReading:
    """One reading of one file."""

    def __init__(self, parts: WordParts, styles: Styles, rows: Sequence[int]) -> None:
        self._parts, self._styles = parts, styles
        self._shown = ShownParagraphs(rows)
        self._counted: ParagraphNumbers | None = None

    def all(self) -> Iterator[SideText]:
        """Headers and footers, notes, comments, then what the main part draws."""
        yield from self._headers()
        for part in self._parts.of(*_NOTES):
            yield from self._notes(part)
        for part in self._parts.of("comments"):
            yield from self._comments(part)
        tags, named = self._parts.tags, _names_one(self._parts.data)
        if self._parts.parsed or named or any(name in tags for name in _BESIDE):
            yield from self._of_main()
        for kind in _DRAWN:
            yield from self._drawings(kind)

    def _key(self, element: Any) -> int:
        """The key of the paragraph of the main part in which an element stands."""
        if self._counted is None:
            self._counted = ParagraphNumbers(self._parts.main)
        return self._shown.key(self._counted.of(element))

    def _headers(self) -> Iterator[SideText]:
        for part in self._parts.of("hdr", "ftr"):
            header = part.kind == "hdr"
            kind = ObjectKind.HEADER if header else ObjectKind.FOOTER
            use = self._uses.get(part.name)
            place = use.name if use else f"{kind.value}（没有用到）"
            key = self._key_of_use(use)
            if header_words(part.root):
                shown = use is None or use.shown
                for text in self._inside(part.root, place, kind, key):
                    yield text if shown else replace(text, shown=False)
            yield from self._word_art(part.root, f"{place}·水印", ObjectKind.WATERMARK, key)
            yield from self._canvas(part.root, f"{place}·", key)

    def _notes(self, part: TextPart) -> Iterator[SideText]:
        tag, kind = _NOTES[part.kind]
        notes = notes_by_id(part.root)
        if not notes:
            return
        numbers: dict[str, tuple[int, int]] = {}
        for element in self._parts.main.iter(*word_tags(tag)):
            if stands(element):
                identity = attribute(element, "id") or ""
                numbers.setdefault(identity, (len(numbers) + 1, self._key(element)))
        for identity, note in notes.items():
            number, key = numbers.get(identity, (0, 0))
            place = f"{kind.value}{number}" if number else f"{kind.value}（没有用到）"
            yield from self._inside(note, place, kind, key)

    def _comments(self, part: TextPart) -> Iterator[SideText]:
        keys: dict[str, int] = {}
        for element in self._parts.main.iter(*word_tags("commentRangeStart", "commentReference")):
            keys.setdefault(attribute(element, "id") or "", self._key(element))
        for comment in part.root:
            if local_name(comment.tag) == "comment":
                place = f"批注 {attribute(comment, 'author') or '（没有署名）'}"
                key = keys.get(attribute(comment, "id") or "", 0)
                yield from self._inside(comment, place, ObjectKind.COMMENT, key)

    def _of_main(self) -> Iterator[SideText]:
        yield from self._formulas(self._parts.main, "")
        yield from self._word_art(self._parts.main, "艺术字", ObjectKind.SHAPE)
        yield from self._canvas(self._parts.main, "", None)
        yield from self._annotations(self._parts.main, "")
        if _names_one(self._parts.data):
            yield from self._buttons(self._parts.main, "")

    def _formulas(self, root: Any, before: str, key: int | None = None) -> Iterator[SideText]:
        number = 0
        for element in root.iter(*MATH):
            nested = any(one.tag == element.tag for one in element.iterancestors())
            if nested or not stands(element):
                continue
            number += 1
            own = self._key(element) if key is None else key
            words = raw_words(element, _LONGEST)
            yield from _worded(f"{before}公式{number}", ObjectKind.FORMULA, own, [words])

    def _word_art(
        self, root: Any, place: str, kind: ObjectKind, key: int | None = None
    ) -> Iterator[SideText]:
        for element in root.iter(_TEXT_PATH):
            if stands(element):
                own = self._key(element) if key is None else key
                yield from _worded(place, kind, own, [element.get("string") or ""])

    def _canvas(self, root: Any, before: str, key: int | None) -> Iterator[SideText]:
        """Words that a drawing has of its own, as those of a locked canvas: no w:p holds them."""
        for drawing in root.iter(*word_tags("drawing")):
            lines = _lines(drawing)
            if lines and stands(drawing):
                own = self._key(drawing) if key is None else key
                yield from _worded(f"{before}图形", ObjectKind.SHAPE, own, lines)

    def _annotations(self, root: Any, before: str, key: int | None = None) -> Iterator[SideText]:
        """What stands over letters."""
        for above in root.iter(*word_tags("rt")):
            if stands(above):
                own = self._key(above) if key is None else key
                words = [raw_words(above, _LONGEST)]
                yield from _worded(f"{before}注音", ObjectKind.RUBY, own, words)

    def _buttons(self, root: Any, before: str, key: int | None = None) -> Iterator[SideText]:
        """The words of fields to click on, and of rows chosen from a list."""
        for field in field_codes(root):
            if field.button and stands(field.element):
                own = self._key(field.element) if key is None else key
                yield from _worded(f"{before}提示域", ObjectKind.BUTTON, own, [field.button])
            elif field.name == "FORMDROPDOWN" and field.form and stands(field.element):
                own = self._key(field.element) if key is None else key
                yield from _worded(f"{before}窗体域", ObjectKind.FORM, own, [field.form])

    def _drawings(self, kind: str) -> Iterator[SideText]:
        """Charts and diagrams: their titles, labels and cached strings."""
        parts = {part.name: part for part in self._parts.of(kind)}
        if not parts:
            return
        tag, told = _DRAWN[kind]
        used: dict[str, tuple[str, int]] = {}
        for member, before, root, key in self._drawing_parts():
            number, targets = 0, self._parts.targets_of(member)
            for element in root.iter(tag):
                for value in element.attrib.values():
                    name = targets.get(str(value), "")
                    if name in parts and name not in used:
                        number += 1
                        own = self._key(element) if key is None else key
                        used[name] = (f"{before}{told.value}{number}", own)
        for number, name in enumerate([n for n in parts if n not in used], len(used) + 1):
            used[name] = (f"{told.value}{number}", 0)
        for name, (place, key) in used.items():
            strings = _strings(parts[name].root) + self._written_over(name)
            yield from _worded(place, told, key, strings)

    def _drawing_parts(self) -> Iterator[tuple[str, str, Any, int | None]]:
        """The parts that may hold charts: member, what its places begin with, root, key."""
        yield self._parts.part, "", self._parts.main, None
        for part in self._parts.of("hdr", "ftr"):
            use = self._uses.get(part.name)
            if use is not None:
                yield part.name, f"{use.name}·", part.root, self._key_of_use(use)

    def _written_over(self, chart: str) -> list[str]:
        """The lines of the boxes that are drawn upon a chart: they stand in a part of their own."""
        shapes = {part.name: part.root for part in self._parts.of("userShapes")}
        targets = self._parts.targets_of(chart).values() if shapes else ()
        return [line for name in targets if name in shapes for line in _lines(shapes[name])]

    @cached_property
    def _uses(self) -> dict[str, PartUse]:
        return part_uses(self._parts) if self._parts.of("hdr", "ftr") else {}

    def _key_of_use(self, use: PartUse | None) -> int:
        return self._shown.key(use.first) if use and use.first > 1 else 0

    def _inside(self, element: Any, place: str, kind: ObjectKind, key: int) -> Iterator[SideText]:
        """The paragraphs below an element, those of each cell and box apart."""
        frames = FrameNames(element)
        texts: dict[str, list[Paragraph]] = {}
        for one in element.iter(*PARAGRAPHS):
            frame = frames.of(one)
            if frame is not None:
                within = "" if frame == "其他" else f"·{frame}"
                texts.setdefault(within, []).append(self._paragraph(one))
        for within, paragraphs in texts.items():
            if any(p.text.strip() for p in paragraphs):
                yield SideText(f"{place}{within}", kind, key, tuple(paragraphs))
        for more in (self._formulas, self._annotations, self._buttons):
            yield from more(element, f"{place}·", key)

    def _paragraph(self, element: Any) -> Paragraph:
        contents = _without_automatic(run_contents(element))
        text = text_of(contents)
        looks = marks_of(element, contents, 0, self._styles)
        marks = tuple(mark for mark in looks if mark.kind != RUN)
        counted = _UNCOUNTED.sub(r"\g<1>1\2", text)
        return Paragraph(counted, marks=rewritten(marks, text, counted))


def _without_automatic(contents: list[RunContent]) -> list[RunContent]:
    """The contents with '1' for every number and '今天' for every date that Word writes itself."""
    found: list[RunContent] = []
    last = ""
    for content in contents:
        code = next((value for kind, value in content.around if kind == FIELD), "")
        name = (code.split() or [""])[0].upper()
        filler = "1" if name in _NUMBERS else "今天" if name in _DATES else None
        if filler is not None and content.text:
            content = content._replace(text="" if code == last else filler)
        last = code
        found.append(content)
    return found


def _worded(place: str, kind: ObjectKind, key: int, lines: list[str]) -> Iterator[SideText]:
    told = [Paragraph(line) for line in lines if line.strip()]
    if told:
        yield SideText(place, kind, key, tuple(told))


def _lines(root: Any) -> list[str]:
    """The paragraphs of DrawingML below an element that have words."""
    rows = ["".join([t.text or "" for t in p.iter(*_LETTERS)]) for p in root.iter(*_LINES)]
    return [row for row in rows if row.strip()]


def _strings(root: Any) -> list[str]:
    """Strings of a chart or diagram: what is written in it, then its cached labels."""
    found = _lines(root)
    for cache in root.iter("{*}strCache", "{*}strDim", "{*}txData"):
        found += [value.text or "" for value in cache.iter("{*}v", "{*}pt")]
    return list(dict.fromkeys(found))
