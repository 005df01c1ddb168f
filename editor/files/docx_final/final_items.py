"""The inline items of a source's paragraphs, with the objects, notes and links they need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from editor.files.docx.xml_tree import local_name
from editor.files.docx_final.carry_source import CarrySource
from editor.files.docx_final.emphasis import Emphasis, EmphasisReader
from editor.files.docx_final.final_notes import ENDNOTES, FOOTNOTES, FinalNotes
from editor.files.docx_final.inline_items import InlineText, paragraph_style, read_inline
from editor.files.docx_final.object_xml import ObjectWriter, Surround
from editor.files.docx_final.part_copies import PartCopies
from editor.files.docx_parts.concealed import Concealment
from editor.files.docx_parts.shown_formula import shown_formula
from editor.manuscript.file_objects import FileObject, ObjectKind

_KINDS = (
    ("oMath", ObjectKind.FORMULA), ("txbxContent", ObjectKind.TEXT_BOX),
    ("OLEObject", ObjectKind.EMBEDDED), ("control", ObjectKind.CONTROL),
    ("subDoc", ObjectKind.SUBDOCUMENT), ("contentPart", ObjectKind.INK),
    ("chart", ObjectKind.CHART), ("relIds", ObjectKind.SMART_ART), ("pic", ObjectKind.PICTURE),
    ("imagedata", ObjectKind.PICTURE), ("blip", ObjectKind.PICTURE),
)  # fmt: skip


class StandsIn(NamedTuple):
    """Where a paragraph is in the manuscript: its index, and the place in words."""

    paragraph: int
    place: str


class FinalItems:
    """Reads paragraphs of one source; gathers what comes along and what does not.

    ``blocks`` writes what a text box or a note holds.
    """

    def __init__(
        self, source: CarrySource, page: Surround, blocks: Callable[[Any, Surround], str]
    ) -> None:
        self.source = source
        self.concealment = Concealment(source.styles_root)
        self.looks = EmphasisReader(source.styles, source.styles_root)
        self.copies = PartCopies(source)
        self.objects = ObjectWriter(self.copies, blocks)
        self.notes = {
            f"{names.kind}Reference": FinalNotes(source, names, blocks, page)
            for names in (FOOTNOTES, ENDNOTES)
        }
        self.left: list[FileObject] = []

    def leave(self, kind: ObjectKind, place: StandsIn) -> None:
        """Name something that is not carried."""
        self.left.append(FileObject(kind, place.place, place.paragraph))

    def formula(self, element: Any, surround: Surround) -> str:
        """An m:oMathPara that stands by itself; '' where all of it is hidden."""
        shown = shown_formula(element, self.concealment)
        return "" if shown is None else self.objects.run_of(shown, None, surround)

    def inline(self, paragraph: Any, place: StandsIn, surround: Surround) -> InlineText:
        """A w:p read; ``place`` says where it is, for what must be left out."""
        maker = _Maker(self, paragraph_style(paragraph), place, surround)
        return read_inline(paragraph, self.source.preserve, maker)


class _Maker:
    """Makes the items of one paragraph."""

    def __init__(self, items: FinalItems, style: str, place: StandsIn, surround: Surround) -> None:
        self._items, self._style = items, style
        self._place, self._surround = place, surround
        self.live_fields = surround.counts

    def look(self, run: Any) -> Emphasis:
        """The emphasis of a run."""
        look = self._items.looks.of(run, self._style)
        concealment = self._items.concealment
        if run is None or not (look.hidden or concealment.styles or concealment.tabled(run)):
            return look
        # Styles hide by turns (ECMA-376 Part 1, 17.7.3): two that do so show the words again.
        return look.concealed(*concealment.kinds(run))

    def thing(self, element: Any, run: Any) -> str:
        """An object or a formula; what of it leads nowhere is named."""
        objects = self._items.objects
        if not local_name(element.tag):
            element = shown_formula(element, self._items.concealment)
            if element is None:
                return ""
        known, kind = len(objects.dangling), kind_of(element)
        xml = objects.run_of(element, run, self._surround)
        if len(objects.dangling) > known:
            self._items.leave(kind, self._place)
        return xml

    def note(self, element: Any) -> str:
        """The reference of a note, or the number at a note's head."""
        name = local_name(element.tag)
        notes = self._items.notes.get(name)
        if notes is None:
            look = self._items.notes[name.removesuffix("Ref") + "Reference"].look()
            return f"<w:r>{look}<w:{name}/></w:r>"
        # A note in a note is nothing that word processors open.
        inside = self._surround.part != self._items.source.part
        xml = "" if inside else notes.reference(element)
        if not xml:
            footnote = notes.names is FOOTNOTES
            kind = ObjectKind.FOOTNOTE if footnote else ObjectKind.ENDNOTE
            self._items.leave(kind, self._place)
        return xml

    def link(self, relation: str, address: str) -> str:
        """The id of a link in the new part."""
        copies = self._items.copies
        address = address or copies.address_of(relation, self._surround.part)
        return copies.linked(address, self._surround.into) if address else ""


def kind_of(element: Any) -> ObjectKind:
    """What an object is."""
    names = {one.tag.rpartition("}")[2] for one in element.iter() if isinstance(one.tag, str)}
    named = (kind for sign, kind in _KINDS if sign in names)
    live = "object" in names and "oMath" not in names  # as the census of the file calls it
    return ObjectKind.EMBEDDED if live else next(named, ObjectKind.SHAPE)
