"""The words of headers and footers, section by section, as pages show them on wish."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from editor.editions.carried import (
    PAGE_COUNT,
    PAGE_NUMBER,
    CarriedSection,
    MarginWords,
    Placement,
    drawn_looks,
)
from editor.files.docx.package import Package
from editor.files.docx.run_looks import looks_of
from editor.files.docx.styles_part import Styles
from editor.files.docx.text_runs import SOFT_BREAK, chosen
from editor.files.docx.xml_tree import attribute, child, local_name, parse_xml, value_of
from editor.files.docx_parts.concealed import Concealment
from editor.files.docx_parts.page_sections import page_sections, switched_on
from editor.files.docx_parts.text_parts import WordParts
from editor.files.trouble import Trouble
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.marks import HIDDEN, Mark
from editor.manuscript.whole_number import whole_number

_Margins = dict[str, tuple[MarginWords, ...]]
_PLACES = {"center": Placement.CENTRE, "right": Placement.RIGHT, "end": Placement.RIGHT}
_NUMBERS = {"PAGE": PAGE_NUMBER, "NUMPAGES": PAGE_COUNT, "SECTIONPAGES": PAGE_COUNT}
_SKIPPED = ("pPr", "rPr", "del", "moveFrom", "txbxContent", "p", "tbl", "instrText", "sdtPr")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": SOFT_BREAK, "cr": SOFT_BREAK, "noBreakHyphen": "\u2011"}


def sections_with_margins(
    parts: WordParts, package: Package, styles: Styles, first_of: Callable[[int], int]
) -> tuple[CarriedSection, ...]:
    """The sections with what each has from those before; () where none has any.

    ``first_of`` gives the manuscript's paragraph for the number of a w:p.
    """
    reader = _MarginReader(parts, package, styles)
    found: list[CarriedSection] = []
    now: dict[str, _Margins] = {"header": {}, "footer": {}}
    for section in page_sections(parts):
        for one in section.element:
            kind, reference, _ = local_name(one.tag).partition("Reference")
            if reference and kind in now:
                now[kind][attribute(one, "type") or "default"] = reader.words(one)
        number = child(section.element, "pgNumType")
        starts = (attribute(number, "start") if number is not None else "") or ""
        form = (attribute(number, "fmt") if number is not None else "") or "decimal"
        pages = ("default", *(["first"] if section.title_page else []), *reader.evens)
        headers, footers = ({p: said.get(p, ()) for p in pages} for said in now.values())
        start = max(0, whole_number(starts))
        found.append(CarriedSection(first_of(section.first), headers, footers, start, form))
    has = any(w for one in found for m in (one.headers, one.footers) for w in m.values())
    return tuple(found) if has else ()


class _MarginReader:
    """Reads the parts that references name, each once."""

    def __init__(self, parts: WordParts, package: Package, styles: Styles) -> None:
        self._parts, self._package, self._styles = parts, package, styles
        self._known: dict[str, tuple[MarginWords, ...]] = {}
        self._concealment = Concealment(parts.styles)
        on = any(switched_on(part.root, "evenAndOddHeaders") for part in parts.of("settings"))
        self.evens: tuple[str, ...] = ("even",) if on else ()

    def words(self, reference: Any) -> tuple[MarginWords, ...]:
        """The paragraphs of the part that a reference names; () where it leads nowhere."""
        names = [str(v) for key, v in reference.items() if str(key).endswith("}id")]
        member = next((m for name in names if (m := self._parts.targets.get(name))), "")
        if member not in self._known:
            self._known[member] = tuple(self._read(member))
        return self._known[member]

    def _read(self, member: str) -> Iterator[MarginWords]:
        try:
            root = parse_xml(self._package.read(member), member) if member else None
        except (Trouble, KeyError):
            root = None
        for element in () if root is None else root.iter():
            if local_name(element.tag) == "p" and not _is_unread(element):
                words = _FieldWords(self._styles, self._concealment).of(element)
                if words.text.strip():
                    yield words


class _FieldWords:
    """The words of one paragraph, page numbers as the signs that stand for them."""

    def __init__(self, styles: Styles, concealment: Concealment) -> None:
        self._styles, self._concealment = styles, concealment
        self._text = ""
        self._spans: list[Mark] = []
        self._fields: list[str] = []  # instructions of the fields that are open

    def of(self, paragraph: Any) -> MarginWords:
        """What it says, its place by its own properties or its style's."""
        own = child(paragraph, "pPr")
        style = None if own is None else value_of(own, "pStyle")
        chain = [*([own] if own is not None else []), *self._styles.properties(style, "pPr")]
        placed = next((v for p in chain if (v := value_of(p, "jc")) is not None), "")
        boxed = any(local_name(one.tag) == "txbxContent" for one in paragraph.iterancestors())
        place = _PLACES.get(placed, Placement.CENTRE if boxed else Placement.AS_EDITION)
        self._through(paragraph, None)
        return MarginWords(self._text, drawn_looks(self._spans), place)

    def _through(self, parent: Any, run: Any) -> None:
        for one in parent:
            name = local_name(one.tag)
            if name == "fldChar":
                self._field(attribute(one, "fldCharType"), run)
            elif name == "instrText" and self._fields:
                self._fields[-1] += one.text or ""
            elif name == "fldSimple":
                self._fields.append(attribute(one, "instr") or "")
                self._through(one, run)
                self._field("end", run)
            elif name == "t":
                self._add((one.text or "").replace("\n", " "), run)
            elif name in _SIGNS:
                self._add(_SIGNS[name], run)
            elif name == "AlternateContent":
                self._through(chosen(one), run)
            elif name not in _SKIPPED:
                self._through(one, one if name == "r" else run)

    def _field(self, kind: str | None, run: Any) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            name = self._fields.pop().split()[:1]
            if name and name[0].upper() in _NUMBERS:
                self._add(_NUMBERS[name[0].upper()], run)

    def _add(self, text: str, run: Any) -> None:
        names = [word.upper() for code in self._fields for word in code.split()[:1]]
        if any(name in _NUMBERS for name in names):
            return  # what the number was when the file was saved
        looks = dict(looks_of(run, self._styles))
        if run is not None and ObjectKind.HIDDEN in self._concealment.kinds(run):
            looks[HIDDEN] = ""
        end = len(self._text) + len(text)
        self._spans += [Mark(len(self._text), end, kind, value) for kind, value in looks.items()]
        self._text += text


def _is_unread(element: Any) -> bool:
    """Whether it stands in a branch of mc:AlternateContent that is not read."""
    inner = element
    for one in element.iterancestors():
        if local_name(one.tag) == "AlternateContent" and chosen(one) is not inner:
            return True
        inner = one
    return False
