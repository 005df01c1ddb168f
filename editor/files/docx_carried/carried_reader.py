"""What a Word file has beside its plain words, read for the pages.

Offsets are those of `text_runs`, the reading that gave the manuscript its words. A part that is
broken or missing costs what is in it, never the rest.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from editor.editions.carried import (
    DRAWN_LOOKS,
    PLAIN,
    Carried,
    CarriedFormula,
    CarriedParagraph,
    CarriedThing,
    PageTurn,
    Placement,
    Undrawable,
    drawn_looks,
)
from editor.files.current_docx import CurrentDocx
from editor.files.docx.body import body_of, keeps_blanks
from editor.files.docx.open_docx import styling_of
from editor.files.docx.package import Package
from editor.files.docx.paragraph_reader import ODD_NAMES
from editor.files.docx.run_looks import looks_in, looks_of, switched_off
from editor.files.docx.text_runs import RunContent, run_contents
from editor.files.docx.xml_tree import attribute, child, local_name, value_of
from editor.files.docx_carried.carried_notes import CarriedNotes
from editor.files.docx_carried.carried_tables import CarriedTables, framed_numbers, line_weight
from editor.files.docx_carried.drawings import Drawings
from editor.files.docx_carried.formula_line import line_of
from editor.files.docx_carried.margin_reader import sections_with_margins
from editor.files.docx_parts.concealed import Concealment
from editor.files.docx_parts.shown_formula import shown_formula
from editor.files.docx_parts.text_parts import WordParts
from editor.manuscript.file_objects import ObjectKind
from editor.manuscript.manuscript import Manuscript
from editor.manuscript.marks import BOLD, HIDDEN, RUBY, STRIKE, Mark
from editor.manuscript.whole_number import whole_number

_PLACES = {"center": Placement.CENTRE, "right": Placement.RIGHT, "end": Placement.RIGHT}
_CONCEALED = MappingProxyType({ObjectKind.HIDDEN: HIDDEN, ObjectKind.STRUCK: STRIKE})
_OFF = ("0", "false", "off")
_SAME_PAGE = ("continuous", "nextColumn")
_CONCEALING = (HIDDEN, STRIKE)  # what `Concealment` knows better
_TWIPS = 1440 / 25.4  # a mm
_DEFAULT_SIZE = 10.0  # pt, of a document that says none (17.3.2.38)


def carried_of(current: CurrentDocx, m: Manuscript) -> Carried:
    """What the file has beside the words of the manuscript. Raises Trouble where it is broken."""
    return _CarriedReader(current, m).carried()


class _CarriedReader:
    """Reads one document once, from its first paragraph to its last."""

    def __init__(self, current: CurrentDocx, m: Manuscript) -> None:
        package = Package(current.data)
        parts = WordParts(package, current.part)
        root = parts.main
        self._parts, self._package = parts, package
        self._m, self._body = m, body_of(root)
        self._preserve = keeps_blanks(root)
        self._styles = styling_of(package, current.part, []).styles
        self._concealment = Concealment(parts.styles)
        self._drawings = Drawings(package, parts.targets)
        self._notes = CarriedNotes(parts, self._styles, self._concealment)
        self._style_said: dict[str, dict[str, str]] = {}
        self._run_looks: dict[Any, list[tuple[str, str]]] = {}
        self._rows = {row: n for n, row in enumerate(current.rows) if row}
        self._sorted = sorted(self._rows.items())
        self._by_style: dict[str, CarriedParagraph] = {}
        self._boxed = frozenset(self._concealment.boxed(self._body))
        w = self._body.tag[: self._body.tag.index("}") + 1]
        self._w = w
        self._odd = tuple([f"{w}{name}" for name in ODD_NAMES if name != "pPrChange"])

    def carried(self) -> Carried:
        """All of it."""
        elements = self._numbered()
        framed = framed_numbers(elements, self._m.paragraphs)
        sections = [
            one
            for one in self._body.iter(f"{self._w}sectPr")
            if local_name(one.getparent().tag) in ("pPr", "body")
        ]
        self._notes.begin_section(sections[0] if sections else None)
        found: dict[int, CarriedParagraph] = {}
        turns, done = False, 0
        for element in self._body.iter(f"{self._w}p"):
            number = elements.get(element)
            if number is not None:
                look = self._paragraph(element, number, turns)
                turns = False
                if look != PLAIN:
                    found[number] = look
            if _ends_section(element):
                done += 1
                if done < len(sections):
                    turns = turns or _begins_page(sections[done])
                    self._notes.begin_section(sections[done])
        tables = CarriedTables(self._styles, framed).outer(self._body)
        margins = sections_with_margins(self._parts, self._package, self._styles, self._first_of)
        return Carried(_joined_boxes(found), tables, margins)

    def _first_of(self, row: int) -> int:
        """The first paragraph of the manuscript from a w:p on; beyond the last where none is."""
        at = bisect_left(self._sorted, (row, 0))
        return self._sorted[at][1] if at < len(self._sorted) else len(self._m.paragraphs)

    def _numbered(self) -> dict[Any, int]:
        paragraphs = enumerate(self._body.iter(f"{self._w}p"), 1)
        return {element: self._rows[row] for row, element in paragraphs if row in self._rows}

    def _paragraph(self, element: Any, number: int, turns: bool) -> CarriedParagraph:
        own = child(element, "pPr")
        style = None if own is None else value_of(own, "pStyle")
        look = self._of_style(style)
        if own is not None:
            look = _said(look, [own])
        size = self._size(element, look.size) if self._m.paragraphs[number].frame else 0.0
        inset = look.inset if look.placement is Placement.RIGHT else 0.0
        look = replace(look, turns=look.turns or turns, size=size, inset=inset)
        if element in self._boxed:
            return replace(look, spans=(Mark(0, len(self._m.paragraphs[number].text), HIDDEN),))
        odd = self._style_looks(style) or style in self._concealment.styles
        if odd or self._concealment.tabled(element) or self._is_odd(element):
            return self._with_contents(element, number, look)
        return look

    def _is_odd(self, element: Any) -> bool:
        if next(element.iter(*self._odd), None) is not None:
            return True
        return any(not local_name(one.tag) for one in element)  # formulas, alternatives

    def _with_contents(self, element: Any, number: int, look: CarriedParagraph) -> CarriedParagraph:
        size = len(self._m.paragraphs[number].text)
        own = child(element, "pPr")
        style = None if own is None else value_of(own, "pStyle")
        spans: list[Mark] = []
        readings: dict[Any, Mark] = {}
        things: list[tuple[int, CarriedThing]] = []
        at = 0
        for content in run_contents(element, self._preserve):
            looks = self._looks(content.run, style)
            end = min(at + len(content.text), size)
            spans += [Mark(at, end, kind, value) for kind, value in looks]
            if content.ruby is not None and at < end:
                begun = readings.get(content.ruby, Mark(at, end, RUBY, _reading(content)))
                readings[content.ruby] = begun._replace(end=end)
            if content.holds and not any(kind == HIDDEN for kind, _ in looks):
                framed = bool(self._m.paragraphs[number].frame)
                things += [(at, thing) for thing in self._things(content, framed)]
            at = end
        # Two words with one reading side by side are read twice: their marks stay apart.
        looks_drawn = (*drawn_looks(spans), *[m for m in readings.values() if m.value])
        return replace(look, spans=looks_drawn, things=tuple(things))

    def _looks(self, run: Any, style: str | None) -> list[tuple[str, str]]:
        """The looks of a run, those of its paragraph's style where it does not say otherwise."""
        if run not in self._run_looks:
            said = {**self._style_looks(style), **dict(looks_of(run, self._styles))}
            off = switched_off(run)
            found = [look for look in said.items() if look[0] not in (*_CONCEALING, *off)]
            kinds = () if run is None else self._concealment.kinds(run)
            self._run_looks[run] = [*found, *[(_CONCEALED[kind], "") for kind in kinds]]
        return self._run_looks[run]

    def _things(self, content: RunContent, framed: bool) -> list[CarriedThing]:
        element = content.element
        if content.holds == "分页符":
            broken = attribute(element, "type") == "page"
            return [PageTurn()] if broken and not framed else []
        if content.holds in (ObjectKind.FOOTNOTE, ObjectKind.ENDNOTE):
            note, lacks = self._notes.of(element)
            return [note, *[Undrawable(kind) for kind in lacks]]
        if content.holds == ObjectKind.FORMULA:
            return _formula(shown_formula(element, self._concealment))
        if content.name in ("drawing", "pict", "object"):
            return self._drawings.things(element)
        return (
            [] if content.holds == ObjectKind.COMMENT else [Undrawable(ObjectKind(content.holds))]
        )

    def _of_style(self, style: str | None) -> CarriedParagraph:
        """What the style of a paragraph says: place of its lines, page, size of type."""
        key = style or ""
        if key not in self._by_style:
            said = self._styles.properties(style, "pPr")
            sizes = [*self._styles.properties(style, "rPr"), self._styles.defaults()]
            size = next((s for p in sizes if p is not None and (s := _size_in(p))), _DEFAULT_SIZE)
            self._by_style[key] = _said(CarriedParagraph(size=size), said)
        return self._by_style[key]

    def _style_looks(self, style: str | None) -> dict[str, str]:
        """What a paragraph's style says of its letters; a heading's bold is the heading's."""
        key = style or ""
        if key not in self._style_said:
            found: dict[str, str] = {}
            for properties in reversed(self._styles.properties(style, "rPr")):
                found |= looks_in(properties, None)
            kept = {k: v for k, v in found.items() if k in DRAWN_LOOKS and k not in _CONCEALING}
            if self._styles.resolved(style).role:
                kept.pop(BOLD, None)
            self._style_said[key] = kept
        return self._style_said[key]

    def _size(self, element: Any, default: float) -> float:
        """The size of the first words of a paragraph in a frame, in pt."""
        for run in element.iter(f"{self._w}r"):
            properties = child(run, "rPr")
            if next(run.iter(f"{self._w}t"), None) is not None:
                return (0.0 if properties is None else _size_in(properties)) or default
        return default


def _said(look: CarriedParagraph, chain: list[Any]) -> CarriedParagraph:
    """A look with what properties say, the nearest first, in place of what it had."""
    for properties in reversed(chain):
        if (placed := value_of(properties, "jc")) is not None:
            look = replace(look, placement=_PLACES.get(placed, Placement.AS_EDITION))
        if (broken := child(properties, "pageBreakBefore")) is not None:
            look = replace(look, turns=attribute(broken, "val") not in _OFF)
        indent = child(properties, "ind")
        right = None if indent is None else attribute(indent, "right") or attribute(indent, "end")
        if (inset := whole_number(right, -1)) >= 0:
            look = replace(look, inset=inset / _TWIPS)
        if (borders := child(properties, "pBdr")) is not None:
            above, below = child(borders, "top"), child(borders, "bottom")
            look = replace(
                look,
                above=0.0 if above is None else line_weight(above),
                below=0.0 if below is None else line_weight(below),
            )
    return look


def _formula(shown: Any) -> list[CarriedThing]:
    line = None if shown is None else line_of(shown)
    gone = shown is None or (line is not None and not line.text)
    return [] if gone else [CarriedFormula(line)]


def _joined_boxes(found: dict[int, CarriedParagraph]) -> dict[int, CarriedParagraph]:
    """Neighbours with the same lines share one box, as word processors draw it (17.3.1.24)."""
    joined = dict(found)
    for number, look in found.items():
        below = found.get(number + 1, PLAIN)
        if look.above and look.below and (look.above, look.below) == (below.above, below.below):
            joined[number] = replace(joined[number], below=0.0)
            joined[number + 1] = replace(joined[number + 1], above=0.0)
    return joined


def _reading(content: RunContent) -> str:
    return next((value for kind, value in content.around if kind == RUBY), "")


def _size_in(properties: Any) -> float:
    return max(0, whole_number(value_of(properties, "sz"))) / 2


def _ends_section(paragraph: Any) -> bool:
    properties = child(paragraph, "pPr")
    return properties is not None and child(properties, "sectPr") is not None


def _begins_page(section: Any) -> bool:
    return (value_of(section, "type") or "nextPage") not in _SAME_PAGE
